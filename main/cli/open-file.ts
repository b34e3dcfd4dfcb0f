/** Opens the file that a command names, with the choices that its options give. */
import path from 'node:path';
import { noChoices } from '../../shared/domain/model/choices.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { ColumnGuess } from '../../shared/domain/model/mapping.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { partOfSheets } from '../../shared/domain/model/file-part.ts';
import { withRules } from '../../shared/domain/model/rules.ts';
import {
  parseSheetRange,
  formatSheetRange,
  tablesTogether,
  wholeSheet,
} from '../../shared/domain/sheets/sheet-range.ts';
import { FailureError } from '../../shared/result.ts';
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import type { Batch } from '../engine/batch.ts';
import { openBatch } from '../services/open-batch.ts';
import type { OpeningStore } from '../services/opening-store.ts';
import { readProductFile } from '../services/product-service.ts';
import { readProfileFile } from '../services/profile-file.ts';
import { systemClock } from '../ports.ts';
import type { StartForeignReader } from '../ports.ts';
import { readSheetFile, readZipMember } from '../reading/read-file.ts';
import type { FileToRead } from '../reading/read-file.ts';
import type { Store } from '../store/store.ts';
import { findAlikeSheets, type ReadControl } from '../services/selected-table.ts';
import { decidedShop, shopOfFileOption, type ShopOption } from './shop-option.ts';
import type { CommandContext } from './context.ts';
import { parseSetOptions, parseMapOptions, parseRuleOptions, type RuleOptions } from './mapping-options.ts';

export interface FileOptions extends RuleOptions, ShopOption {
  readonly home?: string;
  readonly lang?: string;
  /** Names or numbers of sheets: one, several that are read as one, or `all`. */
  readonly sheet?: readonly string[];
  /** Range of the table on the sheet, or `all`. */
  readonly table?: string;
  /** Name of the spreadsheet in a zip. */
  readonly member?: string;
  /** Of a text file, where the one that is found is wrong. */
  readonly encoding?: string;
  readonly profile?: string;
  readonly map: readonly string[];
  readonly set: readonly string[];
  /** A sheet of products that is used with the product table. */
  readonly products?: string;
}

export interface ResolvedProfile {
  readonly profile: Profile;
  /** Id of the shop that it is saved with; null: it came from a file. */
  readonly shop: string | null;
}

/**
 * The profile of `--profile`: a file where the name ends in .json, else a saved one; undefined where none is named.
 * @param shop whose it must be; null: the only shop's that has one of this name
 */
export async function resolveProfile(
  name: string | undefined,
  store: Store | null,
  shop: string | null,
): Promise<ResolvedProfile | undefined> {
  if (name === undefined) return undefined;
  if (name.toLowerCase().endsWith('.json')) return { profile: await readProfileFile(name), shop: null };
  const shops = shop === null ? (store?.shops.list() ?? []).map(({ id }) => id) : [shop];
  const [found, another] = shops.flatMap((id) => {
    const profile = store?.profiles.get(id, name) ?? null;
    return profile === null ? [] : [{ profile, shop: id }];
  });
  if (another) decidedShop(null, store);
  if (found) return found;
  const known = shops.flatMap((id) => store?.profiles.list(id) ?? []);
  throw new FailureError('profile.none', { name, names: known.map((profile) => profile.name).join(', ') || '–' });
}

/** The file that a command names: as it stands on the disk, or with `--member` one out of a zip. */
export async function resolveFile(
  file: string,
  member: string | undefined,
): Promise<FileToRead & { readonly name: string }> {
  return member === undefined ? { path: file, name: path.basename(file) } : readZipMember({ path: file }, member);
}

/** The shop's product table on the server, overridden by the products of a sheet. */
async function productsWith(
  file: string,
  archive: OpeningStore | null,
  server: string | null,
  shop: string | null,
  foreign: StartForeignReader,
): Promise<readonly Product[]> {
  const known = archive && shop !== null ? await archive.products.list(server ?? anyPracticeServer, shop) : [];
  const { products } = await readProductFile(file, { foreign });
  return [...known, ...products];
}

const everySheet = 'all';

/**
 * The sheet or sheets that `--sheet` means; `base` where it says nothing. `all`: every sheet that lists the same as the one
 * that is read by itself, but those of earlier orders.
 * @throws FailureError `reading.noSuchSheet`
 */
export async function sheetsNamed(
  file: FileToRead,
  wanted: readonly string[],
  base: Choices,
  reading: ReadControl,
): Promise<Pick<Choices, 'sheet' | 'together'>> {
  const [only, another] = wanted;
  if (only === undefined) return { sheet: base.sheet, together: base.together };
  if (another === undefined && only.toLowerCase() === everySheet)
    return partOfSheets(await findAlikeSheets(file, base, { ...reading, now: systemClock.now() }));
  const names: string[] = [];
  for (const name of wanted) names.push(await sheetNamed(file, name, reading));
  return partOfSheets(names);
}

/** The name of the sheet that is meant by a name, else a number from 1. */
async function sheetNamed(file: FileToRead, wanted: string, reading: ReadControl): Promise<string> {
  const { sheets, sheetIndex } = await readSheetFile(file, {
    sheet: /^\d+$/u.test(wanted) ? Number(wanted) : wanted,
    firstRows: 1,
    ...reading,
  }).catch(async (error: unknown) => {
    // A sheet may be called «2027»: a number beyond the last sheet is tried as a name.
    if (!/^\d+$/u.test(wanted)) throw error;
    return readSheetFile(file, { sheet: wanted, firstRows: 1, ...reading });
  });
  return sheets[sheetIndex]?.name ?? wanted;
}

/** The range that `--table` means. @throws FailureError `cli.table` */
export function parseTableOption(wanted: string | undefined): string | null {
  if (wanted === undefined) return null;
  const named = [wholeSheet, tablesTogether].find((name) => name === wanted.toLowerCase());
  if (named !== undefined) return named;
  const range = parseSheetRange(wanted);
  if (!range) throw new FailureError('cli.table', { table: wanted });
  return formatSheetRange(range);
}

export interface OpenedFile {
  readonly batch: Batch;
  readonly profile: Profile | undefined;
  readonly choices: Choices;
}

/**
 * Opens the file with the options' choices.
 * @param stored the batch that this file already is, with its shop, choices, edits and outcomes
 * @param server identity of the server whose ledger counts
 * @param archive profiles, products and the send history; a command that only reads gives one that stores nothing
 */
export async function openFile(
  file: FileToRead & { readonly name: string },
  options: FileOptions,
  { foreign, terminal }: Pick<CommandContext, 'foreign' | 'terminal'>,
  store: Store | null,
  server: string | null,
  stored?: { readonly batchId: string; readonly shop: string | null; readonly choices: Choices },
  archive: OpeningStore | null = store,
): Promise<OpenedFile> {
  const wantedShop = stored?.shop ?? shopOfFileOption(options, store);
  const resolved = await resolveProfile(options.profile, store, wantedShop);
  const profile = resolved?.profile;
  const shop = wantedShop ?? resolved?.shop ?? null;
  const base = stored?.choices ?? noChoices;
  const part = await sheetsNamed(file, options.sheet ?? [], base, { foreign, signal: terminal.signal });
  const range = parseTableOption(options.table) ?? base.range;
  const rules = parseRuleOptions(options);
  const wanted = {
    batchId: stored?.batchId ?? '',
    fileName: file.name,
    file,
    // Whether sheets are joined decides what is read; the other rules override the profile's.
    choices: {
      ...base,
      ...part,
      ...(options.sheet === undefined ? {} : { insteadOf: null }),
      range,
      encoding: options.encoding ?? base.encoding,
      rules: withRules(base.rules, { joinSheets: rules.joinSheets }),
    },
    isNew: stored === undefined,
    shop,
    folder: 'path' in file ? path.dirname(path.resolve(file.path)) : null,
    ...(profile === undefined ? {} : { profile }),
    ...(stored && store ? { history: store.edits.history(stored.batchId) } : {}),
    ...(stored && store ? { outcomes: store.outcomes.ofBatch(stored.batchId) } : {}),
    server,
    overrideChoices: (choices: Choices, headings: readonly ColumnGuess[]): Choices => {
      const mapped = parseMapOptions(options.map, headings);
      const kept = choices.columns.filter(({ column }) => !mapped.some((decided) => decided.column === column));
      return {
        ...choices,
        columns: [...kept, ...mapped],
        constants: { ...choices.constants, ...parseSetOptions(options.set) },
        rules: withRules(choices.rules, rules),
      };
    },
    ...(options.products === undefined
      ? {}
      : { products: await productsWith(options.products, archive, server, shop, foreign) }),
  };
  const batch = await openBatch(wanted, archive, systemClock.now(), { foreign, signal: terminal.signal });
  if (stored && store) store.edits.followReading(stored.batchId, batch.cellPlaces);
  return { batch, profile, choices: batch.choices };
}
