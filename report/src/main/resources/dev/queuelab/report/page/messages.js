// All messages as a table, to search, filter and sort.

const FILTERS = [
  ['all messages', () => true],
  ['delivered more than once', message => message.deliveries.length > 1],
  ['recovered', message => message.recovered],
  ['more than one effect', message => message.effects > 1],
  ['an effect performed again', message => message.deliveries.some(d => d.events.some(event => event.details?.timesPerformed > 1))],
  ['no effect', message => message.effects === 0],
  ['not deleted', message => message.fate !== 'DELETED'],
  ['dead-lettered', message => message.fate === 'DEAD_LETTERED' || message.fate === 'DUE_FOR_DEAD_LETTER_QUEUE'],
  ['poison', message => message.poison],
];
const SHOWN_AT_ONCE = 100;

const fateOf = message => FATES[message.fate] + (message.recovered ? ', recovered' : '');
const receiversOf = message => message.deliveries.map(d => d.process).join(', ');

const COLUMNS = [
  ['Message', message => message.id],
  ['Sent', message => message.sent ?? -1, 'num'],
  ['Deliveries', message => message.deliveries.length, 'num'],
  ['Effects', message => message.effects, 'num'],
  ['At the end', fateOf],
  ['Received by', receiversOf],
];

const messages = (data, view) => {
  const met = messagesWithFaults(data);
  const filters = data.calls ? [...FILTERS, ['about which a call met a fault', message => met.has(message)]] : FILTERS;
  const all = data.messages.map((message, index) => ({ message, index }));
  const state = { filter: 0, text: '', column: -1, descending: false, most: SHOWN_AT_ONCE };
  const body = h('tbody', null);
  const status = h('span', { class: 'soft small', role: 'status' });
  const more = h('button', { type: 'button', class: 'more', onclick: () => { state.most *= 10; fillIn(); } });
  const heads = COLUMNS.map(([name, , kind], i) => h('th', { class: kind, scope: 'col' },
    h('button', { type: 'button', onclick: () => { state.descending = state.column === i && !state.descending; state.column = i; fillIn(); } }, name)));

  const contains = (message, text) => !text || message.id.toLowerCase().includes(text) || receiversOf(message).toLowerCase().includes(text);
  const found = () => {
    const text = state.text.trim().toLowerCase();
    const list = all.filter(({ message }) => filters[state.filter][1](message) && contains(message, text));
    if (state.column >= 0) {
      const [, value] = COLUMNS[state.column];
      const sign = state.descending ? -1 : 1;
      list.sort((a, b) => {
        const [va, vb] = [value(a.message), value(b.message)];
        return sign * (typeof va === 'number' ? va - vb : String(va).localeCompare(String(vb)));
      });
    }
    return list;
  };

  const row = ({ message, index }) => h('tr', { class: index === view.selected && 'selected', 'data-message': index },
    h('td', null, h('button', { type: 'button', class: 'link', title: message.id, onclick: () => view.set('selected', index) }, shortId(message.id)), message.poison && h('span', { class: 'soft' }, ' poison')),
    h('td', { class: 'num' }, message.sent === undefined ? '–' : seconds(message.sent)),
    h('td', { class: 'num' }, message.deliveries.length),
    h('td', { class: 'num' }, message.effects),
    h('td', null, fateOf(message)),
    h('td', { class: 'soft' }, receiversOf(message)));

  const fillIn = () => {
    const list = found();
    heads.forEach((cell, i) => (i === state.column ? cell.setAttribute('aria-sort', state.descending ? 'descending' : 'ascending') : cell.removeAttribute('aria-sort')));
    body.replaceChildren(...list.slice(0, state.most).map(row));
    status.textContent = `${count(list.length)} of ${count(all.length)}`;
    more.hidden = list.length <= state.most;
    more.textContent = `Show more of ${count(list.length)}`;
  };

  view.on('selected', index => {
    for (const each of body.rows) each.classList.toggle('selected', Number(each.dataset.message) === index);
  });
  body.addEventListener('pointerover', event => {
    const each = event.target.closest('tr');
    view.set('highlighted', each ? Number(each.dataset.message) : undefined);
  });
  body.addEventListener('pointerleave', () => view.set('highlighted', undefined));
  fillIn();
  const filter = h('select', { onchange: event => { state.filter = event.target.selectedIndex; state.most = SHOWN_AT_ONCE; fillIn(); } },
    filters.map(([name, fits]) => h('option', null, `${name} (${count(all.filter(({ message }) => fits(message)).length)})`)));
  const search = h('input', { type: 'search', placeholder: 'id or process', oninput: event => { state.text = event.target.value; state.most = SHOWN_AT_ONCE; fillIn(); } });
  return h('section', null, h('h2', null, 'Messages'),
    h('div', { class: 'bar' },
      h('label', null, h('span', { class: 'soft small' }, 'Show '), filter),
      h('label', null, h('span', { class: 'soft small' }, 'Search '), search),
      status),
    h('div', { class: 'scroll' }, h('table', null, h('thead', null, h('tr', null, heads)), body)), more);
};
