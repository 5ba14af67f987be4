// What an event says, and how it follows in its stream.

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, PLAIN = /^[ !#-[\]-\x7f]+$/, HASH = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const INSTANT = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;
const FORMS = { id: GUID, command: GUID, log: PLAIN, stream: PLAIN, type: PLAIN, prev: HASH, recorded: INSTANT };

const depth = value => value instanceof Object ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;

// Of each kind the first hundred are kept: a log in which everything is wrong must not fill the memory.
const keep = (findings, finding) => findings.filter(({ kind }) => kind === finding.kind).length < 100 && findings.push(finding);

function readEvent({ pack, findings }, index, bytes) {
  try {
    const text = textOf(bytes), body = JSON.parse(text), { id: event, log, stream, version, prev, recorded, about } = body;
    const hasForm = ([field, form]) => typeof body[field] === 'string' && form.test(body[field]);
    // JSON.parse lets doubled keys, blanks and idle escapes pass; written again such a text is shorter.
    const isGood = Object.entries(FORMS).every(hasForm) && depth(body) <= 8 && JSON.stringify(body).length === text.length;
    if (!isGood || !isCount(version - 1) || version >= 2 ** 31 || typeof version !== 'number') refuse('malformed');
    if (log !== pack.origin) keep(findings, { kind: 'OtherLog', first: index, last: index, event, stream, version });
    return { first: index, last: index, event, stream, version, prev, recorded, about };
  } catch {
    keep(findings, { kind: 'BodyUnreadable', first: index, last: index });
  }
}

// What is wrong between an event and the one before it in its stream; in an open period that one may be outside.
async function follow(streams, one, isOpen) {
  const { stream, version, prev, recorded } = one, before = streams.get(stream);
  const expected = before ? before.leaf : isOpen ? prev : base64url(await sha256(bytesOf(stream)));
  const isGap = before ? version > before.version + 1 : version > 1 && !isOpen;
  const kind = isGap ? 'VersionGap' : version <= before?.version ? 'VersionRepeated' : prev !== expected ? 'PrevWrong' : null;
  streams.set(stream, one);
  return { before, kinds: [kind, recorded < before?.recorded ? 'TimeBackwards' : null].filter(Boolean) };
}
