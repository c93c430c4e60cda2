// What the run called, and what that comes to.

const costNotes = cost => [
  cost.uncounted.length > 0 && `${cost.uncounted.join(', ')} ended without recording what ${cost.uncounted.length === 1 ? 'it' : 'they'} called (or had not recorded it yet), so the true numbers are higher.`,
  cost.unpriced.length > 0 && `No price is listed for ${cost.unpriced.join(', ')}.`,
  'Calls of producers and consumers; those of the laboratory itself are not in it. In a short run, polls that found nothing weigh more than they would under load.',
  `Prices: ${cost.source}. ${cost.assumptions}.`,
].filter(Boolean);

const cost = data => {
  const of = data.cost;
  const total = of.rows.reduce((sum, row) => sum + row.calls, 0);
  return h('section', null, h('h2', null, 'Cost'),
    of.rows.length === 0
      ? h('p', { class: 'soft' }, 'No process recorded what it called.')
      : h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', null, 'Operation'), ['Calls', 'For each message', 'A million calls', 'For a million messages'].map(name => h('th', { class: 'num' }, name)))),
        h('tbody', null,
          of.rows.map(row => h('tr', null, h('td', null, row.operation), h('td', { class: 'num' }, count(row.calls)), h('td', { class: 'num' }, of.messages ? row.perMessage.toFixed(2) : '–'),
            h('td', { class: 'num' }, dollars(row.ofMillion)), h('td', { class: 'num' }, dollars(row.millionMessages)))),
          h('tr', null, h('td', null, h('b', null, 'All')), h('td', { class: 'num' }, h('b', null, count(total))), h('td', { class: 'num' }, h('b', null, of.messages ? (total / of.messages).toFixed(2) : '–')),
            h('td', null), h('td', { class: 'num' }, h('b', null, of.messages ? dollars(of.millionMessages) : '–')))))),
    costNotes(of).map(note => h('p', { class: 'soft small' }, note)));
};
