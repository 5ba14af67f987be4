// Arrow keys in a box map: from place to place, free ones too, so that a hand needs no mouse.

const steps = { ArrowLeft: () => -1, ArrowRight: () => 1, ArrowUp: n => -n, ArrowDown: n => n };

document.addEventListener('keydown', e => {
  const map = e.target.closest?.('[data-boxmap]');
  const step = steps[e.key];
  if (!map || !step || e.altKey || e.ctrlKey || e.metaKey) return;
  const places = [...map.querySelectorAll('[data-pos]')];
  const columns = Number(map.dataset.boxmap);
  const from = places.indexOf(e.target);
  const to = from + step(columns);
  const sideways = e.key === 'ArrowLeft' || e.key === 'ArrowRight';
  if (from < 0 || to < 0 || to >= places.length) return;
  if (sideways && Math.floor(to / columns) !== Math.floor(from / columns)) return;
  e.preventDefault();
  places[to].focus();
});
