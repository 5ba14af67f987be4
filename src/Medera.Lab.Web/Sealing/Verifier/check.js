// The whole check (docs/package-format.md, "What is checked"): verdict 0 or 1 with what was found; what is unusable is thrown.

async function check(file, outsideText, keyText) {
  const run = await openPackage(file), { zip, pack, own, findings } = run;
  run.given = await givenKeys(own, keyText);
  const keys = [...run.history, ...run.given.filter(({ vkey }) => run.history.every(key => key.vkey !== vkey))];
  run.heldAt = size => keys.filter(({ from, until }) => from <= size && size <= until);
  await checkSigned(run);
  run.outside = await outsideCheckpoints(run, outsideText);
  run.ahead = run.outside.filter(({ size }) => size <= own.size);
  const trusted = run.signed.isTrusted ? [own, ...run.outside] : run.outside;
  for (const { size, root } of trusted) {
    if (trusted.some(other => other.size === size && !same(other.root, root))) keep(findings, { kind: 'TwoRoots', size });
    if (size > own.size && pack.kind === 'log') keep(findings, { kind: 'LogCut', size, first: own.size, last: size - 1 });
  }
  const missing = pack.kind === 'log' ? missingOf(run) : null;
  if (missing) keep(findings, missing);
  else await (pack.kind === 'log' ? checkLog(run) : checkBatch(run));
  await checkAttachments(run);
  for (const part of zip.parts.values()) if (!part.isRead) await whole(zip, part.name);
  return { ...run, first: firstBad(findings), verdict: findings.length > 0 ? 1 : 0 };
}

async function openPackage(file) {
  const zip = await openZip(file), read = (name, reader) => parsed(name, async () => reader(textOf(await whole(zip, name))));
  const pack = await read('package.json', readManifest), own = await read('checkpoint', readNote);
  if (own.origin !== pack.origin || own.size !== pack.size) refuse('contradicts', 'package.json');
  const history = await read('keys.jsonl', text => Promise.all(text.replace(/\n$/, '').split('\n').map(readKeyLine)));
  if (history.some(({ name }) => name !== own.origin)) refuse('contradicts', 'keys.jsonl');
  const policy = zip.has('policy') ? await read('policy', readPolicy) : null;
  for (const name of zip.parts.keys()) if (!belongs(name, pack)) refuse('foreign', name);
  return { zip, pack, own, history, policy, texts: {}, findings: [], isComplete: true, vouched: 0, events: 0, attachments: 0 };
}

function readManifest(text) {
  const pack = JSON.parse(text), { kind, size, from, to } = pack, isEnd = at => isCount(at) && (at % 256 === 0 || at === size);
  const isLog = kind === 'log' && isEnd(from) && isEnd(to) && from <= to && to <= size;
  const isBatch = kind === 'batch' && typeof pack.batch === 'string' && isCount(pack.lines);
  const isKnown = pack.format === 'medera-log-package' && pack.version === 1 && typeof pack.origin === 'string' && isCount(size);
  return isKnown && (isLog || isBatch) && `${pack.made}${pack.batch}`.isWellFormed() ? pack : refuse('malformed');
}

async function readKeyLine(line) {
  const { vkey, from, until = Infinity } = JSON.parse(line), key = await readKey(vkey, LOG);
  return isCount(from) && (isCount(until) || until === Infinity) ? { ...key, from, until } : refuse('malformed');
}

// Whether a package of that kind, size and period has such a part.
function belongs(name, { kind, size, from, to }) {
  const [, level, place] = /^tile\/(entries|\d)\/([x\d/]+)/.exec(name) ?? [];
  if (!level) return kind === 'log' ? name !== 'events.jsonl' && !name.startsWith('proofs/') : true;
  const index = +place.replace(/\D/g, ''), isBundle = level === 'entries', { width, path } = tileAt(size, isBundle ? -1 : +level, index);
  return kind === 'log' && width > 0 && path === name && (!isBundle || 256 * index >= from && 256 * index < to);
}

// The auditor's own keys count beside those of the package, and one of them must have signed.
async function givenKeys(own, text) {
  const given = await Promise.all(text.split(/\s+/).filter(Boolean).map(vkey => parsed(vkey, () => readKey(vkey, LOG))));
  if (given.length > 0 && given.every(({ name }) => name !== own.origin)) refuse('otherKey', given[0].vkey);
  return given.filter(({ name }) => name === own.origin).map(key => ({ ...key, from: 0, until: Infinity }));
}

async function checkSigned(run) {
  const { own, history, given, policy, findings } = run, find = (kind, name) => keep(findings, { kind, name });
  const held = history.filter(({ from, until }) => from <= own.size && own.size <= until);
  const isNamed = key => own.signatures.some(({ name, id }) => name === key.name && id === key.id);
  run.signed = await verify(own, run.heldAt(own.size));
  run.witnesses = await verify(own, policy?.keys ?? []);
  if (run.signed.bad.length > 0) find('SignatureBad', 'checkpoint');
  const isByGiven = given.length === 0 || given.some(({ vkey }) => run.signed.good.has(vkey));
  if (run.signed.good.size === 0 || !held.every(isNamed) || !isByGiven) find('KeyUnknown', 'checkpoint');
  if (history.some(key => isNamed(key) && held.every(({ vkey }) => vkey !== key.vkey))) find('KeyNotInForce', 'checkpoint');
  run.witnesses.bad.forEach(name => find('WitnessBad', name));
  if (run.witnesses.good.size < (policy?.needed ?? 0)) find('WitnessMissing', 'checkpoint');
}

// Notes one after the other; smallest first, each text once.
async function outsideCheckpoints({ own, heldAt, findings }, text) {
  const notes = text.replace(/\r\n?/g, '\n').split(/(?<=^— .*\n)\s+(?=\S)/m).filter(each => each.trim()), outside = new Map();
  for (const [i, each] of notes.entries()) {
    const name = `checkpoint ${i + 1}`, note = await parsed(name, async () => readNote(`${each.trim()}\n`));
    if (note.origin !== own.origin) refuse('otherLog', name);
    const { good, bad, isTrusted } = await verify(note, heldAt(note.size));
    if (isTrusted) outside.set(note.text, { ...note, result: 'nothing' });
    else keep(findings, { kind: bad.length > 0 ? 'SignatureBad' : 'KeyUnknown', name });
  }
  return [...outside.values()].sort((one, other) => one.size - other.size);
}

// Where most parts are missing the log is not walked through: a checkpoint may claim any size.
function missingOf({ zip, pack: { size, from, to } }) {
  const tiles = [...zip.parts.keys()].filter(name => name.startsWith('tile/')).length;
  let expected = Math.ceil(to / 256) - Math.ceil(from / 256), first = from;
  for (let count = size; count > 0; count = Math.floor(count / 256)) expected += Math.ceil(count / 256);
  if (expected - tiles <= 4_096) return null;
  while (first < to && zip.has(tileAt(size, -1, Math.floor(first / 256)).path)) first += 256;
  return first < to ? { kind: 'EntryMissing', first, last: first } : { kind: 'TileDiffers', name: 'tile/0' };
}

async function checkAttachments(run) {
  for (const name of [...run.zip.parts.keys()].filter(each => each.startsWith('attachments/'))) {
    const hash = await sha256(await whole(run.zip, name));
    if (`attachments/${hash.toHex()}` !== name) keep(run.findings, { kind: 'AttachmentDiffers', name });
    run.attachments++;
  }
}

// The first bad event that can be named, or where none can be, the smallest range that holds one.
function firstBad(findings) {
  const suspects = findings.filter(({ first }) => first !== undefined).sort((one, other) => one.first - other.first);
  const near = suspects.filter(({ first }) => first <= suspects[0].last);
  return near.sort((one, other) => one.last - one.first - other.last + other.first || one.first - other.first)[0];
}
