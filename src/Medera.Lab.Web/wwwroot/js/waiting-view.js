// Draws what waits: a banner in words, each scan marked as not recorded, the question before an old queue is sent, the answers until
// somebody has read them. Texts only, never markup: what was scanned is a stranger's.

import { clockOf } from './owner.js';

const shownAtOnce = 6;

/** How a scanned text is shown: control characters as signs for them, and no more than fits. */
export const visible = text => {
  const shown = text.replace(/[\u0000-\u001f]/g, c => String.fromCharCode(0x2400 + c.charCodeAt(0)));
  return shown.length > 48 ? `${shown.slice(0, 47)}…` : shown;
};

/** Whose a wristband is, is not checked without the server: it is refused as it is read. */
export const isWristband = text => /^(\][A-Z][0-9A-Z])?MLW/i.test(text.replace(/[\s-]/g, ''));

const own = /^ML[A-Z][0-9A-Z]{8}[0-9A-Z*]$/;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, n) => values[n]);

/** `shown(state)` draws; `shown.kept(scan)` says of one scan what became of it. */
export function view(place, owner, acts) {
  const texts = JSON.parse(place.dataset.texts);
  const sprite = document.querySelector('.scan use')?.getAttribute('href')?.split('#')[0] ?? '/icons.svg';
  let last = null;
  let asking = false;
  let state = { down: false, standing: 'done', waiting: [], others: [], answers: [] };
  let before = '';

  function shown(next) {
    // What was said of the last one ends with the time that it was said in.
    if (!next.down && (state.down || next.waiting.length === 0)) last = null;
    state = next;
    if (state.waiting.length === 0) asking = false;
    // Written only when it changed: each writing is read aloud, and takes the focus from its buttons.
    const now = JSON.stringify([state, last?.scan.id, asking]);
    if (now === before) return;
    before = now;
    place.closest('.scan').toggleAttribute('data-unkept', state.standing === 'unkept');
    place.closest('.scan').toggleAttribute('data-kept', last !== null || state.waiting.length > 0);
    place.replaceChildren(...[lastKept(), banner(), others(), answered()].filter(part => part !== null));
  }

  shown.kept = scan => { last = { scan, blocked: isWristband(scan.text) }; };

  function lastKept() {
    if (last === null) return null;
    const [head, words, symbol, look] = last.blocked
      ? [texts.blocked, texts.blockedWords, 'stop', 'scan__result--refused']
      : [texts.kept, texts.keptWords, 'offline', 'scan__result--idle'];
    const card = element('div', `scan__result ${look} waiting__last`, icon(symbol),
      element('div', '', element('h2', 'say', element('span', '', head), code(last.scan.text)), element('p', '', words)));
    card.setAttribute('role', last.blocked ? 'alert' : 'status');
    return card;
  }

  function banner() {
    const count = state.waiting.length;
    const retry = () => button(texts.try, acts.retry);
    if (!owner) return head('lock', texts.signedOut, texts.signedOutWords);
    if (state.standing === 'unkept') return state.down ? head('alert', texts.unkept, texts.unkeptWords, retry()) : null;
    if (count === 0) return state.down ? head('offline', fill(texts.offline, 0), texts.offlineWords, retry()) : null;
    if (state.standing === 'ask') return part(question(count), list());
    if (state.standing === 'again') return part(head('lock', fill(texts.again, count), texts.againWords, retry()), list());
    if (state.down || state.standing === 'gone')
      return part(head('offline', fill(texts.offline, count), texts.offlineWords, retry()), list());
    return part(head('clock', fill(texts.sending, count), texts.sendingWords), list());
  }

  const part = (...parts) => element('div', 'waiting__part', ...parts);

  function head(symbol, title, words, ...buttons) {
    const said = element('div', '', element('p', 'banner__t', title), element('p', '', words));
    const box = element('div', 'banner banner--warn waiting__head', icon(symbol), said, element('div', 'row', ...buttons));
    box.setAttribute('role', 'status');
    return box;
  }

  function question(count) {
    const times = new Set([state.waiting[0], state.waiting.at(-1)].map(scan => clockOf(scan.at, owner, 5)));
    const box = head('clock', fill(texts.ask, count, [...times].join('–')), texts.askWords,
      button(fill(texts.send, count), acts.send, 'btn--primary'), button(texts.discard, () => turnAsking(true)));
    box.setAttribute('role', 'alert');
    return asking ? part(box, reasons()) : box;
  }

  function turnAsking(on) {
    asking = on;
    shown(state);
    place.querySelector(on ? 'select' : '.btn')?.focus();
  }

  function reasons() {
    const chosen = element('select', 'input');
    chosen.id = 'waiting-reason';
    chosen.append(new Option('', ''), ...Object.entries(texts.reasons).map(([code, word]) => new Option(word, code)));
    const label = element('label', '', texts.reason);
    label.htmlFor = chosen.id;
    const sure = button(texts.really, () => acts.discard(chosen.value));
    sure.disabled = true;
    chosen.addEventListener('change', () => { sure.disabled = chosen.value === ''; });
    return element('div', 'waiting__reason', element('div', 'field', label, chosen), sure, button(texts.back, () => turnAsking(false)));
  }

  function list() {
    const first = state.waiting.slice(-shownAtOnce).reverse();
    const lines = first.map(scan => element('li', '', time(scan.at), code(scan.text), isWristband(scan.text)
      ? element('span', 'waiting__not', icon('stop'), texts.blocked) : element('span', 'waiting__not', icon('clock'), texts.notRecorded)));
    if (state.waiting.length > first.length) lines.push(element('li', 'muted', fill(texts.more, state.waiting.length - first.length)));
    return element('ul', 'listlines waiting__list', ...lines);
  }

  // Nothing of what others scanned is shown, only that it waits for them.
  function others() {
    const groups = grouped(state.others);
    if (groups.size === 0) return null;
    const heads = [...groups].map(([who, scans]) => head('user', fill(texts.others, scans.length, who), texts.othersWords));
    return element('div', 'waiting__part', ...heads);
  }

  function answered() {
    if (state.answers.length === 0) return null;
    const lines = state.answers.map(answer => element('li', '', time(answer.read), code(answer.symbol ?? answer.text), outcome(answer)));
    const title = element('h3', '', texts.answers);
    const dismiss = button(texts.dismiss, () => acts.dismiss(state.answers.map(answer => answer.id)));
    const box = element('section', 'waiting__answers', element('div', 'waiting__title', title, dismiss),
      element('p', 'muted', texts.answersWords), element('ul', 'listlines waiting__list', ...lines));
    box.setAttribute('aria-label', texts.answers);
    return box;
  }

  function outcome(answer) {
    if (answer.outcome === 'refused') {
      const why = (answer.refusals ?? []).map(refusal => element('p', '', refusal.sentence));
      const discarded = answer.refusals?.[0]?.rule === 'offline.discarded';
      const word = discarded
        ? element('span', 'waiting__not', icon('cross'), texts.discarded)
        : element('span', 'bad', icon('cross'), texts.refused);
      return element('div', 'waiting__why', word, ...why);
    }
    return answer.recorded
      ? element('span', 'good', icon('check'), texts.accepted)
      : element('span', 'waiting__not', icon('scan'), texts.expecting);
  }

  function time(at) {
    const shownAt = element('time', '', clockOf(at, owner));
    shownAt.dateTime = at;
    return shownAt;
  }

  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `${sprite}#i-${name}`);
    svg.append(use);
    return svg;
  }

  return shown;
}

function grouped(scans) {
  const groups = new Map();
  for (const scan of scans) {
    const who = `${scan.account} · ${scan.place}`;
    groups.set(who, [...(groups.get(who) ?? []), scan]);
  }
  return groups;
}

// One of the laboratory's own codes in its groups, as everywhere; gaps are drawn, so that a copied code is the code.
function code(text) {
  const bare = text.replace(/^\][A-Za-z][0-9A-Za-z]/, '');
  if (!own.test(bare)) return element('span', 'id', visible(bare));
  const [kind, first, second, check] = [bare.slice(0, 3), bare.slice(3, 7), bare.slice(7, 11), bare.slice(11)];
  return element('span', 'code id',
    element('span', '', kind), element('span', '', first), element('span', '', second), element('b', '', check));
}

function element(name, look, ...content) {
  const made = document.createElement(name);
  if (look !== '') made.className = look;
  made.append(...content);
  return made;
}

function button(text, act, look = '') {
  const made = element('button', `btn ${look}`.trim(), text);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
