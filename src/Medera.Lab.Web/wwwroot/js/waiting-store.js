// The scans that this device keeps until the server has answered them, in IndexedDB, so that neither a reload nor a dead battery loses
// one; and the answers, until somebody has read them. Each call is one transaction; they take effect in the order of the calls.

const name = 'lab.waiting';

/** What is read is noted here at once: the database answers a little later, and the page may be loaded anew before it has. */
const noted = 'lab.taken ';

/** A browser that does not answer for so long, in milliseconds, has no storage to be relied on. */
const patience = 3000;

const bell = 'BroadcastChannel' in self ? new BroadcastChannel(name) : null;
const listeners = new Set();
let opened = null;

/** Calls when something changed, in this tab or in another one. Gives a function that ends it. */
export function watch(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

bell?.addEventListener('message', () => tell());

function tell() { for (const listener of listeners) listener(); }

function ring() {
  bell?.postMessage('changed');
  tell();
}

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('scans', { keyPath: 'id' });
      asked.result.createObjectStore('answers', { keyPath: 'id' });
      asked.result.createObjectStore('notes');
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => { asked.result.close(); opened = null; };
      asked.result.onclose = () => { opened = null; };
      resolve(asked.result);
    };
    asked.onerror = asked.onblocked = () => reject(asked.error ?? new Error('IndexedDB is blocked.'));
  });
  opened.catch(() => { opened = null; });
  return opened;
}

// `work(stores, give)` asks for what it needs and gives the result. With `strict` it is true only when all of it is on the disk.
async function run(mode, work, durability = 'default') {
  const db = await open();
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(['scans', 'answers', 'notes'], mode, { durability });
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('The storage refused.'));
    const store = key => transaction.objectStore(key);
    work({ scans: store('scans'), answers: store('answers'), notes: store('notes') }, value => { result = value; });
  });
}

const isOf = owner => one => one.person === owner.person && one.station === owner.station;

const bySequence = (a, b) => a.sequence - b.sequence;

/**
 * Keeps a scan; gives its sequence number among those of this person on this device. Rejects where nothing can be kept. A scan with a
 * claim is on its way to the server already, and does not wait for the disk.
 */
export function keep(scan) {
  let late = false;
  note(scan);
  const added = run('readwrite', (stores, give) => add(scan, stores, give), scan.claim ? 'relaxed' : 'strict');
  const kept = added.finally(() => forget(scan.id)).then(sequence => {
    // It was told that nothing was kept: then nothing is.
    if (late) drop([scan.id]).catch(() => {});
    // What is on its way is not shown, and there may be very many of them.
    else if (!scan.claim) ring();
    return sequence;
  });
  kept.catch(() => {});
  return Promise.race([kept, new Promise((_, reject) => {
    setTimeout(() => {
      late = true;
      forget(scan.id);
      reject(new Error('The storage does not answer.'));
    }, patience);
  })]);
}

// Once, whoever brings it; scans are numbered for each person on this device.
function add(scan, { scans, notes }, give) {
  const counter = `sequence ${scan.person}`;
  scans.get(scan.id).onsuccess = there => {
    if (there.target.result) return give(there.target.result.sequence);
    notes.get(counter).onsuccess = e => {
      const sequence = (e.target.result ?? 0) + 1;
      notes.put(sequence, counter);
      scans.add({ ...scan, sequence });
      give(sequence);
    };
  };
}

// Without such a place the moment stays as long as it is.
function note(scan) {
  try {
    localStorage.setItem(noted + scan.id, JSON.stringify(scan));
  } catch {
    // No storage, or no room.
  }
}

function forget(id) {
  try {
    localStorage.removeItem(noted + id);
  } catch {
    // No storage.
  }
}

/** Keeps what a page that is gone had read in its last moment. */
export async function recover() {
  const ids = Object.keys(localStorage).filter(key => key.startsWith(noted)).map(key => key.slice(noted.length));
  const lost = ids.map(id => JSON.parse(localStorage.getItem(noted + id))).filter(Boolean).sort((a, b) => a.at < b.at ? -1 : 1);
  for (const scan of lost) await bring(scan);
}

// Another tab may have kept it meanwhile, and it may be answered: then the note is gone, which is seen only when it is this one's turn.
const bring = scan => run('readwrite', stores => {
  stores.notes.get('turn').onsuccess = () => { if (localStorage.getItem(noted + scan.id) !== null) add(scan, stores, () => {}); };
}, 'strict').then(() => forget(scan.id));

/** All scans that are kept, of everybody, in order. */
export const all = () => run('readonly', ({ scans }, give) => { scans.getAll().onsuccess = e => give(e.target.result.sort(bySequence)); });

/** Only those of one person at one station. */
export const ofOwner = (list, owner) => list.filter(isOf(owner));

/** Takes scans out without an answer to show: they were answered in another way. */
export async function drop(ids) {
  await run('readwrite', ({ scans }) => { for (const id of ids) scans.delete(id); });
  ring();
}

/** Changes what is noted of scans, in one go. */
export async function change(ids, what) {
  await run('readwrite', ({ scans }) => {
    for (const id of ids) scans.get(id).onsuccess = e => { if (e.target.result) scans.put({ ...e.target.result, ...what }); };
  });
  ring();
}

/** The scan is answered: in one step it waits no more, and its answer is kept to be read. */
export async function answered(scan, answer) {
  await run('readwrite', ({ scans, answers }) => {
    scans.delete(scan.id);
    const { id, person, station, sequence, at: read, text } = scan;
    answers.put({ ...answer, id, person, station, sequence, read, text });
  });
  ring();
}

/** The answers that nobody has dismissed yet. */
export const answers = owner => run('readonly', ({ answers: kept }, give) => {
  kept.getAll().onsuccess = e => give(e.target.result.filter(isOf(owner)).sort(bySequence));
});

/** They were read. */
export async function dismiss(ids) {
  await run('readwrite', ({ answers: kept }) => { for (const id of ids) kept.delete(id); });
  ring();
}

/** One tab sends at a time: true for the one that has, or gets, the turn for so many milliseconds. */
export const turn = (tab, most) => run('readwrite', ({ notes }, give) => {
  notes.get('turn').onsuccess = e => {
    const held = e.target.result;
    const free = !held || held.tab === tab || held.until < Date.now() || held.until > Date.now() + 10 * most;
    if (free) notes.put({ tab, until: Date.now() + most }, 'turn');
    give(free);
  };
});

/** Gives the turn back. */
export const yieldTurn = tab => run('readwrite', ({ notes }) => {
  notes.get('turn').onsuccess = e => { if (e.target.result?.tab === tab) notes.delete('turn'); };
});
