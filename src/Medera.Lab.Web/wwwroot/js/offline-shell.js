// What every page of the application does for the page without a server: the worker that shows it is there and up to date, knows the
// language, and nobody who has signed out is remembered.

import { forgetOwner } from './owner.js';

const notes = 'lab-notes';

export async function keepOffline() {
  if (document.querySelector('form[action="/sign-in"]')) forgetOwner();
  localStorage.setItem('lab.theme', document.documentElement.dataset.theme ?? 'auto');
  document.addEventListener('submit', e => { if (e.target.action?.endsWith('/sign-out')) forgetOwner(); });
  // A page that came neither over TLS nor from this machine gets no worker: then a reload without the server shows the browser's own page.
  if (!('serviceWorker' in navigator) || !('caches' in self)) return;
  try {
    await navigator.serviceWorker.register('/offline-worker.js', { scope: '/', updateViaCache: 'none' });
    await (await caches.open(notes)).put('/offline/language', new Response(document.documentElement.lang));
  } catch {
    // The browser forbids it; everything else works.
  }
}
