/**
 * Writes and reads the witness: a second, append-only record of every request about to be sent, and of what was merged from
 * other computers. Each line carries its own
 * hash and that of the writer's line before, so that a changed or removed line is noticed. Processes that send at the same
 * time write to one file, each its own chain that begins at the end of what it found.
 *
 * A database that comes back from a broken disk or an old copy with fewer attempts than the witness knows is detected.
 */
import { hash as digest, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ownFile } from '../platform/private-home.ts';
import { TextSet } from '../platform/text-set.ts';
import { entryOfLine, ledgerLineSchema, type SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import type {
  HomeWitness,
  KnownAttempts,
  WitnessContent,
  WitnessedAttempt,
  WitnessedBatch,
  WitnessPlace,
} from '../ports.ts';

/** The fields of a line: nothing of the order's content. */
const lineSchema = z.object({
  attempt: z.string(),
  at: z.int(),
  server: z.string(),
  url: z.string(),
  batch: z.string(),
  file: z.string(),
  order: z.int(),
  body: z.string(),
  /** By what the order is known beside its number; absent in lines of older versions. */
  keys: z.array(z.string()).optional(),
  /** The operator who has it sent, and the one who decided that it goes out again; absent where nobody was chosen. */
  by: z.string().optional(),
  decided: z.string().optional(),
  /** The order's shop: by its id the keys are made. Absent where nobody named it. */
  shop: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Hash of the line before. */
  after: z.string(),
});

/** A line of an older version: one entry. */
const mergedSchema = z.object({ merged: ledgerLineSchema });
/** Entries of a merge, which counts where all its parts and the line that ends it are there. */
const partSchema = z.object({ mergedPart: z.string(), entries: z.array(z.unknown()) });
const wholeSchema = z.object({ mergedWhole: z.string(), parts: z.int() });
const [attemptStart, mergedStart] = ['{"attempt":"', '{"merged":'];
const [partStart, wholeStart] = ['{"mergedPart":"', '{"mergedWhole":"'];

const noneKnown: KnownAttempts = { has: () => false, hasLike: () => false };
const allKnown: KnownAttempts = { has: () => true, hasLike: () => true };

export interface Witness {
  /** Writes lines, and returns when they are on the disk. */
  append(lines: readonly WitnessedAttempt[]): void;
  close(): void;
}

const noHash = '0'.repeat(64);
const chunkBytes = 1 << 20;
/** Characters that are written at once: with more, the texts of a merge would outlive the collections of young garbage. */
const writtenAtOnce = 1 << 16;

/** @param from where the last reading ended, so that the file need not be read whole */
export function openWitness(file: string, from: WitnessPlace | null = null): Witness {
  const { write, close } = openChain(file, from);
  return { append: (lines) => write(lines.map((line) => (after) => contentOf(line, after))), close };
}

/** What a line says, behind the line with this hash. */
type ContentAfter = (after: string) => string;

/** A writer's own chain of lines, which begins at the end of what it finds. @param known what of that is of no interest */
function openChain(file: string, from: WitnessPlace | null, known: KnownAttempts = allKnown) {
  const before = readWitness(file, from, known);
  const isNew = !fs.existsSync(file);
  const descriptor = fs.openSync(file, 'a', ownFile);
  if (isNew) syncFolder(path.dirname(file));
  let last = before.hash;
  function append(text: string): number {
    const bytes = Buffer.from(text);
    // What takes less has no room for the rest: the next bytes would be refused with this code, behind half a line.
    if (fs.writeSync(descriptor, bytes) !== bytes.length)
      throw Object.assign(new Error('The witness file was not written whole.'), { code: 'ENOSPC' });
    return bytes.length;
  }
  return {
    before,
    /** Where the file ends. */
    end: (): number => fs.fstatSync(descriptor).size,
    /** Returns the bytes that were written, once they are on the disk, and the hash of the last line. */
    write(contents: Iterable<ContentAfter>): { readonly bytes: number; readonly hash: string } {
      let text = '';
      let hash = last;
      let bytes = 0;
      for (const contentAfter of contents) {
        const content = contentAfter(hash);
        hash = hashOf(content);
        // The line break comes first: it ends whatever a process that died while writing left behind.
        text += `\n${content} ${hash}`;
        if (text.length < writtenAtOnce) continue;
        bytes += append(text);
        text = '';
      }
      bytes += append(text);
      fs.fdatasyncSync(descriptor);
      last = hash;
      return { bytes, hash };
    },
    close: () => fs.closeSync(descriptor),
  };
}

/**
 * Reads the witness.
 * @param from where the last reading ended; null: from the beginning
 */
export function readWitness(
  file: string,
  from: WitnessPlace | null,
  journal: KnownAttempts = noneKnown,
): WitnessContent {
  const facts = fs.statSync(file, { throwIfNoEntry: false });
  // Windows reads a folder of this name as an empty file.
  if (facts && !facts.isFile()) throw new Error('EISDIR: the witness is no file');
  const size = facts?.size ?? 0;
  if (from && from.offset > size) {
    const whole = readWitness(file, null, journal);
    return { ...whole, breaks: [...whole.breaks, `shorter:${from.hash}`] };
  }
  const known = new TextSet();
  known.add(from?.hash ?? noHash);
  const attempts: WitnessedAttempt[] = [];
  const merged = new MergedLines();
  const breaks: string[] = [];
  let hash = from?.hash ?? noHash;
  let offset = from?.offset ?? 0;
  for (const { bytes, end } of linesOf(file, offset, size)) {
    const line = readLine(bytes);
    // Torn: its process died before the line was whole, so its request was never sent. If it was damage instead, the
    // next line of its writer is missing its predecessor.
    if (line === null) continue;
    const isOfMerge = merged.add(line, end - bytes.length, end);
    if (line.isChanged) {
      breaks.push(`changed:${hashOf(bytes)}`);
      const content = contentOfText(line.text());
      const attempt = content && witnessedAttempt(content);
      // Whatever else was changed in it: an order went out.
      if (attempt && !journal.has(attempt.attempt.id) && !journal.hasLike(attempt.attempt)) attempts.push(attempt);
    } else {
      // Mostly it is the line just before.
      if (line.after !== hash && !known.has(line.after)) breaks.push(`after:${line.hash}`);
      const content = isOfMerge || journal.has(line.id) ? null : contentOfText(line.text());
      if (content) attempts.push(witnessedAttempt(content));
    }
    known.add(line.hash);
    hash = line.hash;
    offset = end;
  }
  // The writer may have begun before `from`: only the whole file shows whether a line is missing.
  const isBegunBefore = breaks.some((name) => name.startsWith('after:')) || merged.isPartMissing;
  if (from && isBegunBefore) return readWitness(file, null, journal);
  const spans = merged.counting();
  const entries = { [Symbol.iterator]: () => mergedEntries(file, spans) };
  return { attempts, merged: entries, hasMerged: spans.length > 0, offset, hash, breaks };
}

/** The witness as the store of a home needs it. */
export const homeWitness: HomeWitness = {
  read: (file, known) => readWitness(file, null, known),
  batches: witnessedBatches,
  recordMerged(file, from, known, pieces) {
    const given = pieces[Symbol.iterator]();
    let piece = given.next();
    if (piece.done === true) return null;
    const { before, end, write, close } = openChain(file, from, from === null ? allKnown : known);
    try {
      const start = end();
      const id = randomUUID();
      const { bytes, hash } = write(
        (function* contents(): Generator<ContentAfter> {
          let parts = 0;
          for (; piece.done !== true; piece = given.next(), parts++) {
            const entries = piece.value;
            yield (after) => `{"mergedPart":"${id}","entries":[${entries}],"after":"${after}"}`;
          }
          yield (after) => JSON.stringify({ mergedWhole: id, parts, after });
        })(),
      );
      const isAllKnown =
        from !== null && before.attempts.length === 0 && !before.hasMerged && before.breaks.length === 0;
      // What another process wrote at the same time stands somewhere in between.
      return isAllKnown && end() === start + bytes ? { offset: start + bytes, hash } : null;
    } finally {
      close();
    }
  },
};

/** The batches that a witness file knows, as their latest lines have them. */
function witnessedBatches(file: string): readonly WitnessedBatch[] {
  const batches = new Map<string, WitnessedBatch>();
  for (const { attempt, fileName } of readWitness(file, null).attempts)
    batches.set(attempt.batchId, {
      ...{ batchId: attempt.batchId, fileName, server: attempt.server, url: attempt.url },
      ...(attempt.shop === undefined ? {} : { shop: attempt.shop }),
    });
  return [...batches.values()];
}

/** The lines between two offsets of the file, each with its end offset. */
function* linesOf(file: string, from: number, to: number): Generator<{ readonly bytes: Buffer; readonly end: number }> {
  if (to <= from) return;
  const descriptor = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    let rest = Buffer.alloc(0);
    let at = from;
    while (at < to) {
      const read = fs.readSync(descriptor, buffer, 0, Math.min(chunkBytes, to - at), at);
      if (read === 0) break;
      at += read;
      const bytes = rest.length === 0 ? buffer.subarray(0, read) : Buffer.concat([rest, buffer.subarray(0, read)]);
      const before = at - bytes.length;
      let start = 0;
      for (let stop = bytes.indexOf(10); stop >= 0; stop = bytes.indexOf(10, start)) {
        if (stop > start) yield { bytes: bytes.subarray(start, stop), end: before + stop };
        start = stop + 1;
      }
      rest = Buffer.from(bytes.subarray(start));
    }
    if (rest.length > 0) yield { bytes: rest, end: at };
  } finally {
    fs.closeSync(descriptor);
  }
}

function contentOf({ attempt, fileName }: WitnessedAttempt, after: string): string {
  const line: z.infer<typeof lineSchema> = {
    attempt: attempt.id,
    at: attempt.startedAt,
    server: attempt.server,
    url: attempt.url,
    batch: attempt.batchId,
    file: fileName,
    order: attempt.orderId,
    body: attempt.bodyHash,
    ...(attempt.keys && attempt.keys.length > 0 ? { keys: [...attempt.keys] } : {}),
    ...(attempt.operator === undefined ? {} : { by: attempt.operator }),
    ...(attempt.decidedBy === undefined ? {} : { decided: attempt.decidedBy }),
    ...(attempt.shop === undefined ? {} : { shop: { id: attempt.shop.id, name: attempt.shop.name } }),
    after,
  };
  return JSON.stringify(line);
}

interface WitnessLine {
  /** The content as JSON. */
  readonly text: () => string;
  readonly id: string;
  readonly after: string;
  /** The hash that the line says it has. */
  readonly hash: string;
  /** Whether it tells of an order that was merged, and which merge it is a part of, or ends. */
  readonly isMerged: boolean;
  readonly partOf: string | null;
  readonly endOf: string | null;
  readonly isChanged: boolean;
}

const hashLength = noHash.length;
/** `,"after":"` before the hash that a content ends with, and `"}` behind it. */
const afterLength = ',"after":"'.length + hashLength + 2;
const startLength = attemptStart.length + 64;

/** A line, without decoding and parsing all of it: a witness may have a million. Null where it is torn. */
function readLine(given: Buffer): WitnessLine | null {
  // An editor may have saved the file with other line ends.
  const bytes = given.at(-1) === 13 ? given.subarray(0, -1) : given;
  const split = bytes.length - hashLength - 1;
  const content = bytes.subarray(0, Math.max(0, split));
  const hash = bytes.toString('latin1', Math.max(0, split + 1));
  const isChanged = hashOf(content) !== hash;
  // What was torn off has no hash at its end.
  if (isChanged && (split < 0 || bytes[split] !== 0x20 || !/^[0-9a-f]{64}$/u.test(hash))) return null;
  const start = content.toString('latin1', 0, startLength);
  /** The id behind the line's beginning; null where it begins otherwise. */
  const idAfter = (beginning: string): string | null =>
    start.startsWith(beginning) ? start.slice(beginning.length, start.indexOf('"', beginning.length)) : null;
  return {
    text: () => content.toString('utf8'),
    id: idAfter(attemptStart) ?? '',
    after: content.toString(
      'latin1',
      Math.max(0, content.length - afterLength + ',"after":"'.length),
      Math.max(0, content.length - 2),
    ),
    hash,
    isMerged: start.startsWith(mergedStart),
    partOf: idAfter(partStart),
    endOf: idAfter(wholeStart),
    isChanged,
  };
}

function contentOfText(text: string): z.infer<typeof lineSchema> | null {
  return parsed(text, lineSchema);
}

/** Lines that stand one behind the other and tell of merged orders; `partOf`: all of this merge. */
interface MergedSpan {
  readonly start: number;
  end: number;
  readonly isChanged: boolean;
  readonly partOf: string | null;
}

/** Where a witness tells of merged orders. */
class MergedLines {
  readonly #spans: MergedSpan[] = [];
  readonly #parts = new Map<string, number>();
  /** How many parts a merge has that was ended. */
  readonly #ended = new Map<string, number>();

  /** Notes the line; returns whether it is one of these. */
  add(line: WitnessLine, start: number, end: number): boolean {
    const { isMerged, partOf, endOf, isChanged } = line;
    if (endOf !== null) this.#ended.set(endOf, parsed(line.text(), wholeSchema)?.parts ?? 0);
    if (!isMerged && partOf === null) return endOf !== null;
    // Whatever else was changed in it, its orders went out.
    const of = isChanged ? null : partOf;
    if (of !== null) this.#parts.set(of, (this.#parts.get(of) ?? 0) + 1);
    const last = this.#spans.at(-1);
    // Between them is the line break.
    if (last?.isChanged === isChanged && last.partOf === of && last.end + 1 >= start) last.end = end;
    else this.#spans.push({ start, end, isChanged, partOf: of });
    return true;
  }

  /** Whether a merge that was ended lacks parts. */
  get isPartMissing(): boolean {
    return [...this.#ended].some(([id, parts]) => (this.#parts.get(id) ?? 0) < parts);
  }

  /** The lines that count: the process of a merge that was not ended died before anything was merged. */
  counting(): readonly MergedSpan[] {
    return this.#spans.filter(({ partOf }) => partOf === null || this.#ended.has(partOf));
  }
}

function* mergedEntries(file: string, spans: readonly MergedSpan[]): Generator<SharedLedgerEntry> {
  for (const { start, end, isChanged } of spans)
    for (const { bytes } of linesOf(file, start, end)) {
      const text = readLine(bytes)?.text() ?? '';
      const lines = parsed(text, partSchema)?.entries ?? [parsed(text, mergedSchema)?.merged];
      for (const line of lines) {
        const read = ledgerLineSchema.safeParse(line).data;
        if (read) yield { ...entryOfLine(read), ...(isChanged ? { state: 'unknown' } : {}) };
      }
    }
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function witnessedAttempt(line: z.infer<typeof lineSchema>): WitnessedAttempt {
  const { attempt: id, at: startedAt, server, url, batch: batchId, order: orderId, body: bodyHash, keys = [] } = line;
  const { by: operator, decided: decidedBy, file: fileName, shop } = line;
  return {
    attempt: {
      ...{ id, startedAt, server, url, batchId, orderId, bodyHash, keys },
      ...(operator === undefined ? {} : { operator }),
      ...(decidedBy === undefined ? {} : { decidedBy }),
      ...(shop === undefined ? {} : { shop }),
    },
    fileName,
  };
}

function hashOf(content: string | Buffer): string {
  return digest('sha256', content, 'hex');
}

/** A new file's name is on the disk only once its folder is flushed; Windows does that by itself, and offers no call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
