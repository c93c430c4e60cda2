// Names for people, and how numbers are written.

const SIGNS = { PASS: '✓', FAIL: '✗', UNKNOWN: '?', SKIP: '–', NONE: '■' };
const VERDICTS = { NONE: 'NO VERDICT' };

/** How a delivery ended. */
const ENDS = {
  DELETED: 'deleted',
  DELETE_STALE: 'deletion refused: the message was visible again',
  REJECTED: 'rejected, left on the queue',
  FAILED: 'failed, left on the queue',
  HANDED_BACK: 'handed back',
  CRASHED: 'the process crashed with the message in hand',
  DIED: 'the process died with the message in hand',
  NOT_BEGUN: 'not begun when the process stopped',
  NOT_DELETED: 'work done, message not deleted',
  TIMED_OUT: 'the visibility timeout passed',
  OPEN: 'in hand when the record ends',
};

/** What became of a message. */
const FATES = {
  DELETED: 'deleted',
  DEAD_LETTERED: 'in the dead-letter queue',
  DUE_FOR_DEAD_LETTER_QUEUE: 'due for the dead-letter queue',
  IN_HAND: 'in hand',
  ON_QUEUE: 'on the queue',
  NEVER_RECEIVED: 'never received',
  NOT_SENT: 'not sent',
};

const seconds = (at, digits = 3) => at.toFixed(digits);
const count = n => n.toLocaleString('en-US');
const plural = (n, one, many = one + 's') => `${count(n)} ${n === 1 ? one : many}`;
const dollars = value => value === undefined ? '–' : '$' + value.toFixed(value < 1 ? 3 : 2);
const shortId = id => id.length > 40 ? id.slice(0, 39) + '…' : id;
const time = instant => instant.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC');

const verdict = name => h('span', { class: 'verdict ' + name }, h('span', { 'aria-hidden': 'true' }, SIGNS[name] ?? ''), VERDICTS[name] ?? name);

const details = of => Object.entries(of ?? {})
  .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
  .join('  ');
