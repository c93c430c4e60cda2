// The plays of one suite, each with a link to its report.

const playFindings = play => {
  if (play.run.control) return play.outcome.control?.findings ?? ['it was not judged'];
  const bad = play.checks.filter(check => check.verdict !== 'PASS').map(check => `${check.check}: ${check.findings.join('; ')}`);
  return [play.outcome.trouble, ...bad, play.outcome.verdict === undefined && 'it was killed, or still runs'].filter(Boolean);
};

const overviewPage = data => {
  const { suite, plays } = data;
  const tally = ['FAIL', 'UNKNOWN', 'NONE', 'PASS', 'SKIP'].map(name => [name, plays.filter(play => mainVerdict(play) === name).length]).filter(([, n]) => n > 0);
  const missing = suite.plays - plays.length;
  return [
    h('header', null,
      h('div', { class: 'masthead' }, h('h1', null, suite.command === 'controls' ? 'Controls' : 'Scenarios'), tally.map(([name, n]) => h('span', null, verdict(name), ' ', n))),
      h('p', { class: 'claim' }, `${plural(plays.length, 'play')} of one `, h('code', null, suite.command), ' command', (suite.command === 'controls' ? '. A control passes if exactly the checks fail that it must break.' : '.')),
      missing > 0 && h('div', { class: 'aside NONE' }, `${plural(missing, 'play')} more ${missing === 1 ? 'was' : 'were'} planned and not begun: the command was ended, or still runs.`),
      h('dl', { class: 'meta' }, meta('Environment', plays[0].run.where ?? 'unknown'), meta('Seed', String(plays[0].run.seed ?? 'unknown')), meta('Began', plays[0].run.begun.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC')), meta('Commit', plays[0].run.commit ?? 'unknown'))),
    h('section', { style: 'margin-top:22px' }, h('div', { class: 'scroll' }, h('table', { class: 'checks' },
      h('thead', null, h('tr', null, h('th', null, 'Verdict'), h('th', null, 'Scenario'), ['Seconds', 'Sent', 'Redelivered', 'Effects', 'Repeated', 'Dead-lettered'].map(name => h('th', { class: 'num' }, name)), h('th', null, 'Findings'))),
      h('tbody', null, plays.map(play => h('tr', { class: mainVerdict(play) },
        h('td', null, verdict(mainVerdict(play))),
        h('td', null, h('a', { href: play.href }, play.run.scenario), play.run.control && h('div', { class: 'soft' }, 'control ' + play.run.control.name)),
        h('td', { class: 'num' }, play.outcome.seconds?.toFixed(1) ?? '–'),
        [play.totals.sent, play.totals.redelivered, play.totals.effects, play.totals.effectsRepeated, play.totals.deadLettered].map(n => h('td', { class: 'num' }, count(n))),
        h('td', { class: 'soft' }, playFindings(play).map(finding => h('div', null, finding))))))))),
    footer(),
  ];
};
