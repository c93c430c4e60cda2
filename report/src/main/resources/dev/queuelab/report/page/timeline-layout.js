// Where things are in the timeline: a lane for each process, a row for each delivery that overlaps others.

/** Up to so many deliveries, each is drawn in full. */
const FEW = 150;
const GUTTER = 108;
const MARGIN = 20;
const ROLE_ORDER = { producer: 0, consumer: 1 };
const SHOWN_BY_THE_LANE = new Set(['started', 'stopped', 'shutdown-requested']);

/** All deliveries, each with its message and with the time at which the queue shows the message again. */
const deliveriesOf = data => data.messages
  .flatMap((message, index) => message.deliveries.map((delivery, number) => {
    const visibleAt = delivery.from + data.queue.visibilityTimeoutSeconds;
    return { ...delivery, message, index, number, visibleAt, isInTime: delivery.end === 'DELETED' && delivery.to <= visibleAt };
  }))
  .sort((a, b) => a.from - b.from);

/** Puts deliveries that overlap into rows below each other; returns the number of rows. */
const packIntoRows = (deliveries, gap, end) => {
  const rowEnds = [];
  for (const delivery of deliveries) {
    const until = Math.max(delivery.to, delivery.isInTime ? delivery.to : Math.min(delivery.visibleAt, end));
    let row = rowEnds.findIndex(rowEnd => rowEnd <= delivery.from);
    if (row < 0) row = rowEnds.length;
    rowEnds[row] = Math.max(until, delivery.from) + gap;
    delivery.row = row;
  }
  return rowEnds.length;
};

const barSize = (rows, few) => {
  if (rows <= 12) return [few ? 11 : 8, 4];
  if (rows <= 30) return [6, 2];
  return rows <= 90 ? [3, 1] : [2, 0];
};

/** What each lane shows: deliveries, sendings and events of its process. */
const filledLanes = (data, deliveries) => {
  const lanes = data.processes.map(process => ({ ...process, deliveries: [], sendings: [], events: [] }));
  const byName = new Map(lanes.map(lane => [lane.name, lane]));
  for (const delivery of deliveries) byName.get(delivery.process)?.deliveries.push(delivery);
  data.messages.forEach((message, index) => {
    for (const event of message.otherEvents) if (event.kind === 'sent') byName.get(event.process)?.sendings.push({ message, index, at: event.at });
  });
  for (const event of data.processEvents) {
    const lane = byName.get(event.details?.child) ?? byName.get(event.process);
    if (lane && !SHOWN_BY_THE_LANE.has(event.kind) && event.details?.exitCode !== 0) lane.events.push(event);
  }
  for (const event of faultEvents(data)) byName.get(event.process)?.events.push(event);
  for (const lane of lanes) lane.events.sort((a, b) => a.at - b.at);
  return lanes
    .filter(lane => lane.pid !== undefined || lane.deliveries.length || lane.sendings.length || lane.events.length)
    .sort((a, b) => (ROLE_ORDER[a.role] ?? 2) - (ROLE_ORDER[b.role] ?? 2) || a.name.localeCompare(b.name, 'en', { numeric: true }));
};

const layout = (data, width) => {
  const all = deliveriesOf(data);
  const few = all.length <= FEW;
  const gap = (data.endOfRun || 1) / width * (few ? 15 : 4);
  const lanes = filledLanes(data, all);
  let y = 26;
  for (const lane of lanes) {
    const rows = Math.max(1, packIntoRows(lane.deliveries, gap, data.endOfRun));
    [lane.bar, lane.gap] = barSize(rows, few);
    lane.top = y;
    lane.first = y + (lane.events.length ? 19 : 6);
    lane.height = lane.first - y + Math.max(rows * (lane.bar + lane.gap), 16) + 4;
    y += lane.height;
  }
  return { lanes, height: y + 6, few, all };
};

/** Times for the grid, at most about `most`, with their labels. */
const ticks = (from, to, most) => {
  const rough = (to - from) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const list = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + 1e-9; i++) list.push([i * step, (i * step).toFixed(digits)]);
  return list;
};

/** In pixels, about. */
const labelWidth = events => 6.2 * eventsLabel(events).length + 8;

/** Events whose labels would overlap share one. A label that would pass the edge stands to the left of its event. */
const grouped = (events, x, width) => {
  const begin = group => x(group[0].at) - (x(group[0].at) + labelWidth(group) > width ? labelWidth(group) : 0);
  const overlap = (group, next) => begin(next) - x(group[0].at) < Math.max(64, labelWidth(group));
  const groups = [];
  for (const event of events) {
    const last = groups[groups.length - 1];
    if (last && overlap(last, [event])) last.push(event); else groups.push([event]);
  }
  for (let i = groups.length - 1; i > 0; i--) {
    if (overlap(groups[i - 1], groups[i])) groups[i - 1].push(...groups.splice(i, 1)[0]);
  }
  return groups;
};
