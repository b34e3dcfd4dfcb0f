/** Variants of the open half's sheets that come out right by themselves, and what becomes of them. */
import { Chance } from '../rewriting/chance.ts';
import { faultsAtOnce, snapshotInMemory } from './in-memory.ts';
import { readOpenState } from './open-state.ts';
import { readSheet, sheetPaths } from './sheet.ts';
import { plainTableOf, vary, type PlainTable } from './vary.ts';

export interface Base {
  readonly name: string;
  readonly table: PlainTable;
}

/** A number of the text that is always the same: a further sheet changes nothing of what is tried of the others. */
export function numberOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93) >>> 0;
  return hash;
}

/** Sheets of one table that are right without a question; about one of `each`, by its name. @param root the project's folder */
export async function basesOf(root: string, each = 1): Promise<Base[]> {
  const { faultless } = readOpenState(root);
  const found = sheetPaths(root, 'open').filter(({ name }) => faultless.includes(name));
  const bases: Base[] = [];
  for (const path of found) {
    if (numberOf(path.name) % each !== 0) continue;
    const { name, sheet } = readSheet('open', path);
    if (sheet.before.length > 0 || sheet.asked.length > 0) continue;
    const snapshot = await snapshotInMemory(sheet);
    const table = faultsAtOnce(sheet, snapshot).length === 0 ? plainTableOf(sheet, snapshot.columns) : null;
    if (table !== null) bases.push({ name, table });
  }
  return bases;
}

/** What is wrong of the variant with this seed, in words; none where it comes out as its base does. */
export async function faultsOfVariant({ name, table }: Base, seed: number, way?: string): Promise<string[]> {
  const { sheet, changes } = vary(table, new Chance(seed), way);
  const faults = await snapshotInMemory(sheet).then(
    (snapshot) => faultsAtOnce(sheet, snapshot),
    (error: unknown) => [String(error)],
  );
  return faults.length === 0 ? [] : [`${name}, seed ${seed}: ${changes.join('; ')}`, ...faults];
}
