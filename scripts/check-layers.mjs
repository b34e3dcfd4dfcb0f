// Checks who may import whom. The compiler separates each folder's lib and types (a tsconfig.json each); this, the imports:
//   renderer → shared ← main; the folders of main/ import shared/, main/ports.ts and main/platform/, never one another;
//   main/services/ ties them together, main/workers/ and main/cli/ wire the services; electron is imported in main/electron alone.
//   Of the domain the window imports the model (shared/domain/model/) and the few files that are named below.
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { inRoot, root } from './paths.mjs';

// The packages that shared/ and the window may use: a new one there is a decision. main/ may use any but the window's.
const SHARED_PACKAGES = ['zod', 'libphonenumber-js', 'intl-messageformat'];
const WINDOW_PACKAGES = [...SHARED_PACKAGES, 'react', 'react-dom', '@mantine/core', '@mantine/hooks'];
const NOT_IN_MAIN = WINDOW_PACKAGES.filter((p) => !SHARED_PACKAGES.includes(p));
const NODE_MODULES = new Set(builtinModules);

const IMPORT = new RegExp(
  String.raw`\b(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?(['"])([^'"\n]+)\1` +
    String.raw`|\bimport\s*\(\s*(['"])([^'"\n]+)\3` +
    String.raw`|\brequire\s*\(\s*(['"])([^'"\n]+)\5` +
    String.raw`|\bnew\s+URL\(\s*(['"])(\.[^'"\n]+)\7`,
  'g',
);
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

// What the window may import of the domain beside its model: how typed values are parsed and shown.
const DOMAIN_OF_WINDOW = [
  'shared/domain/model/',
  'shared/domain/products/product.ts',
  'shared/domain/questions/question-answers.ts',
  'shared/domain/orders/order-key.ts',
  'shared/domain/sheets/sheet-range.ts',
  'shared/domain/table/table.ts',
  ...['dates/relative-date', 'dates/tashkent-time', 'fold', 'money', 'parsed', 'product-id'].map(
    (name) => `shared/domain/values/${name}.ts`,
  ),
];

// The layers of main/ above its job folders, the lowest first: each may import those before it, and every job.
const WIRING = ['services', 'workers', 'cli', 'entry'];

/** The layer of a file: 'shared', 'renderer', 'ports', 'platform', a job 'main/<folder>', one of WIRING, or 'electron'. */
function layerOf(file) {
  const [top, second, third] = file.split('/');
  if (top !== 'main') return top;
  if (third === undefined) return file === 'main/ports.ts' ? 'ports' : 'entry';
  return ['electron', 'platform', ...WIRING].includes(second) ? second : `main/${second}`;
}

function packageOf(specifier) {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

/** Why `file` must not import `specifier`, or null. */
export function whyNot(file, specifier) {
  const from = layerOf(file);
  if (specifier.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    const to = layerOf(target);
    // It holds the app's version.
    if (target === 'package.json' && from === 'platform') return null;
    if (
      from === 'renderer' &&
      target.startsWith('shared/domain/') &&
      !DOMAIN_OF_WINDOW.some((taken) => target.startsWith(taken))
    ) {
      return 'of the domain the window takes shared/domain/model/ and what check-layers.mjs names';
    }
    if (from === to || to === 'shared') return null;
    if (from === 'shared') return 'shared/ imports only itself';
    if (from === 'renderer') return 'renderer/ reaches the rest only through shared/';
    if (to === 'renderer') return 'main/ does not import the window';
    if (from === 'ports') return 'main/ports.ts imports only shared/';
    if (to === 'ports' || from === 'electron') return null;
    if (to === 'electron') return 'only main/electron knows Electron';
    if (from === 'platform') return 'main/platform/ imports only shared/ and main/ports.ts';
    if (to === 'platform') return null;
    if (WIRING.includes(from)) {
      if (to.startsWith('main/') || (WIRING.indexOf(to) < WIRING.indexOf(from) && WIRING.includes(to))) return null;
      return `main/${from}/ must not import main/${to}/`;
    }
    return 'a folder of main/ knows shared/, main/ports.ts and main/platform/, not its neighbours';
  }
  const name = packageOf(specifier);
  const isNode = specifier.startsWith('node:') || NODE_MODULES.has(specifier);
  if (from === 'shared')
    return SHARED_PACKAGES.includes(name) && !isNode ? null : `shared/ may use only ${SHARED_PACKAGES.join(', ')}`;
  if (from === 'renderer')
    return WINDOW_PACKAGES.includes(name) && !isNode ? null : `renderer/ may use only ${WINDOW_PACKAGES.join(', ')}`;
  if (name === 'electron' || name === 'electron-updater')
    return from === 'electron' ? null : `${name} is imported in main/electron alone`;
  if (isNode && !specifier.startsWith('node:')) return 'write Node modules with node:';
  return NOT_IN_MAIN.includes(name) ? 'a package of the window' : null;
}

export function importsOf(text) {
  return [...withoutComments(text).matchAll(IMPORT)].map((m) => m[2] ?? m[4] ?? m[6] ?? m[8]);
}

function* sources(folder) {
  if (!fs.existsSync(inRoot(folder))) return;
  for (const entry of fs.readdirSync(inRoot(folder), { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(file);
    else if (/\.(ts|tsx|mts|js|mjs)$/.test(entry.name)) yield file;
  }
}

/** Every import that breaks a rule, as `file: specifier: reason`. */
export function layerBreaches() {
  const breaches = [];
  for (const folder of ['shared', 'main', 'renderer']) {
    for (const file of sources(folder)) {
      for (const specifier of importsOf(fs.readFileSync(path.join(root, file), 'utf8'))) {
        const reason = whyNot(file, specifier);
        if (reason) breaches.push(`${file}: imports '${specifier}': ${reason}`);
      }
    }
  }
  return breaches;
}

if (process.argv[1] === import.meta.filename) {
  const breaches = layerBreaches();
  for (const b of breaches) console.error(b);
  console.error(
    breaches.length === 0
      ? 'Layers: no import crosses a border.'
      : `Layers: ${breaches.length} imports cross a border.`,
  );
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
