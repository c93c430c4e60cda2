// The spacetime view: every call that the gateway saw, as an arrow from its process to a queue or table and back.

const laneTitle = (lane, isNarrow) => {
  const most = isNarrow ? 11 : 16;
  const small = lane.subtitle && (lane.subtitle.length > most ? '…' + lane.subtitle.slice(1 - most) : lane.subtitle);
  return [
    s('text', { class: 'name', x: 12, y: lane.y + (small ? -1 : 4) }, lane.isProcess ? laneName(lane, isNarrow) : lane.title, s('title', null, lane.name)),
    small && s('text', { class: 'detail', x: 12, y: lane.y + 11 }, small, s('title', null, lane.name)),
  ];
};

const spacetimeStatus = (data, inSpan, drawn) => [
  drawn < inSpan ? `Shows ${count(drawn)} of ${count(inSpan)} calls: those of the selected message, faults and errors first. Zoom in for more.` : plural(inSpan, 'call') + '.',
  data.calls.shown.length < data.calls.all && `The page holds ${count(data.calls.shown.length)} of ${count(data.calls.all)}, faults and errors first.`,
].filter(Boolean).join(' ');

const spacetimeDiagram = (data, view, items, state, status) => {
  const box = h('div', { class: 'timeline spacetime' });
  const tip = createTip(describeCall(data));
  const clip = `plot${timelines++}`;
  const drawn = { shapes: [], byMessage: new Map(), current: 0, timeAt: () => 0, isCut: false };
  const { lanes, distance, height } = spacetimeLanes(data);
  const byName = new Map(lanes.map(lane => [lane.isProcess ? lane.name : '/' + lane.name, lane]));

  const applyView = () => {
    const index = view.highlighted ?? view.selected;
    for (const element of box.querySelectorAll('.highlighted')) element.classList.remove('highlighted');
    box.querySelector('svg')?.classList.toggle('has-highlight', drawn.byMessage.has(index));
    for (const element of drawn.byMessage.get(index) ?? []) element.classList.add('highlighted');
  };

  const draw = () => {
    const width = Math.max(box.clientWidth, 320);
    const gutter = width < 600 ? 78 : GUTTER;
    const [t0, t1] = view.span;
    const x = at => Math.max(-1e5, Math.min(1e5, gutter + (at - t0) / (t1 - t0) * (width - gutter - MARGIN)));
    const inSpan = items.filter(item => item.to >= t0 && item.from <= t1 && CALL_FILTERS[state.filter][1](item, view.selected));
    const chosen = chosenCalls(inSpan, view.selected, MOST_ARROWS);
    const hadFocus = box.contains(document.activeElement);
    const last = drawn.shapes[drawn.current]?.item;
    const shapes = chosen.map(item => callShape(item, x, byName, distance)).filter(Boolean);
    const byMessage = new Map();
    for (const shape of shapes) {
      for (const index of shape.item.indices) {
        if (!byMessage.has(index)) byMessage.set(index, []);
        byMessage.get(index).push(shape);
      }
    }
    const svg = s('svg', { width, height, role: 'group', 'aria-label': `Spacetime view of ${plural(shapes.length, 'call')}. Arrow keys go from one to the next, Enter selects the message.` },
      s('defs', null, s('clipPath', { id: clip }, s('rect', { x: gutter - 1, y: 0, width: width - gutter + 1, height }))),
      ticks(t0, t1, Math.max(3, (width - gutter) / 90)).map(([at, text]) => [
        s('line', { class: 'grid', x1: x(at), x2: x(at), y1: 20, y2: height }), s('text', { x: x(at), y: 14, 'text-anchor': 'middle' }, text + ' s')]),
      lanes.map(lane => laneTitle({ ...lane, subtitle: distance < 26 ? '' : lane.subtitle }, gutter < 100)),
      s('g', { 'clip-path': `url(#${clip})` },
        lanes.map(lane => laneShapes(lane, x, data.endOfRun, width)),
        [...shapes].sort((a, b) => a.item.isEventful - b.item.isEventful),
        faultLabels(chosen, x, byName, width)));
    const current = Math.max(0, shapes.findIndex(shape => shape.item === last));
    Object.assign(drawn, { shapes, byMessage, current, isCut: chosen.length < inSpan.length, timeAt: px => t0 + (px - gutter) / (width - gutter - MARGIN) * (t1 - t0) });
    shapes[current]?.setAttribute('tabindex', '0');
    box.replaceChildren(svg);
    if (hadFocus) shapes[current]?.focus();
    status.textContent = spacetimeStatus(data, inSpan.length, shapes.length);
    applyView();
  };

  followPointer(box, view, tip);
  zoomByDrag(box, view, px => drawn.timeAt(px));
  followKeys(box, view, tip, drawn);
  view.on('span', draw);
  view.on('highlighted', applyView);
  view.on('selected', () => { if (drawn.isCut || state.filter === 2) draw(); else applyView(); });
  return { element: h('div', null, box, tip.element), draw, lanes };
};

const spacetime = (data, view, drawings) => {
  if (!data.calls) return null;
  const items = callItems(data);
  const state = { filter: 0 };
  const status = h('p', { class: 'soft small', role: 'status' });
  const diagram = spacetimeDiagram(data, view, items, state, status);
  drawings.push(diagram.draw);
  const filter = h('select', { onchange: event => { state.filter = event.target.selectedIndex; diagram.draw(); } }, CALL_FILTERS.map(([name]) => h('option', null, name)));
  return h('section', null, h('h2', null, 'Spacetime view'),
    h('p', { class: 'soft small' }, 'Each call that the gateway saw: an arrow from its process to a queue or table, and back when the reply came. A call that was refused, or whose reply was lost, is marked.'),
    zoomBar(view, h('label', null, h('span', { class: 'soft small' }, 'Show '), filter)),
    status, diagram.element, spacetimeLegend(items, diagram.lanes), callsOfMessage(data, items, view));
};
