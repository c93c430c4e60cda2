// What a reader does on a report of three messages, each delivered twice. The results go into a <pre>.
setTimeout(() => {
  const result = document.createElement('pre');
  result.id = 'results';
  document.body.append(result);
  const report = text => { result.textContent += text + '\n'; };
  const box = document.querySelector('.timeline');
  const span = () => document.querySelector('.bar .num').textContent;
  const tip = () => document.querySelector('.tip');
  const status = () => document.querySelector('[role=status]').textContent;
  const label = () => document.activeElement.getAttribute('aria-label');
  const key = name => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

  report(`tab stops: ${box.querySelectorAll('[tabindex="0"]').length} of ${box.querySelectorAll('.delivery').length}`);
  box.querySelector('[tabindex="0"]').focus();
  const first = label();
  key('ArrowRight');
  report(`after ArrowRight: ${label() === first ? 'first' : 'second'}`);
  key('End');
  report(`after End: ${/consumer-\d/.exec(label())}`);
  report(`highlighted: ${box.querySelectorAll('.delivery.highlighted').length}, tip shown: ${!tip().hidden}`);
  key('Enter');
  report(`message shown: ${label().includes(document.querySelector('.message h3 .mono').textContent)}`);
  const before = label();
  key('+');
  report(`zoomed: ${span() !== 'the whole run'}, focus kept: ${label() === before}`);
  key('0');
  report(`whole again: ${span() === 'the whole run'}`);

  const delivery = box.querySelector('.delivery');
  const at = delivery.getBoundingClientRect();
  delivery.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: at.left + 5, clientY: at.top + 5 }));
  report(`tip: ${/End: /.exec(tip().textContent)}`);

  const search = document.querySelector('input[type=search]');
  const find = text => { search.value = text; search.dispatchEvent(new Event('input')); };
  find(delivery.item.message.id);
  report(`found: ${status()}`);
  find('');
  const filter = document.querySelector('select');
  filter.selectedIndex = [...filter.options].findIndex(option => option.textContent.startsWith('an effect performed again'));
  filter.dispatchEvent(new Event('change'));
  report(`performed again: ${status()}`);
  document.querySelectorAll('th button')[3].click();
  report(`sorted by: ${document.querySelector('[aria-sort]').textContent}`);

  const left = box.getBoundingClientRect().left;
  box.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, clientX: left + 300, clientY: at.top, pointerType: 'mouse' }));
  dispatchEvent(new PointerEvent('pointermove', { clientX: left + 500 }));
  dispatchEvent(new PointerEvent('pointerup', { clientX: left + 500 }));
  report(`dragged: ${span() !== 'the whole run'}`);
}, 300);
