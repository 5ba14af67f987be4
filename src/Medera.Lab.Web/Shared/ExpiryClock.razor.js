// Counts in the browser from the server's time, so that an open page costs the server nothing.
// Elapsed time is the larger of two clocks: one stops while a tablet sleeps, the other moves when somebody sets it.
// The larger leaves less time, which is the safe side. Whether something has expired is the server's judgement alone.

const seen = new WeakMap();

function now(element) {
  const stamp = element.dataset.now;
  let start = seen.get(element);
  if (!start || start.stamp !== stamp) {
    start = { stamp, server: Date.parse(stamp), wall: Date.now(), steady: performance.now() };
    seen.set(element, start);
  }
  return start.server + Math.max(Date.now() - start.wall, performance.now() - start.steady, 0);
}

const two = n => String(n).padStart(2, '0');

function long(left, element) {
  if (left <= 0) return element.dataset.over;
  const s = Math.floor(left / 1000);
  if (s >= 48 * 3600) return element.dataset.days.replace('{0}', String(Math.floor(s / 86400)));
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

// The text node stays the one Blazor made; only its data changes, so a later drawing finds what it left.
function write(element, text) {
  const node = element.firstElementChild?.firstChild;
  if (node && node.data !== text) node.data = text;
}

export function tick() {
  for (const element of document.querySelectorAll('[data-left]')) {
    const left = Date.parse(element.dataset.until) - now(element);
    write(element, element.dataset.left === 'minutes'
      ? String(Math.max(0, Math.floor(left / 60000)))
      : long(left, element));
    element.classList.toggle('over', left <= 0);
  }
  for (const element of document.querySelectorAll('[data-clock]')) {
    const local = new Date(now(element) + Number(element.dataset.clock) * 60000);
    write(element, `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`);
  }
}
