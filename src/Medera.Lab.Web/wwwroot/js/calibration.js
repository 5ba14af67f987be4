// The page of the calibration sheet: one printed code holds every character that goes wrong. From the keys of one read it finds
// what the scanner is set to, and keeps that for this station on this computer. A scanner that loses something is told so, and
// nothing is kept of it.

import { GS, layouts, strokeReader, tokensOf } from './keys.js';
import { forgetProfile, isCalibrated, keepProfile, profileOf } from './profile.js';

/** After so many milliseconds without a key a read is over, and sooner behind its end. */
const silence = 1500;
const silenceAfterEnd = 150;

const ends = ['Enter', 'NumpadEnter', 'Tab'];

/** A person who presses keys on this page presses fewer. */
const fewest = 12;

/**
 * What a scanner is set to, from the strokes of one read of a sheet: { profile, gs }, or { trouble } with "layout", "end" or
 * "separator". `sheets` are the printed texts; where one has a separator, `gs` says how it came: control, alt, raw, key or a stand-in.
 */
export function calibrate(strokes, sheets) {
  const { keys, end } = withoutEnd(strokes);
  for (const layout of layouts) {
    for (const caps of ['ignored', 'followed']) {
      const { at, tokens } = laidOut(keys, { layout, caps });
      for (const sheet of sheets) {
        const found = match(tokens, sheet);
        if (found === null) continue;
        if (end === null) return { trouble: 'end' };
        if (found.separator === null) return { trouble: 'separator' };
        const profile = { layout, caps, prefix: found.prefix, end, gs: standIn(found.separator) };
        return { profile, gs: formOf(found.separator, keys[at[found.separatorAt]]) };
      }
    }
  }
  return { trouble: 'layout' };
}

function withoutEnd(strokes) {
  const keys = [...strokes];
  let end = null;
  while (keys.length > 0 && ends.includes(keys.at(-1).code)) end = keys.pop().code === 'Tab' ? 'Tab' : 'Enter';
  return { keys, end };
}

// A token a stroke, and where each came from: a dead key takes the blank behind it along.
function laidOut(keys, profile) {
  const at = [];
  const tokens = [];
  for (let i = 0; i < keys.length; i++) {
    const [token] = tokensOf([keys[i]], profile);
    at.push(i);
    tokens.push(token);
    if (token.dead && keys[i + 1]?.code === 'Space') i++;
  }
  return { at, tokens };
}

// The sheet's text among the tokens: what stands before it is the prefix, what stands for its separator the form of that.
function match(tokens, sheet) {
  const [head, tail] = sheet.split(GS);
  for (let from = 0; from <= tokens.length - head.length; from++) {
    if (!stands(tokens, from, head)) continue;
    if (tokens.slice(0, from).some(token => token.lost)) return null;
    // The symbology identifier differs from code to code and is no prefix.
    const prefix = tokens.slice(0, from).map(name).join('').replace(/\][A-Za-z][0-9A-Za-z]$/, '');
    const rest = tokens.slice(from + head.length);
    if (tail === undefined) return rest.length === 0 ? { prefix, separator: undefined } : null;
    if (rest.length === tail.length && stands(rest, 0, tail)) return { prefix, separator: null };
    if (rest.length === tail.length + 1 && stands(rest, 1, tail)) return { prefix, separator: rest[0], separatorAt: from + head.length };
  }
  return null;
}

const stands = (tokens, from, text) => [...text].every((char, i) => tokens[from + i]?.char === char);

const name = token => token.key === undefined ? token.char ?? '' : `{${token.key}}`;

const standIn = separator => separator === undefined || separator.char === GS || separator.key === 'F8' ? '' : name(separator);

function formOf(separator, stroke) {
  if (separator === undefined) return 'unknown';
  if (stroke?.number !== undefined) return 'alt';
  if (stroke?.raw) return 'raw';
  if (separator.char === GS) return 'control';
  return separator.key === 'F8' ? 'key' : 'standin';
}

/** Makes the page listen, where it is one. */
export function watchSheet(page) {
  if (page.dataset.listening !== undefined) return;
  page.dataset.listening = '';
  const station = page.dataset.calibration;
  const sheets = [...page.querySelectorAll('[data-sheet]')].map(s => s.dataset.sheet);
  const reader = strokeReader();
  let strokes = [];
  let over = null;

  function stroke(e, made) {
    if (!page.isConnected) return stop();
    if (made === null || (strokes.length === 0 && [...ends, 'Escape'].includes(e.code))) return;
    if (strokes.length > 0) e.preventDefault();
    strokes.push(made);
    clearTimeout(over);
    over = setTimeout(finish, ends.includes(made.code) ? silenceAfterEnd : silence);
  }

  function finish() {
    const read = strokes;
    strokes = [];
    if (read.length < fewest) return;
    const result = calibrate(read, sheets);
    if (result.profile) keepProfile(station, result.profile);
    show(page, result);
  }

  const down = e => stroke(e, reader.down(e));
  const up = e => stroke(e, reader.up(e));

  function stop() {
    removeEventListener('keydown', down, true);
    removeEventListener('keyup', up, true);
  }

  addEventListener('keydown', down, true);
  addEventListener('keyup', up, true);
  page.querySelector('[data-forget]').addEventListener('click', () => {
    forgetProfile(station);
    show(page, {});
  });
  show(page, isCalibrated(station) ? { profile: profileOf(station) } : {});
}

// The words are on the page in its language; only which of them show is decided here.
function show(page, { profile, gs, trouble }) {
  page.dataset.state = trouble ?? (profile ? 'kept' : 'waiting');
  if (!profile) return;
  choose(page, 'layout', profile.layout);
  choose(page, 'caps', profile.caps);
  choose(page, 'end', profile.end);
  choose(page, 'gs', gs ?? (profile.gs === '' ? 'known' : 'standin'));
  page.querySelector('[data-prefix]').textContent = profile.prefix;
  page.querySelector('[data-standin]').textContent = profile.gs;
  choose(page, 'prefix', profile.prefix === '' ? 'no' : 'yes');
}

function choose(page, what, word) {
  for (const place of page.querySelectorAll(`[data-${what}-is]`)) place.hidden = place.getAttribute(`data-${what}-is`) !== word;
}
