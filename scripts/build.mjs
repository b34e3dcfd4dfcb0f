// Bundles everything but the one native package:
//   main/electron/main.ts, main/cli.ts, main/workers/*.worker.ts and *.child.ts → out/main/*.js (ES modules)
//   main/electron/preload.ts                                             → out/preload/preload.cjs (one file: the sandbox asks for it)
//   renderer/index.html                                                  → out/renderer
import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { leaveOut } from './left-out.mjs';
import { inRoot, root } from './paths.mjs';
import { sourcesDigest } from './setup.mjs';

// The lowest common runtime: the Electron 33 stand-in that tests may run on (Node 20.18, Chromium 130).
const NODE_TARGET = 'node20.18';
const WINDOW_TARGET = 'chrome130';
const NOT_BUNDLED = ['electron', '@photostructure/sqlite', /^node:/];

// What the first screen must not contain: the languages, which are loaded one by one, and zod, as main checks the calls.
const NOT_IN_FIRST_SCREEN = /\/shared\/messages\/(?:uz|uz-cyrl|ru|en)\/|\/node_modules\/zod\//;

/** Ends the build with an error if an import brings such a module into what the page loads before its first screen. */
function checkFirstScreen({ output }) {
  const chunks = new Map(output.filter((part) => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const first = new Set([...chunks.values()].filter((chunk) => chunk.isEntry));
  for (const chunk of first) chunk.imports.forEach((name) => chunks.has(name) && first.add(chunks.get(name)));
  const modules = [...first].flatMap((chunk) => chunk.moduleIds).filter((id) => NOT_IN_FIRST_SCREEN.test(id));
  if (modules.length > 0) throw new Error(`The first screen would load:\n${modules.join('\n')}`);
}

const digest = sourcesDigest();
const stamp = inRoot('out/.sources');
fs.rmSync(stamp, { force: true }); // an interrupted build must not look finished

const forNode = (input, outDir, output) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [leaveOut()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: NODE_TARGET,
      outDir: inRoot(outDir),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: { input, external: NOT_BUNDLED, output },
    },
  });

const entries = Object.fromEntries(
  [
    'electron/main.ts',
    'cli.ts',
    ...fs
      .readdirSync(inRoot('main/workers'))
      .filter((f) => /\.(worker|child)\.ts$/.test(f))
      .toSorted()
      .map((f) => `workers/${f}`),
  ].map((file) => [path.basename(file, '.ts'), inRoot('main', file)]),
);
if (Object.keys(entries).length > 0) {
  await forNode(entries, 'out/main', {
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name]-[hash].js',
    banner: (chunk) => (chunk.name === 'cli' && chunk.isEntry ? '#!/usr/bin/env node' : ''),
  });
  if (entries.cli) fs.chmodSync(inRoot('out/main/cli.js'), 0o755);
}
const preload = inRoot('main/electron/preload.ts');
if (fs.existsSync(preload)) await forNode({ preload }, 'out/preload', { format: 'cjs', entryFileNames: '[name].cjs' });
if (fs.existsSync(inRoot('renderer/index.html'))) {
  checkFirstScreen(
    await build({
      root: inRoot('renderer'),
      base: './',
      configFile: false,
      logLevel: 'warn',
      plugins: [react()],
      build: { target: WINDOW_TARGET, outDir: inRoot('out/renderer'), emptyOutDir: true, chunkSizeWarningLimit: 3000 },
    }),
  );
}
fs.mkdirSync(inRoot('out'), { recursive: true });
fs.writeFileSync(stamp, digest);
