// Bytes, texts and hashes. What makes a package unusable is thrown; what is wrong with the log is a finding.

const bytesOf = text => new TextEncoder().encode(text);
const textOf = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const base64url = bytes => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
const unbase64 = text => /\s/.test(text) ? refuse('malformed') : Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);
const isCount = number => Number.isSafeInteger(number) && number >= 0;
const refuse = (kind, name) => { throw Object.assign(new Error(kind), { why: { kind, name } }); };

// Whatever a reader of a part stumbles over: the part is malformed.
const parsed = (name, read) => read().catch(({ why }) => refuse(why?.name ? why.kind : 'malformed', why?.name ?? name));

function join(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => whole.set(part, at) ?? at + part.length, 0);
  return whole;
}

const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)));
