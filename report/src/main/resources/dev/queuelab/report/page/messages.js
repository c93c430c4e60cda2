// All messages as a table, to search, filter and sort.

const FILTERS = [
  ['all messages', () => true],
  ['delivered more than once', life => life.deliveries.length > 1],
  ['more than one effect', life => effectsOf(life) > 1],
  ['an effect performed again', life => life.deliveries.some(d => d.facts.some(fact => fact.details?.timesPerformed > 1))],
  ['no effect', life => effectsOf(life) === 0],
  ['not deleted', life => life.ending !== 'DELETED'],
  ['dead-lettered', life => life.ending === 'DEAD_LETTERED' || life.ending === 'DUE_FOR_DEAD_LETTER_QUEUE'],
  ['poison', life => life.poison],
];
const SHOWN_AT_ONCE = 100;

const COLUMNS = [
  ['Message', life => life.id],
  ['Sent', life => life.sent ?? -1, 'num'],
  ['Deliveries', life => life.deliveries.length, 'num'],
  ['Effects', effectsOf, 'num'],
  ['Where it ended', life => ENDINGS[life.ending]],
  ['Received by', life => life.deliveries.map(d => d.process).join(', ')],
];

const messages = (data, view) => {
  const all = data.lives.map((life, index) => ({ life, index }));
  const state = { filter: 0, text: '', column: -1, down: false, most: SHOWN_AT_ONCE };
  const body = h('tbody', null);
  const told = h('span', { class: 'soft small', role: 'status' });
  const more = h('button', { type: 'button', class: 'more', onclick: () => { state.most *= 10; fillIn(); } });
  const heads = COLUMNS.map(([name, , kind], i) => h('th', { class: kind, scope: 'col' },
    h('button', { type: 'button', onclick: () => { state.down = state.column === i && !state.down; state.column = i; fillIn(); } }, name)));

  const found = () => {
    const text = state.text.trim().toLowerCase();
    const list = all.filter(({ life }) => FILTERS[state.filter][1](life) && (!text || life.id.toLowerCase().includes(text) || life.deliveries.some(d => d.process.toLowerCase().includes(text))));
    if (state.column >= 0) {
      const [, value] = COLUMNS[state.column];
      const sign = state.down ? -1 : 1;
      list.sort((a, b) => {
        const [va, vb] = [value(a.life), value(b.life)];
        return sign * (typeof va === 'number' ? va - vb : String(va).localeCompare(String(vb)));
      });
    }
    return list;
  };

  const fillIn = () => {
    const list = found();
    heads.forEach((head, i) => (i === state.column ? head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending') : head.removeAttribute('aria-sort')));
    body.replaceChildren(...list.slice(0, state.most).map(({ life, index }) => h('tr', { class: index === view.chosen && 'chosen', 'data-index': index },
      h('td', null, h('button', { type: 'button', class: 'link', title: life.id, onclick: () => view.set('chosen', index) }, shortId(life.id)), life.poison && h('span', { class: 'soft' }, ' poison')),
      h('td', { class: 'num' }, life.sent === undefined ? '–' : seconds(life.sent)),
      h('td', { class: 'num' }, life.deliveries.length),
      h('td', { class: 'num' }, effectsOf(life)),
      h('td', null, ENDINGS[life.ending]),
      h('td', { class: 'soft' }, life.deliveries.map(d => d.process).join(', ')))));
    told.textContent = `${count(list.length)} of ${count(all.length)}`;
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
        FILTERS.map(([name, fits]) => h('option', null, `${name} (${count(all.filter(({ life }) => fits(life)).length)})`)))),
      h('label', null, h('span', { class: 'soft small' }, 'Search '), h('input', { type: 'search', placeholder: 'id or process', oninput: event => { state.text = event.target.value; state.most = SHOWN_AT_ONCE; fillIn(); } })),
      told),
    h('div', { class: 'scroll' }, h('table', null, h('thead', null, h('tr', null, heads)), body)), more);
};
