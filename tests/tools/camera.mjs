// Looks at pictures as the camera of a page does: with the page's own worker, and with the reader that the build took from npm for it.
//   camera.mjs WWWROOT LOOK   PGM pictures on stdin, one after the other as PGM allows; a line of JSON for each: the texts that the worker gave
// LOOK is quick or thorough. The worker is given what a browser has and node has not: a canvas, and fetch for files.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [wwwroot, look] = process.argv.slice(2);

globalThis.fetch = async address => new Response(readFileSync(new URL(address)), { headers: { "content-type": "application/wasm" } });
globalThis.OffscreenCanvas = class {
  getContext() {
    let drawn;
    return { drawImage: picture => { drawn = picture; }, getImageData: () => drawn };
  }
};

let said;
const word = () => new Promise(then => { said = then; });
globalThis.postMessage = what => said(what);
globalThis.onmessage = null;

const first = word();
// Files that end in .js are modules only beside a package that says so.
const place = mkdtempSync(join(tmpdir(), "medera-camera-"));
try {
  for (const part of ["js/camera-worker.js", "lib/zxing-wasm"]) cpSync(join(wwwroot, part), join(place, part), { recursive: true });
  writeFileSync(join(place, "package.json"), '{ "type": "module" }');
  await import(pathToFileURL(join(place, "js/camera-worker.js")));
  if (!(await first).ready) throw new Error("The page's worker did not become ready.");
} finally {
  rmSync(place, { recursive: true });
}

for await (const picture of pictures(process.stdin)) {
  const answer = word();
  globalThis.onmessage({ data: { picture, thorough: look === "thorough" } });
  process.stdout.write(`${JSON.stringify((await answer).reads.map(read => read.text))}\n`);
}

// A head is one line: P5, width, height, 255.
async function* pictures(stream) {
  let held = Buffer.alloc(0);
  for await (const part of stream) {
    held = Buffer.concat([held, part]);
    for (;;) {
      const head = held.indexOf("\n") + 1;
      const [, width, height] = held.toString("latin1", 0, head).split(" ").map(Number);
      if (head === 0 || held.length < head + width * height) break;
      yield coloured(held.subarray(head, head + width * height), width, height);
      held = held.subarray(head + width * height);
    }
  }
}

// As a canvas gives it: red, green, blue and how much of it covers what is below.
function coloured(grey, width, height) {
  const data = new Uint32Array(grey.length);
  for (let i = 0; i < grey.length; i++) data[i] = 0xff000000 | (grey[i] * 0x010101);
  return { data: new Uint8ClampedArray(data.buffer), width, height, close() {} };
}
