// Whether test/ mirrors the sources, so that a file's test is found by its path: test/<path of a file>.test.ts is the test of
// that file; any other test stands in test/<a folder> and is about the folder, and its name is no file's further down.
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const MIRRORED = ['shared', 'main', 'renderer'];

/** Paths under `folder`, its subfolders' included, with `/`. */
const pathsUnder = (folder) =>
  fs.readdirSync(inRoot(folder), { recursive: true }).map((name) => `${folder}/${name.split(path.sep).join('/')}`);

/** Why a test at `test/<name>.test.ts` stands in the wrong place, or null. `sources`: files without their endings, and folders. */
export function whyElsewhere(name, sources) {
  if (sources.has(name)) return null;
  const [folder, base] = [path.posix.dirname(name), path.posix.basename(name)];
  if (!sources.has(folder)) return `there is no folder ${folder}/`;
  const below = [...sources].find((source) => source.startsWith(`${folder}/`) && path.posix.basename(source) === base);
  return below === undefined ? null : `${base} is in ${path.posix.dirname(below)}/`;
}

/** Every test that mirrors nothing, as `file: reason`. */
export function strayTests() {
  const sources = new Set([...MIRRORED, ...MIRRORED.flatMap(pathsUnder).map((file) => file.replace(/\.tsx?$/, ''))]);
  return MIRRORED.flatMap((folder) => pathsUnder(`test/${folder}`))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => [file, whyElsewhere(file.replace(/^test\/|\.test\.tsx?$/g, ''), sources)])
    .filter(([, reason]) => reason !== null)
    .map(([file, reason]) => `${file}: ${reason}`);
}
