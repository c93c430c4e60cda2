'use strict';
// Makes a call with the AWS SDK for JavaScript for each line of standard input: node sdk-client.js ENDPOINT
const sqs = require('@aws-sdk/client-sqs');
const dynamoDb = require('@aws-sdk/client-dynamodb');
const readline = require('node:readline');

const settings = {
  endpoint: process.argv[2],
  region: 'us-west-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  maxAttempts: 1,
};
const services = {
  SQS: { client: new sqs.SQSClient(settings), commands: sqs },
  DynamoDB: { client: new dynamoDb.DynamoDBClient(settings), commands: dynamoDb },
};

/** Errors that a service answered have its name; others are of the connection, or of an answer that is not whole. */
const codeOf = (e) => (e.$metadata?.httpStatusCode >= 300 ? e.Code || e.name : '');

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { service, operation, request } = JSON.parse(line);
    const { client, commands } = services[service];
    let answer;
    try {
      const { $metadata, ...result } = await client.send(new commands[operation + 'Command'](request));
      answer = { result };
    } catch (e) {
      answer = { error: codeOf(e), message: e.message };
    }
    console.log(JSON.stringify(answer));
  }
}

main();
