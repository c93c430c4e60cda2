// The head of a run's page: how it came out, what it was, and how to have it again.

const verdictOf = outcome => outcome.verdict ?? 'NONE';

/** Of a control: whether it broke what it must. */
const mainVerdict = ({ run, outcome }) => run.control ? outcome.control?.verdict ?? 'NONE' : verdictOf(outcome);

const title = ({ run }) => run.scenario + (run.control ? `, control ${run.control.name}` : '');

const knobsOf = control => [...(control.options ?? []), ...Object.entries(control.knobs ?? {}).map(([name, value]) => `${name}=${value}`)].join(' ');

const controlLine = data => {
  const control = data.run.control;
  if (!control) return null;
  const result = data.outcome.control;
  return h('div', { class: 'aside ' + (result?.verdict ?? 'NONE') },
    h('p', null, 'A protection is taken out, with ', h('code', null, knobsOf(control)),
      `. Exactly ${(control.breaks ?? []).map(name => `“${name}”`).join(' and ')} must fail then.`),
    result
      ? h('p', null, 'The run came out ', verdict(verdictOf(data.outcome)), `: ${result.findings.join('; ')}.`)
      : h('p', null, 'It was not judged.'));
};

const meta = (name, ...value) => h('div', null, h('dt', null, name), h('dd', null, ...value));

const copyButton = text => h('button', {
  type: 'button', class: 'copy', onclick: event => {
    const said = word => { event.target.textContent = word; };
    if (!navigator.clipboard) { said('Select it to copy'); return; }
    navigator.clipboard.writeText(text).then(() => said('Copied'), () => said('Select it to copy'));
  },
}, 'Copy');

const head = data => {
  const { run, outcome } = data;
  return h('header', null,
    h('div', { class: 'masthead' }, verdict(mainVerdict(data)), h('h1', null, title(data))),
    run.claim && h('p', { class: 'claim' }, run.claim),
    controlLine(data),
    outcome.trouble && h('div', { class: 'aside trouble UNKNOWN' }, h('b', null, 'It did not get to its end: '), outcome.trouble),
    data.notes.map(note => h('div', { class: 'aside NONE' }, note)),
    h('dl', { class: 'meta' },
      meta('Environment', run.where ?? 'unknown'),
      meta('Seed', String(run.seed ?? 'unknown')),
      meta('Began', run.begun.replace('T', ' ').replace(/\.\d+Z|Z/, ' UTC')),
      outcome.seconds !== undefined && meta('Took', `${outcome.seconds.toFixed(1)} s`),
      data.queue.visibilityTimeoutSeconds > 0 && meta('Visibility timeout', `${data.queue.visibilityTimeoutSeconds} s`),
      data.queue.maxReceiveCount > 0 && meta('Deliveries before dead-lettering', String(data.queue.maxReceiveCount)),
      meta('Commit', run.commit ?? 'unknown'),
      Object.entries(run.versions ?? {}).map(([name, version]) => meta(name, version))),
    run.again && h('div', { class: 'again' }, h('code', { tabindex: '0', 'aria-label': 'command to run it again' }, run.again), copyButton(run.again)));
};

const counts = data => {
  const t = data.counts;
  const one = (name, value, bad) => h('div', { class: bad && 'bad' }, h('dt', null, name), h('dd', null, count(value)));
  return h('dl', { class: 'totals' },
    one('Sent', t.messages), one('Receives', t.deliveries), one('Redelivered', t.redelivered), one('Effects', t.effects),
    one('Effects repeated', t.repeatedEffects, t.repeatedEffects > 0), one('Skipped', t.skipped), one('Deleted', t.deleted),
    one('Recovered', t.recovered), one('Dead-lettered', t.deadLettered), one('Crashes', t.crashes));
};
