// Renders labels as a ZPL printer would. On stdin a JSON list of { zpl, width, height, to }: dots, and the PNG file to write.
import { readFileSync, writeFileSync } from "node:fs";
import { ready } from "zpl-renderer-js";

// Everything in a label is said in dots, so the resolution only sets how large the picture is.
const dotsPerMm = 8;

const { api } = await ready;
for (const { zpl, width, height, to } of JSON.parse(readFileSync(0, "utf8"))) {
  const png = await api.zplToBase64Async(zpl, width / dotsPerMm, height / dotsPerMm, dotsPerMm);
  writeFileSync(to, Buffer.from(png, "base64"));
}
process.exit(0);
