// ZIP (APPNOTE 6.3.10): the central directory, and each part up to the length that it declares and no further.

const MOST_BYTES = [
  [/^(README\.txt|package\.json|policy)$/, 65_536],
  [/^verify\.html$/, 262_144],
  [/^keys\.jsonl$/, 1_048_576],
  [/^events\.jsonl$/, 2 ** 31],
  [/^(checkpoint|proofs\/(0|[1-9]\d{0,15})\.tlog-proof)$/, 131_072],
  [/^attachments\/[0-9a-f]{64}$/, 2 ** 30],
  [/^tile\/entries(\/x\d{3})*\/\d{3}(\.p\/\d+)?$/, 16_777_472],
  [/^tile\/\d(\/x\d{3})*\/\d{3}(\.p\/\d+)?$/, 8_192],
];

const u16 = (view, at) => view.getUint16(at, true);
const u32 = (view, at) => view.getUint32(at, true);
const u64 = (view, at) => Number(view.getBigUint64(at, true));
const cut = async (file, at, end) => end <= file.size ? new DataView(await file.slice(at, end).arrayBuffer()) : refuse('empty');

async function openZip(file) {
  const parts = new Map(), [count, size, start] = await directoryOf(file), list = await cut(file, start, start + size);
  let at = 0, free = 0;
  for (let i = 0; i < count; i++) {
    const part = partAt(list, at);
    parts.set(part.name, parts.has(part.name) ? refuse('twice', part.name) : part);
    at = part.next;
  }
  // Parts that share bytes would let a small file keep a reader busy for years.
  for (const part of [...parts.values()].sort((one, other) => one.at - other.at)) {
    free = part.at < free ? refuse('overlaps', part.name) : part.at + part.name.length + part.packed;
  }
  return at === size && free <= start ? { file, parts, has: name => parts.has(name) } : refuse('empty');
}

// How many parts the directory has, how long it is and where it begins. Where that does not fit, an older record has it (Zip64).
async function directoryOf(file) {
  const tail = await cut(file, Math.max(0, file.size - 65_557), file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && (u32(tail, end) !== 0x06054b50 || end + 22 + u16(tail, end + 20) !== tail.byteLength)) end--;
  if (end < 0 || u16(tail, end + 8) !== u16(tail, end + 10) || u16(tail, end + 4) % 0xffff > 0) refuse('empty');
  const narrow = [u16(tail, end + 10), u32(tail, end + 12), u32(tail, end + 16)];
  if (narrow[0] < 0xffff && narrow[1] < 0xffffffff && narrow[2] < 0xffffffff) return narrow;
  const at = end >= 20 && u32(tail, end - 20) === 0x07064b50 ? u64(tail, end - 12) : refuse('empty'), wide = await cut(file, at, at + 56);
  return u32(wide, 0) === 0x06064b50 ? [32, 40, 48].map(field => u64(wide, field)) : refuse('empty');
}

function partAt(list, at) {
  if (at + 46 > list.byteLength || u32(list, at) !== 0x02014b50) refuse('empty');
  const extra = at + 46 + u16(list, at + 28), comment = extra + u16(list, at + 30), method = u16(list, at + 10);
  if (comment > list.byteLength) refuse('empty');
  const name = String.fromCharCode(...new Uint8Array(list.buffer, at + 46, u16(list, at + 28)));
  const [length, packed, begin] = widened([24, 20, 42].map(field => u32(list, at + field)), list, extra, comment);
  if (length > (MOST_BYTES.find(([form]) => form.test(name))?.[1] ?? refuse('foreign', name))) refuse('tooLong', name);
  // Encrypted in one of three ways, packed in another way, or on another disk.
  if (u16(list, at + 8) & 0x2041 || ![0, 8].includes(method) || u16(list, at + 34) > 0) refuse('unread', name);
  return { name, length, packed, at: begin, isDeflated: method === 8, isRead: false, next: comment + u16(list, at + 32) };
}

// Numbers that do not fit stand in the extra field of Zip64 (1), in this order and only as far as they do not fit.
function widened(numbers, list, field, end) {
  while (field + 4 <= end && u16(list, field) !== 1) field += 4 + u16(list, field + 2);
  let place = field - 4;
  return numbers.map(number => number < 0xffffffff ? number : (place += 8) + 8 <= end ? u64(list, place) : refuse('empty'));
}

async function whole({ file, parts }, name) {
  const part = parts.get(name) ?? refuse('missing', name), pieces = [];
  try {
    const head = await cut(file, part.at, part.at + 30), from = part.at + 30 + u16(head, 26) + u16(head, 28);
    const packed = u32(head, 0) === 0x04034b50 ? file.slice(from, from + part.packed).stream() : refuse('unread');
    const reader = (part.isDeflated ? packed.pipeThrough(new DecompressionStream('deflate-raw')) : packed).getReader();
    let left = part.length;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      left = left < piece.value.length ? refuse('unread') : left - piece.value.length;
      pieces.push(piece.value);
    }
    part.isRead = left === 0 || refuse('unread');
  } catch {
    refuse('unread', name);
  }
  return join(pieces);
}
