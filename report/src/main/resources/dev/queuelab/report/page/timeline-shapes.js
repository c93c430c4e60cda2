// The shapes of the timeline: deliveries, sendings, redeliveries and events of processes.

const END_MARKS = {
  DELETED: 'M0 0l2.6 3L8-4', DELETE_STALE: 'M1 4L4-4M5 4L8-4', REJECTED: 'M0-4L8 4M8-4L0 4', FAILED: 'M4-5V1M4 4v.2',
  HANDED_BACK: 'M8 0H0M3-3L0 0L3 3', CRASHED: 'M4-5V5M-.5-2.5L8.5 2.5M8.5-2.5L-.5 2.5', DIED: 'M4-5V5M-.5-2.5L8.5 2.5M8.5-2.5L-.5 2.5',
  NOT_BEGUN: 'M2-4V4M6-4V4', NOT_DELETED: 'M1 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0', TIMED_OUT: 'M0-4H7L0 4H7Z', OPEN: 'M1-4L5 0L1 4',
};

/** What happened during a delivery. */
const eventShapes = (delivery, x, middle, size, few) => delivery.events.flatMap(event => {
  const at = x(event.at);
  const times = event.details?.timesPerformed;
  if (event.kind === 'effect-performed' && (few || times > 1)) {
    return [
      s('path', { class: 'effect' + (times > 1 ? ' repeated' : ''), d: `M${at} ${middle - size}L${at + size} ${middle}L${at} ${middle + size}L${at - size} ${middle}Z` }),
      times > 1 && s('text', { class: 'times', x: at - size - 2, y: middle + 3.5, 'text-anchor': 'end' }, times + '×'),
    ];
  }
  if (event.kind === 'skipped' && few) return [s('circle', { class: 'skip', cx: at, cy: middle, r: size - 1 })];
  if (event.kind === 'expired' && few) return [s('rect', { class: 'skip', x: at - size + 1, y: middle - size + 1, width: 2 * size - 2, height: 2 * size - 2 })];
  return [];
});

/** The time until the queue shows the message again. */
const invisibleTime = (d, x, y, bar, data) => {
  const end = x(Math.min(d.visibleAt, data.endOfRun));
  const begin = Math.min(x(d.to), end);
  const mark = d.visibleAt <= data.endOfRun ? `M${end} ${y - 1}V${y + bar + 1}` : '';
  return s('path', { class: 'invisible' + (d.isInTime ? ' in-time' : ''), d: `M${begin} ${y + bar / 2}H${end}` + mark });
};

const deliveryShape = (d, x, y, bar, few, data) => {
  const [from, to] = [x(d.from), Math.max(x(d.to), x(d.from) + 3)];
  const middle = y + bar / 2;
  const hasTimeout = data.queue.visibilityTimeoutSeconds > 0;
  const lateFrom = hasTimeout && d.to > d.visibleAt ? Math.max(from, x(d.visibleAt)) : undefined;
  const shape = s('g', {
    class: 'delivery ' + d.end, tabindex: '-1', role: 'button', 'data-message': d.index,
    'aria-label': `Message ${d.message.id}, ${d.process}, delivery ${d.receiveCount}, ${seconds(d.from)} to ${seconds(d.to)} seconds, ${ENDS[d.end]}`,
  });
  shape.top = y;
  shape.item = d;
  if (hasTimeout && (x(Math.min(d.visibleAt, data.endOfRun)) > to || lateFrom !== undefined)) shape.append(invisibleTime(d, x, y, bar, data));
  shape.append(s('rect', { class: 'body', x: from, y, width: to - from, height: bar, rx: Math.min(2, bar / 2) }));
  if (lateFrom !== undefined && to > lateFrom) shape.append(s('rect', { class: 'late', x: lateFrom, y, width: to - lateFrom, height: bar }));
  fill(shape, {}, eventShapes(d, x, middle, Math.min(4.2, bar / 2 + 1), few));
  if (few || (bar >= 5 && d.end !== 'DELETED')) {
    shape.append(s('path', { class: 'end-mark', transform: `translate(${to + 4} ${middle}) scale(${Math.min(1, bar / 9)})`, d: END_MARKS[d.end] }));
  }
  shape.append(s('rect', { class: 'ring', x: from - 3, y: y - 2, width: Math.max(to - from + 6, 12), height: bar + 4, rx: 3 }));
  return shape;
};

const sendingShape = ({ message, index, at }, x, lane) => s('line', {
  class: 'sending' + (message.poison ? ' poison' : ''), 'data-message': index, x1: x(at), x2: x(at), y1: lane.first, y2: lane.first + 13,
});

/** From the end of a delivery to the next delivery of the same message. */
const redeliveryShape = ([x0, y0], [x1, y1]) => {
  const bend = Math.max(10, (x1 - x0) / 2);
  return s('path', { class: 'redelivery', d: `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}` });
};

const eventText = event => event.text ?? `${seconds(event.at)} s  ${event.process}: ${event.kind}  ${details(event.details)}`;

const eventName = event => event.kind === 'signalled' ? 'SIG' + event.details.signal : event.kind === 'exited' ? 'exit ' + event.details.exitCode : event.kind;

const eventsLabel = events => {
  const names = [...new Set(events.map(eventName))];
  if (names.length > 3) return `${names[0]} and ${events.length - 1} more`;
  return names.map(name => [name, events.filter(event => eventName(event) === name).length]).map(([name, n]) => n > 1 ? `${name} ×${n}` : name).join(', ');
};

/** Events of a process. A kind that occurs often, such as samples, gets small ticks and no labels. */
const processEventShapes = (lane, x, isVisible, width) => {
  const times = new Map();
  for (const { kind } of lane.events) times.set(kind, (times.get(kind) ?? 0) + 1);
  const isFrequent = event => times.get(event.kind) > 12;
  const mark = (event, d, title) => s('path', { class: 'event' + (event.isFault ? ' fault' : ''), 'data-message': event.index, d }, title);
  const visible = lane.events.filter(event => isVisible(event.at, event.at));
  const ticks = visible.filter(isFrequent).map(event => mark(event, `M${x(event.at)} ${lane.top + 6}v9`, s('title', null, eventText(event))));
  const labelled = grouped(visible.filter(event => !isFrequent(event)), x, width).map(events => {
    const at = x(events[0].at);
    const isAtTheEdge = at + labelWidth(events) > width;
    return [
      events.map(event => mark(event, `M${x(event.at)} ${lane.top + 4}V${lane.top + lane.height - 4}`)),
      s('text', { x: at + (isAtTheEdge ? -4 : 4), y: lane.top + 13, 'text-anchor': isAtTheEdge ? 'end' : 'start' }, eventsLabel(events),
        s('title', null, events.map(eventText).join('\n'))),
    ];
  });
  return [ticks, labelled];
};
