// Writes symbols as bwip-js does, for tests that ask whether a reader would do better with somebody else's.
//   modules.mjs SYMBOLOGY OPTIONS   OPTIONS and, on stdin, the list of texts in JSON; a line of JSON for each: columns, and modules row
//   by row; bars are one row
import { readFileSync } from "node:fs";
import bwipjs from "bwip-js";

const [symbology, options] = process.argv.slice(2);
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  const [symbol] = bwipjs.raw(symbology, text, JSON.parse(options));
  const { columns, modules } = symbol.sbs ? bars(symbol.sbs) : { columns: symbol.pixx, modules: symbol.pixs };
  console.log(JSON.stringify({ columns, modules: modules.join("") }));
}

function bars(widths) {
  const modules = widths.flatMap((width, place) => Array(width).fill(place % 2 === 0 ? 1 : 0));
  return { columns: modules.length, modules };
}
