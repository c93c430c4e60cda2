// All messages as a table, to search, filter and sort.

const FILTERS = [
  ['all messages', () => true],
  ['delivered more than once', message => message.deliveries.length > 1],
  ['more than one effect', message => effectsOf(message) > 1],
  ['an effect performed again', message => message.deliveries.some(d => d.events.some(fact => fact.details?.timesPerformed > 1))],
  ['no effect', message => effectsOf(message) === 0],
  ['not deleted', message => message.fate !== 'DELETED'],
  ['dead-lettered', message => message.fate === 'DEAD_LETTERED' || message.fate === 'DUE_FOR_DEAD_LETTER_QUEUE'],
  ['recovered', message => message.recovered],
  ['poison', message => message.poison],
];
const SHOWN_AT_ONCE = 100;

const COLUMNS = [
  ['Message', message => message.id],
  ['Sent', message => message.sent ?? -1, 'num'],
  ['Deliveries', message => message.deliveries.length, 'num'],
  ['Effects', effectsOf, 'num'],
  ['Where it ended', message => FATES[message.fate]],
  ['Received by', message => message.deliveries.map(d => d.process).join(', ')],
];

const messages = (data, view) => {
  const all = data.messages.map((message, index) => ({ message, index }));
  const state = { filter: 0, text: '', column: -1, down: false, most: SHOWN_AT_ONCE };
  const body = h('tbody', null);
  const shown = h('span', { class: 'soft small', role: 'status' });
  const more = h('button', { type: 'button', class: 'more', onclick: () => { state.most *= 10; fillIn(); } });
  const heads = COLUMNS.map(([name, , kind], i) => h('th', { class: kind, scope: 'col' },
    h('button', { type: 'button', onclick: () => { state.down = state.column === i && !state.down; state.column = i; fillIn(); } }, name)));

  const found = () => {
    const text = state.text.trim().toLowerCase();
    const list = all.filter(({ message }) => FILTERS[state.filter][1](message) && (!text || message.id.toLowerCase().includes(text) || message.deliveries.some(d => d.process.toLowerCase().includes(text))));
    if (state.column >= 0) {
      const [, value] = COLUMNS[state.column];
      const sign = state.down ? -1 : 1;
      list.sort((a, b) => {
        const [va, vb] = [value(a.message), value(b.message)];
        return sign * (typeof va === 'number' ? va - vb : String(va).localeCompare(String(vb)));
      });
    }
    return list;
  };

  const fillIn = () => {
    const list = found();
    heads.forEach((head, i) => (i === state.column ? head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort')));
    body.replaceChildren(...list.slice(0, state.most).map(({ message, index }) => h('tr', { class: index === view.chosen && 'chosen', 'data-index': index },
      h('td', null, h('button', { type: 'button', class: 'link', title: message.id, onclick: () => view.set('chosen', index) }, shortId(message.id)), message.poison && h('span', { class: 'soft' }, ' poison')),
      h('td', { class: 'num' }, message.sent === undefined ? '–' : seconds(message.sent)),
      h('td', { class: 'num' }, message.deliveries.length),
      h('td', { class: 'num' }, effectsOf(message)),
      h('td', null, FATES[message.fate]),
      h('td', { class: 'soft' }, message.deliveries.map(d => d.process).join(', ')))));
    shown.textContent = `${count(list.length)} of ${count(all.length)}`;
    more.hidden = list.length <= state.most;
    more.textContent = `Show more of ${count(list.length)}`;
  };

  view.on('chosen', index => {
    for (const row of body.rows) row.classList.toggle('chosen', Number(row.dataset.index) === index);
  });
  body.addEventListener('pointerover', event => {
    const row = event.target.closest('tr');
    view.set('lit', row ? Number(row.dataset.index) : undefined);
  });
  body.addEventListener('pointerleave', () => view.set('lit', undefined));
  fillIn();
  return h('section', null, h('h2', null, 'Messages'),
    h('div', { class: 'bar' },
      h('label', null, h('span', { class: 'soft small' }, 'Show '), h('select', { onchange: event => { state.filter = event.target.selectedIndex; state.most = SHOWN_AT_ONCE; fillIn(); } },
        FILTERS.map(([name, fits]) => h('option', null, `${name} (${count(all.filter(({ message }) => fits(message)).length)})`)))),
      h('label', null, h('span', { class: 'soft small' }, 'Search '), h('input', { type: 'search', placeholder: 'id or process', oninput: event => { state.text = event.target.value; state.most = SHOWN_AT_ONCE; fillIn(); } })),
      shown),
    h('div', { class: 'scroll' }, h('table', null, h('thead', null, h('tr', null, heads)), body)), more);
};
