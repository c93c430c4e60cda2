// One message's life in order, across processes.

const lifeRows = life => {
  const rows = life.others.map(fact => ({ at: fact.at, process: fact.process, kind: fact.kind, details: fact.details }));
  for (const delivery of life.deliveries) {
    rows.push({ at: delivery.from, process: delivery.process, kind: 'received', details: { delivery: delivery.count } });
    for (const fact of delivery.facts) rows.push({ ...fact, process: delivery.process });
    if (['DIED', 'PUT_DOWN', 'EXPIRED', 'OPEN'].includes(delivery.end) || (delivery.end === 'CRASHED' && !delivery.facts.some(fact => fact.kind === 'crashed'))) {
      rows.push({ at: delivery.to, process: delivery.process, kind: '', details: {}, told: ENDS[delivery.end] });
    }
  }
  return rows.sort((a, b) => a.at - b.at);
};

const lifePanel = (data, view) => {
  const panel = h('div', { 'aria-live': 'polite' });
  view.on('chosen', index => {
    panel.replaceChildren();
    const life = data.lives[index];
    if (!life) return;
    panel.append(h('section', { class: 'life' },
      h('div', { class: 'bar' },
        h('h3', { class: 'grow' }, 'Message ', h('span', { class: 'mono' }, life.id)),
        h('button', { type: 'button', onclick: () => view.set('chosen', undefined) }, 'Close')),
      h('p', { class: 'soft' }, `${plural(life.deliveries.length, 'delivery', 'deliveries')}, ${plural(effectsOf(life), 'effect')}; where it ended: ${ENDINGS[life.ending]}${life.poison ? '; poison' : ''}`),
      h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, ['Second', 'Process', 'Fact', 'Details'].map((name, i) => h('th', { class: i === 0 && 'num' }, name)))),
        h('tbody', null, lifeRows(life).map(row => h('tr', null,
          h('td', { class: 'num' }, seconds(row.at)), h('td', null, row.process), h('td', null, row.kind),
          h('td', { class: 'soft' }, row.told ?? details(row.details)))))))));
  });
  return panel;
};

const effectsOf = life => life.deliveries.reduce((sum, delivery) => sum + delivery.facts.filter(fact => fact.kind === 'effect-performed').length, 0);
