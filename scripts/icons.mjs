// node scripts/run.mjs scripts/icons.mjs: draws build/icon.svg as build/icon.png, build/icons/*.png and build/icon.ico.
// To be run by hand when the drawing changes; its results are committed, so that packing needs no screen.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasDisplay, inRoot } from './paths.mjs';
import { goodNode, onScreen, run } from './processes.mjs';
import { ensureElectron, ensureSystemPackages } from './setup.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const IN_ICO = SIZES.filter((s) => s <= 256);

if (!hasDisplay) {
  ensureSystemPackages();
  const [command, args] = onScreen(goodNode(), [import.meta.filename], false);
  process.exit(await run(command, args));
}

/** An .ico is a directory of pictures; since Windows Vista they may be PNG. */
function ico(pngs) {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pngs.length, 4);
  let offset = head.length;
  pngs.forEach(({ size, data }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at); // 0 stands for 256
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...pngs.map((p) => p.data)]);
}

await ensureElectron();
const { _electron } = await import('@playwright/test');
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'icons-'));
fs.writeFileSync(path.join(work, 'package.json'), '{"main":"main.js"}');
fs.writeFileSync(
  path.join(work, 'main.js'),
  'const { app, BrowserWindow } = require("electron");' +
    'app.whenReady().then(() => new BrowserWindow({ show: true }).loadURL("about:blank"));',
);
const app = await _electron.launch({ args: [work] });
try {
  const page = await app.firstWindow();
  const svg = fs.readFileSync(inRoot('build/icon.svg'), 'utf8');
  const draw = async (size) =>
    Buffer.from(
      (
        await page.evaluate(
          async ([source, width]) => {
            const image = new Image();
            image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width, height: width });
            canvas.getContext('2d').drawImage(image, 0, 0, width, width);
            return canvas.toDataURL('image/png');
          },
          [svg, size],
        )
      ).split(',')[1],
      'base64',
    );
  const pngs = [];
  for (const size of SIZES) pngs.push({ size, data: await draw(size) });
  fs.mkdirSync(inRoot('build/icons'), { recursive: true });
  for (const { size, data } of pngs) fs.writeFileSync(inRoot('build/icons', `${size}x${size}.png`), data);
  fs.writeFileSync(inRoot('build/icon.png'), pngs.at(-1).data);
  fs.writeFileSync(inRoot('build/icon.ico'), ico(pngs.filter((p) => IN_ICO.includes(p.size))));
} finally {
  await app.close();
  fs.rmSync(work, { recursive: true, force: true, maxRetries: 5 });
}
