// Brings the scans that waited to the server: one after another, in order, each with the id that it got when it was read, so that
// sending one twice does nothing twice. What goes wrong on the way stops it; what the server answers, a refusal too, ends the waiting.

import { deskNow } from './owner.js';
import { all, answered, change, ofOwner, turn, yieldTurn } from './waiting-store.js';

/** Older than this, in milliseconds, scans are sent only when somebody was asked. The server holds it too. */
const asksAfter = 10 * 60 * 1000;

/** A claim of a tab that says nothing more is good for so long: longer than that tab waits for its answer. */
const claimLasts = 15000;

const gaveUp = 15000;

/** On its way by another road: the page that read it waits for the answer. */
export const isClaimed = scan => scan.claim !== undefined && Math.abs(Date.now() - scan.claim.at) < claimLasts;

const isDecided = scan => scan.asked === true || scan.discard !== undefined;

/**
 * Sends for one person at one station. `told(standing)` hears "sending", "gone" (nothing answers), "ask" (a person must say), "again"
 * (the sign-in is over, or is another's) and "done"; `brought(answer)` each answer. A server that does not answer is asked again after
 * `again` milliseconds. Nothing is sent while `underWay()`; `claimed(scan)` says what another page brings. Gives { go, stop }.
 */
export function replayer({ owner, tab, again, told, brought, underWay, claimed }) {
  let going = false;
  let wanted = false;
  let stopped = false;
  let timer = null;

  async function go() {
    clearTimeout(timer);
    if (going) {
      wanted = true;
      return;
    }
    going = true;
    let wait = null;
    try {
      do {
        wanted = false;
        wait = await sendAll();
      } while (wanted && !stopped);
    } catch {
      // The storage does not answer: what it holds is still there, and is sent when it does.
      wait = again;
    } finally {
      going = false;
      await yieldTurn(tab).catch(() => {});
    }
    if (wait !== null && !stopped) timer = setTimeout(go, wait);
  }

  /** Gives how long to wait before the next try; null: until somebody asks for it. */
  async function sendAll() {
    while (!stopped) {
      const waiting = ofOwner(await all(), owner);
      const first = waiting[0];
      if (first === undefined) return say('done', null);
      if (underWay() || claimed(first)) return say('sending', 500);
      if (waiting.some(scan => !isDecided(scan) && deskNow(owner) - Date.parse(scan.at) > asksAfter)) return say('ask', null);
      if (!await turn(tab, 2 * gaveUp)) return say('sending', 500);
      told('sending');
      const { standing, answer } = await post(first);
      if (standing === 'ask') return say('ask', null);
      if (standing !== 'answered') return say(standing, standing === 'gone' ? again : null);
      await answered(first, answer);
      brought(answer);
    }
    return null;
  }

  function say(standing, wait) {
    told(standing);
    return wait;
  }

  return {
    go,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

async function post(scan) {
  const { id, text, source, at, sequence, person, station, asked, discard } = scan;
  const body = { id, text, source, at, sequence, person, station, asked: asked === true, discard: discard ?? null };
  try {
    const response = await fetch('/api/v1/offline/scans', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
      redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(gaveUp),
    });
    return await standingOf(response, id);
  } catch {
    return { standing: 'gone' };
  }
}

async function standingOf(response, id) {
  if (response.status === 401 || response.status === 403) return { standing: 'again' };
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return { standing: 'gone' };
  const answer = await response.json();
  // Somebody else's page in the way, in a hotel for example, answers too.
  if (response.ok) return answer.id === id ? { standing: 'answered', answer } : { standing: 'gone' };
  if (response.status === 409 && answer.word === 'ask') return { standing: 'ask' };
  if (response.status === 409 && answer.word === 'other') return { standing: 'again' };
  if (response.status === 429 || response.status >= 500) return { standing: 'gone' };
  // It can never be decided: the person who scanned is told, in the server's sentence.
  return { standing: 'answered', answer: { id, outcome: 'refused', refusals: [{ sentence: answer.title ?? String(response.status) }] } };
}
