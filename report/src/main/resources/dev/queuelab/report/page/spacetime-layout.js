// Where things are in the spacetime view: a lane for each process, queue, table and service; and which calls are drawn.

const MOST_ARROWS = 600;
const RESOURCE_NAMES = { QUEUE: 'queue', DEAD_LETTER_QUEUE: 'DLQ', TABLE: 'table', SERVICE: 'service' };
const LANE_ORDER = { producer: 1, QUEUE: 2, DEAD_LETTER_QUEUE: 3, consumer: 4, TABLE: 5, SERVICE: 6 };

/** The spans of time in which a process was stopped by SIGSTOP. */
const pausesOf = (data, name) => {
  const pauses = [];
  let since;
  for (const event of data.processEvents) {
    if (event.kind !== 'signalled' || event.details.child !== name) continue;
    if (event.details.signal === 'STOP') since ??= event.at;
    else if (since !== undefined) { pauses.push([since, event.at]); since = undefined; }
  }
  return since === undefined ? pauses : [...pauses, [since, data.endOfRun]];
};

/** A process records its start after its first calls. */
const processLane = (data, name, firstCall) => {
  const process = data.processes.find(each => each.name === name);
  const role = process?.role ?? name.replace(/-\d+$/, '');
  const isBad = /^SIGKILL|^crashed|exit code (?!0\b|143\b)/.test(process?.ending ?? '');
  return { name, kind: role, from: Math.min(process?.from ?? firstCall, firstCall), to: process?.to ?? data.endOfRun, ending: process?.ending, isBad, pauses: pausesOf(data, name), isProcess: true };
};

/** What the names of all queues and tables begin with says nothing; of a single name it says all. */
const commonPrefix = names => names.length < 2 ? '' : names.reduce((prefix, name) => {
  let i = 0;
  while (i < prefix.length && prefix[i] === name[i]) i++;
  return prefix.slice(0, i);
});

const resourceLane = (resource, prefix) => {
  const rest = resource.kind === 'SERVICE' ? resource.name : resource.name.slice(prefix.length).replace(/^[-_.]/, '');
  return { name: resource.name, kind: resource.kind, title: RESOURCE_NAMES[resource.kind], subtitle: rest === 'dlq' ? '' : rest, from: 0, to: undefined };
};

const spacetimeLanes = data => {
  const { shown, resources } = data.calls;
  const prefix = commonPrefix(resources.filter(resource => resource.kind !== 'SERVICE').map(resource => resource.name));
  const firstCalls = new Map();
  for (const call of shown) if (!firstCalls.has(call.process)) firstCalls.set(call.process, call.at);
  const lanes = [
    ...[...firstCalls].map(([name, at]) => processLane(data, name, at)),
    ...resources.map(resource => resourceLane(resource, prefix)),
  ].sort((a, b) => (LANE_ORDER[a.kind] ?? 0) - (LANE_ORDER[b.kind] ?? 0) || a.name.localeCompare(b.name, 'en', { numeric: true }));
  const distance = Math.max(15, Math.min(46, 560 / lanes.length));
  lanes.forEach((lane, i) => { lane.y = 40 + i * distance; });
  return { lanes, distance, height: 40 + (lanes.length - 1) * distance + 24 };
};

/** Calls as the view needs them; `rank` says which are left out last where there are too many. */
const callItems = data => data.calls.shown.map((call, number) => {
  const isOpen = call.millis === undefined;
  const isPoll = call.operation === 'ReceiveMessage' && call.status === 200 && call.named === 0;
  const isEventful = Boolean(call.faults) || call.status !== 200;
  return {
    call, number, isOpen, isPoll, isEventful, from: call.at, to: isOpen ? data.endOfRun : call.at + call.millis / 1000,
    indices: (call.messages ?? []).map(named => named.index), rank: isEventful ? 1 : isPoll ? 4 : call.named ? 2 : 3,
  };
});

const CALL_FILTERS = [
  ['all calls', () => true],
  ['faults, errors and calls without a reply', item => item.isEventful],
  ['the selected message', (item, selected) => item.indices.includes(selected)],
  ['without polls that found nothing', item => !item.isPoll],
];

/** At most `most`, in their order: those of the selected message, then by rank; of the last rank some of all the time. */
const chosenCalls = (items, selected, most) => {
  if (items.length <= most) return items;
  const chosen = new Set();
  for (let rank = 0; rank <= 4 && chosen.size < most; rank++) {
    const ofRank = items.filter(item => (item.indices.includes(selected) ? 0 : item.rank) === rank);
    const room = Math.min(ofRank.length, most - chosen.size);
    for (let i = 0; i < room; i++) chosen.add(ofRank[Math.floor(i * ofRank.length / room)]);
  }
  return items.filter(item => chosen.has(item));
};
