// From keys that were pressed to the text that a scanner meant. Only places of keys and modifiers are looked at, never
// KeyboardEvent.key: that is what the computer's language makes of them. The one exception is the group separator (GS, U+001D),
// which some scanners send as a key that has no place at all.

import { characterOf, layouts } from './layouts.js';

export { layouts };

export const GS = '\u001d';

/** How a scanner is set up, where nobody has said otherwise: a United States keyboard, no prefix, Enter behind the code. */
export const plainScanner = { layout: 'us', caps: 'ignored', prefix: '', end: 'Enter', gs: '' };

const modifiers = /^(Shift|Control|Alt|Meta|OS)(Left|Right)?$|^(CapsLock|NumLock|ScrollLock|AltGraph|Fn)$/;

const isModifier = e => modifiers.test(e.code) || (e.code === '' && ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(e.key));

export const isEnd = (e, end) =>
  e.code === 'Enter' || e.code === 'NumpadEnter' ? 'Enter' : e.code === 'Tab' && end === 'Tab' ? 'Tab' : null;

/**
 * Makes strokes of key events: what a key is by its place and by what was held with it. `down` and `up` give null until there is
 * one: a modifier is a part of the next key, and digits typed on the number pad with Alt held are one character when Alt goes up.
 */
export function strokeReader() {
  let altGr = false;
  let digits = '';
  return {
    down(e) {
      if (e.code === 'AltRight' || e.code === 'AltGraph') altGr = true;
      if (isModifier(e)) return null;
      if (e.altKey && !altGr && /^Numpad[0-9]$/.test(e.code)) {
        digits += e.code[6];
        return null;
      }
      digits = '';
      return strokeOf(e, altGr);
    },
    up(e) {
      if (e.code === 'AltRight' || e.code === 'AltGraph') altGr = false;
      if (e.code !== 'AltLeft' || digits === '') return null;
      const number = Number(digits);
      digits = '';
      return { code: 'Alt', number };
    },
  };
}

function strokeOf(e, altGr) {
  const third = altGr || e.getModifierState('AltGraph');
  return {
    // A held key repeats; a scanner lets go of each. Where one repeats, another has been lost between.
    code: e.repeat ? 'Repeated' : e.code,
    raw: e.code === '' && e.key === GS,
    shift: e.shiftKey,
    third,
    // Windows holds a Control key with AltGr that nobody pressed.
    ctrl: e.ctrlKey && !third,
    alt: e.altKey && !third,
    caps: e.getModifierState('CapsLock'),
  };
}

/**
 * The text of strokes, or what they are: a list of { char }, { key } for a key that means no character, { lost } for what cannot
 * be a part of a code. A dead key is its character, and the blank behind it, which only frees it, is taken away.
 */
export function tokensOf(strokes, profile) {
  const tokens = [];
  for (let i = 0; i < strokes.length; i++) {
    const stroke = strokes[i];
    const token = tokenOf(stroke, profile);
    tokens.push(token);
    if (token.dead && strokes[i + 1]?.code === 'Space') i++;
  }
  return tokens;
}

function tokenOf(stroke, profile) {
  if (stroke.raw) return { char: GS };
  if (stroke.number !== undefined)
    return stroke.number > 0 && stroke.number < 128 ? { char: String.fromCharCode(stroke.number) } : { lost: true };
  if (/^F[0-9]+$/.test(stroke.code)) return { key: stroke.code };
  const found = characterOf(profile.layout, stroke.code, levelOf(stroke, profile));
  if (stroke.ctrl) return controlOf(stroke, found);
  return found ?? { lost: true };
}

function levelOf(stroke, profile) {
  if (stroke.third) return '^';
  const turned = profile.caps === 'followed' && stroke.caps && /^Key[A-Z]$/.test(stroke.code);
  return stroke.shift !== turned ? '+' : '';
}

// Control with ] is GS wherever the key lies; the place of the United States' ] counts in every layout, because the scanner's
// own table often knows no other.
function controlOf(stroke, found) {
  if (stroke.code === 'BracketRight') return { char: GS };
  const upper = found?.char.toUpperCase() ?? '';
  return upper.length === 1 && upper >= '@' && upper <= '_' ? { char: String.fromCharCode(upper.charCodeAt(0) & 0x1f) } : { lost: true };
}

/** A prefix or a stand-in as it is written in a profile, in tokens: "~" is a character, "{F9}" a key. */
export function written(text) {
  const parts = text.match(/\{[A-Za-z0-9]+\}|[\s\S]/gu) ?? [];
  return parts.map(part => part.length > 2 && part[0] === '{' ? { key: part.slice(1, -1) } : { char: part });
}

const same = (a, b) => a !== undefined && b !== undefined && !a.lost && !b.lost && a.char === b.char && a.key === b.key;

export const startsWith = (tokens, prefix) => prefix.every((token, i) => same(tokens[i], token));

/**
 * The text that the scanner meant: { text, framed, whole }. `whole` is false where a key cannot be a part of any code, or the
 * profile's prefix is not there.
 */
export function textOf(strokes, profile) {
  let tokens = tokensOf(strokes, profile);
  const prefix = written(profile.prefix);
  const framed = prefix.length > 0 && startsWith(tokens, prefix);
  if (framed) tokens = tokens.slice(prefix.length);
  const standIn = written(profile.gs)[0];
  let text = '';
  let whole = prefix.length === 0 || framed;
  for (const token of tokens) {
    if (same(token, standIn) || token.key === 'F8') text += GS;
    else if (token.char !== undefined) text += token.char;
    else whole = false;
  }
  return { text, framed, whole };
}
