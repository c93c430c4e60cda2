// The timeline: a lane for each process, a bar for each delivery, from its receive to its end.

/** Ids are the document's: two timelines on one page need a clip each. */
let timelines = 0;

const definitions = (clip, gutter, width, height) => s('defs', null,
  s('pattern', { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    s('rect', { width: 5, height: 5, fill: colour('stale') }), s('rect', { width: 2, height: 5, fill: colour('raised') })),
  s('clipPath', { id: clip }, s('rect', { x: gutter - 1, y: 0, width: width - gutter + 1, height })));

const laneName = (lane, isNarrow) => isNarrow ? lane.name.replace('consumer', 'cons.').replace('producer', 'prod.') : lane.name;

const timeline = (data, view) => {
  const box = h('div', { class: 'timeline' });
  const tip = createTip(describeDelivery);
  const clip = `plot${timelines++}`;
  const drawn = { shapes: [], byMessage: new Map(), current: 0, timeAt: () => 0 };

  const applyView = () => {
    const index = view.highlighted ?? view.selected;
    for (const element of box.querySelectorAll('.highlighted')) element.classList.remove('highlighted');
    for (const element of box.querySelectorAll('.selected')) element.classList.remove('selected');
    box.querySelector('svg')?.classList.toggle('has-highlight', drawn.byMessage.has(index));
    for (const element of drawn.byMessage.get(index) ?? []) element.classList.add('highlighted');
    for (const element of drawn.byMessage.get(view.selected) ?? []) if (element.matches('.delivery')) element.classList.add('selected');
  };

  const draw = () => {
    const width = Math.max(box.clientWidth, 320);
    const gutter = width < 600 ? 78 : GUTTER;
    const { lanes, height, few, all } = layout(data, width - gutter - MARGIN);
    const [t0, t1] = view.span;
    const x = at => gutter + (at - t0) / (t1 - t0) * (width - gutter - MARGIN);
    const isVisible = (from, to) => to >= t0 && from <= t1;
    const byMessage = new Map();
    const shapes = [];
    const remember = (index, element) => {
      if (!byMessage.has(index)) byMessage.set(index, []);
      byMessage.get(index).push(element);
      return element;
    };
    const hadFocus = box.contains(document.activeElement);
    const last = drawn.shapes[drawn.current]?.item;

    const svg = s('svg', { width, height, role: 'group', 'aria-label': `Timeline of ${plural(all.length, 'delivery', 'deliveries')}. Arrow keys go from one to the next, Enter shows the events of the message.` },
      definitions(clip, gutter, width, height));
    for (const [at, text] of ticks(t0, t1, Math.max(3, (width - gutter) / 90))) {
      svg.append(s('line', { class: 'grid', x1: x(at), x2: x(at), y1: 20, y2: height }), s('text', { x: x(at), y: 14, 'text-anchor': 'middle' }, text + ' s'));
    }
    const plot = s('g', { 'clip-path': `url(#${clip})` });
    const middles = new Map();
    for (const lane of lanes) {
      svg.append(s('line', { class: 'lane-rule', x1: 0, x2: width, y1: lane.top, y2: lane.top }), s('text', { class: 'name', x: 12, y: lane.top + 17 }, laneName(lane, gutter < 100)));
      plot.append(s('rect', { class: 'running', x: x(lane.from), width: Math.max(1, x(lane.to) - x(lane.from)), y: lane.top + 3, height: lane.height - 6, rx: 2 }));
      for (const sending of lane.sendings) if (isVisible(sending.at, sending.at)) plot.append(remember(sending.index, sendingShape(sending, x, lane)));
      fill(plot, {}, processEventShapes(lane, x, isVisible, width));
      for (const delivery of lane.deliveries) {
        const y = lane.first + delivery.row * (lane.bar + lane.gap);
        middles.set(`${delivery.index}/${delivery.number}`, y + lane.bar / 2);
        if (!isVisible(delivery.from, Math.max(delivery.to, delivery.visibleAt))) continue;
        const shape = remember(delivery.index, deliveryShape(delivery, x, y, lane.bar, few, data));
        shapes.push(shape);
        plot.append(shape);
      }
    }
    data.messages.forEach((message, index) => {
      for (let i = 1; i < message.deliveries.length; i++) {
        const [a, b] = [message.deliveries[i - 1], message.deliveries[i]];
        const [ya, yb] = [middles.get(`${index}/${i - 1}`), middles.get(`${index}/${i}`)];
        const from = Math.min(a.to, b.from);
        if (ya !== undefined && yb !== undefined && isVisible(from, b.from)) plot.append(remember(index, redeliveryShape([x(from), ya], [x(b.from), yb])));
      }
    });
    svg.append(plot);
    shapes.sort((a, b) => a.item.from - b.item.from);
    const current = Math.max(0, shapes.findIndex(({ item }) => item.index === last?.index && item.number === last?.number));
    Object.assign(drawn, { shapes, byMessage, current, timeAt: px => t0 + (px - gutter) / (width - gutter - MARGIN) * (t1 - t0) });
    shapes[current]?.setAttribute('tabindex', '0');
    box.replaceChildren(svg);
    if (hadFocus) shapes[current]?.focus();
    applyView();
  };

  followPointer(box, view, tip);
  zoomByDrag(box, view, px => drawn.timeAt(px));
  followKeys(box, view, tip, drawn);
  view.on('span', draw);
  view.on('highlighted', applyView);
  view.on('selected', applyView);
  return { element: h('div', null, box, tip.element), draw };
};
