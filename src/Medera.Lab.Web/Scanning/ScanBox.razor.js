// The one input that no framework touches. Reads come from the page's listener for scanners, from a serial scanner, from the camera
// and, where a person types, from this input: on Enter the text is taken and the input cleared in the same tick. All of them leave by
// one outbox, in order.

import { listen } from '../js/capture.js';
import { circuit, setCircuit } from '../js/circuit.js';
import { keeperOf } from '../js/keeper.js';
import { outbox } from '../js/outbox.js';
import { profileOf } from '../js/profile.js';
import { attachTools } from '../js/scan-tools.js';
import { play, sounds } from '../js/sounds.js';
import { attachTyping } from '../js/typing.js';
import { uuid7 } from '../js/uuid.js';
import { isWristband, visible } from '../js/waiting-view.js';

/** The same code again so soon, in milliseconds, is a scanner that read twice. */
const doubled = 2000;

/** Until then after it was attached the page cannot be sure that it has heard a read from its beginning. */
const settling = 70;

/** `dotnet` is null on the page without a server, where all that is read is kept. */
export function attach(box, dotnet, limit, ward) {
  const input = box.querySelector('input');
  let gone = false;
  let settled = false;
  let before = { text: null, at: 0 };
  const out = outbox({
    call: (scan, sequence) => dotnet.invokeMethodAsync('Scanned', scan.id, scan.text, scan.source, scan.at, sequence),
    keeper: () => keeper,
    says: {
      slow: on => box.toggleAttribute('data-slow', on),
      unsure: scan => note('unsure', scan.text, 'refused'),
      sure: () => { if (box.dataset.note === 'unsure') clearNotes(); },
      lost,
    },
  });
  const keeper = keeperOf(box, {
    sends: dotnet !== null,
    underWay: out.busy,
    replayed: () => dotnet.invokeMethodAsync('Replayed').catch(() => {}),
  });

  function mark() { if (settled) box.dataset.interactive = circuit() === 'up' ? 'ready' : 'down'; }

  function typed(e) {
    // While an input method composes a character, Enter belongs to it.
    if (e.key !== 'Enter' || e.isComposing) return;
    e.preventDefault();
    const text = input.value;
    input.value = '';
    // Where typing is allowed it is asked why; elsewhere the desk refuses it in words.
    if (text !== '' && typing.ask) typing.ask(text);
    else take(text, 'typed');
  }

  // Every read comes here, whatever read it.
  function take(whole, source) {
    const text = whole.slice(0, limit);
    if (text === '') return;
    if (circuit() !== 'up' && !keeper) return lost(text);
    const waits = keeper !== null && (circuit() !== 'up' || keeper.busy());
    if (!waits) tick();
    const now = performance.now();
    const again = text === before.text && now - before.at < doubled && box.dataset.again === undefined;
    before = { text, at: now };
    if (again) return note('again', text, 'warning');
    clearNotes();
    const scan = { id: uuid7(), text, source };
    if (waits) return wait(scan);
    out.push({ ...scan, at: new Date().toISOString(), kept: keeper?.keep(scan) });
  }

  // Kept first, said then: what is not on the device is not taken.
  async function wait(scan) {
    if (!await keeper.wait(scan)) return lost(scan.text);
    if (isWristband(scan.text)) sound('refused');
    else tick();
  }

  // Before the server has answered, the eye and the ear know that something was read.
  function tick() {
    box.dataset.tick = '';
    requestAnimationFrame(() => setTimeout(() => delete box.dataset.tick, 120));
    sound('tick');
  }

  function clearNotes() {
    delete box.dataset.lost;
    delete box.dataset.note;
  }

  function note(what, text, tone) {
    clearNotes();
    for (const place of box.querySelectorAll('.scan__note-text')) place.textContent = visible(text);
    box.dataset.note = what;
    sound(tone);
  }

  // A code read while nothing can be recorded is refused in words, loudly: silence would be taken for a record.
  function lost(text) {
    clearNotes();
    box.querySelector('.scan__lost-text').textContent = visible(text);
    box.dataset.lost = '';
    sound('refused');
  }

  function changed() {
    mark();
    out.changed();
    if (circuit() === 'up') focus();
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
    // What was refused may be scanned again at once.
    if (tone === 'refused') before = { text: null, at: 0 };
    if (sounds(ward)) play(tone);
  }

  const typing = attachTyping(box, take);
  const tools = attachTools(box, ward, take, begin => note('partial', begin ?? '', 'refused'));
  const deafen = listen({
    profile: () => profileOf(box.dataset.station),
    owns: field => field === input,
    taken: text => take(text, 'wedge'),
    partial: begin => note('partial', begin, 'refused'),
  });

  input.addEventListener('keydown', typed);
  input.addEventListener('blur', left);
  document.addEventListener('click', clicked);
  document.addEventListener('keydown', stray, true);
  document.addEventListener('lab:circuit', changed);
  document.addEventListener('close', closed, true);
  addEventListener('focus', focus);

  setCircuit(dotnet ? 'up' : 'down');
  setTimeout(async () => {
    await keeper?.known;
    settled = !gone;
    mark();
  }, settling);
  focus();

  return {
    sound,
    detach() {
      gone = true;
      settled = false;
      deafen();
      tools.detach();
      typing.detach();
      out.end();
      keeper?.stop();
      input.removeEventListener('keydown', typed);
      input.removeEventListener('blur', left);
      document.removeEventListener('click', clicked);
      document.removeEventListener('keydown', stray, true);
      document.removeEventListener('lab:circuit', changed);
      document.removeEventListener('close', closed, true);
      removeEventListener('focus', focus);
      delete box.dataset.interactive;
    },
  };
}
