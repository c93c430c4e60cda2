// Faults of the gateway, and breakpoints: which of them met which call, and which messages that call is about.

const ordinal = n => n + (n % 100 > 10 && n % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');

const faultText = call => `${call.faults.join(', ')} met ${call.operation}, ${ordinal(call.attempt ?? 1)} try`;

const callsWithFaults = data => (data.calls?.shown ?? []).filter(call => call.faults);

/** Where some entries of a batch failed, the fault met these. */
const metBy = call => {
  const named = call.messages ?? [];
  const failed = named.filter(message => message.failed);
  return failed.length ? failed : named;
};

/** The faults that met a message, as rows among its events. */
const faultRows = (data, index) => callsWithFaults(data)
  .filter(call => metBy(call).some(named => named.index === index))
  .map(call => ({ at: call.at, process: call.process, kind: call.faults.includes('breakpoint') ? 'breakpoint' : 'fault', text: faultText(call) }));

/** The same as events of processes, for the timeline. */
const faultEvents = data => callsWithFaults(data).map(call => ({
  at: call.at, process: call.process, kind: call.faults.join('+'), isFault: true, index: metBy(call)[0]?.index,
  text: `${seconds(call.at)} s  ${call.process}: ${faultText(call)}`,
}));

const messagesWithFaults = data => new Set(callsWithFaults(data).flatMap(metBy).map(named => data.messages[named.index]));

const sumOf = numbers => Object.values(numbers).reduce((sum, n) => sum + n, 0);

const messageLinks = (data, view, row) => [
  row.examples.map(index => h('div', null, h('button', { type: 'button', class: 'link', title: data.messages[index].id, onclick: () => view.set('selected', index) }, shortId(data.messages[index].id)))),
  row.messages > row.examples.length && h('div', { class: 'soft' }, row.examples.length ? `and ${count(row.messages - row.examples.length)} more` : count(row.messages)),
  row.messages === 0 && h('span', { class: 'soft' }, 'none that the call names'),
];

const faults = (data, view) => data.calls?.faults.length > 0 && h('section', null, h('h2', null, 'Faults'),
  h('div', { class: 'scroll tall', tabindex: scrolls(data.calls.faults), role: 'region', 'aria-label': 'faults' }, h('table', { class: 'faults' },
    h('thead', null, h('tr', null, ['Fault', 'Operation', 'Process', 'Calls', 'Messages'].map((name, i) => h('th', { class: i === 3 && 'num', scope: 'col' }, name)))),
    h('tbody', null, data.calls.faults.map(row => h('tr', null,
      h('td', null, h('b', null, row.fault)), h('td', null, row.operation), h('td', null, row.process), h('td', { class: 'num' }, count(row.times)), h('td', null, messageLinks(data, view, row))))))));
