'use strict';
// A consumer for Queue Lab in Node.js (18 or newer) and nothing else: docs/bring-your-own-consumer.md is the contract.
// It signs nothing, so it works with emulators only; on AWS, put the AWS SDK in the place of `call`.
const fs = require('node:fs');
const { createHash } = require('node:crypto');

const env = process.env;
const flag = (name) => ![undefined, '', '0'].includes(env[name]);
const number = (name, otherwise) => Number(env[name] || otherwise);
const now = () => new Date().toISOString();
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function call(endpoint, target, request) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': target,
      Authorization: `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/20260101/${env.AWS_REGION}/any/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: JSON.stringify(request),
  });
  const reply = JSON.parse((await response.text()) || '{}');
  if (!response.ok) throw Object.assign(new Error(JSON.stringify(reply)), { type: reply.__type || '' });
  return reply;
}
const sqs = (action, request) =>
  call(env.AWS_ENDPOINT_URL_SQS, `AmazonSQS.${action}`, { QueueUrl: env.QUEUE_URL, ...request });
const dynamoDb = (action, table, id, request) =>
  call(env.AWS_ENDPOINT_URL_DYNAMODB, `DynamoDB_20120810.${action}`, {
    TableName: table,
    Key: { message_id: { S: id } },
    ...request,
  });

let seq = 0;
let stopping = false;
let processed = 0;
let reached = false;

/** The steps, by name, so that a test can put a faulty one in the place of any. */
const steps = {
  /** Optional: a fact, written before the next step. */
  record(event, fields) {
    if (!env.HISTORY_PATH) return;
    const line = { process: env.PROCESS_NAME, seq: ++seq, at: now(), event, ...fields };
    fs.appendFileSync(env.HISTORY_PATH, JSON.stringify(line) + '\n');
  },

  /** Our books: counts the attempt, leaves COMPLETED as it is, and returns which it is. */
  async begin(message) {
    const item = await dynamoDb('UpdateItem', env.MESSAGE_STATUS_TABLE, message.id, {
      UpdateExpression:
        'SET #s = if_not_exists(#s, :started), payload_digest = :digest, last_updated = :now ADD attempts :one',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: {
        ':started': { S: 'STARTED' },
        ':digest': { S: message.digest },
        ':now': { S: now() },
        ':one': { N: '1' },
      },
      ReturnValues: 'ALL_NEW',
    });
    return item.Attributes.status.S;
  },

  async complete(message) {
    await dynamoDb('UpdateItem', env.MESSAGE_STATUS_TABLE, message.id, {
      UpdateExpression: 'SET #s = :completed, last_updated = :now',
      ExpressionAttributeNames: { '#s': 'status' },
      ExpressionAttributeValues: { ':completed': { S: 'COMPLETED' }, ':now': { S: now() } },
    });
    steps.record('completed', { id: message.id });
  },

  /** Whether the external service has done the work. One that is called by HTTP knows a repetition by its key. */
  async isDone(message) {
    if (env.EFFECT === 'http') return false;
    const table = env.MESSAGE_SIDE_EFFECTS_TABLE;
    return 'Item' in (await dynamoDb('GetItem', table, message.key, { ConsistentRead: true }));
  },

  /** What makes the external service refuse to do the same work twice. */
  condition: 'attribute_not_exists(message_id)',

  /** What names the work for a service that is called by HTTP. */
  idempotencyKey: (message) => `"${message.key}"`,

  /** The work itself: the external service counts each performance. Returns false if it refused. */
  async perform(message) {
    if (env.EFFECT === 'http') return performByHttp(message);
    try {
      const item = await dynamoDb('UpdateItem', env.MESSAGE_SIDE_EFFECTS_TABLE, message.key, {
        UpdateExpression:
          'SET performed_at = :now, payload_digest = :digest, original_message_id = :id ADD times_performed :one',
        ConditionExpression: steps.condition,
        ExpressionAttributeValues: {
          ':now': { S: now() },
          ':digest': { S: message.digest },
          ':id': { S: message.id },
          ':one': { N: '1' },
        },
        ReturnValues: 'UPDATED_NEW',
      });
      const timesPerformed = Number(item.Attributes.times_performed.N);
      steps.record('effect-performed', { id: message.id, key: message.key, timesPerformed });
      return true;
    } catch (e) {
      if (/ConditionalCheckFailedException$/.test(e.type)) return false;
      throw e;
    }
  },

  async acknowledge(message) {
    const { id, messageId } = message;
    try {
      await sqs('DeleteMessage', { ReceiptHandle: message.handle });
      steps.record('deleted', { id, messageId });
    } catch (e) {
      if (!isStale(e)) throw e;
      steps.record('delete-stale', { id, messageId, reason: e.message });
    }
  },

  /** A rejected message stays on the queue, which dead-letters it in the end. */
  async reject(message, reason) {
    steps.record('rejected', { id: message.id, messageId: message.messageId, reason });
  },

  async handle(message) {
    if (flag('CRASH_AFTER_RECEIVE')) crash(message, 'after receive');
    if (env.REJECT_PAYLOAD_MARKER && message.body.includes(env.REJECT_PAYLOAD_MARKER)) {
      await steps.reject(message, 'it is poison');
      return;
    }
    if (isTooOld(message)) {
      steps.record('expired', { id: message.id, messageId: message.messageId, ageMillis: Date.now() - message.sentAt });
    } else {
      await steps.work(message);
    }
    if (env.ACKNOWLEDGE !== 'never') await steps.acknowledge(message);
    processed++;
  },

  async work(message) {
    if ((await steps.begin(message)) === 'COMPLETED' || (await steps.isDone(message))) {
      steps.record('skipped', { id: message.id, key: message.key, reason: 'EFFECT_FOUND' });
    } else {
      steps.record('effect-attempted', { id: message.id, key: message.key });
      await sleep(number('SIDE_EFFECT_DELAY_SECONDS', 0));
      if (!(await steps.perform(message))) {
        steps.record('skipped', { id: message.id, key: message.key, reason: 'EFFECT_REFUSED' });
      } else if (env.SIDE_EFFECT_LOG_PATH) {
        const value = JSON.parse(message.body)[env.SIDE_EFFECT_LOG_FIELD || 'sequence'];
        fs.appendFileSync(env.SIDE_EFFECT_LOG_PATH, value + '\n');
      }
      if (flag('CRASH_AFTER_SIDE_EFFECT')) crash(message, 'after side effect');
    }
    await steps.complete(message);
  },

  onSigterm() {
    stopping = true;
  },
};

/** The same key at each delivery. Only an answer says whether the work is done: without one, the message comes again. */
async function performByHttp(message) {
  const naive = env.EXTERNAL_SERVICE === 'naive' ? '?naive=true' : '';
  const response = await fetch(env.EFFECT_URL + naive, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': steps.idempotencyKey(message) },
    body: JSON.stringify({ id: message.id, key: message.key }),
    signal: AbortSignal.timeout(number('EFFECT_TIMEOUT_SECONDS', 10) * 1000),
  });
  const reply = await response.text();
  if (!response.ok) throw new Error(`EFFECT_URL answered ${response.status} ${reply}`);
  if (response.headers.has('Idempotent-Replayed')) return false;
  const timesPerformed = JSON.parse(reply).timesPerformed ?? 1;
  steps.record('effect-performed', { id: message.id, key: message.key, timesPerformed });
  return true;
}

function crash(message, point) {
  steps.record('crashed', { id: message.id, point });
  process.exit(1);
}

function isTooOld(message) {
  const most = number('MAX_MESSAGE_AGE_SECONDS', 0);
  return most > 0 && Date.now() - message.sentAt > most * 1000;
}

/** What names the work: the message's id, or fields of its payload. */
function keyOf(payload, id) {
  const fields = (env.BUSINESS_IDEMPOTENCY_FIELD || '').split(',').filter((field) => field);
  return fields.length === 0 ? id : `biz:${fields}:${fields.map((field) => payload[field])}`;
}

function read(raw) {
  const payload = JSON.parse(raw.Body);
  const id = String(payload.id ?? raw.MessageId);
  return {
    id,
    key: keyOf(payload, id),
    body: raw.Body,
    digest: createHash('sha256').update(raw.Body).digest('hex'),
    messageId: raw.MessageId,
    handle: raw.ReceiptHandle,
    receiveCount: Number(raw.Attributes.ApproximateReceiveCount),
    sentAt: Number(raw.Attributes.SentTimestamp),
    run: payload.run ?? null,
  };
}

async function receive() {
  const limit = number('MESSAGE_LIMIT', 0);
  // Of a FIFO group, one at a time: a message that fails is then overtaken by none that was received with it.
  const most = env.QUEUE_URL.endsWith('.fifo') ? 1 : Math.min(number('MAX_MESSAGES', 1), 10);
  const reply = await sqs('ReceiveMessage', {
    MaxNumberOfMessages: limit > 0 ? Math.min(most, limit - processed) : most,
    WaitTimeSeconds: number('WAIT_TIME_SECONDS', 10),
    AttributeNames: ['All'],
  });
  const messages = (reply.Messages || []).map(read);
  for (const { id, messageId, receiveCount, sentAt, run } of messages) {
    steps.record('received', { id, messageId, receiveCount, sentAt: new Date(sentAt).toISOString(), run });
  }
  return messages;
}

/** A receipt handle that is no longer valid: somebody else has the message now, or has deleted it. */
const isStale = (e) => /ReceiptHandle|InvalidParameterValue|MessageNotInflight/.test(e.type);

/** A message not begun when the end is asked for is handed back at once. */
async function handBack(message) {
  try {
    await sqs('ChangeMessageVisibility', { ReceiptHandle: message.handle, VisibilityTimeout: 0 });
  } catch (e) {
    if (!isStale(e)) throw e;
    return;
  }
  steps.record('handed-back', { id: message.id, messageId: message.messageId });
}

/** Whatever fails is this message's alone: it stays on the queue, and comes again. */
async function workOn(message) {
  try {
    await (stopping ? handBack(message) : steps.handle(message));
  } catch (e) {
    console.error(`message ${message.id} is left on the queue:`, e.message);
    steps.record('failed', { id: message.id, messageId: message.messageId, step: 'processing', reason: e.message });
  }
}

/** The network may fail, and a queue that was reached before may be out of reach for a while. */
async function receiveOrWait() {
  try {
    const messages = await receive();
    reached = true;
    return messages;
  } catch (e) {
    if (!reached && e.type) throw e;
    console.error('receiving failed, and is tried again:', e.message);
    await sleep(1);
    return [];
  }
}

async function main() {
  process.on('SIGTERM', () => steps.onSigterm());
  if (flag('EXIT_ON_STDIN_EOF')) process.stdin.on('end', () => process.exit(1)).resume();
  steps.record('started', { role: 'consumer', pid: process.pid, settings: {} });
  const limit = number('MESSAGE_LIMIT', 0);
  while (!stopping && (limit === 0 || processed < limit)) {
    const messages = await receiveOrWait();
    for (const message of messages) await workOn(message);
    if (messages.length === 0 && number('WAIT_TIME_SECONDS', 10) === 0) await sleep(0.1);
  }
  steps.record('stopped', { reason: stopping ? 'shutdown requested' : 'message limit reached', calls: {} });
  process.exit(0);
}

module.exports = { call, steps, main };
if (require.main === module) main();
