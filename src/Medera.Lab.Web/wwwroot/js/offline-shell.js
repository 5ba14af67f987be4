// What every page of the application does for the page without a server: the worker that shows it is there and up to date, knows the
// language, and nobody who has signed out is remembered.

import { forgetOwner } from './owner.js';

const notes = 'lab-notes';

/** Who is here, in which language, and light or dark: again whenever another page came. */
export async function rememberLook() {
  if (document.querySelector('form[action="/sign-in"]')) forgetOwner();
  localStorage.setItem('lab.theme', document.documentElement.dataset.theme ?? 'auto');
  if ('caches' in self) await (await caches.open(notes)).put('/offline/language', new Response(document.documentElement.lang));
}

export async function keepOffline() {
  document.addEventListener('submit', e => { if (e.target.action?.endsWith('/sign-out')) forgetOwner(); });
  // A page that came neither over TLS nor from this machine gets no worker: then a reload without the server shows the browser's own page.
  try {
    await rememberLook();
    if (!('serviceWorker' in navigator)) return;
    await navigator.serviceWorker.register('/offline-worker.js', { scope: '/', updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) active.postMessage('claim');
  } catch {
    // The browser forbids it; everything else works.
  }
}
