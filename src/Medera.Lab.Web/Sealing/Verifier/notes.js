// Signed notes, keys and the policy of witnesses (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy).

const CHECKPOINT = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]{44})\n([^\n]+\n)*$/;
const SIGNATURE = /^— ([^\s+\p{Cc}]{1,255}) (\S{8,})$/u;
const KEY = /^([^\s+\p{Cc}]{1,255})\+([0-9a-f]{8})\+(\S+)$/u;
const LOG = 1, WITNESS = 4;

// Each reader throws on whatever it does not know.
function readNote(whole) {
  const text = whole.slice(0, whole.lastIndexOf('\n\n') + 1), [, origin, size, root] = CHECKPOINT.exec(text);
  const signatures = whole.slice(text.length + 1, -1).split('\n').map(readSignature), note = { whole, text, signatures, origin };
  if (!whole.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(whole) || signatures.length > 64 || !isCount(+size)) refuse('malformed');
  return { ...note, size: +size, root: unbase64(root).length === 32 ? unbase64(root) : refuse('malformed') };
}

function readSignature(line) {
  const [, name, data] = SIGNATURE.exec(line), bytes = unbase64(data);
  return { name, id: bytes.slice(0, 4).toHex(), bytes: bytes.slice(4) };
}

async function readKey(vkey, ...kinds) {
  const [, name, id, data] = KEY.exec(vkey), bytes = unbase64(data), hash = await sha256(bytesOf(`${name}\n`), bytes);
  if (bytes.length !== 33 || !kinds.includes(bytes[0]) || !hash.toHex().startsWith(id)) refuse('malformed');
  const key = await crypto.subtle.importKey('raw', bytes.slice(1), 'Ed25519', false, ['verify']).catch(() => refuse('noEd25519', vkey));
  return { vkey, name, id, data, kind: bytes[0], key };
}

// Which of these keys signed a note, and the names under which somebody else did.
async function verify(note, keys) {
  const good = new Map(), bad = [];
  for (const signature of note.signatures) {
    const named = keys.filter(({ name, id }) => name === signature.name && id === signature.id);
    const made = await Promise.all(named.map(key => hasSigned(key, signature.bytes, note.text)));
    if (made.includes(true)) good.set(named[made.indexOf(true)].vkey, signature);
    else if (named.length > 0) bad.push(signature.name);
  }
  return { good, bad, isTrusted: good.size > 0 && bad.length === 0 };
}

// A log signs the text; a witness states a time, in eight bytes before its signature, and signs that too.
async function hasSigned({ kind, key }, bytes, text) {
  const at = kind === WITNESS ? 8 : 0;
  if (bytes.length !== at + 64 || at > 0 && bytes[0] > 127) return false;
  const time = at > 0 ? `cosignature/v1\ntime ${new DataView(bytes.buffer).getBigUint64(0)}\n` : '';
  return crypto.subtle.verify('Ed25519', key, bytes.slice(at), bytesOf(time + text));
}

// Who must have cosigned: the keys, and how many of them. The members of a group are witnesses.
async function readPolicy(text) {
  const rules = new Map([['none', { keys: [], needed: 0 }]]), seen = new Set();
  const define = (name, rule) => rules.has(name) ? refuse('malformed') : rules.set(name, rule);
  let quorum = null;
  for (const line of text.split('\n')) {
    const [word, name, ...rest] = line.split('#')[0].split(/[ \t\r]+/).filter(Boolean);
    if (word === 'log' && rest.length < 2) await readKey(name, LOG, WITNESS);
    else if (word === 'witness' && rest.length < 3 && /^https?:\/\/./.test(rest[1] ?? 'http://-')) {
      const witness = await readKey(rest[0], WITNESS);
      define(name, seen.size < seen.add(witness.data).size ? { witness, keys: [witness], needed: 1 } : refuse('malformed'));
    } else if (word === 'group' && rest.length > 1) define(name, groupOf(rest[0], rest.slice(1).map(each => rules.get(each).witness)));
    else if (word === 'quorum' && !quorum && rest.length === 0) quorum = rules.get(name) ?? refuse('malformed');
    else if (word) refuse('malformed');
  }
  return quorum ?? refuse('malformed');
}

function groupOf(many, members) {
  const keys = [...new Set(members)], needed = { any: 1, all: keys.length }[many] ?? (/^\d+$/.test(many) ? +many : 0);
  return needed > 0 && needed <= keys.length && !keys.includes(undefined) ? { keys, needed } : refuse('malformed');
}
