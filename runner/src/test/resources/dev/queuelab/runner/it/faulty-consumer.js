'use strict';
// The example consumer with one of its steps replaced: node faulty-consumer.js EXAMPLE MODE [silent]
const [example, mode, silent] = process.argv.slice(2);
const { call, steps, main } = require(example);

const faults = {
  correct() {},

  'acknowledges-first'() {
    const { handle, acknowledge } = steps;
    steps.acknowledge = async () => {};
    steps.handle = async (message) => {
      await acknowledge(message);
      await handle(message);
    };
  },

  'drops-rejected'() {
    steps.reject = (message) => steps.acknowledge(message);
  },

  'ignores-sigterm'() {
    steps.onSigterm = () => {};
  },

  'exits-at-sigterm'() {
    steps.onSigterm = () => process.exit(0);
  },

  'ignores-what-it-had'() {
    const { handle } = steps;
    const had = new Set();
    steps.handle = async (message) => {
      if (had.has(message.id)) return;
      had.add(message.id);
      await handle(message);
    };
  },

  'gives-up-at-an-error'() {
    setInterval(() => {}, 1000);
    const { fetch } = globalThis;
    globalThis.fetch = async (url, request) => {
      const reply = await fetch(url, request);
      const refused = !reply.ok && /ReceiveMessage/.test(JSON.stringify(request.headers));
      return refused ? new Promise(() => {}) : reply;
    };
  },

  'fails-at-sigterm'() {
    steps.onSigterm = () => process.exit(1);
  },

  'dies-of-rejected'() {
    steps.reject = async () => {
      console.error('Error: cannot handle it');
      process.exit(3);
    };
  },

  'hangs-at-rejected'() {
    setInterval(() => {}, 1000);
    steps.reject = () => new Promise(() => {});
  },

  extends() {
    extendWhileAtWork((e) => console.error(`not extended: ${e}`));
  },

  'dies-of-a-refused-extension'() {
    extendWhileAtWork((e) => {
      throw e;
    });
  },

  'knows-nothing'() {
    steps.handle = (message) => steps.acknowledge(message);
  },

  /** Performs its effects at a service of its own, which knows a repetition by its key. */
  async charges() {
    performElsewhere((message) => charge(message, { 'Idempotency-Key': message.id }));
  },

  /** The same without a key. */
  async 'charges-twice'() {
    performElsewhere((message) => charge(message, {}));
  },

  /** Performs its effects in a table of its own. */
  async orders() {
    await makeTable();
    performElsewhere((message) => put(message, { ConditionExpression: 'attribute_not_exists(order_id)' }));
  },

  /** The same without a condition. */
  async 'orders-twice'() {
    await makeTable();
    performElsewhere((message) => put(message, {}));
  },

  'checks-nothing'() {
    steps.begin = async () => 'STARTED';
    steps.isDone = async () => false;
    steps.condition = undefined;
    let requests = 0;
    steps.idempotencyKey = (message) => `"${message.key}-${process.pid}-${++requests}"`;
  },
};

/** A heartbeat. */
function extendWhileAtWork(refused) {
  const { handle } = steps;
  const seconds = 1;
  steps.handle = async (message) => {
    const beat = setInterval(
      () => sqs('ChangeMessageVisibility', message, { VisibilityTimeout: 4 * seconds }).catch(refused),
      seconds * 1000,
    );
    try {
      await handle(message);
    } finally {
      clearInterval(beat);
    }
  };
}

const sqs = (operation, { handle }, request) =>
  call(process.env.AWS_ENDPOINT_URL_SQS, `AmazonSQS.${operation}`, {
    QueueUrl: process.env.QUEUE_URL,
    ReceiptHandle: handle,
    ...request,
  });

/** It keeps no books of ours. */
function performElsewhere(perform) {
  steps.begin = async () => 'STARTED';
  steps.complete = async () => {};
  steps.isDone = async () => false;
  steps.perform = perform;
}

async function charge({ id }, headers) {
  const reply = await fetch(process.env.CHARGES_URL, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ order: { id } }),
  });
  if (!reply.ok) throw new Error(`${reply.status}`);
}

const dynamoDb = (operation, request) =>
  call(process.env.AWS_ENDPOINT_URL_DYNAMODB, `DynamoDB_20120810.${operation}`, { TableName: 'orders', ...request });

const makeTable = () =>
  dynamoDb('CreateTable', {
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'order_id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'order_id', KeyType: 'HASH' }],
  }).catch((e) => {
    if (!/ResourceInUseException$/.test(e.type)) throw e;
  });

const put = ({ id }, request) =>
  dynamoDb('PutItem', { Item: { order_id: { S: id } }, ...request }).catch((e) => {
    if (!/ConditionalCheckFailedException$/.test(e.type)) throw e;
  });

(async () => {
  await faults[mode]();
  if (silent) steps.record = () => {};
  await main();
})();
