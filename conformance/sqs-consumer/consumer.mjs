import { Consumer } from 'sqs-consumer';
import { work } from '../work/work.mjs';

const hardened = process.argv.includes('--hardened');

const app = Consumer.create({
  queueUrl: process.env.QUEUE_URL,
  handleMessage: async (message) => {
    await work(message.Body, message.MessageId);
    return message;
  },
  ...(hardened && { visibilityTimeout: 10, heartbeatInterval: 3, pollingCompleteWaitTimeMs: 30_000 }),
});

app.on('error', (err) => console.error(err.message));
app.on('processing_error', (err) => console.error(err.message));

if (hardened) {
  app.on('stopped', () => process.exit(0));
  process.on('SIGTERM', () => app.stop());
}

app.start();
