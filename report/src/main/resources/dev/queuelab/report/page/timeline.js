// The timeline: a lane a process, a bar a delivery, from its receive to how it ended.

const CAPS = {
  DELETED: 'M0 0l2.6 3L8-4', DELETE_STALE: 'M1 4L4-4M5 4L8-4', REJECTED: 'M0-4L8 4M8-4L0 4', FAILED: 'M4-5V1M4 4v.2',
  HANDED_BACK: 'M8 0H0M3-3L0 0L3 3', CRASHED: 'M4-5V5M-.5-2.5L8.5 2.5M8.5-2.5L-.5 2.5', DIED: 'M4-5V5M-.5-2.5L8.5 2.5M8.5-2.5L-.5 2.5',
  NOT_BEGUN: 'M2-4V4M6-4V4', NOT_DELETED: 'M1 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0', TIMED_OUT: 'M0-4H7L0 4H7Z', OPEN: 'M1-4L5 0L1 4',
};
const FEW = 150;
const GUTTER = 108;

/** Deliveries with what drawing needs: whose, where, and how long the message stayed hidden. */
const deliveriesOf = data => data.messages
  .flatMap((message, index) => message.deliveries.map((delivery, number) => {
    const hiddenTo = delivery.from + data.queue.visibilityTimeoutSeconds;
    const quiet = delivery.end === 'DELETED' && delivery.to <= hiddenTo;
    return { ...delivery, message, index, number, hiddenTo, quiet };
  }))
  .sort((a, b) => a.from - b.from);

/** Puts deliveries that overlap into rows below each other. */
const packed = (deliveries, least, end) => {
  const rowEnds = [];
  for (const delivery of deliveries) {
    const until = Math.max(delivery.to, delivery.quiet ? delivery.to : Math.min(delivery.hiddenTo, end));
    let row = rowEnds.findIndex(rowEnd => rowEnd <= delivery.from);
    if (row < 0) row = rowEnds.length;
    rowEnds[row] = Math.max(until, delivery.from) + least;
    delivery.row = row;
  }
  return rowEnds.length;
};

const ORDER = { producer: 0, consumer: 1 };
const SHOWN_BY_THE_LANE = new Set(['started', 'stopped', 'shutdown-requested']);

const lanesOf = (data, width) => {
  const all = deliveriesOf(data);
  const span = data.endOfRun || 1;
  const few = all.length <= FEW;
  const lanes = data.processes.map(lane => ({ ...lane, deliveries: [], sends: [], flags: [] }));
  const byName = new Map(lanes.map(lane => [lane.name, lane]));
  for (const delivery of all) byName.get(delivery.process)?.deliveries.push(delivery);
  data.messages.forEach((message, index) => {
    for (const fact of message.others) if (fact.kind === 'sent') byName.get(fact.process)?.sends.push({ message, index, at: fact.at });
  });
  for (const fact of data.events) {
    const lane = byName.get(fact.details?.child) ?? byName.get(fact.process);
    if (lane && !SHOWN_BY_THE_LANE.has(fact.kind) && fact.details?.exitCode !== 0) lane.flags.push(fact);
  }
  const shown = lanes
    .filter(lane => lane.pid !== undefined || lane.deliveries.length || lane.sends.length || lane.flags.length)
    .sort((a, b) => (ORDER[a.role] ?? 2) - (ORDER[b.role] ?? 2) || a.name.localeCompare(b.name, 'en', { numeric: true }));
  let y = 26;
  for (const lane of shown) {
    const rows = Math.max(1, packed(lane.deliveries, span / width * (few ? 15 : 4), data.endOfRun));
    [lane.bar, lane.gap] = rows <= 12 ? [few ? 11 : 8, 4] : rows <= 30 ? [6, 2] : rows <= 90 ? [3, 1] : [2, 0];
    lane.top = y;
    lane.first = y + (lane.flags.length ? 19 : 6);
    lane.height = lane.first - y + Math.max(rows * (lane.bar + lane.gap), 16) + 4;
    y += lane.height;
  }
  return { lanes: shown, height: y + 6, few, all };
};

const ticks = (from, to, most) => {
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const list = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9; i++) list.push([i * step, (i * step).toFixed(digits)]);
  return list;
};

/** Flags whose labels would overlap share one. */
const together = (flags, x) => {
  const groups = [];
  for (const flag of flags) {
    const last = groups[groups.length - 1];
    if (last && x(flag.at) - x(last[0].at) < 64) last.push(flag); else groups.push([flag]);
  }
  return groups;
};

/** A kind of fact of which there are many, such as samples, gets small ticks and no labels. */
const recurs = (flag, lane) => lane.flags.filter(other => other.kind === flag.kind).length > 12;

const flagText = flag => `${seconds(flag.at)} s  ${flag.process}: ${flag.kind}  ${details(flag.details)}`;

const flagName = flag => flag.kind === 'signalled' ? 'SIG' + flag.details.signal : flag.kind === 'exited' ? 'exit ' + flag.details.exitCode : flag.kind;

const flagLabel = flags => {
  const names = [...new Set(flags.map(flagName))];
  if (names.length > 3) return `${names[0]} and ${flags.length - 1} more`;
  return names.map(name => [name, flags.filter(flag => flagName(flag) === name).length]).map(([name, n]) => n > 1 ? `${name} ×${n}` : name).join(', ');
};

const timeline = (data, view) => {
  const box = h('div', { class: 'timeline' });
  const tip = h('div', { class: 'tip', hidden: true });
  let drawn = { hands: [], byMessage: new Map() };
  let current = 0;

  const apply = () => {
    const index = view.lit ?? view.chosen;
    for (const element of box.querySelectorAll('.lit')) element.classList.remove('lit');
    for (const element of box.querySelectorAll('.chosen')) element.classList.remove('chosen');
    const svg = box.querySelector('svg');
    svg?.classList.toggle('has-lit', drawn.byMessage.has(index));
    for (const element of drawn.byMessage.get(index) ?? []) element.classList.add('lit');
    for (const element of drawn.byMessage.get(view.chosen) ?? []) if (element.matches('.hand')) element.classList.add('chosen');
  };

  const draw = () => {
    const width = Math.max(box.clientWidth, 320);
    const gutter = width < 600 ? 78 : GUTTER;
    const { lanes, height, few, all } = lanesOf(data, width - gutter - 20);
    const [t0, t1] = view.span;
    const x = at => gutter + (at - t0) / (t1 - t0) * (width - gutter - 20);
    const inside = (from, to) => to >= t0 && from <= t1;
    const byMessage = new Map();
    const hands = [];
    const remember = (index, element) => {
      if (!byMessage.has(index)) byMessage.set(index, []);
      byMessage.get(index).push(element);
      return element;
    };
    const hadFocus = box.contains(document.activeElement);
    const last = drawn.hands[current]?.delivery;

    const svg = s('svg', { width, height, role: 'group', 'aria-label': `Timeline of ${plural(all.length, 'delivery', 'deliveries')}. Arrow keys go from one to the next, Enter shows the message's message.` },
      s('defs', null,
        s('pattern', { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
          s('rect', { width: 5, height: 5, fill: colour('stale') }), s('rect', { width: 2, height: 5, fill: colour('raised') })),
        s('clipPath', { id: 'plot' }, s('rect', { x: gutter - 1, y: 0, width: width - gutter + 1, height }))));

    for (const [at, text] of ticks(t0, t1, Math.max(3, (width - gutter) / 90))) {
      svg.append(s('line', { class: 'grid', x1: x(at), x2: x(at), y1: 20, y2: height }),
        s('text', { x: x(at), y: 14, 'text-anchor': 'middle' }, text + ' s'));
    }

    const plot = s('g', { 'clip-path': 'url(#plot)' });
    const threads = s('g', null);
    const where = new Map();
    for (const lane of lanes) {
      svg.append(s('line', { class: 'lane-rule', x1: 0, x2: width, y1: lane.top, y2: lane.top }),
        s('text', { class: 'name', x: 12, y: lane.top + 17 }, gutter < 100 ? lane.name.replace('consumer', 'cons.').replace('producer', 'prod.') : lane.name));
      plot.append(s('rect', { class: 'alive', x: x(lane.from), width: Math.max(1, x(lane.to) - x(lane.from)), y: lane.top + 3, height: lane.height - 6, rx: 2 }));
      for (const send of lane.sends) {
        if (!inside(send.at, send.at)) continue;
        plot.append(remember(send.index, s('line', { class: 'sent-tick' + (send.message.poison ? ' poison' : ''), 'data-message': send.index, x1: x(send.at), x2: x(send.at), y1: lane.first, y2: lane.first + 13 })));
      }
      const flagsHere = lane.flags.filter(flag => inside(flag.at, flag.at));
      for (const flag of flagsHere.filter(flag => recurs(flag, lane))) {
        plot.append(s('path', { class: 'flag', d: `M${x(flag.at)} ${lane.top + 6}v9` }, s('title', null, flagText(flag))));
      }
      for (const flags of together(flagsHere.filter(flag => !recurs(flag, lane)), x)) {
        const at = x(flags[0].at);
        const late = at > width - 100;
        for (const flag of flags) plot.append(s('path', { class: 'flag', d: `M${x(flag.at)} ${lane.top + 4}V${lane.top + lane.height - 4}` }));
        plot.append(s('text', { x: at + (late ? -4 : 4), y: lane.top + 13, 'text-anchor': late ? 'end' : 'start' }, flagLabel(flags),
          s('title', null, flags.map(flagText).join('\n'))));
      }
      for (const delivery of lane.deliveries) {
        const y = lane.first + delivery.row * (lane.bar + lane.gap);
        where.set(`${delivery.index}/${delivery.number}`, y + lane.bar / 2);
        if (!inside(delivery.from, Math.max(delivery.to, delivery.hiddenTo))) continue;
        const hand = remember(delivery.index, handOf(delivery, x, y, lane.bar, few, data));
        hand.delivery = delivery;
        hands.push(hand);
        plot.append(hand);
      }
    }
    data.messages.forEach((message, index) => {
      for (let i = 1; i < message.deliveries.length; i++) {
        const [a, b] = [message.deliveries[i - 1], message.deliveries[i]];
        const [y0, y1] = [where.get(`${index}/${i - 1}`), where.get(`${index}/${i}`)];
        if (y0 === undefined || y1 === undefined || !inside(Math.min(a.to, b.from), b.from)) continue;
        const [x0, x1] = [x(Math.min(a.to, b.from)), x(b.from)];
        const bend = Math.max(10, (x1 - x0) / 2);
        threads.append(remember(index, s('path', { class: 'thread', d: `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}` })));
      }
    });
    plot.append(threads);
    svg.append(plot);
    hands.sort((a, b) => a.delivery.from - b.delivery.from);
    drawn = { hands, byMessage, x, t0, t1, gutter, width, height, svg };
    current = Math.max(0, hands.findIndex(hand => hand.delivery.index === last?.index && hand.delivery.number === last?.number));
    hands[current]?.setAttribute('tabindex', '0');
    box.replaceChildren(svg);
    if (hadFocus) hands[current]?.focus();
    apply();
  };

  const show = (hand, px, py) => {
    const d = hand.delivery;
    const rows = [
      `${d.process}, delivery ${d.count}: ${seconds(d.from)} s to ${seconds(d.to)} s`,
      ...d.events.map(fact => `${seconds(fact.at)} s  ${fact.kind}  ${details(fact.details)}`),
      'Ended: ' + ENDS[d.end],
    ];
    tip.replaceChildren(h('b', { class: 'mono' }, shortId(d.message.id)), d.message.poison ? ' (poison)' : '', ...rows.map(row => h('div', null, row.length > 160 ? row.slice(0, 159) + '…' : row)));
    tip.hidden = false;
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(px + 14, innerWidth - width - 8)) + 'px';
    tip.style.top = (py + 18 + height > innerHeight ? Math.max(4, py - height - 12) : py + 18) + 'px';
  };
  const hide = () => { tip.hidden = true; };

  const focus = to => {
    if (!drawn.hands[to]) return;
    drawn.hands[current]?.setAttribute('tabindex', '-1');
    current = to;
    drawn.hands[current].setAttribute('tabindex', '0');
    drawn.hands[current].focus();
  };
  const nearest = direction => {
    const here = drawn.hands[current];
    const y = hand => hand.top;
    const others = drawn.hands.map((hand, i) => [hand, i]).filter(([hand]) => direction * (y(hand) - y(here)) > 0);
    others.sort(([a], [b]) => Math.abs(y(a) - y(here)) - Math.abs(y(b) - y(here)) || Math.abs(a.delivery.from - here.delivery.from) - Math.abs(b.delivery.from - here.delivery.from));
    return others[0]?.[1];
  };

  const handIn = event => event.target.closest?.('.hand');
  const lifeIn = event => event.target.closest?.('[data-message]');
  box.addEventListener('pointermove', event => {
    const hand = handIn(event);
    const message = lifeIn(event);
    view.set('lit', message ? Number(message.dataset.message) : undefined);
    if (hand) show(hand, event.clientX, event.clientY); else hide();
  });
  box.addEventListener('pointerleave', () => { view.set('lit', undefined); hide(); });
  box.addEventListener('focusin', event => {
    const hand = handIn(event);
    if (!hand) return;
    current = drawn.hands.indexOf(hand);
    view.set('lit', hand.delivery.index);
    const at = hand.getBoundingClientRect();
    if (hand.matches(':focus-visible')) show(hand, at.left, at.bottom - 10);
  });
  box.addEventListener('focusout', () => { view.set('lit', undefined); hide(); });
  box.addEventListener('click', event => {
    const message = lifeIn(event);
    if (message) view.set('chosen', Number(message.dataset.message));
  });
  box.addEventListener('dblclick', () => view.reset());
  box.addEventListener('keydown', event => {
    const act = {
      ArrowRight: () => focus(current + 1), ArrowLeft: () => focus(current - 1),
      ArrowDown: () => focus(nearest(1)), ArrowUp: () => focus(nearest(-1)),
      Home: () => focus(0), End: () => focus(drawn.hands.length - 1),
      Enter: () => view.set('chosen', drawn.hands[current]?.delivery.index), ' ': () => view.set('chosen', drawn.hands[current]?.delivery.index),
      Escape: () => { view.set('chosen', undefined); hide(); },
      '+': () => view.by(0.5, drawn.hands[current]?.delivery.from), '-': () => view.by(2), 0: () => view.reset(),
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); act(); }
  });
  box.addEventListener('pointerdown', event => {
    if (event.button !== 0 || lifeIn(event) || event.pointerType === 'touch') return;
    const left = box.getBoundingClientRect().left;
    const begin = event.clientX - left;
    const brush = s('rect', { class: 'brush', y: 20, height: drawn.height, x: begin, width: 0 });
    drawn.svg.append(brush);
    const move = e => {
      const now = e.clientX - left;
      brush.setAttribute('x', Math.min(begin, now));
      brush.setAttribute('width', Math.abs(now - begin));
    };
    const up = e => {
      removeEventListener('pointermove', move);
      brush.remove();
      const time = px => drawn.t0 + (px - drawn.gutter) / (drawn.width - drawn.gutter - 20) * (drawn.t1 - drawn.t0);
      const now = e.clientX - left;
      if (Math.abs(now - begin) > 6) view.zoom(time(Math.min(begin, now)), time(Math.max(begin, now)));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', up, { once: true });
    event.preventDefault();
  });

  view.on('span', draw);
  view.on('lit', apply);
  view.on('chosen', apply);
  return { element: h('div', null, box, tip), draw };
};

const handOf = (d, x, y, bar, few, data) => {
  const [from, to] = [x(d.from), Math.max(x(d.to), x(d.from) + 3)];
  const middle = y + bar / 2;
  const timeout = data.queue.visibilityTimeoutSeconds;
  const size = Math.min(4.2, bar / 2 + 1);
  const over = timeout > 0 && d.to > d.hiddenTo ? Math.max(from, x(d.hiddenTo)) : undefined;
  const hand = s('g', {
    class: 'hand ' + d.end, tabindex: '-1', role: 'button', 'data-message': d.index,
    'aria-label': `Message ${d.message.id}, ${d.process}, delivery ${d.count}, ${seconds(d.from)} to ${seconds(d.to)} seconds, ${ENDS[d.end]}`,
  });
  hand.top = y;
  if (timeout > 0) {
    const end = x(Math.min(d.hiddenTo, data.endOfRun));
    if (end > to || over) hand.append(s('path', { class: 'unseen' + (d.quiet ? ' quiet' : ''), d: `M${Math.min(to, end)} ${middle}H${end}` + (d.hiddenTo <= data.endOfRun ? `M${end} ${y - 1}V${y + bar + 1}` : '') }));
  }
  hand.append(s('rect', { class: 'body', x: from, y, width: to - from, height: bar, rx: Math.min(2, bar / 2) }));
  if (over !== undefined && to > over) hand.append(s('rect', { class: 'over', x: over, y, width: to - over, height: bar }));
  for (const fact of d.events) {
    const at = x(fact.at);
    if (fact.kind === 'effect-performed' && (few || fact.details?.timesPerformed > 1)) {
      const again = fact.details?.timesPerformed > 1;
      hand.append(s('path', { class: 'effect' + (again ? ' again' : ''), d: `M${at} ${middle - size}L${at + size} ${middle}L${at} ${middle + size}L${at - size} ${middle}Z` }));
      if (again) hand.append(s('text', { class: 'again-text', x: at - size - 2, y: middle + 3.5, 'text-anchor': 'end' }, fact.details.timesPerformed + '×'));
    } else if (fact.kind === 'skipped' && few) {
      hand.append(s('circle', { class: 'skip', cx: at, cy: middle, r: size - 1 }));
    } else if (fact.kind === 'expired' && few) {
      hand.append(s('rect', { class: 'skip', x: at - size + 1, y: middle - size + 1, width: 2 * size - 2, height: 2 * size - 2 }));
    }
  }
  if (few || (bar >= 5 && d.end !== 'DELETED')) {
    hand.append(s('path', { class: 'cap', transform: `translate(${to + 4} ${middle}) scale(${Math.min(1, bar / 9)})`, d: CAPS[d.end] }));
  }
  hand.append(s('rect', { class: 'ring', x: from - 3, y: y - 2, width: Math.max(to - from + 6, 12), height: bar + 4, rx: 3 }));
  return hand;
};

const sample = (name, ...shapes) => h('span', null, s('svg', { width: 34, height: 14, 'aria-hidden': 'true' }, shapes), name);

const timelineLegend = data => {
  const few = data.messages.reduce((sum, message) => sum + message.deliveries.length, 0) <= FEW;
  const late = data.messages.some(message => message.deliveries.some(delivery => delivery.to > delivery.from + data.queue.visibilityTimeoutSeconds));
  const ends = [...new Set(data.messages.flatMap(message => message.deliveries.map(delivery => delivery.end)))];
  const bar = end => s('g', { class: 'hand ' + end }, s('rect', { class: 'body', x: 1, y: 2, width: 18, height: 10, rx: 2 }), s('path', { class: 'cap', transform: 'translate(23 7)', d: CAPS[end] }));
  const kinds = new Set(data.messages.flatMap(message => message.deliveries.flatMap(delivery => delivery.events.map(fact => fact.kind))));
  return h('div', { class: 'legend' },
    sample('sent', s('line', { class: 'sent-tick', x1: 14, x2: 14, y1: 1, y2: 13 })),
    data.messages.some(message => message.poison) && sample('poison sent', s('line', { class: 'sent-tick poison', x1: 14, x2: 14, y1: 1, y2: 13 })),
    Object.keys(ENDS).filter(end => ends.includes(end)).map(end => sample(ENDS[end], bar(end))),
    few && kinds.has('effect-performed') && sample('effect performed', s('path', { class: 'effect', d: 'M14 2.6L18.4 7L14 11.4L9.6 7Z' })),
    data.counts.repeatedEffects > 0 && sample('effect performed again', s('path', { class: 'effect again', d: 'M14 2.6L18.4 7L14 11.4L9.6 7Z' })),
    few && kinds.has('skipped') && sample('skipped: known to be done', s('circle', { class: 'skip', cx: 14, cy: 7, r: 3.4 })),
    few && kinds.has('expired') && sample('expired: too old to be worked on', s('rect', { class: 'skip', x: 10.8, y: 3.8, width: 6.4, height: 6.4 })),
    data.queue.visibilityTimeoutSeconds > 0 && ends.some(end => end !== 'DELETED') && sample('hidden until the visibility timeout', s('g', { class: 'hand' }, s('path', { class: 'unseen', d: 'M2 7H30M30 2V12' }))),
    data.queue.visibilityTimeoutSeconds > 0 && late && sample('still in hand after that', s('g', { class: 'hand' }, s('rect', { class: 'over', x: 4, y: 2, width: 24, height: 10 }))),
    data.counts.redelivered > 0 && sample('redelivery', s('path', { class: 'thread', style: 'opacity:1', d: 'M2 3C16 3 14 11 30 11' })));
};

const zoomBar = view => {
  const said = h('span', { class: 'soft small grow num' });
  const tell = () => { said.textContent = view.isWhole() ? 'the whole run' : `${seconds(view.span[0], 2)} s to ${seconds(view.span[1], 2)} s`; };
  view.on('span', tell);
  tell();
  const button = (text, label, act) => h('button', { type: 'button', 'aria-label': label, onclick: act }, text);
  return h('div', { class: 'bar' }, h('span', { class: 'soft small' }, 'Drag across to zoom in; click a bar for the message’s message.'), said,
    button('◀', 'earlier', () => view.pan(-0.5)), button('▶', 'later', () => view.pan(0.5)),
    button('+', 'zoom in', () => view.by(0.5)), button('−', 'zoom out', () => view.by(2)), button('Whole run', 'show the whole run', () => view.reset()));
};
