/** Opens a stored batch (or a file alone) as a batch in memory: reads it, finds its profile, loads its send history. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { ColumnField } from '../../shared/domain/model/fields.ts';
import type { AnsweredHeadings } from '../../shared/domain/orders/order-book.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import type { ColumnGuess } from '../../shared/domain/model/mapping.ts';
import { readHeading } from '../../shared/domain/columns/name-match.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import { choicesFromProfile } from '../../shared/domain/profiles/profile-choices.ts';
import {
  headingChanges,
  headingIssues,
  nearestProfile,
  noHeadingChanges,
  type ProfileMatch,
} from '../../shared/domain/profiles/profile-match.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { knownProducts } from '../../shared/domain/products/known-products.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { recogniseShop, type RecognisedShop } from '../../shared/domain/shops/recognise-shop.ts';
import { nothingSettled, type SettledHeading } from '../../shared/domain/model/settled.ts';
import {
  contradictedHeadings,
  contradictedNotices,
  isBorneOut,
  withAnsweredHeadings,
  withoutContradicted,
} from '../../shared/domain/settled/answered-headings.ts';
import { decideByProducts } from '../../shared/domain/settled/table-ids.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import type { Table } from '../../shared/domain/table/table.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import { Batch } from '../engine/batch.ts';
import type { StoredHistory } from '../ports.ts';
import { detectReopenedReport } from './reopened-report.ts';
import { yieldToEventLoop } from '../platform/cooperative.ts';
import { createKeyMaker, type KeyMaker } from '../platform/order-keys.ts';
import type { OpeningStore, OpenOptions } from './opening-store.ts';
import { loadSendHistory, runTask } from './send-history.ts';
import { correctionsAside } from '../engine/edits/corrections-aside.ts';
import { cellPlacesOf, moveColumns, moveHistory } from '../../shared/domain/table/cell-places.ts';
import type { FileToRead } from '../reading/read-file.ts';
import { readSelectedTable } from './selected-table.ts';

export interface BatchToOpen {
  readonly batchId: string;
  readonly fileName: string;
  readonly file: FileToRead;
  readonly choices: Choices;
  /** Whether nobody chose anything yet: then the profile's choices apply. */
  readonly isNew: boolean;
  /** Overrides the choices once the headings are known: a terminal's options. */
  readonly overrideChoices?: (choices: Choices, headings: readonly ColumnGuess[]) => Choices;
  /** Id of the shop whose orders these are; none: it is recognised, where that is sure. */
  readonly shop?: string | null;
  /** Where the file lay, which may name the shop. */
  readonly folder?: string | null;
  /** The profile to use; undefined: the one remembered for these headings. */
  readonly profile?: Profile | null;
  readonly history?: StoredHistory;
  readonly outcomes?: ReadonlyMap<number, OrderOutcome>;
  /** See BatchInput. */
  readonly firstVersion?: number;
  /** Makes the keys that orders are known by; undefined: with the archive's secret. */
  readonly keyMaker?: KeyMaker;
  /** Identity of the server whose ledger and tables count; null: none is known yet. */
  readonly server: string | null;
  /** The product table to use; undefined: the shop's on the server. */
  readonly products?: readonly Product[];
}

/** The profile to use, and how the file's headings differ from those that it knows. */
async function knownProfile(
  wanted: BatchToOpen,
  shop: string | null,
  headings: readonly string[],
  archive: OpeningStore | null,
): Promise<ProfileMatch> {
  if (wanted.profile !== undefined || !archive) {
    const profile = wanted.profile ?? null;
    return { profile, changes: profile === null ? noHeadingChanges : headingChanges(profile, headings) };
  }
  if (shop === null) return { profile: null, changes: noHeadingChanges };
  const same = await archive.profiles.findByHeadings(shop, headings);
  if (same) return { profile: same, changes: noHeadingChanges };
  return nearestProfile(await archive.profiles.list(shop), headings);
}

/** Above the headings stands a title, as far as it names a shop. */
const titleRows = 5;
/** Values of a column of shops that are looked at. */
const namedRows = 200;
const shopHeading = /^(?:shop|store|do[ʻʼ’'`‘]?kon|дўкон|дукон|магазин|magazin)(?: (?:nomi|name|номи))?$/iu;

/** The shop that was said, else the one that the file tells of. */
async function recognise(
  { shop = null, fileName, folder = null }: BatchToOpen,
  table: Table,
  { headerIndex, firstDataIndex, columns }: ColumnPlan,
  archive: OpeningStore | null,
): Promise<RecognisedShop> {
  if (shop !== null || !archive) return { shop, likeliest: shop === null ? [] : [shop], removedShop: null };
  const [shops, removed] = [await archive.shops.list(), await archive.shops.removed()];
  const all = [...shops, ...removed];
  const headings = columns.map(({ heading }) => heading);
  const isKnown = async (id: string): Promise<readonly [string, boolean, boolean]> => [
    id,
    (await archive.profiles.findByHeadings(id, headings)) !== null,
    (await archive.profiles.list(id)).length > 0,
  ];
  const known = all.length < 2 ? [] : await Promise.all(all.map(({ id }) => isKnown(id)));
  const title = Array.from({ length: Math.min(titleRows, headerIndex ?? 0) }, (_, row) =>
    columns.map(({ column }) => table.text(row, column)),
  );
  const shopColumns = columns.filter(({ heading }) => shopHeading.test(heading.trim()));
  const rows = Array.from({ length: Math.min(namedRows, table.rowCount - firstDataIndex) }, (_, row) =>
    shopColumns.map(({ column }) => table.text(firstDataIndex + row, column)),
  );
  return recogniseShop({
    ...{ shops, removed },
    texts: [
      fileName,
      ...(folder ?? '').split(/[\\/]/u).slice(-2),
      table.sheet,
      ...table.sheetNames,
      ...title.flat(),
      ...new Set(rows.flat()),
    ],
    sameHeadings: known.flatMap(([id, same]) => (same ? [id] : [])),
    anyHeadings: known.flatMap(([id, , any]) => (any ? [id] : [])),
    ...(await archive.batches.earlierFiles(fileName, folder)),
  });
}

/**
 * The shop's answers for single headings, without those that a file of quite other headings does not bear out: which column
 * has the WMS's ids («Код») is a matter of the list that it was said of.
 */
async function answersOfAkinFiles(
  answers: readonly SettledHeading[],
  shop: string | null,
  headings: readonly string[],
  archive: OpeningStore | null,
): Promise<readonly SettledHeading[]> {
  if (shop === null || !archive || !answers.some(isAboutIds)) return answers;
  const profiles = await archive.profiles.list(shop);
  return answers.filter((answer) => !isAboutIds(answer) || isBorneOut(answer, profiles, headings));
}

const isAboutIds = ({ heading, field }: SettledHeading): boolean =>
  (field === 'client_product_id' || field === 'client_product_variation_id') &&
  readHeading(heading).matches[0]?.field !== field;

/** What other shops' saved settings and settled headings say; of all shops while nobody knows whose file it is. */
async function answersOfOtherShops(archive: OpeningStore, own: string | null): Promise<AnsweredHeadings> {
  const answers = new Map<string, Set<ColumnField>>();
  for (const { id } of await archive.shops.list()) {
    if (id === own) continue;
    const columns = (await archive.profiles.list(id)).flatMap((profile) => profile.columns);
    for (const { heading, field } of [...columns, ...(await archive.settled.get(id)).headings]) {
      if (field === null || fold(heading) === '') continue;
      const known = answers.get(fold(heading)) ?? new Set<ColumnField>();
      answers.set(fold(heading), known.add(field));
    }
  }
  return answers;
}

/** What the profile for the joined headings says about joining sheets. */
async function rememberedJoinChoice(
  wanted: BatchToOpen,
  joined: Table,
  archive: OpeningStore | null,
  now: number,
): Promise<Rules['joinSheets']> {
  if (!wanted.isNew) return 'ask';
  const plan = interpretColumns(joined, wanted.choices, null, now);
  const { shop } = await recognise(wanted, joined, plan, archive);
  const headings = plan.columns.map(({ heading }) => heading);
  const { profile } = await knownProfile(wanted, shop, headings, archive);
  return profile?.rules.joinSheets ?? 'ask';
}

/** Keeps the choice about joining sheets, which was made before the profile's rules were applied. */
function withJoin(choices: Choices, { rules }: Choices): Choices {
  return rules.joinSheets === 'ask'
    ? choices
    : { ...choices, rules: { ...choices.rules, joinSheets: rules.joinSheets } };
}

const joinQuestions: ReadonlySet<string> = new Set(['reading.joinQuestion', 'reading.joinTables']);

/**
 * Reads the file and creates its batch. In a report of ours, a new batch leaves the accepted rows out, by an edit.
 * @throws FailureError `reading.cancelled`, and those of {@link readSelectedTable}
 */
export async function openBatch(
  wanted: BatchToOpen,
  archive: OpeningStore | null,
  now: number,
  opening: OpenOptions = {},
): Promise<Batch> {
  try {
    return await readAndBuildBatch(wanted, archive, now, opening);
  } catch (error) {
    throw opening.signal?.aborted
      ? new FailureError('reading.cancelled', { file: wanted.fileName }, { cause: error })
      : error;
  }
}

/** A file's table as a new batch would have it, with its columns and the headings that are the shop's own. */
async function readColumns(wanted: BatchToOpen, archive: OpeningStore | null, now: number, opening: OpenOptions) {
  const selected = await readSelectedTable(wanted, (joined) => rememberedJoinChoice(wanted, joined, archive, now), {
    ...opening,
    now,
  });
  opening.onStageProgress?.('checking', 0);
  await yieldToEventLoop(opening.signal);
  const { file, layout } = selected;
  const cellPlaces = cellPlacesOf(file.table, layout, file.delimiter);
  const { choices: kept } = selected;
  const columns = moveColumns(kept.columns, wanted.history?.places ?? cellPlaces, cellPlaces);
  const choices = { ...kept, columns: [...columns] };
  const plan = interpretColumns(file.table, choices, null, now);
  const headings = plan.columns.map(({ heading }) => heading);
  const report = detectReopenedReport(file.table, plan);
  // What a report adds is no change of the shop's export.
  const own = headings.map((heading, column) => (report?.added.has(column) === true ? '' : heading));
  return { ...selected, choices, cellPlaces, plan, headings, report, own };
}

/** What tells whether a file is one of a kind that is known, before it becomes a batch. */
export interface FileKind {
  /** As {@link Batch.headings}; none where the file has no row of headings. */
  readonly headings: readonly string[];
  /** Whether it is a report that this app wrote. */
  readonly isReport: boolean;
  /** Whether a saved profile is for such headings, or for nearly the same. */
  readonly hasProfile: boolean;
}

/** Reads what kind of file it is: of this shop, or of any where none is said. @throws FailureError those of {@link openBatch} */
export async function readFileKind(
  wanted: BatchToOpen,
  archive: OpeningStore,
  now: number,
  opening: OpenOptions,
): Promise<FileKind> {
  const { plan, headings, report, own } = await readColumns(wanted, archive, now, opening);
  const shops = wanted.shop == null ? (await archive.shops.list()).map(({ id }) => id) : [wanted.shop];
  const profiles = await Promise.all(shops.map((shop) => knownProfile(wanted, shop, own, archive)));
  return {
    headings: plan.headerIndex === null ? [] : headings,
    isReport: report !== null,
    hasProfile: profiles.some(({ profile }) => profile !== null),
  };
}

async function readAndBuildBatch(
  wanted: BatchToOpen,
  archive: OpeningStore | null,
  now: number,
  opening: OpenOptions,
): Promise<Batch> {
  const { signal } = opening;
  const { file, choices, part, cellPlaces, plan, headings, report, own } = await readColumns(
    wanted,
    archive,
    now,
    opening,
  );
  const { shop, ...shopHints } = await recognise(wanted, file.table, plan, archive);
  const known = await knownProfile(wanted, shop, own, archive);
  const { profile } = known;
  const server = wanted.server ?? anyPracticeServer;
  const startNumber = archive ? await archive.orderNumbers.startOfDay(server, shop ?? firstShop) : null;
  const settled = archive && shop !== null ? await archive.settled.get(shop) : nothingSettled;
  const products = wanted.products ?? (archive && shop !== null ? await archive.products.list(server, shop) : []);
  const knownOfShop = { meanings: settled.values, products };
  const { choices: first, contradicted } =
    profile && wanted.isNew
      ? withoutContradicted(
          withJoin(choicesFromProfile(profile, headings, choices, known.changes, startNumber), choices),
          choices,
          file.table,
          plan,
          knownOfShop,
        )
      : { choices, contradicted: [] };
  const akin = await answersOfAkinFiles(settled.headings, shop, own, archive);
  const answered = wanted.isNew ? withAnsweredHeadings(first, akin, file.table, plan, products, now) : first;
  const { choices: settledChoices, notices: ofTable } = wanted.isNew
    ? decideByProducts(answered, file.table, plan, products)
    : { choices: answered, notices: [] };
  const chosen = report && wanted.isNew ? report.applyToChoices(settledChoices) : settledChoices;
  const { edits: kept, places } = wanted.history ?? { edits: [], places: null };
  const edits = moveHistory(kept, places ?? cellPlaces, cellPlaces);
  const keyMaker =
    wanted.keyMaker ?? (archive ? createKeyMaker(await archive.identities.secret(), shop ?? firstShop) : undefined);
  const making = Batch.make({
    batchId: wanted.batchId,
    fileName: wanted.fileName,
    file: {
      ...file,
      issues: [
        ...file.issues.filter(({ code }) => !joinQuestions.has(code) || first.rules.joinSheets === 'ask'),
        ...(report ? [report.issue] : []),
        ...correctionsAside(edits, file.table),
      ],
    },
    part,
    cellPlaces,
    ...(wanted.firstVersion === undefined ? {} : { firstVersion: wanted.firstVersion }),
    choices: wanted.overrideChoices?.(chosen, plan.columns) ?? chosen,
    profile,
    profileIssues: [
      ...(profile === null ? [] : headingIssues(profile.name, known.changes)),
      ...ofTable,
      ...contradictedNotices([
        ...contradicted,
        ...(wanted.isNew ? contradictedHeadings(answered, settled.headings, file.table, plan, knownOfShop) : []),
      ]),
    ],
    shop,
    settled,
    shopHints,
    products,
    acceptedProducts: archive ? knownProducts(await archive.products.accepted(server)) : null,
    edits:
      report?.edit && wanted.isNew && edits.length === 0
        ? [{ sequence: 1, edit: report.edit, undone: false, at: now }]
        : edits,
    sendHistory: { ledger: new Map(), outcomes: wanted.outcomes ?? new Map() },
    ...(archive ? { answeredElsewhere: await answersOfOtherShops(archive, shop) } : {}),
    ...(keyMaker === undefined ? {} : { keyMaker }),
    ...(startNumber === null ? {} : { startNumber }),
    now,
  });
  const batch = await runTask(making, opening, 'checking');
  await yieldToEventLoop(signal);
  await loadSendHistory(batch, archive, wanted.server, opening);
  // Only now it is known what was sent already: that is not left out.
  if (wanted.isNew) for (const edit of batch.proposals.settledRows(settled.rows)) valueOrThrow(batch.applyEdit(edit));
  return batch;
}
