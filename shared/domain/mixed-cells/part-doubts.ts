/**
 * Tells which part of a cell that was taken apart may be something else than it was taken for (docs/domain.md, «Cells that
 * hold more than one thing»): a part is sure by its label, by the form of the cell, by its heading, or by its own look.
 */
import type { ColumnField } from '../model/fields.ts';
import { readHeading } from '../columns/name-match.ts';
import type { UnsentKind } from '../columns/heading-names.ts';
import type { PartColumns } from '../table/table.ts';
import type { MessagePart, MessageText, PartMeaning } from './message-text.ts';
import { isPersonName, isPlaceText, phoneInText } from './part-kinds.ts';

/** What the heading of a column of mixed cells says of their parts. */
export interface MixedHeading {
  readonly fields: ReadonlySet<ColumnField>;
  /** «Izoh»: the cells are said to be something that is not sent. */
  readonly isOfOther: boolean;
}

const ofOther: ReadonlySet<UnsentKind> = new Set<UnsentKind>(['note', 'payment', 'created', 'secondPhone', 'ofOther']);

/** What a heading says of its cells' parts; `heading`: '' where there is none. */
export function mixedHeading(heading: string): MixedHeading {
  // «Mijoz (ism, telefon)», «Qachon va qayerga»: of each word as well.
  const texts = [heading, ...heading.split(/[\s(),/|;+]+/u).filter((word) => word.length > 2)];
  const { unsentKind } = readHeading(heading);
  return {
    fields: new Set(texts.flatMap((text) => readHeading(text).matches.map(({ field }) => field))),
    isOfOther: unsentKind !== undefined && ofOther.has(unsentKind),
  };
}

/** Nothing but signs and words for phones: «90 123 45 67, тел. 93 234 56 78». */
const betweenPhones = /^[\s,;/|()–—-]*(?:(?:tel|тел|yoki|или|or|va|и)\.?[\s:]*)?$/iu;
/** «721. Usmonov Anvar»: as often a place in a list. */
const bareNumber = /^\s*\d{1,10}[.)]\s/u;

function areBesideEachOther(text: string): boolean {
  const phones = [...text.matchAll(phoneInText)];
  return phones.every((phone, at) => {
    const before = phones[at - 1];
    return before === undefined || betweenPhones.test(text.slice(before.index + before[0].length, phone.index));
  });
}

/** Whether a part that has no label may be something else. */
function isDoubtfulLook({ meaning, text }: MessagePart, cell: string, { fields }: MixedHeading): boolean {
  switch (meaning) {
    case 'full_name':
      return !isPersonName(text) && !fields.has('full_name');
    case 'address':
      // «…, Navoiy 5, Rahimov Sardor»: another person.
      return !isPlaceText(text) || text.split(/,\s*/u).some((one) => isPersonName(one) && !isPlaceText(one));
    case 'scheduled_at':
      return !fields.has('scheduled_at');
    case 'order_id':
      return bareNumber.test(cell) && !fields.has('order_id');
    default:
      return false;
  }
}

/** Products are items, and phones beside each other one person's; anything else stands in a cell once. */
function comesTwice({ parts }: MessageText, cell: string): PartMeaning | null {
  const seen = new Set<string>();
  for (const { meaning, label } of parts) {
    const key = label === null ? meaning : `${meaning} ${readHeading(label).role ?? ''}`;
    if (seen.has(key) && meaning !== 'product_name' && (meaning !== 'phone' || !areBesideEachOther(cell)))
      return meaning;
    seen.add(key);
  }
  return null;
}

/** What a part of the cell was taken for though it may be something else; null: nothing of it is in doubt. */
export function doubtfulPart(
  reader: PartColumns['reader'],
  read: MessageText,
  cell: string,
  heading: MixedHeading,
): PartMeaning | null {
  // «1521 / 02.12.2026»: the day of the order, or of its delivery.
  if (reader === 'numberedDay') return heading.fields.has('scheduled_at') ? null : 'scheduled_at';
  // Forms whose numbers or words say what they are.
  if (reader !== 'message' && reader !== 'namedPhone') return null;
  const twice = comesTwice(read, cell);
  if (twice !== null) return twice;
  return read.parts.find((part) => part.label === null && isDoubtfulLook(part, cell, heading))?.meaning ?? null;
}
