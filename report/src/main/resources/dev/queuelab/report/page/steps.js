// The steps of the play, the checks, and the tables of the scenario.

const scrolls = rows => rows.length > 12 && '0';

const steps = data => h('section', null, h('h2', null, 'Steps'),
  data.steps.length === 0
    ? h('p', { class: 'soft' }, 'No step was recorded.')
    : h('div', { class: 'tall', tabindex: scrolls(data.steps), role: 'region', 'aria-label': 'steps' }, h('table', { class: 'steps' }, h('tbody', null, data.steps.map(step =>
      h('tr', null, h('td', { class: 'num soft' }, seconds(step.at, 1) + ' s'), h('td', null, step.text)))))));

const findings = check => h('ul', { class: 'plain' }, check.findings.map(finding => h('li', null, finding)));

const checks = data => h('section', null, h('h2', null, 'Checks'),
  data.checks.length === 0
    ? h('p', { class: 'soft' }, 'No check was made.')
    : h('table', { class: 'checks' }, h('tbody', null, data.checks.map(check =>
      h('tr', { class: check.verdict },
        h('td', null, verdict(check.verdict)),
        h('td', null, h('b', null, check.check), check.mustBreak && h('span', { class: 'soft' }, ' (this control must break it)'), h('div', { class: 'soft' }, findings(check))))))));

const tables = data => Object.entries(data.tables).map(([name, table]) => h('section', null, h('h2', null, name),
  h('div', { class: 'scroll tall', tabindex: scrolls(table.rows), role: 'region', 'aria-label': name }, h('table', { class: 'scenario-table' },
    h('thead', null, h('tr', null, table.columns.map(column => h('th', null, column)))),
    h('tbody', null, table.rows.map(row => h('tr', null, row.map(cell => h('td', null, cell)))))))));
