// What a box has read goes to the server one call at a time, in the order in which it was read: nothing overtakes what is not answered.

import { circuit, confirmScan } from './circuit.js';
import { visible } from './waiting-view.js';

/** After so long without an answer, in milliseconds, the box says that it waits. */
const slowly = 1000;

/** Where no keeper says how long a call may take: so long, in milliseconds. */
const patience = 5000;

/**
 * `call(scan, sequence)` gives true when the server answered, false when nobody did. `keeper()` gives the box's keeper, or null;
 * `says` hears { slow(on), unsure(scan), sure(), lost(text) }.
 */
export function outbox({ call, keeper, says }) {
  const queue = [];
  let sending = false;
  let gone = false;
  let onDown = null;
  let onUp = null;

  async function send() {
    if (sending) return;
    sending = true;
    while (queue.length > 0 && !gone) await first();
    sending = false;
  }

  async function first() {
    const scan = queue[0];
    const slow = setTimeout(() => says.slow(true), slowly);
    const sequence = await scan.kept ?? null;
    const keeps = keeper() !== null && sequence !== null;
    const { result, waited } = await outcome(scan, sequence, keeps);
    clearTimeout(slow);
    says.slow(false);
    if (result === 'done') {
      queue.shift();
      keeper()?.done(scan.id);
      confirmScan(visible(scan.text));
      if (waited) says.sure();
    } else if (keeps) {
      // Nobody knows whether it arrived, or whether it was recorded. It and all behind it go by the other road, each with its id.
      await keeper().release(queue.splice(0), says.lost);
    } else if (result === 'cut' || circuit() !== 'up') {
      // Nobody knows whether it arrived: it is sent again with the same id when the line is back.
      await backUp();
    } else {
      queue.shift();
      says.lost(scan.text);
    }
  }

  // A device that keeps the scan waits only so long. One that does not says so, and waits on: what is behind may not go first.
  async function outcome(scan, sequence, keeps) {
    let waited = false;
    const late = setTimeout(() => {
      waited = true;
      if (!keeps) says.unsure(scan);
    }, keeper()?.stalled ?? patience);
    const result = await Promise.race([
      call(scan, sequence).then(answered => answered ? 'done' : 'silent', () => 'failed'),
      cutOff(),
      ...(keeps ? [tooLong(keeper().stalled)] : []),
    ]);
    clearTimeout(late);
    return { result, waited };
  }

  // One call is under way at most, so one waiter for each turn of the line is enough.
  const tooLong = most => new Promise(r => { setTimeout(() => r('late'), most); });
  function cutOff() { return circuit() === 'up' ? new Promise(r => { onDown = () => r('cut'); }) : Promise.resolve('cut'); }
  function backUp() { return circuit() === 'up' || gone ? Promise.resolve() : new Promise(r => { onUp = r; }); }

  return {
    push(scan) {
      queue.push(scan);
      send();
    },

    /** Whether something that was read is on its way. */
    busy: () => queue.length > 0,

    changed() { (circuit() === 'up' ? onUp : onDown)?.(); },

    end() {
      gone = true;
      keeper()?.release(queue.splice(0), says.lost);
      onUp?.();
    },
  };
}
