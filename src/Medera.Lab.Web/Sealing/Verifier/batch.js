// Kind batch: line by line, each with its proof (C2SP tlog-proof; RFC 9162 §2.1.3.2).

const PROOF = /^c2sp\.org\/tlog-proof@v1\n(?:extra (\S+)\n)?index (\d+)\n((?:[^\n]{44}\n){0,63})\n/;

async function checkBatch(run) {
  const { zip, pack, findings } = run, streams = new Map(), stream = `1/batch/${pack.batch}`;
  const names = [...zip.parts.keys()].filter(name => name.startsWith('proofs/'));
  const proofs = names.map(name => +name.slice(7, -11)).sort((one, other) => one - other);
  const lines = zip.has('events.jsonl') ? linesOf(await whole(zip, 'events.jsonl')) : [], most = Math.max(pack.lines, proofs.length);
  if (lines.slice(0, most + 1).some(line => line.length > 65_535)) refuse('tooLong', 'events.jsonl');
  for (const line of lines.slice(0, most)) {
    run.events++;
    const leaf = await sha256([0], line), index = await takeProof(run, proofs, leaf, pack.lines - run.events);
    const one = readEvent(run, index, line);
    const isListOfTexts = Array.isArray(one?.about ?? []) && (one?.about ?? []).every(text => typeof text === 'string');
    if (!one || !isListOfTexts) keep(findings, { kind: 'BodyUnreadable', first: index, last: index });
    else if (one.stream !== stream && !one.about?.includes(pack.batch)) keep(findings, { ...one, kind: 'NotOfBatch' });
    else if (one.stream === stream) {
      const { kinds } = await follow(streams, { ...one, leaf: base64url(leaf) }, false);
      kinds.forEach(kind => keep(findings, { ...one, kind }));
    }
  }
  proofs.forEach(index => keep(findings, { kind: 'LinesDiffer', first: index, last: index }));
  if (lines.length !== pack.lines || streams.size === 0) keep(findings, { kind: 'LinesDiffer' });
  for (const outside of run.ahead.filter(({ size }) => size === run.own.size)) {
    outside.result = same(outside.root, run.own.root) ? 'same' : 'differs';
    if (outside.result === 'same') run.vouched = run.own.size;
  }
}

function linesOf(bytes) {
  const lines = [];
  for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
    end = bytes.indexOf(10, at) < 0 ? bytes.length : bytes.indexOf(10, at);
    lines.push(bytes.subarray(at, end));
  }
  return lines;
}

// Takes the proof of the next line. Where the first of those left does not fit, one a little later tells that lines before it are missing.
async function takeProof(run, proofs, leaf, linesAfter) {
  for (const index in run.texts) if (!(index >= proofs[0])) delete run.texts[index];
  let ahead = 0;
  while (ahead < Math.min(17, proofs.length) && !await proves(run, proofs[ahead], leaf).catch(() => false)) ahead++;
  if (ahead < Math.min(17, proofs.length)) {
    proofs.splice(0, ahead).forEach(index => keep(run.findings, { kind: 'LinesDiffer', first: index, last: index }));
    return proofs.shift();
  }
  // More lines are to come than proofs are left, so it is this line that has none.
  const index = linesAfter >= proofs.length ? undefined : proofs.shift();
  keep(run.findings, { kind: 'ProofWrong', first: index, last: index });
  return index;
}

// A proof that was tried on the line before is not unpacked again.
async function proves({ zip, own, heldAt, texts }, index, leaf) {
  const text = texts[index] ??= textOf(await whole(zip, `proofs/${index}.tlog-proof`)), [head, extra, number, path] = PROOF.exec(text);
  const note = readNote(text.slice(head.length)), isSigned = note.whole === own.whole || (await verify(note, heldAt(own.size))).isTrusted;
  let place = index, last = own.size - 1, hash = leaf;
  if (extra && unbase64(extra).length === 0 || number !== `${index}` || index > last || note.text !== own.text || !isSigned) return false;
  for (const sibling of path.split('\n').slice(0, -1).map(unbase64)) {
    if (last === 0 || sibling.length !== 32) return false;
    const isRight = place % 2 === 1 || place === last;
    hash = isRight ? await node(sibling, hash) : await node(hash, sibling);
    // A subtree at the right edge that has no neighbour on these levels.
    for (; isRight && place % 2 === 0 && place > 0; place /= 2) last = Math.floor(last / 2);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(hash, own.root);
}
