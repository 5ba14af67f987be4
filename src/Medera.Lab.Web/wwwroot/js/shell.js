// Works on every page, with and without a circuit: countdowns, the clock, the user menu, proofs, the alarm of the log.

import { tick } from '../Shared/ExpiryClock.razor.js';
import { show } from './circuit.js';
import { showAlarm } from './alarm.js';
import './boxmap.js';
import { keepTyped } from './early.js';
import { keepOffline, rememberLook } from './offline-shell.js';
import { judgeAll } from './proof.js';

tick();
setInterval(tick, 1000);
judgeAll();
keepOffline();
keepTyped();

// A menu closes when something else is touched, or on Escape.
document.addEventListener('click', e => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(e.target)) menu.open = false;
  }
});
document.addEventListener('keydown', e => {
  if (e.key !== 'Escape') return;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// What is to be printed has a page of its own; this only saves the way through the browser's menu.
document.addEventListener('click', e => { if (e.target.closest?.('[data-print]')) window.print(); });

// The calibration sheet is a page of its own, and its script is fetched there only.
async function watchSheets() {
  const page = document.querySelector('[data-calibration]');
  if (page) (await import('./calibration.js')).watchSheet(page);
}

watchSheets();

// Blazor is defined by the script before this module; the pages merged by it come with the server's text.
window.Blazor?.addEventListener('enhancedload', () => {
  show();
  tick();
  judgeAll();
  showAlarm();
  watchSheets();
  keepTyped();
  rememberLook().catch(() => {});
});
