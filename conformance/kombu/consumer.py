"""A worker as kombu's documentation has it: a ConsumerMixin whose callback does the work and acknowledges."""
import logging
import os
import signal
import sys

from kombu import Connection, Queue
from kombu.mixins import ConsumerMixin

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "work", "python"))
import work  # noqa: E402

QUEUE_URL = os.environ["QUEUE_URL"]
NAME = QUEUE_URL.rsplit("/", 1)[-1]
HARDENED = "--hardened" in sys.argv


class Worker(ConsumerMixin):
    def __init__(self, connection):
        self.connection = connection

    def get_consumers(self, Consumer, channel):
        options = {"prefetch_count": 1} if HARDENED else {}
        return [Consumer(queues=[Queue(NAME)], callbacks=[self.on_task], **options)]

    def on_task(self, body, message):
        try:
            work.perform(body)
        except Exception:
            logging.exception("not done: %s", body)
            if HARDENED:
                message.reject()  # leaves it on the queue, and frees the prefetch slot
            return
        message.ack()


logging.basicConfig()
options = {"region": os.environ["AWS_REGION"], "predefined_queues": {NAME: {"url": QUEUE_URL}}}
with Connection("sqs://", transport_options=options) as connection:
    worker = Worker(connection)
    if HARDENED:
        signal.signal(signal.SIGTERM, lambda *_: setattr(worker, "should_stop", True))
    worker.run()
