/** Tells by a column's values alone what they may be; never taken by itself, only offered where a field is missing. */
import type { ColumnField } from '../model/fields.ts';
import { matchCity } from '../regions/match-region.ts';
import type { Cell } from '../table/table.ts';
import { fold } from '../values/fold.ts';
import type { ColumnValues } from './column-values.ts';
import type { Evidence } from './evidence.ts';

/** Cells looked at: enough to tell, and quick. */
const mostCells = 60;

const streetWords =
  /(?<!\p{L})(?:ул|улица|дом|кв|квартира|мкр|массив|махалля|маҳалла|кўча\p{L}*|куча\p{L}*|уй|kocha\p{L}*|ko.?cha\p{L}*|uy|xonadon|kvartira|mavze\p{L}*|mahalla\p{L}*|tuman\p{L}*|туман\p{L}*|р-н|район|street|apt|daha\p{L}*|массив|к-ча|ориентир|moʻljal|mo.?ljal)(?!\p{L})/iu;
const surnameEnd =
  /(?:ov|ev|ova|eva|ов|ев|ова|ева|ёв|ёва|ин|ина|skiy|ская|ский|вич|вна|vich|vna|qizi|кизи|қизи|ogli|ўғли|угли|jon|жон|xon|хон|bek|бек|оглы|oglu|улы|кызы)$/iu;

function hasWords({ kind, text }: Cell, least: number, most: number): boolean {
  if (kind !== 'text' || /\d/.test(text)) return false;
  const words = text.trim().split(/\s+/);
  return words.length >= least && words.length <= most && words.every((word) => /^[\p{L}\p{M}.ʻʼ‘’'`-]+$/u.test(word));
}

function isPerson(cell: Cell): boolean {
  if (!hasWords(cell, 1, 4)) return false;
  const words = cell.text.trim().split(/\s+/);
  // «Халат женский»: beside a capital a surname has one too.
  const isLower = !/\p{Lu}/u.test(cell.text);
  return (
    words.some((word) => surnameEnd.test(word) && (isLower || /^\p{Lu}/u.test(word))) ||
    (words.length >= 2 && words.every((word) => /^\p{Lu}/u.test(word)))
  );
}

/** «ООО Бунёд Савдо», «Orzu MChJ». */
function hasLegalForm({ kind, text }: Cell): boolean {
  return kind === 'text' && text.length <= longestFirm && legalForm.test(text.trim());
}

/** «СТО «Гарант»»: a ware may be called so as well, so that it is a firm only among people and firms. */
function hasQuotedName({ kind, text }: Cell): boolean {
  return kind === 'text' && text.length <= longestFirm && quotedName.test(text.trim());
}

/** Whether the column names people or firms. */
function namesOf(cells: readonly Cell[]): (cell: Cell) => boolean {
  const isName = (cell: Cell): boolean => isPerson(cell) || hasLegalForm(cell);
  return cells.some(isName) ? (cell) => isName(cell) || hasQuotedName(cell) : isPerson;
}

const quotedName = /^[\p{L}-]+(?:\s[\p{L}-]+)?\s*[«"“„][^«»"“”„]{2,}[»"”]$/u;
const legalForm =
  /^(?:ООО|ОАО|ЗАО|АО|ИП|ЧП|СП|ЯТТ|МЧЖ|OOO|MChJ|XK|ХК|QMJ|AJ|YaTT|YTT|LLC)(?!\p{L})|\s(?:MChJ|МЧЖ|XK|ХК|LLC|YaTT|AJ)$/u;
const longestFirm = 80;

/** A cell with a phone in it is a whole message, or a line of details, rather than an address. */
const phoneWithin = /\d{2}[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}/;

function isAddress({ kind, text }: Cell): boolean {
  return (
    kind === 'text' &&
    text.length >= 8 &&
    !phoneWithin.test(text) &&
    /\p{L}{3}/u.test(text) &&
    (/\d/.test(text) || /,/.test(text)) &&
    (streetWords.test(text) || /\p{L}.*[ ,]\d+/u.test(text))
  );
}

/** «Халат женский», «Плед 150х200». */
function isWare(cell: Cell): boolean {
  if (hasWords(cell, 1, 8)) return !isPerson(cell);
  return (
    cell.kind === 'text' &&
    cell.text.length <= longestWare &&
    /^\p{L}{3}[^,\n]*$/u.test(cell.text) &&
    !phoneWithin.test(cell.text) &&
    !streetWords.test(cell.text)
  );
}

const longestWare = 60;

function isPlainNumber({ kind, text }: Cell): number | null {
  const digits = text.replace(/[\s\u00A0]/g, '').replace(/[.,]0+$/, '');
  return (kind === 'number' || kind === 'text') && /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

const shapes: readonly (readonly [field: ColumnField, code: string, fits: (cell: Cell) => boolean, weight: number])[] =
  [
    ['full_name', 'looksNames', isPerson, 0.42],
    ['address', 'looksAddresses', isAddress, 0.45],
    ['quantity', 'looksQuantities', (cell) => between(cell, 1, 9), 0.42],
    ['quantity', 'looksQuantities', (cell) => between(cell, 1, 50), 0.33],
    ['client_product_id', 'looksIds', (cell) => between(cell, 2, 999_999), 0.34],
    ['price', 'looksSums', (cell) => isRoundSum(cell), 0.46],
    ['price', 'looksSums', (cell) => between(cell, 1000, 99_999_999), 0.34],
    [
      'city',
      'looksTowns',
      (cell) => cell.kind === 'text' && fold(cell.text) !== '' && matchCity(cell.text).kind !== 'unknown',
      0.4,
    ],
    ['product_name', 'looksWares', isWare, 0.33],
  ];

function isRoundSum(cell: Cell): boolean {
  const number = isPlainNumber(cell);
  return number !== null && number >= 1000 && number % 500 === 0;
}

function between(cell: Cell, from: number, to: number): boolean {
  const number = isPlainNumber(cell);
  return number !== null && number >= from && number <= to;
}

/** Share of cells that look like people's names by the endings of surnames. */
export function peopleShare({ filled }: ColumnValues): number {
  const cells = filled.slice(0, mostCells);
  const people = cells.filter((cell) => isPerson(cell) && cell.text.split(/\s+/).some((word) => surnameEnd.test(word)));
  return cells.length === 0 ? 0 : people.length / cells.length;
}

/** The fields that the values look like, with what speaks for each; `share` of the cells must fit. */
export function shapesOf(values: ColumnValues): readonly (Evidence & { readonly field: ColumnField })[] {
  const cells = values.filled.slice(0, mostCells);
  if (cells.length === 0) return [];
  const found: (Evidence & { field: ColumnField })[] = [];
  for (const [field, code, fits, weight] of shapes) {
    const share = cells.filter(field === 'full_name' ? namesOf(cells) : fits).length / cells.length;
    // Twelve months on every row are no pieces.
    const isConstant = field === 'quantity' && cells.length > 1 && cells.every(({ text }) => text === cells[0]?.text);
    if (isConstant && cells[0]?.text.trim() !== '1') continue;
    if (share >= 0.7 && !found.some((one) => one.field === field))
      found.push({ field, code, params: {}, weight: weight * share });
  }
  const id = orderNumbersEvidence(values, cells);
  if (id !== null) found.push({ ...id, field: 'order_id' });
  if ((values.fitShare('scheduled_at') ?? 0) >= 0.7 && values.looksDates)
    found.push({ field: 'scheduled_at', code: 'looksDates', params: {}, weight: 0.4 });
  if ((values.fitShare('phone') ?? 0) >= 0.7)
    found.push({ field: 'phone', code: 'valuesPhones', params: {}, weight: 0.45 });
  if ((values.fitShare('region') ?? 0) >= 0.7)
    found.push({ field: 'region', code: 'valuesRegions', params: {}, weight: 0.45 });
  return found;
}

/** Whole numbers that repeat only in rows next to each other, as an order's rows do. */
function orderNumbersEvidence(values: ColumnValues, cells: readonly Cell[]): Evidence | null {
  if (values.phoneShare > 0.2 || values.countsRows) return null;
  const seen = new Set<string>();
  let before = '';
  let digits = 0;
  for (const { kind, text } of cells) {
    if (kind === 'date') return null;
    const bare = text.trim().replace(/^(?:№|#|N)\s*/iu, '');
    if (!/\d/.test(bare) || bare.length > 20 || /\s/.test(bare)) return null;
    if (bare !== before && seen.has(bare)) return null;
    seen.add(bare);
    before = bare;
    if (/^\d{2,10}$/.test(bare)) digits++;
  }
  // 1, 6, 2 are pieces.
  if ((seen.size < 2 && cells.length > 1) || [...seen].every((text) => text.length === 1)) return null;
  return { code: 'looksNumbers', params: {}, weight: digits === cells.length ? 0.4 : 0.28 };
}
