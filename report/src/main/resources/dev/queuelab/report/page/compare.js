// Two runs side by side.

const NUMBERS = [
  ...COUNTS.map(([name, of]) => [name, data => of(data.counts) ?? '–']),
  ['Seconds', data => data.outcome.seconds?.toFixed(1) ?? '–'],
  ['Calls per message', data => callsPerMessage(data.cost)],
  ['Cost per million messages', data => data.cost.messages ? dollars(data.cost.perMillionMessages) : '–'],
];
const CIRCUMSTANCES = [
  ['Control', d => d.run.control ? `${d.run.control.name} (${changesOf(d.run.control)})` : 'none'], ['Environment', d => d.run.environment ?? '–'], ['Seed', d => d.run.seed ?? '–'],
  ['Commit', d => d.run.commit ?? '–'], ['Visibility timeout', d => d.queue.visibilityTimeoutSeconds + ' s'], ['Command', d => d.run.again ?? '–'],
];

const sideBySide = (a, b, rows, kind) => h('div', { class: 'scroll' }, h('table', null,
  h('thead', null, h('tr', null, h('th', null, ''), h('th', { class: kind }, 'A: ' + title(a)), h('th', { class: kind }, 'B: ' + title(b)))),
  h('tbody', null, rows.map(([name, of]) => {
    const [va, vb] = [of(a), of(b)];
    return h('tr', { class: String(va) !== String(vb) && 'differs' }, h('td', null, name), h('td', { class: kind }, String(va)), h('td', { class: kind }, String(vb)));
  }))));

const checksSideBySide = (a, b) => {
  const names = [...new Set([...a.checks, ...b.checks].map(check => check.check))];
  const cell = (data, name) => {
    const found = data.checks.filter(check => check.check === name);
    return h('td', null, found.length ? found.map(check => [verdict(check.verdict), h('div', { class: 'soft' }, findings(check))]) : h('span', { class: 'soft' }, 'not made'));
  };
  return h('table', null,
    h('thead', null, h('tr', null, h('th', null, 'Check'), h('th', null, 'A: ' + title(a)), h('th', null, 'B: ' + title(b)))),
    h('tbody', null, names.map(name => h('tr', null, h('td', null, h('b', null, name)), cell(a, name), cell(b, name)))));
};

const comparePage = ({ a, b }, drawings) => {
  const view = createView(0, Math.max(a.endOfRun, b.endOfRun));
  const side = (letter, data) => h('div', null, h('div', { class: 'masthead' }, verdict(mainVerdict(data)), h('h1', null, `${letter}: ${title(data)}`)),
    h('p', { class: 'soft small' }, data.run.folder), controlNote(data), notes(data));
  const lanes = (letter, data) => {
    const own = createView(0, Math.max(a.endOfRun, b.endOfRun));
    view.on('span', span => own.set('span', span));
    own.on('span', span => view.set('span', span));
    const drawing = timeline(data, own);
    const depth = depthChart(data, own, 170);
    drawings.push(drawing.draw, depth.draw);
    return h('section', null, h('h2', null, `${letter}: ${title(data)}`), leftOut(data), drawing.element, timelineLegend(data), messagePanel(data, own), h('div', { style: 'margin-top:14px' }, depth.element));
  };
  return [
    h('div', { class: 'sides' }, side('A', a), side('B', b)),
    h('p', { class: 'claim' }, a.run.scenario === b.run.scenario ? a.run.claim : null),
    h('h2', null, 'Checks'), checksSideBySide(a, b),
    h('div', { class: 'sides' },
      h('section', null, h('h2', null, 'Numbers'), sideBySide(a, b, NUMBERS.filter(([name]) => name !== 'Faults' || a.counts.faults || b.counts.faults), 'num')),
      h('section', null, h('h2', null, 'Circumstances'), sideBySide(a, b, CIRCUMSTANCES))),
    h('h2', null, 'Timelines, on one scale'), zoomBar(view), lanes('A', a), lanes('B', b), footer(),
  ];
};
