// Which character a physical key means: four keyboard layouts as a scanner can be set to. A key is its place on the board
// (KeyboardEvent.code), whatever the computer's own language makes of it. Three strings a layout: plain, with Shift, with AltGr;
// a blank is a key without a character, a letter in a "dead" list only shows with the key after it.

const places = [
  'Backquote', 'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal',
  'KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft', 'BracketRight',
  'KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote', 'Backslash',
  'IntlBackslash', 'KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash',
];

const drawn = {
  us: [
    "`1234567890-=" + "qwertyuiop[]" + "asdfghjkl;'\\" + "\\zxcvbnm,./",
    '~!@#$%^&*()_+' + 'QWERTYUIOP{}' + 'ASDFGHJKL:"|' + '|ZXCVBNM<>?',
    '',
    '',
  ],
  tr: [
    '"1234567890*-' + 'qwertyuıopğü' + 'asdfghjklşi,' + '<zxcvbnmöç.',
    "é!'^+%&/()=?_" + 'QWERTYUIOPĞÜ' + 'ASDFGHJKLŞİ;' + '>ZXCVBNMÖÇ:',
    '<>£#$½ {[]}\\|' + '@ €    i  ¨~' + 'æß       ´ `' + '|          ',
    '^¨~´`',
  ],
  de: [
    '^1234567890ß´' + 'qwertzuiopü+' + "asdfghjklöä#" + '<yxcvbnm,.-',
    '°!"§$%&/()=?`' + 'QWERTZUIOPÜ*' + "ASDFGHJKLÖÄ'" + '>YXCVBNM;:_',
    '  ²³   {[]}\\ ' + '@ €        ~' + '            ' + '|      µ   ',
    '^´`',
  ],
  fr: [
    "²&é\"'(-è_çà)=" + 'azertyuiop^$' + 'qsdfghjklmù*' + '<wxcvbn,;:!',
    ' 1234567890°+' + 'AZERTYUIOP¨£' + 'QSDFGHJKLM%µ' + '>WXCVBN?./§',
    '  ~#{[|`\\^@]}' + '  €        ¤' + '            ' + '           ',
    null,
  ],
};

// French: the accents on the letter row are dead, and two of the digits' third level; ^ of the digits' row is not.
const deadKeys = {
  fr: new Set(['BracketLeft', 'BracketLeft+', 'Digit2^', 'Digit7^']),
};

const numpad = { NumpadDecimal: '.', NumpadComma: ',', NumpadAdd: '+', NumpadSubtract: '-', NumpadMultiply: '*', NumpadDivide: '/' };

export const layouts = Object.keys(drawn);

const tables = Object.fromEntries(layouts.map(name => [name, tableOf(name)]));

function tableOf(name) {
  const [plain, shift, third, dead] = drawn[name];
  const table = new Map();
  places.forEach((place, i) => {
    for (const [mark, row] of [['', plain], ['+', shift], ['^', third]]) {
      const char = row[i];
      if (char === undefined || char === ' ') continue;
      const key = place + mark;
      table.set(key, { char, dead: dead === null ? deadKeys[name].has(key) : dead.includes(char) });
    }
  });
  return table;
}

/** The character of a key in a layout: { char, dead }, or null where it has none. `level` is '', '+' (Shift) or '^' (AltGr). */
export function characterOf(layout, code, level) {
  if (code === 'Space') return { char: ' ', dead: false };
  if (/^Numpad[0-9]$/.test(code)) return { char: code[6], dead: false };
  if (code in numpad) return { char: numpad[code], dead: false };
  return tables[layout]?.get(code + level) ?? null;
}
