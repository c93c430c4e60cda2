// Reads the data, draws the page, and draws it again when its width or its colours change.

const PAGES = { run: runPage, compare: comparePage, overview: overviewPage };

const root = document.documentElement;
const page = document.getElementById('page');
const drawings = [];
const drawAll = () => drawings.forEach(draw => draw());

const data = JSON.parse(document.getElementById('data').textContent);
page.replaceChildren();
fill(page, {}, [PAGES[data.kind](data, drawings)]);
drawAll();

let width = page.clientWidth;
new ResizeObserver(() => {
  if (page.clientWidth === width || root.classList.contains('print')) return;
  width = page.clientWidth;
  drawAll();
}).observe(page);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);

const forPaper = on => {
  root.classList.toggle('print', on);
  page.style.width = on ? '700px' : '';
  drawAll();
};
addEventListener('beforeprint', () => forPaper(true));
addEventListener('afterprint', () => forPaper(false));

root.dataset.ready = 'true';
