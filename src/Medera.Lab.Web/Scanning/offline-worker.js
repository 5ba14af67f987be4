// Between the pages and the server, for one thing only: where a page of the application cannot be had because nothing answers, a page
// takes its place on which scanning goes on. In front of this text stand the version, the prefix, and the files with their hashes. It
// keeps those files and nothing else: no page of the application, no answer, nothing of anybody.

const name = `lab-offline-${version}`;

/** A server that is silent for so long, in milliseconds, is gone for whoever waits for a page. */
const patience = 15000;

/** Pages of the application. What is not here the worker never touches: files to take away, the log, circuits, the door for programs. */
const pages = new RegExp('^/($|(processing|storage|release)(/|$)|administration$|scanning$|labels/(codes|cards)$'
  + '|audit/(timeline$|batches/|containers/)'
  // Addresses of before: the server would send on to the new ones, and it is silent.
  + '|(batches|review)(/|$)|containers/|bedside$|timeline$|scanner$|cards$|codes$)');

self.addEventListener('install', event => event.waitUntil(install()));
self.addEventListener('activate', event => event.waitUntil(activate()));

// A page that was on its way while this worker began has none until it is loaded again: it asks.
self.addEventListener('message', event => { if (event.data === 'claim') event.waitUntil(self.clients.claim()); });

async function install() {
  const cache = await caches.open(name);
  await Promise.all(Object.entries(files).map(async ([path, integrity]) => {
    const response = await fetch(path, { integrity, cache: 'no-cache', credentials: 'omit' });
    if (!response.ok) throw new Error(`${path} ${response.status}`);
    // Made anew, it has no address of its own: a script then finds its neighbours beside where it was asked for, among what is kept.
    await cache.put(below(path), new Response(await response.blob(), { headers: carried(response) }));
  }));
  await self.skipWaiting();
}

async function activate() {
  for (const old of await caches.keys()) if (old.startsWith('lab-offline-') && old !== name) await caches.delete(old);
  await self.clients.claim();
}

const carried = response => ['Content-Type', 'Content-Security-Policy', 'X-Content-Type-Options']
  .map(h => [h, response.headers.get(h)])
  .filter(([, value]) => value !== null);

const below = path => path.startsWith(`${prefix}/`) ? path : `${prefix}${path}`;

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pages.test(url.pathname)) event.respondWith(page(request));
  } else if (below(url.pathname) === url.pathname && files[url.pathname.slice(prefix.length)] !== undefined) {
    event.respondWith(kept(url.pathname));
  }
});

const kept = async path => await caches.match(path, { cacheName: name }) ?? Response.error();

// Whatever the server says is passed on as it is; only its silence is not.
async function page(request) {
  const silence = new Promise((_, reject) => { setTimeout(() => reject(new Error('silence')), patience); });
  try {
    return await Promise.race([fetch(request), silence]);
  } catch {
    const language = await (await caches.match('/offline/language', { cacheName: 'lab-notes' }))?.text() === 'tr' ? 'tr' : 'en';
    return kept(`${prefix}/${language}`);
  }
}
