// The page: what is chosen, dropped or pasted goes into the check, and what comes out is told in the chosen language.

const MOST_TOLD = 50;
const MOST_NOTE_BYTES = 131_072;

let language = /^tr/i.test(navigator.language) ? 1 : 0;
let chosen = null;
let report = null;

const byId = id => document.getElementById(id);
const languages = document.querySelectorAll('#languages button');

function say(key, values = {}) {
  return TEXTS[key][language].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function add(parent, element, text = '') {
  const child = document.createElement(element);
  child.textContent = text;
  return parent.appendChild(child);
}

function where(finding) {
  if (finding.first === undefined) return finding.name;
  return say(finding.first === finding.last ? 'at' : 'between', finding);
}

function tell(finding) {
  const place = where(finding);
  const what = say(finding.kind, finding);
  const sentence = place ? `${place}: ${what}` : `${what[0].toLocaleUpperCase(languages[language].lang)}${what.slice(1)}`;
  return finding.event ? `${sentence} (${say('calls', finding)}).` : `${sentence}.`;
}

function show() {
  document.documentElement.lang = languages[language].lang;
  document.title = say('title');
  byId('chosen').textContent = chosen?.name ?? '';
  for (const part of document.querySelectorAll('[data-text]')) part.textContent = say(part.dataset.text);
  languages.forEach((button, i) => button.setAttribute('aria-pressed', i === language));
  byId('verdict').replaceChildren();
  byId('report').replaceChildren();
  if (report) showReport();
}

function showReport() {
  const { verdict, why, findings, first } = report;
  const sentence = why ? tell(why) : verdict > 0 ? tell(first ?? findings[0]) : `${say('fine')}.`;
  byId('verdict').className = `v${verdict}`;
  add(byId('verdict'), 'p', say(`v${verdict}`));
  add(byId('verdict'), 'p', sentence);
  if (verdict === 1) showWrong(findings);
  showRows(why ? fileRows() : { ...fileRows(), ...logRows() });
  if (!why) showList('open', openQuestions().map(key => say(key, report)));
  // For whoever drives this page by a program.
  window.lastReport = {
    verdict,
    first: first ? { index: first.first, last: first.last } : null,
    kinds: [...new Set(findings.map(({ kind }) => kind))],
    sentence,
  };
}

function showList(title, items) {
  add(byId('report'), 'h2', say(title));
  const list = add(byId('report'), 'ul');
  for (const item of items) add(list, 'li', item);
}

function showWrong(findings) {
  const told = findings.slice(0, MOST_TOLD).map(tell);
  showList('wrong', findings.length > MOST_TOLD ? [...told, say('shortened')] : told);
}

function showRows(rows) {
  add(byId('report'), 'h2', say('checked'));
  const list = add(byId('report'), 'dl');
  for (const [key, value] of Object.entries(rows)) {
    add(list, 'dt', say(key));
    add(list, 'dd', `${value}` || '–');
  }
}

function fileRows() {
  return { file: say('bytes', chosen), when: report.when };
}

function logRows() {
  const { pack, own, signed, given, witnesses, events, outside, attachments } = report;
  const isWhole = pack.from === 0 && pack.to === pack.size;
  const signers = [...signed.good.keys()];
  return {
    log: own.origin,
    kind: say(pack.kind === 'batch' ? 'batch' : isWhole ? 'everything' : 'period', pack),
    size: own.size,
    root: own.root.toBase64(),
    signed: signers.map(vkey => `${vkey} ${say(given.some(key => key.vkey === vkey) ? 'yours' : 'theirs')}`).join('\n'),
    witnesses: [...witnesses.good.values()].map(({ name, bytes }) => `${name}, ${timeOf(bytes)}`).join('\n'),
    events,
    outsides: outside.map(each => say(each.result, each)).join('\n'),
    attachments,
  };
}

// The time that a witness states, in seconds since 1970 before its signature.
function timeOf(bytes) {
  const time = new Date(Number(new DataView(bytes.buffer).getBigUint64(0)) * 1000);
  return Number.isNaN(time.getTime()) ? '?' : time.toISOString().replace('.000', '');
}

function openQuestions() {
  const { pack, given, signed, policy, own, vouched } = report;
  const questions = {
    truth: true,
    whose: !given.some(({ vkey }) => signed.good.has(vkey)),
    rewrite: vouched < own.size,
    rest: pack.kind === 'log' && pack.to - pack.from < own.size,
    later: pack.kind === 'batch',
    unseen: !policy || policy.needed === 0,
  };
  return Object.keys(questions).filter(key => questions[key]);
}

function failed({ why }) {
  return { verdict: 2, findings: [], why: why ?? { kind: 'empty' } };
}

async function start(file) {
  report = window.lastReport = null;
  show();
  byId('working').hidden = false;
  const canCheck = 'fromBase64' in Uint8Array && 'subtle' in crypto;
  const checked = canCheck
    ? await check(file, byId('outside').value, byId('keys').value).catch(failed)
    : failed({ why: { kind: 'oldBrowser' } });
  byId('working').hidden = true;
  report = { ...checked, when: new Date().toISOString().replace(/\.\d+/, '') };
  show();
}

// A dropped file is a package, or a note or a key that belongs into one of the boxes.
async function boxOf(file) {
  const text = file.size <= MOST_NOTE_BYTES ? await file.text() : '';
  if (/^\S+\+[0-9a-f]{8}\+\S+\s*$/.test(text)) return byId('keys');
  return /\n\n— /.test(text) && !text.startsWith('PK') ? byId('outside') : null;
}

async function take(files) {
  for (const file of files) {
    const box = await boxOf(file);
    if (box) {
      byId('more').open = true;
      box.value = `${box.value}${(await file.text()).trim()}\n\n`;
    } else {
      chosen = file;
    }
  }
  if (chosen) await start(chosen);
}

byId('package').onchange = event => take(event.target.files);
byId('again').onclick = () => chosen && start(chosen);
ondragover = event => {
  event.preventDefault();
  byId('drop').classList.add('over');
};
ondragleave = () => byId('drop').classList.remove('over');
ondrop = event => {
  event.preventDefault();
  byId('drop').classList.remove('over');
  take([...event.dataTransfer.files]);
};
languages.forEach((button, i) => {
  button.onclick = () => {
    language = i;
    show();
  };
});
show();
