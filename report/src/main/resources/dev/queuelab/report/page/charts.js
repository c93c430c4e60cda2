// Values over time, drawn by uPlot. All charts share the timeline's span.

const WHOLE_STEPS = [1, 2, 5].flatMap(n => [1, 10, 100, 1e3, 1e4, 1e5].map(power => n * power)).sort((a, b) => a - b);

const chart = (view, { title, note, t, rows, height = 190, unit = '', whole = false }) => {
  const highest = rows.filter(row => !row.dots).map(row => `${row.label} up to ${count(Math.max(0, ...row.values.map(value => value ?? 0)))}${unit}`);
  const holder = h('div', { role: 'img', 'aria-label': `${title}: ${highest.join(', ')}` });
  const figure = h('figure', null, h('h3', null, title), holder, note && h('figcaption', { class: 'soft small' }, note));
  let plot;
  const draw = () => {
    plot?.destroy();
    const [soft, line] = [colour('soft'), colour('line')];
    const axis = { stroke: soft, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1, size: 4 }, font: '11px sans-serif' };
    const opts = {
      width: Math.max(holder.clientWidth, 260), height,
      cursor: { y: false, drag: { x: true, y: false }, bind: { dblclick: () => () => { view.reset(); return null; } } },
      scales: { x: { time: false }, y: { range: (u, min, max) => [0, Math.max(1, (max ?? 1) * 1.08)] } },
      axes: [{ ...axis, size: 28, values: (u, list) => list.map(value => value + ' s') }, { ...axis, size: 44, ...(whole ? { incrs: WHOLE_STEPS } : {}) }],
      series: [
        { label: 'At', value: (u, value) => value === null || value === undefined ? '–' : seconds(value, 2) + ' s' },
        ...rows.map(row => ({
          label: row.label, stroke: colour(row.colour), width: row.dots ? 0 : 1.8, dash: row.dash,
          paths: row.dots ? () => null : uPlot.paths.stepped({ align: 1 }),
          points: row.dots ? { show: true, size: 5, stroke: colour(row.colour), fill: colour('paper'), width: 1.2 } : { show: false },
          value: (u, value) => value === null || value === undefined ? '–' : count(value) + unit,
        })),
      ],
      hooks: {
        setSelect: [u => {
          if (u.select.width > 4) view.zoom(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
          u.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        }],
      },
    };
    opts.cursor.drag.setScale = false;
    plot = new uPlot(opts, [t, ...rows.map(row => row.values)], holder);
    follow();
  };
  const follow = () => plot?.setScale('x', { min: view.span[0], max: view.span[1] });
  view.on('span', follow);
  return { element: figure, draw };
};

const MEASURES = [['waiting', 'Waiting', 'waiting'], ['inFlight', 'In flight', 'flight'], ['dlq', 'Dead-letter queue', 'dead']];

const depthChart = (data, view, height) => {
  const { reconstructed, sampled } = data.series;
  const table = series => [series.t, ...MEASURES.map(([name]) => series.values[name])];
  const sets = sampled.t.length ? [table(reconstructed), table(sampled)] : [table(reconstructed)];
  const [t, ...values] = uPlot.join(sets);
  const rows = values.map((list, i) => {
    const [, label, name] = MEASURES[i % 3];
    return { label: i < 3 ? label : label + ', sampled', colour: name, dots: i >= 3, values: list, dash: name === 'flight' ? [6, 3] : name === 'dead' ? [2, 2] : undefined };
  });
  const figure = chart(view, {
    title: 'Depth', t, rows, whole: true, height: height ?? 230,
    note: sampled.t.length
      ? 'Lines: reconstructed from the events. Dots: what the queue reported when it was asked. A queue moves a message to the dead-letter queue at the next receive, so that the line of the dead-letter queue may be early.'
      : 'Reconstructed from the events. No report of the queue itself was recorded.',
  });
  figure.element.classList.add('wide');
  return figure;
};

const charts = (data, view) => {
  const { rates, oldest, consumers } = data.series;
  const rate = (name, label, tone, dash) => ({ label, colour: tone, values: rates.values[name], dash });
  return [
    depthChart(data, view),
    chart(view, {
      title: 'Rates per second', t: rates.t, unit: '/s',
      rows: [rate('sent', 'Sent', 'waiting'), rate('received', 'Received', 'flight', [6, 3]), rate('effects', 'Effects', 'effect', [2, 2]), rate('deleted', 'Deleted', 'deleted', [8, 2, 2, 2])],
    }),
    chart(view, { title: 'Age of the oldest message on the queue', t: oldest.t, unit: ' s', rows: [{ label: 'Age', colour: 'waiting', values: oldest.values.oldest }] }),
    chart(view, { title: 'Consumers running', t: consumers.t, whole: true, rows: [{ label: 'Consumers', colour: 'deleted', values: consumers.values.consumers }] }),
  ];
};
