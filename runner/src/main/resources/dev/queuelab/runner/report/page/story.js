// The story's steps, and what the checks found.

const story = data => h('section', null, h('h2', null, 'Story'),
  data.steps.length === 0
    ? h('p', { class: 'soft' }, 'No step was recorded.')
    : h('table', { class: 'steps' }, h('tbody', null, data.steps.map(step =>
      h('tr', null, h('td', { class: 'num soft' }, seconds(step.at, 1) + ' s'), h('td', null, step.text))))));

const findings = check => h('ul', { class: 'plain' }, check.findings.map(finding => h('li', null, finding)));

const checks = data => h('section', null, h('h2', null, 'Checks'),
  data.checks.length === 0
    ? h('p', { class: 'soft' }, 'No check was made.')
    : h('table', { class: 'checks' }, h('tbody', null, data.checks.map(check =>
      h('tr', { class: check.verdict },
        h('td', null, verdict(check.verdict)),
        h('td', null, h('b', null, check.check), check.mustBreak && h('span', { class: 'soft' }, ' (this control must break it)'), h('div', { class: 'soft' }, findings(check))))))));
