// The one listener of the page for handheld scanners, which type like a keyboard. It sees every key before anybody else and knows
// a read by its frame, or by its pace and its beginning. What a person types is never touched; what a scanner typed into a field is
// taken out of it again. A part of a code is never handed on: where the beginning may be missing, the read is refused.

import { isEnd, startsWith, strokeReader, textOf, tokensOf, written } from './keys.js';

/** Milliseconds between two keys of one read. Nobody types four keys so fast one after the other. */
const pace = 60;

/** Between two keys within a frame that no person can begin by a character. */
const framePace = 500;

/** A read that stalled is still one where it all stands in the scan box, and most of it came at a scanner's pace. */
const meanPace = 25;

/** For so long after a read that broke off, what comes may be its tail. */
const tailMay = 3000;

/** So few keys may have been a person's. */
const fewest = 4;

// AIM symbology; own codes; ISBT 128, whose donation number has a form of its own; GS1 element strings in brackets; GS1 without
// them, which begins with the number that identifies the thing: what an element string holds behind that can begin no code.
const beginning = new RegExp([
  '\\][A-Z][0-9A-Z]', 'ML[A-Z]', '=[A-NP-Z1-9][0-9A-Z]{4}\\d{8}', '=[^0-9A-Z]', '&', '\\(\\d{2}',
  '\u001d?(00\\d{18}|0[12]\\d{14}|25[35]\\d{13}|40[12]\\d|80(03\\d{14}|04\\d|06\\d{18}|10\\d|1[78]\\d{18}))',
].map(form => `^${form}`).join('|'), 'i');

export const beginsLikeACode = text => beginning.test(text);

const sinks = [];
const reader = strokeReader();
let strokes = [];
let begun = null; // the field that the first key fell into, as it was before: { target, value }
let slowest = 0;
let firstAt = 0;
let last = -Infinity;
let ended = -Infinity;
let unsureUntil = 0;
let broken = ''; // the beginning of a read that broke off a moment ago
let widest = 0;

/**
 * Reads go to the sink that came last: { profile(), owns(field), taken(text), partial(text) }. `owns` says whether a field is there for
 * codes and empties itself. Gives a function that ends it.
 */
export function listen(sink) {
  if (sinks.length === 0) {
    addEventListener('keydown', down, true);
    addEventListener('keyup', up, true);
    addEventListener('focus', unsure);
  }
  sinks.push(sink);
  unsure();
  return () => {
    sinks.splice(sinks.indexOf(sink), 1);
    if (sinks.length > 0) return;
    removeEventListener('keydown', down, true);
    removeEventListener('keyup', up, true);
    removeEventListener('focus', unsure);
    drop();
  };
}

// The page or the window has just begun to hear keys: the first ones of a read may have gone elsewhere.
function unsure() {
  unsureUntil = Math.max(unsureUntil, performance.now() + pace);
  broken = '';
}

// A password and a signature are nobody's scan.
const isExempt = e => e?.matches?.('input[type=password]') || e?.closest?.('dialog[open][data-sign]');

const isField = e => e?.matches?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select');

function drop() {
  strokes = [];
  begun = null;
  slowest = 0;
}

function down(e) {
  const sink = sinks.at(-1);
  if (isExempt(document.activeElement)) return drop();
  const stroke = reader.down(e);
  const pause = pauseBefore(e, stroke);
  if (stroke === null) return;
  if (isEnd(e, sink.profile().end)) finish(e, sink, pause);
  else keyIn(stroke, e, sink, pause);
}

function up(e) {
  const stroke = reader.up(e);
  if (stroke !== null) keyIn(stroke, e, sinks.at(-1), pauseBefore(e, stroke));
}

// The longest pause among the keys that a stroke is made of: Shift and a letter, Alt and three digits.
function pauseBefore(e, stroke) {
  widest = Math.max(widest, e.timeStamp - last);
  last = e.timeStamp;
  const pause = widest;
  if (stroke !== null) widest = 0;
  return pause;
}

function keyIn(stroke, e, sink, pause) {
  if (strokes.length > 0 && pause > limit(sink) && !(sink.owns(e.target) && e.target.value !== '')) breakOff(sink);
  if (isAPersons(stroke, e, sink, pause)) return drop();
  if (strokes.length === 0) {
    begun = { target: e.target, value: isField(e.target) ? e.target.value : null };
    firstAt = e.timeStamp;
  } else {
    slowest = Math.max(slowest, pause);
    hold(stroke, e);
  }
  strokes.push(stroke);
}

const limit = sink => isFramed(sink) ? framePace : pace;

// A frame that begins with a key which means no character can be nobody's typing.
function isFramed(sink) {
  const prefix = written(sink.profile().prefix);
  return prefix[0]?.key !== undefined && startsWith(tokensOf(strokes.slice(0, prefix.length), sink.profile()), prefix);
}

const moves = /^(Backspace|Delete|Insert|Home|End|PageUp|PageDown|Arrow\w+|Escape|Tab|ContextMenu)$/;

// Keys that edit or move, a shortcut, a composed character without any place: a person is at work.
function isAPersons(stroke, e, sink, pause) {
  if (moves.test(e.code) || e.metaKey) return true;
  if (strokes.length > 0 && pause <= limit(sink)) return false;
  if (stroke.code === '' && !stroke.raw) return true;
  const special = stroke.ctrl || stroke.alt || /^F\d+$/.test(stroke.code);
  return special && !opensARead(stroke, sink);
}

// GS may stand first, and so may a key of the prefix.
function opensARead(stroke, sink) {
  const [token] = tokensOf([stroke], sink.profile());
  const [first] = written(sink.profile().prefix);
  return token.char === '\u001d' || token.key === 'F8' || (first !== undefined && startsWith([token], [first]));
}

// In the middle of a read a blank would press the button that has the focus, and a function key do whatever it does.
function hold(stroke, e) {
  const presses = e.code === 'Space' && !isField(e.target);
  if (presses || stroke.ctrl || /^F\d+$/.test(e.code)) e.preventDefault();
}

// A read without its end: what follows may be its tail.
function breakOff(sink) {
  if (strokes.length >= fewest && slowest <= limit(sink)) {
    unsureUntil = last + tailMay;
    broken = `${textOf(strokes, sink.profile()).text} … `;
  }
  drop();
}

function finish(e, sink, pause) {
  if (strokes.length === 0) {
    // CR and LF behind one code are one end.
    if (pause <= pace && e.timeStamp - ended <= pace) swallow(e);
    return;
  }
  const judged = judge(e, sink, Math.max(slowest, pause));
  if (judged === 'left') return drop();
  swallow(e);
  giveBack(sink);
  const { text } = textOf(strokes, sink.profile());
  const whole = firstAt <= unsureUntil ? broken + text : text;
  drop();
  ended = e.timeStamp;
  unsureUntil = 0;
  broken = '';
  if (judged === 'taken') sink.taken(text);
  else sink.partial(whole);
}

function judge(e, sink, slowestOfAll) {
  const { text, framed, whole } = textOf(strokes, sink.profile());
  const inBox = sink.owns(e.target) && sink.owns(begun.target);
  // What stood in the box before is the beginning of this, and the box's own Enter hands on the whole.
  if (inBox && begun.value !== '') return 'left';
  const tail = firstAt <= unsureUntil;
  const mean = (e.timeStamp - firstAt) / strokes.length;
  const steady = slowestOfAll <= limit(sink) || (inBox && mean <= meanPace);
  const read = whole && !tail && (framed || beginsLikeACode(text));
  if (steady && read && strokes.length >= fewest) return 'taken';
  if (strokes.length < fewest) return 'left';
  if (steady) return tail || inBox || !isField(e.target) || beginsLikeACode(text) || framed ? 'partial' : 'left';
  // The end came late: a read that stalled before it, unless a person wrote.
  return slowest <= pace && !inBox && beginsLikeACode(text) ? 'partial' : 'left';
}

function swallow(e) {
  e.preventDefault();
  e.stopImmediatePropagation();
}

// The field is as it was before the read, and whoever listens to it hears so.
function giveBack(sink) {
  const { target, value } = begun;
  for (const field of new Set([target, document.activeElement])) {
    if (!isField(field) || !field.isConnected) continue;
    const before = field === target ? value : sink.owns(field) ? '' : field.value;
    if (field.value === before) continue;
    field.value = before;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (field.matches('select')) field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
