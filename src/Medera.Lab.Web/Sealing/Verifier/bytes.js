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

// Most of what is hashed is an event or two hashes, and there are millions of them: asking the browser takes far longer than hashing.
const SHORT = 8_192;

async function sha256(...parts) {
  const whole = join(parts);
  return whole.length <= SHORT ? sha256Here(whole) : new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

// FIPS 180-4, 4.2.2 and 5.3.3: the first 32 bits of the fractions of the cube roots of the first 64 primes, and of the square roots of
// the first eight. In whole numbers, because a double has too few digits.
const PRIMES = [];
for (let n = 2; PRIMES.length < 64; n++) if (PRIMES.every(prime => n % prime > 0)) PRIMES.push(n);
const ROUND = Uint32Array.from(PRIMES, prime => fraction(prime, 3n, Math.cbrt(prime)));
const BEGIN = Uint32Array.from(PRIMES.slice(0, 8), prime => fraction(prime, 2n, Math.sqrt(prime)));
const schedule = new Int32Array(64);

function fraction(prime, power, about) {
  const wanted = BigInt(prime) << 32n * power;
  let root = BigInt(Math.ceil(about * 2 ** 32)) + 4n;
  while (root ** power > wanted) root--;
  return Number(root & 0xffffffffn);
}

function sha256Here(bytes) {
  const blocks = new Uint8Array(64 * Math.ceil((bytes.length + 9) / 64)), view = new DataView(blocks.buffer), state = BEGIN.slice();
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  view.setUint32(blocks.length - 4, 8 * bytes.length);
  for (let at = 0; at < blocks.length; at += 64) compress(state, view, at);
  state.forEach((word, i) => view.setUint32(4 * i, word));
  return blocks.slice(0, 32);
}

// FIPS 180-4, 6.2.2.
function compress(state, view, at) {
  const turn = (x, by) => x >>> by | x << 32 - by, w = schedule;
  for (let t = 0; t < 16; t++) w[t] = view.getInt32(at + 4 * t);
  for (let t = 16; t < 64; t++) {
    const x = w[t - 15], y = w[t - 2];
    w[t] = w[t - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + w[t - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10);
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let t = 0; t < 64; t++) {
    const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + ROUND[t] + w[t] | 0;
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, d + one | 0, c, b, a, one + two | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}
