// Recomputes here what a page claims of the log, so that nobody has to believe the server's arithmetic: the leaf of an event
// from its bytes, the way from a leaf to the root, and that a larger tree begins with a smaller one (RFC 6962 §2.1, verified as
// RFC 9162 §2.1.3.2 and §2.1.4.2 have it). The words are the server's; this only chooses which of them stand.

const bytes = hex => Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16));
const equal = (a, b) => a.length === b.length && a.every((one, i) => one === b[i]);
const sha256 = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const joined = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
const leafOf = body => sha256(joined([0], body));
const nodeOf = (left, right) => sha256(joined([1], left, right));

// Sizes are whole numbers of up to 63 bits, which a number of JavaScript cannot hold.
function climb(fn, sn) {
  let left = false;
  if (fn % 2n === 1n || fn === sn) {
    left = true;
    while (fn % 2n === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
  }
  return { left, fn: fn >> 1n, sn: sn >> 1n };
}

// The leaf at an index leads to this root of a tree of this size.
export async function includes(index, size, leaf, proof, root) {
  if (index < 0n || index >= size || leaf.length !== 32) return false;
  let [fn, sn, hash] = [index, size - 1n, leaf];
  for (const sibling of proof) {
    if (sn === 0n) return false;
    const step = climb(fn, sn);
    hash = step.left ? await nodeOf(sibling, hash) : await nodeOf(hash, sibling);
    ({ fn, sn } = step);
  }
  return sn === 0n && equal(hash, root);
}

// The tree of the new size begins with the tree of the old one. From size 0 nothing follows.
export async function consistent(oldSize, newSize, oldRoot, newRoot, proof) {
  if (oldSize < 1n || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot);
  if (proof.length === 0) return false;
  let [fn, sn] = [oldSize - 1n, newSize - 1n];
  while (fn % 2n === 1n) { fn >>= 1n; sn >>= 1n; }
  // Where the old tree is complete its root is the first hash, and is left out of the proof.
  const complete = (oldSize & (oldSize - 1n)) === 0n;
  const rest = complete ? proof : proof.slice(1);
  let [was, is] = complete ? [oldRoot, oldRoot] : [proof[0], proof[0]];
  for (const hash of rest) {
    if (sn === 0n) return false;
    const step = climb(fn, sn);
    if (step.left) [was, is] = [await nodeOf(hash, was), await nodeOf(hash, is)];
    else is = await nodeOf(is, hash);
    ({ fn, sn } = step);
  }
  return sn === 0n && equal(was, oldRoot) && equal(is, newRoot);
}

const checks = {
  async inclusion(place, hashes) {
    const { index, size, leaf, root } = place.dataset;
    const body = new TextEncoder().encode(place.querySelector('[data-body]').textContent);
    return equal(await leafOf(body), bytes(leaf)) && includes(BigInt(index), BigInt(size), bytes(leaf), hashes, bytes(root));
  },
  async consistency(place, hashes) {
    const { old, size, oldRoot, root } = place.dataset;
    return consistent(BigInt(old), BigInt(size), bytes(oldRoot), bytes(root), hashes);
  },
};

async function judge(place) {
  const say = verdict => {
    for (const words of place.querySelectorAll('[data-verdict]')) words.hidden = words.dataset.verdict !== verdict;
  };
  // A page that did not come over TLS has no hashes, except on the machine itself.
  if (!globalThis.crypto?.subtle) return say('cannot');
  const hashes = [...place.querySelectorAll('[data-hash]')].map(line => bytes(line.dataset.hash));
  const whole = hashes.every(hash => hash.length === 32);
  say(whole && await checks[place.dataset.proof](place, hashes) ? 'ok' : 'bad');
}

export function judgeAll() {
  for (const place of document.querySelectorAll('[data-proof]')) judge(place);
}

if (globalThis.document) {
  // A file goes into the field as if it had been pasted.
  document.addEventListener('change', async e => {
    const file = e.target.matches?.('input[type=file][data-into]') ? e.target.files[0] : null;
    if (file) document.getElementById(e.target.dataset.into).value = await file.slice(0, 65536).text();
  });
}
