// Asks while the page is looked at whether the log needs somebody, and shows the server's words above the page.
// Where the answer is "not your concern" nothing more is asked until the page is loaded anew.

const every = 5000;
let quiet = false;
let last = null;

// Called again after an enhanced navigation, too: it brings the server's empty block back.
export function showAlarm() {
  const place = document.querySelector('[data-alarm]');
  if (!place) return;
  const title = last?.title ?? '';
  place.hidden = title === '';
  // Written only when it changed: each writing is read aloud.
  const [head, text] = [place.querySelector('[data-alarm-title]'), place.querySelector('[data-alarm-text]')];
  if (head.textContent !== title) head.textContent = title;
  if (text.textContent !== (last?.text ?? '')) text.textContent = last?.text ?? '';
}

async function ask() {
  const place = document.querySelector('[data-alarm]');
  if (!place || quiet || document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch(place.dataset.alarm);
    quiet = answer.status === 204 || answer.status === 401;
    if (answer.status === 200) last = await answer.json();
    if (quiet) last = null;
    showAlarm();
  } catch {
    // A server that does not answer at all is the reconnect block's to tell.
  }
}

ask();
setInterval(ask, every);
document.addEventListener('visibilitychange', ask);
