// The signs that occur in a run's timeline.

const sample = (name, ...shapes) => h('span', null, s('svg', { width: 34, height: 14, 'aria-hidden': 'true' }, shapes), name);

const endSample = end => sample(ENDS[end], s('g', { class: 'delivery ' + end },
  s('rect', { class: 'body', x: 1, y: 2, width: 18, height: 10, rx: 2 }), s('path', { class: 'end-mark', transform: 'translate(23 7)', d: END_MARKS[end] })));

const DIAMOND = 'M14 2.6L18.4 7L14 11.4L9.6 7Z';

const timelineLegend = data => {
  const deliveries = data.messages.flatMap(message => message.deliveries);
  const few = deliveries.length <= FEW;
  const hasTimeout = data.queue.visibilityTimeoutSeconds > 0;
  const late = deliveries.some(delivery => delivery.to > delivery.from + data.queue.visibilityTimeoutSeconds);
  const ends = new Set(deliveries.map(delivery => delivery.end));
  const kinds = new Set(deliveries.flatMap(delivery => delivery.events.map(event => event.kind)));
  return h('div', { class: 'legend' },
    sample('sent', s('line', { class: 'sending', x1: 14, x2: 14, y1: 1, y2: 13 })),
    data.messages.some(message => message.poison) && sample('poison sent', s('line', { class: 'sending poison', x1: 14, x2: 14, y1: 1, y2: 13 })),
    Object.keys(ENDS).filter(end => ends.has(end)).map(endSample),
    few && kinds.has('effect-performed') && sample('effect performed', s('path', { class: 'effect', d: DIAMOND })),
    data.counts.repeatedEffects > 0 && sample('effect performed again', s('path', { class: 'effect repeated', d: DIAMOND })),
    few && kinds.has('skipped') && sample('skipped: the work was done before', s('circle', { class: 'skip', cx: 14, cy: 7, r: 3.4 })),
    few && kinds.has('expired') && sample('expired: too old to be worked on', s('rect', { class: 'skip', x: 10.8, y: 3.8, width: 6.4, height: 6.4 })),
    hasTimeout && [...ends].some(end => end !== 'DELETED') && sample('invisible until the visibility timeout', s('g', { class: 'delivery' }, s('path', { class: 'invisible', d: 'M2 7H30M30 2V12' }))),
    hasTimeout && late && sample('still in hand after it', s('g', { class: 'delivery' }, s('rect', { class: 'late', x: 4, y: 2, width: 24, height: 10 }))),
    callsWithFaults(data).length > 0 && sample('call that met a fault', s('path', { class: 'event fault', d: 'M14 1v12' })),
    data.counts.redelivered > 0 && sample('redelivery', s('path', { class: 'redelivery', style: 'opacity:1', d: 'M2 3C16 3 14 11 30 11' })));
};
