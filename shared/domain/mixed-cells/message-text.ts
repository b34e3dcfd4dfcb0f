/**
 * Reads a text that holds several things: a pasted message («Ism: … Tel: … Manzil: …»), or a name, a phone and an address
 * in one cell (docs/domain.md, «Cells that hold more than one thing»).
 */
import type { ColumnField } from '../model/fields.ts';
import { readHeading } from '../columns/name-match.ts';
import type { UnsentKind } from '../columns/heading-names.ts';
import { dateAtStart, isPersonName, isPlaceText, isProductText, isSumText, phoneInText } from './part-kinds.ts';

/** What a part is: a field, or a known kind of column that is not sent (`landmark`: a part of the address). */
export type PartMeaning = ColumnField | UnsentKind | 'landmark';

export interface MessagePart {
  readonly meaning: PartMeaning;
  readonly text: string;
  /** The label as the text has it («Telefon»); null where the part was told by its look. */
  readonly label: string | null;
}

export interface MessageText {
  /** In the text's order; a meaning that comes twice is in it twice. */
  readonly parts: readonly MessagePart[];
  /** What none of the parts holds; '' where nothing is left. */
  readonly rest: string;
}

/** Marks that bots set instead of a word. */
const pictures: readonly (readonly [picture: string, label: string])[] = [
  ['📞☎📱🤙', 'Telefon'],
  ['📍🏠🏡🏢🗺🧭', 'Manzil'],
  ['👤🙋🧑👩👨🧕', 'F.I.Sh.'],
  ['📦🛒🛍🎁', 'Mahsulot'],
  ['📅🗓⏰🕐🕒🕙', 'Yetkazish vaqti'],
  ['💰💵💴💸💳🧾', 'Jami'],
  ['💬📝✍', 'Izoh'],
  ['🆔🔢', 'Buyurtma raqami'],
];
const labelOfPicture = new Map(pictures.flatMap(([all, label]) => [...all].map((one) => [one, label] as const)));
const pictureAtStart = new RegExp(`^([${pictures.map(([all]) => all).join('')}])\\uFE0F?\\s*`, 'u');
const anyPictures = /(?:\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|\u200D)+/gu;

const word = "[\\p{L}№#][\\p{L}\\p{M}\\d№#.ʻʼ’‘'`/-]*";
/** Up to four words before a colon, or before a dash or equals sign at the beginning of a line. */
const labelBeforeColon = new RegExp(`((?:${word}[ \\t]+){0,3}${word}(?:[ \\t]*\\([^)]{1,20}\\))?)[ \\t]*[:：]`, 'gu');
const labelBeforeDash = new RegExp(`^[ \\t]*((?:${word}[ \\t]+){0,2}${word})[ \\t]*(?:[–—=]|-(?=\\s))[ \\t]*`, 'u');

interface FoundLabel {
  /** What it may mean, likeliest first: the value decides. */
  readonly meanings: readonly PartMeaning[];
  readonly label: string;
  readonly from: number;
  /** Where its value begins. */
  readonly to: number;
}

/** What a label may mean, likeliest first; none where its words are not known. `isSure`: only names known as a whole. */
function meaningsOfLabel(label: string, isSure = false): readonly PartMeaning[] {
  const { matches, unsentKind, part } = readHeading(label);
  const sure = matches.find(({ strength }) => strength === 'own' || strength === 'known');
  if (sure) return [sure.field];
  const composed = matches.filter(({ strength }) => strength !== 'similar');
  const all = [...(part === undefined ? [] : [partMeaning(part)]), ...composed.map(({ field }) => field)];
  if (all.length === 0 && unsentKind !== undefined) return [unsentKind];
  return isSure && unsentKind === undefined && part === undefined
    ? []
    : [...new Set([...all, unsentKind ?? []].flat())];
}

const fitting: Partial<Readonly<Record<PartMeaning, RegExp>>> = {
  order_id: /^\D{0,12}\d{1,10}$/u,
  phone: /\d(?:\D{0,3}\d){8}/u,
  quantity: /^\d{1,4}(?:\s*\p{L}+\.?)?$/u,
  client_product_id: /^\d{1,9}$/u,
  scheduled_at: /\d|\p{L}{4}/u,
};

/** Of what a label may mean, the first that its value fits; null where it fits none. */
function meaningOf(meanings: readonly PartMeaning[], value: string): PartMeaning | null {
  if (meanings.length === 1) return meanings[0] ?? null;
  return meanings.find((meaning) => fitting[meaning]?.test(value) !== false) ?? null;
}

function partMeaning(part: NonNullable<ReturnType<typeof readHeading>['part']>): PartMeaning {
  if (part === 'firstName' || part === 'lastName' || part === 'middleName') return 'full_name';
  return part === 'landmark' ? 'landmark' : 'address';
}

function saysSomething(word: string): boolean {
  const { matches, unsentKind, part, about, role } = readHeading(word);
  return matches.length > 0 || unsentKind !== undefined || part !== undefined || about.size > 0 || role !== null;
}

/** The words right before a colon that are a label: all of them at a line's beginning, else as few as mean something. */
function labelWithin(words: string, atLineStart: boolean): Pick<FoundLabel, 'label' | 'meanings'> | null {
  const all = words.trim().split(/[ \t]+/u);
  const lengths = atLineStart
    ? Array.from({ length: all.length }, (_, at) => all.length - at)
    : [3, 2, 1].filter((length) => length <= all.length);
  for (const length of lengths) {
    const taken = all.slice(-length);
    // «dona Sana»: a label does not begin small and go on with a capital.
    if (/^\p{Ll}/u.test(taken[0] ?? '') && taken.slice(1).some((one) => /^\p{Lu}/u.test(one))) continue;
    // «Umarov Islom Tel»: within a line a label begins with a word that says something by itself.
    if (!atLineStart && length > 1 && !saysSomething(taken[0] ?? '')) continue;
    const label = taken.join(' ');
    const meanings = meaningsOfLabel(label, length > 1 && length < all.length);
    if (meanings.length > 0) return { label, meanings };
  }
  return null;
}

function labelsOf(text: string): FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const match of text.matchAll(labelBeforeColon)) {
    const words = match[1] ?? '';
    const end = match.index + match[0].length;
    // A time of day, or a web address.
    if (/^\d/u.test(text.slice(end)) && /\d$/u.test(words)) continue;
    if (text.startsWith('//', end)) continue;
    const before = text.slice(0, match.index);
    const label = labelWithin(words, before === '' || /[\n,;|•·.!()][ \t]*$/u.test(before));
    if (label === null) continue;
    found.push({ ...label, from: match.index + words.lastIndexOf(label.label), to: end });
  }
  let from = 0;
  for (const line of text.split('\n')) {
    const start = from;
    from += line.length + 1;
    if (found.some((label) => label.from >= start && label.from < from)) continue;
    const dashed = labelBeforeDash.exec(line);
    const meanings = dashed?.[1] === undefined ? [] : meaningsOfLabel(dashed[1], true);
    if (dashed?.[1] !== undefined && meanings.length > 0)
      found.push({ meanings, label: dashed[1], from: start, to: start + dashed[0].length });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** Writes the labels for which pictures stand, and takes away other pictures. */
function withoutPictures(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const picture = pictureAtStart.exec(line.trimStart());
      const label = picture?.[1] === undefined ? undefined : labelOfPicture.get(picture[1]);
      const rest = line.trimStart().slice(picture?.[0].length ?? 0);
      const bare = rest.replace(anyPictures, ' ').trim();
      if (label === undefined || bare === '') return bare;
      return labelsOf(bare)[0]?.from === 0 ? bare : `${label}: ${bare}`;
    })
    .join('\n');
}

function trimmed(text: string): string {
  const bare = text.replace(/^[\s,;|/•·–—)-]+|[\s,;|/•·–—(-]+$/gu, '');
  if (!bare.includes('(')) return bare.replace(/\)$/u, '');
  return /^\([^()]*\)?$/u.test(bare) ? bare.replace(/[()]/gu, '').trim() : bare;
}

const someDigits = /\d/u;

/** A value goes on over further lines where it is a list of products, or an address that is not ended by something else. */
function splitValue(meaning: PartMeaning, value: string): readonly [own: string, further: string] {
  const lines = value.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return ['', ''];
  let end = first + 1;
  if (meaning === 'product_name' || meaning === 'product_code')
    while (end < lines.length && someDigits.test(lines[end] ?? '') && !phoneIn(lines[end] ?? '')) end++;
  return [trimmed(lines.slice(first, end).join('\n')), lines.slice(end).join('\n')];
}

function phoneIn(text: string): boolean {
  return text.search(phoneInText) >= 0;
}

/** A sentence ends behind a number or a word that is no abbreviation. */
const sentenceEnd = /(?<=\d|\p{L}{4})\.\s+(?=\p{Lu})/u;
const betweenPieces = /,\s+|\s+[-–—]\s+/u;
const labelBeforeNumber = new RegExp(`^((?:${word}[ \\t]+){0,2}${word})[ \\t]+(?=[\\d+])(.+)$`, 'u');
const piecesAlone = /^(\d{1,4})\s*(?:dona|дона|ta|та|шт\p{L}*|pcs)\.?$/iu;
const numbered: ReadonlySet<PartMeaning> = new Set<PartMeaning>([
  'order_id',
  'phone',
  'scheduled_at',
  'client_product_id',
  'quantity',
  'price',
  'total',
]);
const fewestNumbered = 3;

/**
 * A message of sentences, with a colon behind each word that says what the number behind it is: «Заказ 301. …, цена
 * 170000. Доставка 25.11.2026». As it stands where it has not three of them.
 */
function withColons(text: string): string {
  let count = 0;
  const lines = text.split(/\n/u).flatMap((line) =>
    line.split(sentenceEnd).map((sentence) =>
      sentence
        .split(betweenPieces)
        .map((piece) => {
          const [, label = '', value = ''] = labelBeforeNumber.exec(piece.trim()) ?? [];
          const bare = value.replace(/[.\s]+$/u, '');
          const meaning = label === '' ? null : meaningOf(meaningsOfLabel(label, label.includes(' ')), bare);
          const counted = piecesAlone.exec(piece.trim());
          if (meaning !== null && numbered.has(meaning) && fitting[meaning]?.test(bare) !== false) {
            count++;
            return `\n${label}: ${bare}\n`;
          }
          return counted === null ? piece : `\nSoni: ${counted[1]}\n`;
        })
        .join(', '),
    ),
  );
  return count < fewestNumbered ? text : lines.join('\n').replace(/(?:, )?\n(?:, )?/gu, '\n');
}

/** Reads a text into its parts. */
export function readMessage(text: string): MessageText {
  const given = withoutPictures(text.replace(/\r\n?/gu, '\n'));
  const whole = labelsOf(given).length === 0 ? withColons(given) : given;
  const labels = labelsOf(whole);
  const parts: MessagePart[] = [];
  const loose: string[] = [whole.slice(0, labels[0]?.from ?? whole.length)];
  for (const [at, { meanings, label, from, to }] of labels.entries()) {
    const end = labels[at + 1]?.from ?? whole.length;
    const value = whole.slice(to, end);
    const meaning = meaningOf(meanings, value.trim().split('\n')[0]?.trim() ?? '');
    if (meaning === null) {
      loose.push(whole.slice(from, end));
      continue;
    }
    const [own, further] = splitValue(meaning, value);
    const named = meaning === 'full_name' && own.includes(',') ? nameWithMore(own) : null;
    if (named !== null) {
      parts.push({ meaning, text: named.name, label });
      loose.push(named.more);
    } else if (own !== '') parts.push({ meaning, text: own, label });
    loose.push(further);
  }
  const unlabelled = readLoose(
    loose.map((piece) => piece.trim()).filter((piece) => piece !== ''),
    new Set(parts.map(({ meaning }) => meaning)),
  );
  return { parts: [...parts, ...unlabelled.parts], rest: unlabelled.rest };
}

/** «Ким Елена, тел. 90…, г. Бухара, …» behind the label of a name; null where it is a name alone. */
function nameWithMore(value: string): { readonly name: string; readonly more: string } | null {
  const [name = '', ...more] = value.split(',');
  const rest = more.join(',').trim();
  return isPersonName(name.trim()) && (phoneIn(rest) || isPlaceText(rest)) ? { name: name.trim(), more: rest } : null;
}

const phoneWord =
  /(?:(?<!\p{L})(?:tel(?:efon)?|тел(?:ефон)?|phone|nomer\p{L}*|номер|raqam\p{L}*|рақам\p{L}*))?[\s.:]*$/iu;
const paperWords =
  'buyurtma|zakaz|заказ|буюртма|order|заявка|ariza|ариза|накладная|nakladnaya|реализация|счет|счёт|invoice|документ|отгрузка';
const numberAtStart = new RegExp(
  `^(?:(?:${paperWords})(?:\\s+\\p{L}+){0,2}\\s*)?(?:№|#|N)\\s*(\\d{1,10})(?!\\d)[.):,\\s]*|` +
    `^(?:${paperWords})(?:\\s+\\p{L}+){0,2}\\s+(\\d{2,10})(?=\\s+(?:от|dan|дан)\\s|\\s*$)[.):,\\s]*|^(\\d{2,10})[.)]\\s+`,
  'iu',
);
/** The day of an order's paper, behind its number. */
const paperDay =
  /^(?:от|dan|дан)\s+\d{1,2}(?:[./-]\d{1,2}[./-]|\s+\p{L}{3,9}\s+)\d{2,4}(?:\s*(?:г(?:ода|\.)?|y(?:il)?\.?)(?!\p{L}))?[.):,\s]*/iu;

/** Reads texts without labels: what each part is told by its look. */
function readLoose(texts: readonly string[], known: ReadonlySet<PartMeaning>): MessageText {
  const parts: MessagePart[] = [];
  const places: { readonly text: string; readonly at: number }[] = [];
  const rest: string[] = [];
  const phonesAt: number[] = [];
  let at = 0;
  const add = (meaning: PartMeaning, text: string): void => {
    parts.push({ meaning, text, label: null });
  };
  const has = (meaning: PartMeaning): boolean => known.has(meaning) || parts.some((part) => part.meaning === meaning);
  for (const [place, text] of texts.entries()) {
    let open = text.replace(greetings, '');
    const number = place === 0 && !has('order_id') ? numberAtStart.exec(open) : null;
    if (number) {
      add('order_id', number[1] ?? number[2] ?? number[3] ?? '');
      open = open.slice(number[0].length).replace(paperDay, '');
    }
    for (const segment of segmentsOf(open)) {
      at++;
      if (segment.phone !== null) {
        add('phone', segment.phone);
        phonesAt.push(at);
        continue;
      }
      const dated = has('scheduled_at') ? undefined : dateAtStart(segment.text);
      if (dated) add('scheduled_at', dated.date);
      const bare = dated ? dated.rest : segment.text;
      if (bare === '') continue;
      if (isProductText(bare)) add('product_name', bare.replace(wishes, ''));
      else if (isSumText(bare) && /\p{L}/u.test(bare)) add('total', bare);
      else if (!has('full_name') && isPersonName(bare)) add('full_name', bare);
      else places.push({ text: bare, at });
    }
  }
  const caller = has('full_name')
    ? -1
    : places.findIndex(({ text, at: from }) => isCaller(text) && phonesAt.some((one) => Math.abs(one - from) === 1));
  const [named] = caller < 0 ? [] : places.splice(caller, 1);
  if (named) add('full_name', named.text);
  // An address is what stands together and is about places; the rest is nothing known.
  const first = places.findIndex(({ text }) => isPlaceText(text));
  let taken: string[] = [];
  if (first >= 0 && !has('address')) {
    let end = first;
    while (places[end + 1] !== undefined && (places[end + 1]?.at ?? 0) - (places[end]?.at ?? 0) === 1) end++;
    taken = places.slice(first, end + 1).map(({ text }) => text);
    add('address', taken.join(', '));
    rest.push(...[...places.slice(0, first), ...places.slice(end + 1)].map(({ text }) => text));
  } else rest.push(...places.map(({ text }) => text));
  return { parts, rest: rest.join('; ') };
}

const greetings =
  /^(?:as+alom\p{L}*|salom\p{L}*|ассалом\p{L}*|салом\p{L}*|алейкум|alaykum|здравствуйте|добрый (?:день|вечер)|доброе утро|привет|hello|hi|rahmat|рахмат|спасибо|iltimos|пожалуйста)(?:[\s,]+(?:alaykum|aleykum|алайкум|алейкум))?[\s!.,]*/iu;

/** What people write behind a product that they wish for. */
const wishes =
  /\s+(?:kerak|kere|керак|нужн\p{L}*|надо|хочу|olaman|olmoqchi\p{L}*|buyurtma (?:beraman|qilaman))(?:\s+(?:edi|эди|bo[ʻʼ’‘'`]?ladi))?[.!]*$/iu;

/** Whether a text beside a phone is the name of whoever answers it: one or two words with capitals. */
function isCaller(text: string): boolean {
  return /^\p{Lu}[\p{L}ʻʼ‘’'`-]*(?: \p{Lu}[\p{L}ʻʼ‘’'`-]*)?$/u.test(text) && !isPlaceText(text);
}

interface Segment {
  readonly text: string;
  /** The phone, as it is written, where the segment is one. */
  readonly phone: string | null;
}

/** Divides a text at lines, commas and semicolons, and around its phones. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  const plain = (piece: string): void => {
    const dated = dateAtStart(piece.trim());
    const pieces = dated === undefined ? piece : dated.rest;
    if (dated) segments.push({ text: dated.date, phone: null });
    for (const part of pieces.split(/[\n;|]+|,(?!\d)|\s[–—/]\s|\s-\s/u)) {
      const bare = trimmed(part);
      if (bare !== '' && bare !== '()') segments.push({ text: bare, phone: null });
    }
  };
  for (const match of text.matchAll(phoneInText)) {
    plain(text.slice(from, match.index).replace(phoneWord, ''));
    segments.push({ text: '', phone: match[0].trim() });
    from = match.index + match[0].length;
  }
  plain(text.slice(from));
  return segments;
}
