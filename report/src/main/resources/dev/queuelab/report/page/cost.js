// What the run called, and what that costs.

const costNotes = cost => [
  cost.uncounted.length > 0 && `${cost.uncounted.join(', ')} did not report ${cost.uncounted.length === 1 ? 'its' : 'their'} calls: a process reports them when it stops. The real numbers are higher.`,
  cost.unpriced.length > 0 && `No price is listed for ${cost.unpriced.join(', ')}.`,
  'The calls are those of producers and consumers, without those of the laboratory itself. In a short run, polls that find no message weigh more than under load.',
  `Prices: ${cost.source}. ${cost.assumptions}.`,
].filter(Boolean);

const callsPerMessage = cost => cost.messages ? (cost.rows.reduce((sum, row) => sum + row.calls, 0) / cost.messages).toFixed(2) : '–';

const cost = data => {
  const of = data.cost;
  const total = of.rows.reduce((sum, row) => sum + row.calls, 0);
  return h('section', null, h('h2', null, 'Cost'),
    of.rows.length === 0
      ? h('p', { class: 'soft' }, 'No process reported its calls.')
      : h('div', { class: 'scroll' }, h('table', null,
        h('thead', null, h('tr', null, h('th', null, 'Operation'), ['Calls', 'Calls per message', 'Per million calls', 'Per million messages'].map(name => h('th', { class: 'num' }, name)))),
        h('tbody', null,
          of.rows.map(row => h('tr', null, h('td', null, row.operation), h('td', { class: 'num' }, count(row.calls)), h('td', { class: 'num' }, of.messages ? row.perMessage.toFixed(2) : '–'),
            h('td', { class: 'num' }, dollars(row.perMillionCalls)), h('td', { class: 'num' }, dollars(row.perMillionMessages)))),
          h('tr', null, h('td', null, h('b', null, 'All')), h('td', { class: 'num' }, h('b', null, count(total))), h('td', { class: 'num' }, h('b', null, callsPerMessage(of))),
            h('td', null), h('td', { class: 'num' }, h('b', null, of.messages ? dollars(of.perMillionMessages) : '–')))))),
    costNotes(of).map(note => h('p', { class: 'soft small' }, note)));
};
