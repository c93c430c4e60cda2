// The page of one run.

const processes = data => h('section', null, h('h2', null, 'Processes'),
  h('div', { class: 'scroll' }, h('table', null,
    h('thead', null, h('tr', null, ['Process', 'From', 'To', 'End', 'Settings'].map((name, i) => h('th', { class: (i === 1 || i === 2) && 'num' }, name)))),
    h('tbody', null, data.processes.map(process => h('tr', null,
      h('td', null, process.name, process.pid !== undefined && h('span', { class: 'soft' }, ` (pid ${process.pid})`)),
      h('td', { class: 'num' }, seconds(process.from, 1)), h('td', { class: 'num' }, seconds(process.to, 1)), h('td', null, process.ending),
      h('td', { class: 'soft small mono' }, details(process.settings))))))));

const processEvents = data => data.processEvents.length > 0 && h('section', null, h('h2', null, 'Events of processes'),
  h('div', { class: 'scroll' }, h('table', { class: 'events' }, h('tbody', null, data.processEvents.filter(event => event.kind !== 'started').map(event => h('tr', null,
    h('td', { class: 'num soft' }, seconds(event.at) + ' s'), h('td', null, event.process), h('td', null, event.kind), h('td', { class: 'soft' }, details(event.details))))))));

const leftOut = data => data.leftOut.map(text => h('div', { class: 'note NONE' }, text));

const footer = () => h('footer', null, 'Queue Lab made this page from the run folder. ', h('code', null, 'runner.jar report RUN'), ' makes it again; ', h('code', null, 'runner.jar history RUN'),
  ' prints every event. Times are seconds since the run began, by the clocks of the processes. Charts: uPlot (MIT licence, in the source of this file).');

const timelineSection = (data, view, drawings) => {
  const lanes = timeline(data, view);
  drawings.push(lanes.draw);
  return h('section', null, h('h2', null, 'Timeline'), leftOut(data), zoomBar(view), lanes.element, timelineLegend(data), messagePanel(data, view));
};

const messageInAddress = () => {
  const match = /^#message=(.*)$/.exec(location.hash);
  try { return match ? decodeURIComponent(match[1]) : undefined; } catch { return undefined; }
};

const runPage = (data, drawings) => {
  const view = createView(0, data.endOfRun);
  const plots = charts(data, view);
  plots.forEach(plot => drawings.push(plot.draw));
  const page = [
    head(data), counts(data),
    h('div', { class: 'two' }, steps(data), checks(data)),
    timelineSection(data, view, drawings), spacetime(data, view, drawings),
    h('section', null, h('h2', null, 'Over time'), h('div', { class: 'charts' }, plots.map(plot => plot.element))),
    faults(data, view), tables(data), messages(data, view), cost(data), processes(data), processEvents(data), footer(),
  ];
  drawings.push(() => {
    const index = data.messages.findIndex(message => message.id === messageInAddress());
    if (index >= 0) view.set('selected', index);
  });
  return page;
};
