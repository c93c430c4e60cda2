"""The work of a message: one request to the external service, if there is one."""
import json
import os
import urllib.request


def perform(body):
    """Does the work of the message with this body; raises where it is not done."""
    message = json.loads(body) if isinstance(body, (str, bytes)) else body
    url = os.environ.get("EFFECT_URL")
    if not url:
        return
    request = urllib.request.Request(
        url,
        data=json.dumps({"id": message["id"]}).encode(),
        headers={"Content-Type": "application/json", "Idempotency-Key": '"%s"' % message["id"]},
        method="POST",
    )
    urllib.request.urlopen(request, timeout=60).close()
