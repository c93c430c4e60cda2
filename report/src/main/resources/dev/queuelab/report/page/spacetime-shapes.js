// The shapes of the spacetime view: lanes with their ends, and a call as an arrow to its queue or table and back.

const CALL_KINDS = [[/^Send/, 'send'], [/^Receive/, 'receive'], [/^Delete/, 'delete'], [/^ChangeMessageVisibility/, 'change']];

const callKind = (call, resource) => resource.kind === 'TABLE' || resource.kind === 'SERVICE'
  ? 'table' : CALL_KINDS.find(([pattern]) => pattern.test(call.operation))?.[1] ?? 'other';

/** The head of an arrow from a to b. */
const arrowHead = ([xa, ya], [xb, yb]) => {
  const length = Math.hypot(xb - xa, yb - ya) || 1;
  const [dx, dy] = [(xb - xa) / length, (yb - ya) / length];
  return `M${xb} ${yb}L${xb - 6 * dx - 2.4 * dy} ${yb - 6 * dy + 2.4 * dx}L${xb - 6 * dx + 2.4 * dy} ${yb - 6 * dy - 2.4 * dx}Z`;
};

const crossAt = ([x, y]) => `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`;
const BOLT = 'M2-9L-5 1H-1L-2 9L5-1H1Z';
const line = points => 'M' + points.map(([x, y]) => `${x} ${y}`).join('L');
/** Where a message on its way from a to b gets lost: between a's lane and the next. */
const lossOn = ([xa, ya], [xb, yb], distance) => { const share = Math.min(0.5, 0.45 * distance / Math.abs(yb - ya)); return [xa + share * (xb - xa), ya + share * (yb - ya)]; };

/** The ways of a request and of its reply: points, and where one is lost. A slope has no meaning but its direction. */
const waysOf = (item, x, process, resource, distance) => {
  const x0 = x(item.from);
  const x1 = Math.max(x(item.to), x0 + (item.isEventful ? 12 : 0));
  const leg = Math.min((x1 - x0) / 2, 9);
  const [start, arrival, departure, end] = [[x0, process.y], [x0 + leg, resource.y], [x1 - leg, resource.y], [x1, process.y]];
  const { call } = item;
  if (call.faults?.includes('request-lost')) return { request: [start, lossOn(start, arrival, distance)], lost: lossOn(start, arrival, distance), x0, x1 };
  const beside = resource.y + 5 * Math.sign(process.y - resource.y);
  if (item.isOpen) return { request: [start, arrival], open: [arrival, [x0 + leg + 4, beside], [x1, beside]], x0, x1 };
  if (call.status === undefined) return { request: [start, arrival], reply: [arrival, departure, lossOn(departure, end, distance)], lost: lossOn(departure, end, distance), x0, x1 };
  return { request: [start, arrival], reply: [arrival, departure, end], x0, x1 };
};

const callShape = (item, x, lanes, distance) => {
  const { call } = item;
  const [process, resource] = [lanes.get(call.process), lanes.get('/' + call.resource)];
  if (!process || !resource) return undefined;
  const { request, reply, open, lost, x0, x1 } = waysOf(item, x, process, resource, distance);
  const hasHeads = !item.isPoll && (x1 - x0 >= 5 || item.isEventful);
  const isError = call.status !== undefined && call.status !== 200;
  const heads = [!lost || reply ? arrowHead(...request) : '', reply && !lost && hasHeads ? arrowHead(...reply.slice(-2)) : ''].join('');
  const shape = s('g', {
    class: ['call', callKind(call, resource), item.isPoll && 'poll', isError && 'error', item.isEventful && 'eventful'].filter(Boolean).join(' '),
    tabindex: '-1', role: 'button', 'data-message': item.indices[0], 'aria-label': callLabel(item),
  },
  s('path', { class: 'reach', d: line([...request, ...(reply ?? [])]) }),
  s('path', { class: 'way', d: line(request) }),
  reply && s('path', { class: 'way back', d: line(reply) }),
  open && s('path', { class: 'way open', d: line(open) }),
  !item.isPoll && s('path', { class: 'heads', d: heads }),
  isError && s('circle', { class: 'refused', cx: x1, cy: process.y, r: 3.2 }),
  lost && s('path', { class: 'lost', d: crossAt(lost) }),
  call.faults && s('path', { class: 'bolt', transform: `translate(${x0} ${process.y})`, d: BOLT }));
  shape.item = item;
  shape.top = process.y;
  return shape;
};

/** A lane's line, dashed where its process was stopped, and how it ended. */
const laneShapes = (lane, x, end, width) => {
  const [from, to] = [x(lane.from), x(lane.to ?? end)];
  if (!lane.isProcess) return [s('line', { class: 'resource', x1: from, x2: to, y1: lane.y, y2: lane.y })];
  const isAtTheEdge = to > width - 110;
  const hasEnd = lane.ending && lane.ending !== 'no end recorded';
  return [
    s('line', { class: 'life', x1: from, x2: to, y1: lane.y, y2: lane.y }),
    lane.pauses.map(([a, b]) => s('line', { class: 'pause', x1: x(a), x2: x(b), y1: lane.y, y2: lane.y }, s('title', null, `stopped by SIGSTOP from ${seconds(a)} s to ${seconds(b)} s`))),
    s('path', { class: 'event', d: `M${from} ${lane.y - 4}v8` }),
    hasEnd && s('path', { class: 'life-end' + (lane.isBad ? ' bad' : ''), d: lane.isBad ? `M${to - 5} ${lane.y - 5}l10 10m0 -10l-10 10` : `M${to} ${lane.y - 5}v10` }, s('title', null, lane.ending)),
    lane.isBad && s('text', { x: to + (isAtTheEdge ? -9 : 9), y: lane.y + (isAtTheEdge ? -7 : 4), 'text-anchor': isAtTheEdge ? 'end' : 'start' }, lane.ending.split(',')[0]),
  ];
};

/** The names of faults, on the side of a process's lane to which the call does not go; none where they are many. */
const faultLabels = (items, x, lanes, width) => [...lanes.values()].filter(lane => lane.isProcess).flatMap(lane => {
  const faults = items.filter(item => item.call.faults && item.call.process === lane.name).map(item => ({ at: item.from, kind: item.call.faults.join('+'), item }));
  return faults.length > 12 ? [] : grouped(faults, x, width).map(group => {
    const isUp = (lanes.get('/' + group[0].item.call.resource)?.y ?? 0) < lane.y;
    const isAtTheEdge = x(group[0].at) + labelWidth(group) > width;
    return s('text', { class: 'fault-name', x: x(group[0].at) + (isAtTheEdge ? -6 : 6), y: lane.y + (isUp ? 13 : -6), 'text-anchor': isAtTheEdge ? 'end' : 'start' }, eventsLabel(group));
  });
});
