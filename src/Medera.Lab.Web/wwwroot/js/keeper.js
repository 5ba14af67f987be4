// Keeps scans where the page keeps them, shows what waits, and sees that it is sent. The scan box asks it; it knows nothing of codes.

import { circuit } from './circuit.js';
import { deskNow, ownerOf } from './owner.js';
import { isClaimed, replayer } from './replay.js';
import { play, sounds } from './sounds.js';
import { all, answers, change, dismiss, drop, keep, ofOwner, recover, watch } from './waiting-store.js';
import { view } from './waiting-view.js';
import { uuid7 } from './uuid.js';

/** Changes come in crowds: drawn is once in so many milliseconds. */
const crowd = 50;

/** An answer that takes longer, in milliseconds, is none, however often it is asked for. */
const patience = 4000;

/**
 * The keeper of a scan box, or null where its page keeps no scans. `replayed` is called when answers came and the page may show
 * something old; `sends` is false on the page without a server, which hands over to the application; `underWay` says whether something
 * that the box read goes the live road now: what waits does not overtake it.
 */
export function keeperOf(box, { replayed, sends, underWay }) {
  const place = box.querySelector('[data-keeps]');
  if (!place) return null;
  // In milliseconds: how often the server is asked while nothing answers, after how long a scan is sent again, and after how long a
  // line that stands counts as none.
  const [asks, again, stalled] = [place.dataset.asks, place.dataset.again, place.dataset.stalled].map(Number);
  const owner = ownerOf(place);
  const tab = tabOf();
  // Handed over by this page and not answered: nothing newer goes first, whatever the browser's database says of them, or when.
  const behind = new Set();
  // What waits here is not known before the browser's database was asked once, or is known to be none.
  let heard;
  const known = new Promise(r => { heard = r; });
  let unheard = true;
  known.then(() => { unheard = false; });
  setTimeout(heard, patience);
  let standing = 'done';
  let list = [];
  let news = false;
  let stopped = false;
  let drawn = 0;
  let listed = 0;
  let due = null;
  let joining = 0;

  const shown = view(place, owner, {
    retry() {
      document.dispatchEvent(new CustomEvent('lab:retry'));
      probe();
      sender?.go();
    },
    send: () => decide({ asked: true }),
    discard: reason => decide({ discard: reason }),
    dismiss: ids => dismiss(ids),
  });
  const sender = owner && sends ? replayer({ owner, tab, again, told, brought, underWay, claimed }) : null;

  function claimed(scan) { return !behind.has(scan.id) && isClaimed(scan); }

  function told(next) {
    if (next === standing) return;
    standing = next;
    draw();
    if (next === 'done') finished();
  }

  function brought(answer) {
    behind.delete(answer.id);
    news = true;
    if (answer.outcome === 'refused' && sounds(false)) play('refused');
    document.dispatchEvent(new CustomEvent('lab:answered'));
  }

  // The page is told once for all, and only over a line that stands.
  function finished() {
    if (!news || circuit() !== 'up') return;
    news = false;
    replayed();
  }

  async function decide(what) {
    await change(list.filter(scan => !claimed(scan)).map(scan => scan.id), what).catch(() => {});
    sender?.go();
  }

  async function draw() {
    const turn = ++drawn;
    const ours = [...behind];
    try {
      const every = await all();
      for (const id of ours) if (!every.some(scan => scan.id === id)) behind.delete(id);
      const read = owner ? await answers(owner) : [];
      if (stopped) return;
      // Whether a scan must wait is judged by the newest that was read, also where a later drawing is on its way.
      if (turn > listed) {
        listed = turn;
        list = owner ? ofOwner(every, owner) : [];
        heard();
      }
      if (turn !== drawn) return;
      const others = every.filter(scan => !list.includes(scan) && !claimed(scan));
      const waiting = list.filter(scan => !claimed(scan));
      shown({ down: circuit() !== 'up', standing: standingOf(waiting), waiting, others, answers: read });
    } catch {
      // Without storage nothing waits, and the box says of each scan that it was not taken.
      heard();
      if (!stopped && turn === drawn) shown({ down: circuit() !== 'up', standing: 'unkept', waiting: [], others: [], answers: [] });
    }
  }

  const standingOf = waiting => standing === 'ask' && waiting.every(scan => scan.asked || scan.discard) ? 'sending' : standing;

  async function probe() {
    if (stopped || circuit() === 'up') return;
    try {
      const signal = AbortSignal.timeout(Math.max(asks, patience));
      const response = await fetch('/health', { cache: 'no-store', redirect: 'error', signal });
      if (typeof (await response.json()).status === 'string') document.dispatchEvent(new CustomEvent('lab:answered'));
    } catch {
      // Not yet.
    }
  }

  function changed() {
    draw();
    if (circuit() === 'up') finished();
    sender?.go();
  }

  function soon() {
    due ??= setTimeout(() => {
      due = null;
      draw();
    }, crowd);
  }

  const unwatch = watch(soon);
  const asking = setInterval(probe, asks);
  document.addEventListener('lab:circuit', changed);
  addEventListener('online', changed);
  begin();

  // What this tab had on its way before it was loaded anew is on no way any more.
  async function begin() {
    try {
      await recover().catch(() => {});
      const lost = (await all()).filter(scan => scan.claim?.tab === tab).map(scan => scan.id);
      if (lost.length > 0) await change(lost, { claim: undefined });
    } catch {
      // No storage.
    }
    draw();
    sender?.go();
  }

  const made = scan => {
    const { person, account, station, place } = owner;
    return { ...scan, at: new Date(deskNow(owner)).toISOString(), person, account, station, place };
  };

  return {
    /** A call that takes longer, in milliseconds, has nobody at its other end. */
    stalled,

    /** Comes when it is known whether scans wait here. */
    known,

    /** Whether a scan must wait behind others that wait. */
    busy: () => unheard || joining > 0 || behind.size > 0 || list.some(scan => !claimed(scan)),

    /** Keeps a scan that is on its way; gives its sequence number, or null where nothing can be kept. */
    keep: scan => owner ? keep({ ...made(scan), claim: { tab, at: Date.now() } }).catch(() => null) : Promise.resolve(null),

    /** Keeps a scan that cannot be sent now; false where it cannot be kept either. */
    async wait(scan) {
      if (!owner) return false;
      joining++;
      try {
        const kept = made(scan);
        await keep(kept);
        behind.add(kept.id);
        shown.kept(kept);
        await draw();
        sender?.go();
        return true;
      } catch {
        return false;
      } finally {
        joining--;
      }
    },

    /** The answer came. */
    done: id => { drop([id]).catch(() => {}); },

    /** What was on its way has lost it: it waits, and so does what is read from now on. `lost` hears of what was never kept. */
    async release(scans, lost) {
      joining++;
      for (const scan of scans) {
        if (await scan.kept === null) lost(scan.text);
        else behind.add(scan.id);
      }
      await change(scans.map(scan => scan.id), { claim: undefined }).catch(() => {});
      await draw();
      joining--;
      sender?.go();
    },

    stop() {
      stopped = true;
      sender?.stop();
      unwatch();
      clearTimeout(due);
      clearInterval(asking);
      document.removeEventListener('lab:circuit', changed);
      removeEventListener('online', changed);
    },
  };
}

// The same after a reload, another one in another tab.
function tabOf() {
  let tab = sessionStorage.getItem('lab.tab');
  if (tab === null) {
    tab = uuid7();
    sessionStorage.setItem('lab.tab', tab);
  }
  return tab;
}
