/** Detects the delimiter of a text file. */
import type { SourceText } from '../../../shared/domain/table/table.ts';

const delimiters = [';', ',', '\t', '|'] as const;

const sampleCharacters = 128 * 1024;
const sampleRecords = 200;
const mostTitles = 10;
/** Share of the records below a title that must have the same number of cells. */
const agreementUnderTitle = 0.7;

/** A first line `sep=;` that tells Excel the delimiter; it is no row of the file. */
export function separatorLine(text: string): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i.exec(text);
  return match?.[1] === undefined ? undefined : { delimiter: match[1], length: match[0].length };
}

/**
 * The delimiter by which most records of the beginning have the same number of cells, under a heading of words; null where
 * none gives more than one column. Lines of a title above the table, and commas inside numbers, do not count.
 */
export function detectDelimiter(text: SourceText): string | null {
  const sample = text.slice(0, sampleCharacters);
  const isCut = sample.length < text.length;
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const records = splitRecords(sample, delimiter, isCut);
    const score = scoreRecords(records);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best ?? delimiterOfRun(sample, isCut);
}

/** So many records in a row with the same number of cells make a table, whatever is above and below it. */
const shortestRun = 3;
const fewestCells = 3;

/**
 * The delimiter of the longest run of records with the same number of cells, for files in which no width is that of most
 * records: several tables below each other. Commas do not count: they are in texts, too.
 */
function delimiterOfRun(sample: string, isCut: boolean): string | null {
  let best: string | null = null;
  let most = 0;
  for (const delimiter of delimiters) {
    if (delimiter === ',') continue;
    let run = 0;
    let width = 0;
    for (const { cells } of splitRecords(sample, delimiter, isCut)) {
      run = cells.length === width ? run + 1 : 1;
      width = cells.length;
      if (width < fewestCells || run < shortestRun || run * width <= most) continue;
      best = delimiter;
      most = run * width;
    }
  }
  return best;
}

interface SampledRecord {
  /** As they stand in the text, with their quotes. */
  readonly cells: readonly string[];
  /** At least one cell is not blank. */
  readonly isFilled: boolean;
  /** Commas between two digits, as in 5000,50. */
  readonly betweenDigits: number;
  /** Quotes that open or close in the middle of a cell. */
  readonly strayQuotes: number;
}

function scoreRecords(records: readonly SampledRecord[]): number {
  const filled = records.filter((record) => record.isFilled);
  // The delimiter is found even where all cells are blank.
  if (filled.length === 0) return records.some(({ cells }) => cells.length > 1) ? 0.01 : 0;
  const usual = usualWidth(filled);
  if (usual < 2) return 0;
  const first = filled.findIndex(({ cells }) => cells.length === usual);
  // Records above the first one of the usual width may be a title: then a table must follow.
  const titles = Math.min(first, mostTitles);
  const body = filled.slice(titles);
  const agreeing = body.filter(({ cells }) => cells.length === usual);
  const agreement = agreeing.length / body.length;
  if (titles > 0 && agreement < agreementUnderTitle) return 0;
  const heading = filled[first]?.cells ?? [];
  const words = heading.filter((cell) => /\p{L}/u.test(cell)).length / heading.length;
  const delimiterCount = agreeing.length * (usual - 1);
  const betweenDigits = agreeing.reduce((sum, record) => sum + record.betweenDigits, 0) / delimiterCount;
  const strayQuotes = agreeing.filter((record) => record.strayQuotes > 0).length / agreeing.length;
  return (
    0.9 ** titles *
    agreement ** 2 *
    (0.3 + words) *
    (1 - 0.8 * betweenDigits) *
    (1 - 0.7 * strayQuotes) *
    Math.log2(usual + 1)
  );
}

/** The most frequent number of cells above one; the larger of two that are as frequent. */
function usualWidth(records: readonly SampledRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 0;
  let most = 0;
  for (const [width, count] of counts) {
    if (count > most || (count === most && width > usual)) {
      usual = width;
      most = count;
    }
  }
  return usual;
}

/** The first records, cut at the delimiter outside quotes; the last one is left out where the sample cuts it. */
function splitRecords(sample: string, delimiter: string, isCut: boolean): SampledRecord[] {
  const records: SampledRecord[] = [];
  let at = 0;
  while (at < sample.length && records.length < sampleRecords) {
    const { record, next } = splitRecord(sample, at, delimiter);
    if (next >= sample.length && isCut) break;
    records.push(record);
    at = next;
  }
  return records;
}

function splitRecord(sample: string, from: number, delimiter: string): { record: SampledRecord; next: number } {
  const delimiterCode = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let betweenDigits = 0;
  let strayQuotes = 0;
  let isFilled = false;
  let cellStart = from;
  /** Characters of the cell: quotes that open, close or double are none. */
  let length = 0;
  /** The cell is not blank. */
  let showsSomething = false;
  let isQuoted = false;
  let at = from;
  for (; at < sample.length; at++) {
    const code = sample.charCodeAt(at);
    if (isQuoted) {
      if (code === quote && sample.charCodeAt(at + 1) !== quote) {
        isQuoted = false;
        if (!endsCell(sample[at + 1], delimiter)) strayQuotes++;
        continue;
      }
      if (code === quote) at++;
      length++;
      showsSomething ||= !isSpace(code);
    } else if (code === quote && length === 0) isQuoted = true;
    else if (code === delimiterCode) {
      if (delimiter === ',' && isDigit(sample[at - 1]) && isDigit(sample[at + 1])) betweenDigits++;
      cells.push(sample.slice(cellStart, at));
      isFilled ||= showsSomething;
      cellStart = at + 1;
      length = 0;
      showsSomething = false;
    } else if (code === lineFeed || code === carriageReturn) break;
    else {
      if (code === quote && showsSomething) strayQuotes++;
      else showsSomething ||= !isSpace(code);
      length++;
    }
  }
  cells.push(sample.slice(cellStart, at));
  isFilled ||= showsSomething;
  const next = sample[at] === '\r' && sample[at + 1] === '\n' ? at + 2 : at + 1;
  return { record: { cells, isFilled, betweenDigits, strayQuotes }, next };
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** White space that `trim` removes. */
function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && /\s/.test(String.fromCharCode(code));
}

function endsCell(character: string | undefined, delimiter: string): boolean {
  return character === undefined || character === delimiter || character === '\n' || character === '\r';
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
