// How a reader moves in the timeline: buttons, pointer and keys.

/** `first` stands at the beginning of the bar. */
const zoomBar = (view, first = h('span', { class: 'soft small' }, 'Drag to zoom in. Click a bar to see all events of its message.')) => {
  const span = h('span', { class: 'soft small grow num' });
  const showSpan = () => { span.textContent = view.isWhole() ? 'the whole run' : `${seconds(view.span[0], 2)} s to ${seconds(view.span[1], 2)} s`; };
  view.on('span', showSpan);
  showSpan();
  const button = (text, label, act) => h('button', { type: 'button', 'aria-label': label, onclick: act }, text);
  return h('div', { class: 'bar' }, first, span,
    button('◀', 'earlier', () => view.pan(-0.5)), button('▶', 'later', () => view.pan(0.5)),
    button('+', 'zoom in', () => view.by(0.5)), button('−', 'zoom out', () => view.by(2)), button('Whole run', 'show the whole run', () => view.reset()));
};

const describeDelivery = d => [
  shortId(d.message.id) + (d.message.poison ? ' (poison)' : ''), [
    `${d.process}, delivery ${d.receiveCount}: ${seconds(d.from)} s to ${seconds(d.to)} s`,
    ...d.events.map(event => `${seconds(event.at)} s  ${event.kind}  ${details(event.details)}`),
    'End: ' + ENDS[d.end],
  ]];

/** A box beside the pointer; `describe` gives the heading and the lines for what the pointer is on. */
const createTip = describe => {
  const element = h('div', { class: 'tip', hidden: true });
  const show = (item, px, py) => {
    const [heading, rows] = describe(item);
    element.replaceChildren(h('b', { class: 'mono' }, heading), ...rows.map(row => h('div', null, row.length > 160 ? row.slice(0, 159) + '…' : row)));
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = Math.max(4, Math.min(px + 14, innerWidth - width - 8)) + 'px';
    element.style.top = (py + 18 + height > innerHeight ? Math.max(4, py - height - 12) : py + 18) + 'px';
  };
  return { element, show, hide: () => { element.hidden = true; } };
};

/** A delivery or a call. */
const shapeIn = event => event.target.closest?.('g[role=button]');
const messageIn = event => event.target.closest?.('[data-message]');
const messageOf = shape => shape?.dataset.message === undefined ? undefined : Number(shape.dataset.message);

/** A message is highlighted while the pointer is on it, and selected by a click. */
const followPointer = (box, view, tip) => {
  box.addEventListener('pointermove', event => {
    const shape = shapeIn(event);
    const message = messageIn(event);
    view.set('highlighted', messageOf(message));
    if (shape) tip.show(shape.item, event.clientX, event.clientY); else tip.hide();
  });
  box.addEventListener('pointerleave', () => { view.set('highlighted', undefined); tip.hide(); });
  box.addEventListener('click', event => {
    const message = messageIn(event);
    if (message) view.set('selected', messageOf(message));
  });
  box.addEventListener('dblclick', () => view.reset());
};

/** A drag zooms in on the time that it covers; `timeAt` turns pixels into seconds. */
const zoomByDrag = (box, view, timeAt) => box.addEventListener('pointerdown', event => {
  if (event.button !== 0 || messageIn(event) || event.pointerType === 'touch') return;
  const left = box.getBoundingClientRect().left;
  const begin = event.clientX - left;
  const svg = box.querySelector('svg');
  const brush = s('rect', { class: 'brush', y: 20, height: svg.getAttribute('height'), x: begin, width: 0 });
  svg.append(brush);
  const move = e => {
    const now = e.clientX - left;
    brush.setAttribute('x', Math.min(begin, now));
    brush.setAttribute('width', Math.abs(now - begin));
  };
  const up = e => {
    removeEventListener('pointermove', move);
    brush.remove();
    const now = e.clientX - left;
    if (Math.abs(now - begin) > 6) view.zoom(timeAt(Math.min(begin, now)), timeAt(Math.max(begin, now)));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up, { once: true });
  event.preventDefault();
});

/** Arrow keys go from shape to shape; only the current one is a tab stop. `drawn` holds the shapes and which is current. */
const followKeys = (box, view, tip, drawn) => {
  const current = () => drawn.shapes[drawn.current];
  const focus = to => {
    if (!drawn.shapes[to]) return;
    current()?.setAttribute('tabindex', '-1');
    drawn.current = to;
    current().setAttribute('tabindex', '0');
    current().focus();
  };
  const nearest = direction => {
    const here = current();
    const others = drawn.shapes.map((shape, i) => [shape, i]).filter(([shape]) => direction * (shape.top - here.top) > 0);
    others.sort(([a], [b]) => Math.abs(a.top - here.top) - Math.abs(b.top - here.top) || Math.abs(a.item.from - here.item.from) - Math.abs(b.item.from - here.item.from));
    return others[0]?.[1];
  };
  const select = () => view.set('selected', messageOf(current()));
  const actions = {
    ArrowRight: () => focus(drawn.current + 1), ArrowLeft: () => focus(drawn.current - 1),
    ArrowDown: () => focus(nearest(1)), ArrowUp: () => focus(nearest(-1)),
    Home: () => focus(0), End: () => focus(drawn.shapes.length - 1),
    Enter: select, ' ': select,
    Escape: () => { view.set('selected', undefined); tip.hide(); },
    '+': () => view.by(0.5, current()?.item.from), '-': () => view.by(2), 0: () => view.reset(),
  };
  box.addEventListener('keydown', event => {
    const act = actions[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); act(); }
  });
  box.addEventListener('focusin', event => {
    const shape = shapeIn(event);
    if (!shape) return;
    drawn.current = drawn.shapes.indexOf(shape);
    view.set('highlighted', messageOf(shape));
    const at = shape.getBoundingClientRect();
    if (shape.matches(':focus-visible')) tip.show(shape.item, at.left, at.bottom - 10);
  });
  box.addEventListener('focusout', () => { view.set('highlighted', undefined); tip.hide(); });
};
