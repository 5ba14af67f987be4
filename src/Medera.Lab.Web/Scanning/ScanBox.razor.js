// The one input that no framework touches. On Enter the text is taken and the input cleared in the same tick, so that the next
// code, which a scanner may send a few milliseconds later, starts in an empty field. Calls leave one at a time, in order.

import { circuit, confirmScan, setCircuit } from '../js/circuit.js';

export function attach(box, dotnet, limit, muted) {
  const input = box.querySelector('input');
  const queue = [];
  let sending = false;
  let gone = false;
  let audio = null;

  function mark() { box.dataset.interactive = circuit() === 'up' ? 'ready' : 'down'; }

  function typed(e) {
    // While an input method composes a character, Enter belongs to it.
    if (e.key !== 'Enter' || e.isComposing) return;
    e.preventDefault();
    const text = input.value.slice(0, limit);
    input.value = '';
    if (text === '') return;
    if (circuit() !== 'up') return lost(text);
    delete box.dataset.lost;
    queue.push({ id: uuid7(), text, at: new Date().toISOString() });
    send();
  }

  // A code read while nothing can be recorded is refused in words, loudly: silence would be taken for a record.
  function lost(text) {
    box.querySelector('.scan__lost-text').textContent = text;
    box.dataset.lost = '';
    sound('refused');
  }

  async function send() {
    if (sending) return;
    sending = true;
    while (queue.length > 0 && !gone) {
      const scan = queue[0];
      const result = await Promise.race([
        dotnet.invokeMethodAsync('Scanned', scan.id, scan.text, 'wedge', scan.at).then(() => 'done', () => 'failed'),
        cutOff(),
      ]);
      if (result === 'done') {
        queue.shift();
        confirmScan(scan.text);
      } else if (result === 'cut' || circuit() !== 'up') {
        // Nobody knows whether it arrived: it is sent again with the same id when the line is back.
        await backUp();
      } else {
        queue.shift();
        lost(scan.text);
      }
    }
    sending = false;
  }

  // One call is under way at most, so one waiter for each turn of the line is enough.
  let onDown = null;
  let onUp = null;
  function cutOff() { return circuit() === 'up' ? new Promise(r => { onDown = () => r('cut'); }) : Promise.resolve('cut'); }
  function backUp() { return circuit() === 'up' || gone ? Promise.resolve() : new Promise(r => { onUp = r; }); }

  function changed() {
    mark();
    if (circuit() === 'up') {
      onUp?.();
      focus();
    } else {
      onDown?.();
    }
  }

  // The box keeps the focus as long as nobody works in another field. Tab still reaches every button, and a pointer
  // that pressed one gives the focus back, because the Enter of the next scan would press it again.
  const isField = e => e && (e.matches?.('input, textarea, select, [contenteditable]') || e.closest?.('dialog[open]'));

  function focus() {
    if (!document.querySelector('dialog[open]') && !isField(document.activeElement)) input.focus({ preventScroll: true });
  }

  function clicked(e) {
    if (e.detail === 0 || isField(e.target) || e.target.closest('label, summary, dialog')) return;
    if (getSelection()?.isCollapsed === false) return;
    setTimeout(focus, 0);
  }

  function left() { setTimeout(() => { if (!gone && document.activeElement === document.body) focus(); }, 0); }

  // A code that begins while a link or button has the focus is brought home with its first character.
  function stray(e) {
    if (e.key.length !== 1 || e.key === ' ' || e.ctrlKey || e.metaKey || e.altKey) return;
    if (!isField(document.activeElement)) focus();
  }

  // A closing dialog gives the focus back without a caret (Chromium): keys arrive at the box and write nothing.
  function closed() {
    if (document.activeElement === input) input.blur();
    focus();
  }

  function sound(tone) {
    if (muted) return;
    try {
      audio ??= new AudioContext();
      const plan = { accepted: [[880, .09]], warning: [[660, .12], [660, .12]], refused: [[196, .22], [147, .32]] }[tone];
      let at = audio.currentTime;
      for (const [frequency, length] of plan) {
        const oscillator = audio.createOscillator();
        const volume = audio.createGain();
        oscillator.type = tone === 'refused' ? 'square' : 'sine';
        oscillator.frequency.value = frequency;
        volume.gain.setValueAtTime(.12, at);
        volume.gain.exponentialRampToValueAtTime(.001, at + length);
        oscillator.connect(volume).connect(audio.destination);
        oscillator.start(at);
        oscillator.stop(at + length);
        at += length + .05;
      }
      navigator.vibrate?.(tone === 'refused' ? [120, 60, 240] : 40);
    } catch {
      // No sound is to be had; the words on the screen say the same.
    }
  }

  input.addEventListener('keydown', typed);
  input.addEventListener('blur', left);
  document.addEventListener('click', clicked);
  document.addEventListener('keydown', stray, true);
  document.addEventListener('lab:circuit', changed);
  document.addEventListener('close', closed, true);
  addEventListener('focus', focus);

  setCircuit('up');
  mark();
  focus();

  return {
    sound,
    detach() {
      gone = true;
      input.removeEventListener('keydown', typed);
      input.removeEventListener('blur', left);
      document.removeEventListener('click', clicked);
      document.removeEventListener('keydown', stray, true);
      document.removeEventListener('lab:circuit', changed);
      document.removeEventListener('close', closed, true);
      removeEventListener('focus', focus);
      delete box.dataset.interactive;
      onUp?.();
      audio?.close();
    },
  };
}

// Ids sort by the time they were made. crypto.randomUUID would need TLS and is no version 7.
function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let ms = Date.now();
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
