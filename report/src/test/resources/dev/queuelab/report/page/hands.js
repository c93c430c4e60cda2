// What a person's hands would do on a report of three messages, each delivered twice; what came of it is said in a <pre>.
setTimeout(() => {
  const result = document.createElement('pre');
  result.id = 'said';
  document.body.append(result);
  const say = text => { result.textContent += text + '\n'; };
  const box = document.querySelector('.timeline');
  const span = () => document.querySelector('.bar .num').textContent;
  const tip = () => document.querySelector('.tip');
  const told = () => document.querySelector('[role=status]').textContent;
  const label = () => document.activeElement.getAttribute('aria-label');
  const key = name => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

  say(`tab stops: ${box.querySelectorAll('[tabindex="0"]').length} of ${box.querySelectorAll('.hand').length}`);
  box.querySelector('[tabindex="0"]').focus();
  const first = label();
  key('ArrowRight');
  say(`after ArrowRight: ${label() === first ? 'first' : 'second'}`);
  key('End');
  say(`after End: ${/consumer-\d/.exec(label())}`);
  say(`lit: ${box.querySelectorAll('.hand.lit').length}, tip shown: ${!tip().hidden}`);
  key('Enter');
  say(`message shown: ${label().includes(document.querySelector('.message h3 .mono').textContent)}`);
  const before = label();
  key('+');
  say(`zoomed: ${span() !== 'the whole run'}, focus kept: ${label() === before}`);
  key('0');
  say(`whole again: ${span() === 'the whole run'}`);

  const hand = box.querySelector('.hand');
  const at = hand.getBoundingClientRect();
  hand.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: at.left + 5, clientY: at.top + 5 }));
  say(`tip: ${/Ended/.exec(tip().textContent)}`);

  const search = document.querySelector('input[type=search]');
  const find = text => { search.value = text; search.dispatchEvent(new Event('input')); };
  find(hand.delivery.message.id);
  say(`found: ${told()}`);
  find('');
  const filter = document.querySelector('select');
  filter.selectedIndex = 3;
  filter.dispatchEvent(new Event('change'));
  say(`performed again: ${told()}`);
  document.querySelectorAll('th button')[3].click();
  say(`sorted by: ${document.querySelector('[aria-sort]').textContent}`);

  const left = box.getBoundingClientRect().left;
  box.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, clientX: left + 300, clientY: at.top, pointerType: 'mouse' }));
  dispatchEvent(new PointerEvent('pointermove', { clientX: left + 500 }));
  dispatchEvent(new PointerEvent('pointerup', { clientX: left + 500 }));
  say(`brushed: ${span() !== 'the whole run'}`);
}, 300);
