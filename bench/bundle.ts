/** Bundles the subjects as the app is bundled, so that what is measured is what is shipped. */
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** Everything that the bench makes; not under version control. */
export const workFolder = path.join(root, '.cache/bench');
export const bundleFolder = path.join(workFolder, 'bundle');

/** The runtime that scripts/build.mjs builds for. */
const target = 'node20.18';

export async function bundleSubjects(): Promise<void> {
  const names = fs.readdirSync(path.join(root, 'bench/subjects')).filter((file) => file.endsWith('.ts'));
  const subjects = names.map((file) => [
    `subjects/${path.basename(file, '.ts')}`,
    path.join(root, 'bench/subjects', file),
  ]);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      target,
      outDir: bundleFolder,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          ...Object.fromEntries(subjects),
          child: path.join(root, 'bench/child.ts'),
          // Beside the chunk that starts it.
          'chunks/database-check.worker': path.join(root, 'main/workers/database-check.worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}
