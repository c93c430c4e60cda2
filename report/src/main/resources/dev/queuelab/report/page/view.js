// What the reader looks at: a span of time, a highlighted message, a selected message. All that is drawn follows.

const createView = (from, to) => {
  const whole = [Math.min(from, 0), Math.max(to, from + 0.001)];
  const followers = { span: [], highlighted: [], selected: [] };
  const view = {
    span: whole,
    highlighted: undefined,
    selected: undefined,
    on(what, follower) { followers[what].push(follower); },
    set(what, value) {
      if (view[what] === value) return;
      view[what] = value;
      followers[what].forEach(follower => follower(value));
    },
    zoom(a, b) {
      const least = Math.max((whole[1] - whole[0]) / 5000, 0.002);
      const width = Math.max(b - a, least);
      const begin = Math.max(whole[0], Math.min(a, whole[1] - width));
      view.set('span', [begin, Math.min(whole[1], begin + width)]);
    },
    by(factor, around) {
      const middle = around ?? (view.span[0] + view.span[1]) / 2;
      const half = (view.span[1] - view.span[0]) / 2 * factor;
      view.zoom(middle - half, middle + half);
    },
    pan(share) {
      const by = (view.span[1] - view.span[0]) * share;
      view.zoom(view.span[0] + by, view.span[1] + by);
    },
    reset() { view.set('span', whole); },
    isWhole() { return view.span[0] === whole[0] && view.span[1] === whole[1]; },
  };
  return view;
};
