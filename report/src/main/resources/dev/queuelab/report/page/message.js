// One message's events in order, across processes.

const ENDS_WITHOUT_EVENT = ['DIED', 'NOT_BEGUN', 'TIMED_OUT', 'OPEN'];

const eventRows = (message, ofFaults) => {
  const rows = [...message.otherEvents, ...ofFaults];
  for (const delivery of message.deliveries) {
    const { process, events, end } = delivery;
    rows.push({ at: delivery.from, process, kind: 'received', details: { delivery: delivery.receiveCount } });
    for (const event of events) rows.push({ ...event, process });
    if (ENDS_WITHOUT_EVENT.includes(end) || (end === 'CRASHED' && !events.some(event => event.kind === 'crashed'))) {
      rows.push({ at: delivery.to, process, kind: '', text: ENDS[end] });
    }
  }
  return rows.sort((a, b) => a.at - b.at);
};

const summaryOf = message => [
  `${plural(message.deliveries.length, 'delivery', 'deliveries')}, ${plural(message.effects, 'effect')}; ${FATES[message.fate]} at the end`,
  message.recovered && 'recovered after the loss of a process',
  message.poison && 'poison',
].filter(Boolean).join('; ');

const messagePanel = (data, view) => {
  const panel = h('div', { 'aria-live': 'polite' });
  view.on('selected', index => {
    panel.replaceChildren();
    const message = data.messages[index];
    if (!message) return;
    panel.append(h('section', { class: 'message' },
      h('div', { class: 'bar' },
        h('h3', { class: 'grow' }, 'Message ', h('span', { class: 'mono' }, message.id)),
        h('button', { type: 'button', onclick: () => view.set('selected', undefined) }, 'Close')),
      h('p', { class: 'soft' }, summaryOf(message)),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, ['Second', 'Process', 'Event', 'Details'].map((name, i) => h('th', { class: i === 0 && 'num' }, name)))),
        h('tbody', null, eventRows(message, faultRows(data, index)).map(row => h('tr', null,
          h('td', { class: 'num' }, seconds(row.at)), h('td', null, row.process), h('td', null, row.kind),
          h('td', { class: 'soft' }, row.text ?? details(row.details)))))))));
  });
  return panel;
};
