// One message's message in order, across processes.

const messageRows = message => {
  const rows = message.others.map(fact => ({ at: fact.at, process: fact.process, kind: fact.kind, details: fact.details }));
  for (const delivery of message.deliveries) {
    rows.push({ at: delivery.from, process: delivery.process, kind: 'received', details: { delivery: delivery.count } });
    for (const fact of delivery.events) rows.push({ ...fact, process: delivery.process });
    if (['DIED', 'NOT_BEGUN', 'TIMED_OUT', 'OPEN'].includes(delivery.end) || (delivery.end === 'CRASHED' && !delivery.events.some(fact => fact.kind === 'crashed'))) {
      rows.push({ at: delivery.to, process: delivery.process, kind: '', details: {}, text: ENDS[delivery.end] });
    }
  }
  return rows.sort((a, b) => a.at - b.at);
};

const messagePanel = (data, view) => {
  const panel = h('div', { 'aria-live': 'polite' });
  view.on('chosen', index => {
    panel.replaceChildren();
    const message = data.messages[index];
    if (!message) return;
    panel.append(h('section', { class: 'message' },
      h('div', { class: 'bar' },
        h('h3', { class: 'grow' }, 'Message ', h('span', { class: 'mono' }, message.id)),
        h('button', { type: 'button', onclick: () => view.set('chosen', undefined) }, 'Close')),
      h('p', { class: 'soft' }, `${plural(message.deliveries.length, 'delivery', 'deliveries')}, ${plural(effectsOf(message), 'effect')}; where it ended: ${FATES[message.fate]}${message.recovered ? '; recovered' : ''}${message.poison ? '; poison' : ''}`),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, ['Second', 'Process', 'Event', 'Details'].map((name, i) => h('th', { class: i === 0 && 'num' }, name)))),
        h('tbody', null, messageRows(message).map(row => h('tr', null,
          h('td', { class: 'num' }, seconds(row.at)), h('td', null, row.process), h('td', null, row.kind),
          h('td', { class: 'soft' }, row.text ?? details(row.details)))))))));
  });
  return panel;
};

const effectsOf = message => message.deliveries.reduce((sum, delivery) => sum + delivery.events.filter(fact => fact.kind === 'effect-performed').length, 0);
