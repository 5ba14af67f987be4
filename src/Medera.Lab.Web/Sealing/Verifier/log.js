// Kind log: all tiles, and the bodies of a period or of everything, in log order.

async function checkLog(run) {
  const { zip, pack, own, findings } = run, range = new Range(), streams = new Map(), blames = [];
  const tile = await openTiles(zip, own, name => keep(findings, { kind: 'TileDiffers', name }));
  let sealedTo = 0, sealedBlame = null; // the root vouches for the leaves of all events before
  for (let first = 0; first < own.size; first += 256) {
    const over = await tile(0, first / 256), isInside = first >= pack.from && first < pack.to;
    const entries = isInside ? await entriesOf(run, first, over.width) : [];
    const hashes = await Promise.all(entries.map(entry => sha256([0], entry)));
    // In place of a body that is not here its leaf, so that the rest can still be compared.
    const leaves = over.hashes?.slice() ?? new Uint8Array(32 * over.width);
    hashes.forEach((hash, i) => leaves.set(hash, 32 * i));
    // A damaged tile says nothing; what the one above says of it takes its place.
    const isPassedOver = !isInside && over.isDamaged, root = isPassedOver ? over.said ?? new Uint8Array(32) : await rootOf(leaves);
    run.isComplete &&= !isPassedOver || over.said !== null;

    const isRight = over.isDamaged ? over.said !== null && same(root, over.said) : same(root, over.root);
    const isVouched = over.isDamaged ? over.isSaidVouched : over.isVouched;
    const wrong = isRight || !isInside ? [] : wrongIn(first, leaves, over);
    if (isVouched && sealedTo === first && isRight) sealedTo += over.width;
    if (isVouched && sealedTo === first) sealedBlame ??= wrong[0];
    wrong.forEach(blame => keep(blames, blame));

    // Leaf by leaf where a checkpoint ends among them; not where nobody knows the leaves.
    const isWhole = isPassedOver || over.width === 256 && !(run.ahead[0]?.size < first + 256);
    for (let i = 0; i < (isWhole ? 1 : over.width); i++) {
      await reach(run, range);
      await range.add(isWhole ? root : hashAt(leaves, i), isWhole ? 8 : 0);
    }
    for (const [i, entry] of entries.entries()) {
      const isSealed = over.isVouched && same(hashes[i], hashAt(over.hashes, i));
      await readInLog(run, streams, entry, { index: first + i, leaf: base64url(hashes[i]), isSealed });
    }
  }
  await reach(run, range);

  // Where the events themselves give the root, tiles are wrong and no event is.
  const isRight = same(own.root, await range.root()), from = Math.min(Math.max(run.vouched, sealedTo), own.size - 1);
  findings.unshift(...blames.map(blame => isRight && run.isComplete ? { kind: 'TileDiffers', name: blame.name } : blame));
  const { first, last } = sealedBlame ?? { first: from, last: own.size - 1 };
  if (!isRight) keep(findings, { kind: 'RootDiffers', ...own.size > 0 && { first, last } });
}

async function entriesOf(run, first, width) {
  const { path } = tileAt(run.own.size, -1, first / 256), entries = [];
  const data = run.zip.has(path) ? await whole(run.zip, path) : [];
  let at = 0, next = 0;
  while (entries.length < width && (next = at + 2 + (data[at] << 8 | data[at + 1])) <= data.length) {
    entries.push(data.subarray(at + 2, next));
    at = next;
  }
  const missing = first + entries.length;
  if (entries.length < width) keep(run.findings, { kind: 'EntryMissing', first: missing, last: missing });
  else if (at < data.length) keep(run.findings, { kind: 'TileDiffers', name: path });
  run.isComplete &&= entries.length === width;
  return entries;
}

// Each event that is not what its leaf says; or where their tile was changed too, all 256 of which the tile above says another root.
function wrongIn(first, leaves, { width, path, hashes, isDamaged, isSaidVouched }) {
  if (isDamaged && isSaidVouched) return [{ kind: 'EventsDiffer', first, last: first + width - 1, name: path }];
  const one = i => ({ kind: 'LeafDiffers', first: first + i, last: first + i, name: path });
  const each = Array.from({ length: hashes ? width : 0 }, (_, i) => one(i));
  return each.filter((_, i) => !same(hashAt(leaves, i), hashAt(hashes, i)));
}

// Compares with the outside checkpoints of the size that was reached.
async function reach(run, tree) {
  while (run.ahead[0]?.size <= tree.size) {
    const outside = run.ahead.shift(), { size, root } = outside, isSame = same(root, await tree.root());
    if (size < tree.size) continue;
    outside.result = isSame ? 'same' : 'differs';
    const range = run.vouched < size && { first: run.vouched, last: size - 1 };
    if (!isSame) keep(run.findings, { kind: 'OutsideDiffers', size, ...range });
    else if (run.isComplete) run.vouched = size;
  }
}

async function readInLog(run, streams, entry, { index, leaf, isSealed }) {
  const one = readEvent(run, index, entry);
  run.events++;
  if (!one) return;
  const { before, kinds } = await follow(streams, { ...one, leaf, isSealed }, run.pack.from > 0);
  for (const kind of kinds) {
    // Of two that disagree the earlier one is suspected, unless the root vouches for it and not for the later one.
    const suspect = kind === 'PrevWrong' && before && (isSealed || !before.isSealed) ? before.first : index;
    keep(run.findings, { ...one, kind, first: suspect, last: suspect });
  }
}
