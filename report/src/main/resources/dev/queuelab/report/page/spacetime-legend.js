// The signs that occur in a run's spacetime view.

const callSample = (name, kind, ...shapes) => sample(name, s('g', { class: 'call ' + kind }, shapes));
const way = d => s('path', { class: 'way', d });
const there = () => [way('M8 13L24 2'), s('path', { class: 'heads', d: arrowHead([8, 13], [24, 2]) })];

const CALL_NAMES = { send: 'send', receive: 'receive', delete: 'delete', change: 'change of visibility', table: 'table or service', other: 'other' };

const spacetimeLegend = (items, lanes) => {
  const resources = new Map(lanes.filter(lane => !lane.isProcess).map(lane => [lane.name, lane]));
  const kinds = new Set(items.map(item => callKind(item.call, resources.get(item.call.resource) ?? {})));
  const has = fits => items.some(fits);
  return h('div', { class: 'legend' },
    Object.entries(CALL_NAMES).filter(([kind]) => kinds.has(kind)).map(([kind, name]) => callSample(name, kind, there())),
    has(item => item.isPoll) && callSample('poll that found nothing', 'receive poll', way('M6 12L10 3H22L26 12')),
    has(item => item.call.status >= 300) && callSample('refused', 'delete error', s('path', { class: 'way back', d: 'M10 3L18 12' }), s('circle', { class: 'refused', cx: 20, cy: 9, r: 3.2 })),
    has(item => item.call.status === undefined && !item.isOpen) && callSample('request or reply lost', 'delete', way('M6 12L12 3L17 8'), s('path', { class: 'lost', d: crossAt([18, 8]) })),
    has(item => item.isOpen) && callSample('no reply', 'receive', way('M4 12L10 3'), s('path', { class: 'way open', d: 'M10 3H32' })),
    has(item => item.call.faults) && callSample(has(item => item.call.faults?.includes('breakpoint')) ? 'fault or breakpoint' : 'fault', '', s('path', { class: 'bolt', transform: 'translate(16 7)', d: BOLT.replaceAll('9', '7') })),
    lanes.some(lane => lane.pauses?.length) && sample('process stopped', s('line', { class: 'life', x1: 2, x2: 32, y1: 7, y2: 7 }), s('line', { class: 'pause', x1: 2, x2: 32, y1: 7, y2: 7 })),
    lanes.some(lane => lane.isBad) && sample('process killed or crashed', s('path', { class: 'life-end bad', d: 'M12 2l10 10m0 -10l-10 10' })));
};
