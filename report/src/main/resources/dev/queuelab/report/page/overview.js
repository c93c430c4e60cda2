// The runs of one suite, each with a link to its report.

const runFindings = run => {
  if (run.run.control) return run.outcome.control?.findings ?? ['it was not judged'];
  const bad = run.checks.filter(check => check.verdict !== 'PASS').map(check => `${check.check}: ${check.findings.join('; ')}`);
  return [run.outcome.trouble, ...bad, run.outcome.verdict === undefined && 'it was killed, or still runs'].filter(Boolean);
};

const overviewPage = data => {
  const { suite, runs } = data;
  const tally = ['FAIL', 'UNKNOWN', 'NONE', 'PASS', 'SKIP'].map(name => [name, runs.filter(run => mainVerdict(run) === name).length]).filter(([, n]) => n > 0);
  const missing = suite.plays - runs.length;
  return [
    h('header', null,
      h('div', { class: 'masthead' }, h('h1', null, suite.command === 'controls' ? 'Controls' : 'Scenarios'), tally.map(([name, n]) => h('span', null, verdict(name), ' ', n))),
      h('p', { class: 'claim' }, `${plural(runs.length, 'run')} of one `, h('code', null, suite.command), ' command', (suite.command === 'controls' ? '. A control passes if exactly the checks fail that it must break.' : '.')),
      missing > 0 && h('div', { class: 'aside NONE' }, `${plural(missing, 'run')} more ${missing === 1 ? 'was' : 'were'} planned and not begun: the command was ended, or still runs.`),
      h('dl', { class: 'meta' }, meta('Environment', runs[0].run.where ?? 'unknown'), meta('Seed', String(runs[0].run.seed ?? 'unknown')), meta('Began', runs[0].run.begun.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC')), meta('Commit', runs[0].run.commit ?? 'unknown'))),
    h('section', { style: 'margin-top:22px' }, h('div', { class: 'scroll' }, h('table', { class: 'checks' },
      h('thead', null, h('tr', null, h('th', null, 'Verdict'), h('th', null, 'Scenario'), ['Seconds', 'Sent', 'Redelivered', 'Effects', 'Repeated', 'Dead-lettered'].map(name => h('th', { class: 'num' }, name)), h('th', null, 'Findings'))),
      h('tbody', null, runs.map(run => h('tr', { class: mainVerdict(run) },
        h('td', null, verdict(mainVerdict(run))),
        h('td', null, h('a', { href: run.href }, run.run.scenario), run.run.control && h('div', { class: 'soft' }, 'control ' + run.run.control.name)),
        h('td', { class: 'num' }, run.outcome.seconds?.toFixed(1) ?? '–'),
        [run.counts.messages, run.counts.redelivered, run.counts.effects, run.counts.repeatedEffects, run.counts.deadLettered].map(n => h('td', { class: 'num' }, count(n))),
        h('td', { class: 'soft' }, runFindings(run).map(finding => h('div', null, finding))))))))),
    footer(),
  ];
};
