// A scanner on a serial line, where the browser can open one. It sends bytes, so there is no keyboard layout to get wrong: a line
// that ends in CR or LF is one code. A line that had begun before the port was opened has no known beginning, and is refused.

import { beginsLikeACode } from './capture.js';

/** Most scanners are sent out with this; a scanner that is a USB serial port takes any. */
const baudRate = 9600;

const longest = 600;

/** What comes so soon after opening, in milliseconds, may have begun before. */
const settling = 60;

export const hasSerial = () => 'serial' in navigator;

/** Asks which scanner, or takes the one that was allowed before; gives a function that closes it, or null when nobody chose. */
export async function openSerial({ ask, taken, partial, closed }) {
  let port;
  try {
    port = ask ? await navigator.serial.requestPort() : (await navigator.serial.getPorts())[0];
    if (!port) return null;
    await opened(port);
  } catch {
    return null;
  }
  const reader = port.readable.getReader();
  read(reader, taken, partial).catch(() => {}).finally(async () => {
    reader.releaseLock();
    await port.close().catch(() => {});
    closed();
  });
  return () => reader.cancel().catch(() => {});
}

// The page before may still be closing the same port.
async function opened(port, tries = 4) {
  try {
    await port.open({ baudRate });
  } catch (why) {
    if (why.name !== 'InvalidStateError' || tries === 0) throw why;
    await new Promise(r => { setTimeout(r, 250); });
    await opened(port, tries - 1);
  }
}

async function read(reader, taken, partial) {
  const openedAt = performance.now();
  let line = '';
  let whole = true;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    if (line === '') whole = performance.now() - openedAt > settling;
    for (const byte of value) {
      if (byte !== 10 && byte !== 13) {
        if (line.length < longest) line += String.fromCharCode(byte);
      } else if (line !== '') {
        if (whole && beginsLikeACode(line)) taken(line);
        else partial(line);
        line = '';
        whole = true;
      }
    }
  }
}
