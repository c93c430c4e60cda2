// What a reader does in the spacetime view of a run of three messages. The results go into a <pre>.
setTimeout(() => {
  const result = document.createElement('pre');
  result.id = 'results';
  document.body.append(result);
  const report = text => { result.textContent += text + '\n'; };
  const box = document.querySelector('.spacetime');
  const section = box.closest('section');
  const status = () => section.querySelector('[role=status]').textContent;
  const label = () => document.activeElement.getAttribute('aria-label');
  const key = name => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  const highlighted = () => box.querySelectorAll('.call.highlighted').length;
  const isDimmed = () => box.querySelector('svg').classList.contains('has-highlight');

  report(`tab stops: ${box.querySelectorAll('[tabindex="0"]').length} of ${box.querySelectorAll('.call').length}`);
  box.querySelector('[tabindex="0"]').focus();
  key('End');
  while (!label().includes('DeleteMessage')) key('ArrowLeft');
  report(`after End: ${/DeleteMessage/.exec(label())}`);
  key('Enter');
  const id = document.querySelector('.message:not(.calls) h3 .mono').textContent;
  report(`message shown: ${id.length === 36}`);
  report(`calls listed: ${section.querySelector('.calls h3 .mono').textContent === id && section.querySelectorAll('.calls tbody tr').length === highlighted()}`);
  document.activeElement.blur();
  report(`others dimmed: ${isDimmed() && highlighted() > 2 && highlighted() < 30}`);
  box.querySelector('[tabindex="0"]').focus();
  key('Escape');
  document.activeElement.blur();
  report(`after Escape: ${isDimmed()}`);

  const inTable = [...document.querySelectorAll('tr[data-message]')][1];
  inTable.querySelector('button').click();
  const ofSecond = highlighted();
  report(`from the table of messages: ${isDimmed() && ofSecond > 2}`);
  const filter = section.querySelector('select');
  const choose = index => { filter.selectedIndex = index; filter.dispatchEvent(new Event('change')); };
  choose(1);
  report(`faults and errors: ${status()}`);
  choose(2);
  report(`of the selected message: ${status() === ofSecond + ' calls.'}`);
  choose(3);
  report(`without empty polls: ${status()}`);
  choose(0);

  const lost = box.querySelector('.lost').closest('.call');
  const at = lost.getBoundingClientRect();
  lost.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: at.left + 2, clientY: at.top + 2 }));
  report(`tip: ${/the reply was lost/.exec(section.querySelector('.tip').textContent)}`);

  const left = box.getBoundingClientRect().left;
  box.querySelector('svg').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, clientX: left + 200, clientY: at.top, pointerType: 'mouse' }));
  dispatchEvent(new PointerEvent('pointermove', { clientX: left + 400 }));
  dispatchEvent(new PointerEvent('pointerup', { clientX: left + 400 }));
  report(`dragged: ${box.querySelectorAll('.call').length < 30}`);
}, 300);
