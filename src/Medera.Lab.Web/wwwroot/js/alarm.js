// Asks while the page is looked at whether the log needs somebody, and shows the server's words above the page.
// Where the answer is "not your concern" nothing more is asked of the log until the page is loaded anew. It is asked once a minute
// then, for the answer also says whether the session still holds: a page whose session ended, in whichever tab, is led to the sign-in.

import { leave } from './leave.js';

const every = 5000;
const quietFor = 60_000;
// The tabs of one browser tell each other that somebody signed out: a page that nothing is live on would not hear of it.
const tabs = new BroadcastChannel('lab-session');
let quietUntil = 0;
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
  if (!place || Date.now() < quietUntil || document.visibilityState !== 'visible') return;
  await look(place);
}

async function look(place) {
  try {
    const answer = await fetch(place.dataset.alarm);
    if (answer.status === 401) {
      leave(place.dataset.ended);
      return;
    }
    last = answer.status === 200 ? await answer.json() : null;
    quietUntil = last ? 0 : Date.now() + quietFor;
    showAlarm();
  } catch {
    // A server that does not answer at all is the reconnect block's to tell.
  }
}

// Signed out, or somebody else signed in.
tabs.addEventListener('message', () => {
  const place = document.querySelector('[data-alarm]');
  if (place) look(place);
});
function isAnother(here) {
  try {
    const before = localStorage.getItem('lab.session');
    localStorage.setItem('lab.session', here);
    return here !== before;
  } catch {
    // A browser that keeps nothing: then each page asks the others to look.
    return true;
  }
}

if (isAnother(document.querySelector('[data-alarm]')?.dataset.alarm ?? '')) tabs.postMessage('another session');

ask();
setInterval(ask, every);
document.addEventListener('visibilitychange', () => {
  quietUntil = 0;
  ask();
});
