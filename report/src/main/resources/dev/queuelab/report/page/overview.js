// The runs of one suite, each with a link to its report.

const reasonsOf = row => {
  if (row.run.control) return row.outcome.control?.findings ?? ['the control was not judged'];
  const notPassed = row.checks.filter(check => check.verdict !== 'PASS').map(check => `${check.check}: ${check.findings.join('; ')}`);
  return [row.outcome.trouble, ...notPassed, row.outcome.verdict === undefined && 'the run was killed, or is not over'].filter(Boolean);
};

const overviewPage = data => {
  const { suite, runs } = data;
  const isOfControls = suite.command === 'controls';
  const tally = ['FAIL', 'UNKNOWN', 'NONE', 'PASS', 'SKIP'].map(name => [name, runs.filter(row => mainVerdict(row) === name).length]).filter(([, n]) => n > 0);
  const missing = suite.plays - runs.length;
  const hasFaults = runs.some(row => row.counts.faults);
  const numbers = row => [row.counts.messages, row.counts.redelivered, row.counts.recovered, row.counts.effects, row.counts.repeatedEffects, row.counts.deadLettered, ...(hasFaults ? [row.counts.faults && sumOf(row.counts.faults)] : [])];
  return [
    h('header', null,
      h('div', { class: 'masthead' }, h('h1', null, isOfControls ? 'Controls' : 'Scenarios'), tally.map(([name, n]) => h('span', null, verdict(name), ' ', n))),
      h('p', { class: 'claim' }, `${plural(runs.length, 'run')} of one `, h('code', null, suite.command), ' command.', isOfControls && ' A control passes if exactly the checks fail that it must break.'),
      missing > 0 && h('div', { class: 'note NONE' }, `${plural(missing, 'more run')} ${missing === 1 ? 'was' : 'were'} planned and not begun: the command ended early, or is not over.`),
      h('dl', { class: 'meta' }, commonMeta(runs[0].run))),
    h('section', { style: 'margin-top:22px' }, h('div', { class: 'scroll' }, h('table', { class: 'checks' },
      h('thead', null, h('tr', null, h('th', null, 'Verdict'), h('th', null, 'Scenario'), ['Seconds', 'Sent', 'Redelivered', 'Recovered', 'Effects', 'Repeated', 'Dead-lettered', ...(hasFaults ? ['Faults'] : [])].map(name => h('th', { class: 'num' }, name)), h('th', null, 'Findings'))),
      h('tbody', null, runs.map(row => h('tr', { class: mainVerdict(row) },
        h('td', null, verdict(mainVerdict(row))),
        h('td', null, h('a', { href: row.href }, row.run.scenario), row.run.control && h('div', { class: 'soft' }, 'control ' + row.run.control.name)),
        h('td', { class: 'num' }, row.outcome.seconds?.toFixed(1) ?? '–'),
        numbers(row).map(n => h('td', { class: 'num' }, n === undefined ? '–' : count(n))),
        h('td', { class: 'soft' }, reasonsOf(row).map(reason => h('div', null, reason))))))))),
    footer(),
  ];
};
