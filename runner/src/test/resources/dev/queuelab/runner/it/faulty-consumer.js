'use strict';
// The example consumer with one of its steps replaced: node faulty-consumer.js EXAMPLE MODE [silent]
const [example, mode, silent] = process.argv.slice(2);
const { steps, main } = require(example);

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

  'knows-nothing'() {
    steps.handle = (message) => steps.acknowledge(message);
  },

  'checks-nothing'() {
    steps.begin = async () => 'STARTED';
    steps.isDone = async () => false;
    steps.condition = undefined;
  },
};

faults[mode]();
if (silent) steps.record = () => {};
main();
