// Reads codes in pictures, off the page's own thread. The pictures come from the camera and go nowhere else. The reader's script and
// its WebAssembly are of one package version: a mixed pair ends in "memory access out of bounds".

import { prepareZXingModule, readBarcodes } from '../lib/zxing-wasm/reader/index.js';

const formats = ['Code128', 'DataMatrix', 'QRCode'];
const most = 4;

// Without this the library asks a public server for its WebAssembly.
const locateFile = file => new URL(`../lib/zxing-wasm/reader/${file}`, import.meta.url).href;

// Plain text keeps the group separators of GS1, which the text for people does not.
const common = { formats, textMode: 'Plain', maxNumberOfSymbols: most };
const fast = { ...common, tryHarder: false, tryRotate: false, tryInvert: false, tryDownscale: false };
const hard = { ...common, tryHarder: true };

const canvas = new OffscreenCanvas(1, 1);
const brush = canvas.getContext('2d', { willReadFrequently: true });

prepareZXingModule({ overrides: { locateFile }, fireImmediately: true })
  .then(() => postMessage({ ready: true }), () => postMessage({ failed: true }));

onmessage = async ({ data: { picture, thorough } }) => {
  try {
    postMessage({ reads: await read(picture, thorough ? hard : fast) });
  } catch {
    postMessage({ reads: [] });
  } finally {
    picture.close();
  }
};

async function read(picture, how) {
  if (canvas.width !== picture.width || canvas.height !== picture.height) [canvas.width, canvas.height] = [picture.width, picture.height];
  brush.drawImage(picture, 0, 0);
  const found = await readBarcodes(brush.getImageData(0, 0, canvas.width, canvas.height), how);
  // The identifier in front tells the server which symbol it was: ]C1, ]d2 and ]Q3 are GS1, ]C0, ]d1 and ]Q1 are not.
  return found.filter(r => r.isValid && r.text !== '').map(r => ({ text: r.symbologyIdentifier + r.text, linear: r.format === 'Code128' }));
}
