// The head of a run's page: how it came out, what it was, and how to run it again.

const verdictOf = outcome => outcome.verdict ?? 'NONE';

/** Of a control: whether it broke what it must. */
const mainVerdict = ({ run, outcome }) => run.control ? outcome.control?.verdict ?? 'NONE' : verdictOf(outcome);

const title = ({ run }) => run.scenario + (run.control ? `, control ${run.control.name}` : '');

const changesOf = control => [...(control.options ?? []), ...Object.entries(control.knobs ?? {}).map(([name, value]) => `${name}=${value}`)].join(' ');

const controlNote = data => {
  const control = data.run.control;
  if (!control) return null;
  const result = data.outcome.control;
  return h('div', { class: 'note ' + (result?.verdict ?? 'NONE') },
    h('p', null, 'This control takes a protection out, with ', h('code', null, changesOf(control)),
      `. Then exactly ${(control.breaks ?? []).map(name => `“${name}”`).join(' and ')} must fail.`),
    result
      ? h('p', null, 'The run came out ', verdict(verdictOf(data.outcome)), `: ${result.findings.join('; ')}.`)
      : h('p', null, 'The control was not judged.'));
};

const notes = data => [
  data.outcome.trouble && h('div', { class: 'note trouble UNKNOWN' }, h('b', null, 'The run did not finish: '), data.outcome.trouble),
  data.notes.map(note => h('div', { class: 'note NONE' }, note)),
];

const meta = (name, ...value) => h('div', null, h('dt', null, name), h('dd', null, ...value));

const commonMeta = run => [
  meta('Environment', run.where ?? 'unknown'), meta('Seed', String(run.seed ?? 'unknown')), meta('Began', time(run.begun)), meta('Commit', run.commit ?? 'unknown'),
];

const copyButton = text => h('button', {
  type: 'button', class: 'copy', onclick: event => {
    const label = word => { event.target.textContent = word; };
    if (!navigator.clipboard) { label('Select it to copy'); return; }
    navigator.clipboard.writeText(text).then(() => label('Copied'), () => label('Select it to copy'));
  },
}, 'Copy');

const head = data => {
  const { run, outcome, queue } = data;
  return h('header', null,
    h('div', { class: 'masthead' }, verdict(mainVerdict(data)), h('h1', null, title(data))),
    run.claim && h('p', { class: 'claim' }, run.claim),
    controlNote(data), notes(data),
    h('dl', { class: 'meta' },
      commonMeta(run),
      outcome.seconds !== undefined && meta('Took', `${outcome.seconds.toFixed(1)} s`),
      queue.visibilityTimeoutSeconds > 0 && meta('Visibility timeout', `${queue.visibilityTimeoutSeconds} s`),
      queue.maxReceiveCount > 0 && meta('Deliveries before dead-lettering', String(queue.maxReceiveCount)),
      Object.entries(run.versions ?? {}).map(([name, version]) => meta(name, version))),
    run.again && h('div', { class: 'command' }, h('code', { tabindex: '0', 'aria-label': 'command to run it again' }, run.again), copyButton(run.again)));
};

/** Name, value (none where it does not apply), and whether a value above zero is bad. */
const COUNTS = [
  ['Sent', c => c.messages], ['Deliveries', c => c.deliveries], ['Redelivered', c => c.redelivered], ['Recovered', c => c.recovered],
  ['Effects', c => c.effects], ['Repeated effects', c => c.repeatedEffects, true], ['Skipped', c => c.skipped],
  ['Deleted', c => c.deleted], ['Dead-lettered', c => c.deadLettered], ['Crashes', c => c.crashes], ['Faults', c => c.faults && sumOf(c.faults)],
];

const counts = data => h('dl', { class: 'counts' }, COUNTS.filter(([, of]) => of(data.counts) !== undefined).map(([name, of, bad]) =>
  h('div', { class: bad && of(data.counts) > 0 && 'bad' }, h('dt', null, name), h('dd', null, count(of(data.counts))))));
