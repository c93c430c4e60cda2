// What a call was, in words.

const tookText = item => item.isOpen ? 'no reply until the record ends' : `${seconds(item.call.millis, item.call.millis < 10 ? 1 : 0)} ms`;

const lossText = faults => {
  if (faults.includes('request-lost')) return 'the request was lost';
  return faults.includes('reply-lost') || faults.includes('connection-closed') ? 'the reply was lost' : 'the connection was closed before a reply';
};

const resultText = item => {
  const { call } = item;
  if (item.isOpen) return 'outcome unknown';
  if (call.status === undefined) return lossText(call.faults ?? []);
  if (call.status !== 200) return `${call.status} ${call.error ?? ''}`.trim();
  return item.isPoll ? 'nothing was received' : 'done';
};

const namedText = (data, named) => [
  shortId(data.messages[named.index].id), named.receiveCount && `delivery ${named.receiveCount}`,
  named.visibilitySeconds !== undefined && `invisible for ${named.visibilitySeconds} s`, named.failed && `failed: ${named.failed}`,
].filter(Boolean).join(', ');

const callLabel = item => `${item.call.operation}, ${item.call.process} to ${item.call.resource}, at ${seconds(item.from)} seconds, ${resultText(item)}${item.call.faults ? ', fault ' + item.call.faults.join(', ') : ''}`;

/** For the box beside the pointer: a heading and its lines. */
const describeCall = data => item => {
  const { call } = item;
  const named = call.messages ?? [];
  const others = call.named - named.length;
  return [
    `${call.operation}${call.attempt ? `, ${ordinal(call.attempt)} try` : ''}`, [
      `${call.process} → ${call.resource}`,
      `${seconds(item.from)} s, ${tookText(item)}: ${resultText(item)}`,
      call.faults && `Fault: ${call.faults.join(', ')}`,
      ...named.slice(0, 5).map(each => 'message ' + namedText(data, each)),
      named.length > 5 && `and ${named.length - 5} more messages`,
      others > 0 && `${plural(others, 'message or item', 'messages or items')} that ${others === 1 ? 'is' : 'are'} none of those on this page`,
    ].filter(Boolean)];
};

const deliveryOf = (item, index) => {
  const { receiveCount, failed } = item.call.messages.find(named => named.index === index);
  return [receiveCount && `, delivery ${receiveCount}`, failed && `, but failed for this message: ${failed}`].filter(Boolean);
};

/** The calls of the selected message as a table. */
const callsOfMessage = (data, items, view) => {
  const panel = h('div', { 'aria-live': 'polite' });
  view.on('selected', index => {
    panel.replaceChildren();
    const own = items.filter(item => item.indices.includes(index));
    if (!own.length) return;
    panel.append(h('section', { class: 'message calls' },
      h('h3', null, `${plural(own.length, 'call')} about message `, h('span', { class: 'mono' }, data.messages[index].id)),
      h('div', { class: 'scroll tall', tabindex: scrolls(own), role: 'region', 'aria-label': 'calls' }, h('table', null,
        h('thead', null, h('tr', null, ['Second', 'Process', 'Call', 'To', 'Took', 'Result', 'Fault'].map((name, i) => h('th', { class: (i === 0 || i === 4) && 'num', scope: 'col' }, name)))),
        h('tbody', null, own.slice(0, 200).map(item => h('tr', null,
          h('td', { class: 'num' }, seconds(item.from)), h('td', null, item.call.process),
          h('td', null, item.call.operation, item.call.attempt && h('span', { class: 'soft' }, ` ${ordinal(item.call.attempt)} try`)),
          h('td', null, item.call.resource), h('td', { class: 'num' }, item.isOpen ? '–' : tookText(item)), h('td', null, resultText(item), deliveryOf(item, index)), h('td', null, item.call.faults?.join(', ')))))))));
  });
  return panel;
};
