// Encodes as fast as bwip-js can. The first line on stdin has the texts; each line after it asks for a window of so many
// milliseconds, and is answered with the microseconds that a Code 128 and a Data Matrix took together.
import { createInterface } from "node:readline";
import bwipjs from "bwip-js";

let texts;
for await (const line of createInterface({ input: process.stdin })) {
  if (!texts) {
    texts = line.split(" ");
    continue;
  }
  const begun = performance.now();
  const window = Number(line);
  let done = 0;
  for (; performance.now() - begun < window; done++) {
    const text = texts[done % texts.length];
    bwipjs.raw("code128", text, {});
    bwipjs.raw("datamatrix", text, {});
  }
  console.log(((performance.now() - begun) * 1000) / done);
}
