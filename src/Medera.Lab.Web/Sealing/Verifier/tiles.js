// Trees and tiles (RFC 6962, C2SP tlog-tiles).

const node = (left, right) => sha256([1], left, right);
const hashAt = (hashes, i) => hashes.subarray(32 * i, 32 * i + 32);

async function rootOf(hashes) {
  let row = Array.from({ length: hashes.length / 32 }, (_, i) => hashAt(hashes, i));
  while (row.length > 1) row = await Promise.all(row.flatMap((hash, i) => i % 2 ? [] : [row[i + 1] ? node(hash, row[i + 1]) : hash]));
  return row[0] ?? sha256();
}

// A growing tree: the roots of its complete subtrees, largest first.
class Range {
  subtrees = [];
  size = 0;

  async add(hash, height) {
    this.size += 2 ** height;
    for (; this.subtrees.at(-1)?.height === height; height++) hash = await node(this.subtrees.pop().hash, hash);
    this.subtrees.push({ hash, height });
  }

  root() {
    return this.subtrees.reduceRight(async (right, { hash }) => right ? node(hash, await right) : hash, null) ?? sha256();
  }
}

// How many hashes a log of this size has in a tile, and its name. Level −1 is that of the bundles of bodies.
function tileAt(size, level, index) {
  const width = Math.min(256, Math.floor(size / 256 ** Math.max(level, 0)) - 256 * index), folder = level < 0 ? 'entries' : level;
  const digits = `${index}`.padStart(Math.ceil(`${index}`.length / 3) * 3, '0').replace(/\d{3}(?=\d)/g, 'x$&/');
  return { width, path: `tile/${folder}/${digits}${width < 256 ? `.p/${width}` : ''}` };
}

// The tiles of a package as far as the root vouches for them: those at the right edge, which are not full, give it together; a full one
// gives a hash of the tile above. Of each level one is held.
async function openTiles(zip, { size, root }, damage) {
  const held = [], hashesOf = async ({ width, path }) => {
    const bytes = zip.has(path) ? await whole(zip, path) : [];
    return bytes.length === 32 * width ? bytes : null;
  };
  let edge = new Uint8Array(0);
  for (let level = 0; edge && 256 ** level <= size; level++) {
    const hashes = await hashesOf(tileAt(size, level, Math.floor(size / 256 ** (level + 1))));
    edge = hashes && (hashes.length + edge.length > 0 ? await rootOf(join([hashes, edge])) : edge);
  }
  const isEdgeVouched = edge !== null && same(await rootOf(edge), root);
  return async function tile(level, index) {
    if (held[level]?.index === index) return held[level];
    const place = tileAt(size, level, index), above = place.width === 256 ? await tile(level + 1, Math.floor(index / 256)) : null;
    const hashes = await hashesOf(place), own = hashes && await rootOf(hashes);
    const said = above?.hashes ? hashAt(above.hashes, index % 256) : null;
    const isDamaged = !own || said && !same(own, said), isVouched = !isDamaged && (above ? above.isVouched : isEdgeVouched);
    if (isDamaged) damage(place.path);
    return held[level] = { ...place, index, hashes, root: own, said, isDamaged, isVouched, isSaidVouched: above?.isVouched };
  };
}
