/**
 * Reports a remark that says that somebody else receives the order («oluvchi onasi Sodiqova Zulayho, tel 91 660 25 13»): with a
 * phone it holds the order until somebody says, a name alone is pointed out (docs/domain.md, «Statuses»). So does a remark that
 * gives another phone as the right one.
 */
import type { QuestionAnswer } from '../model/issues.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { excerpt } from '../values/cell-text.ts';
import { parsePhone } from '../values/phone.ts';
import { scriptKey } from '../values/script-key.ts';
import type { FieldReaders } from './field-readers.ts';
import type { IssueCollector } from './issue-collector.ts';

/** Words of who receives, as remarks say it. */
const receives =
  /(?<!\p{L})(?:oluvchi|олувчи|qabul\s+qil|[қк]абул\s+[қк]ил|kutib\s+ol|кутиб\s+ол|получател|получит|получает|примет|принимает|встретит|встречает|забер[её]т|recipient|receiver|receives)\p{L}*/iu;
/** «Получатель тот же», «oluvchi oʻzi»: the customer. */
const isCustomer = /(?<!\p{L})(?:тот\s+же|та\s+же|сама?|o.?zi|ўзи|узи|o.?sha|ўша|same)(?!\p{L})/iu;
const clauseEnd = /[,.;!?\n]/u;
const phones = /(?:\+?998[\s-]?)?\(?\d{2}\)?(?:[\s-]?\d){7}(?!\d)/gu;
const capitals = /\p{Lu}[\p{L}ʻʼ‘’'`-]+(?:\s+\p{Lu}[\p{L}ʻʼ‘’'`-]+)*/u;
const twoCapitals = /\p{Lu}[\p{L}ʻʼ‘’'`-]+(?:\s+\p{Lu}[\p{L}ʻʼ‘’'`-]+)+/u;

/** Who receives by a remark; null: it says nothing of that. */
export interface NotedRecipient {
  readonly name: string | null;
  /** As the WMS wants it. */
  readonly phone: string | null;
}

/** «tel. xato, toʻgʻrisi 93 …», «номер неверный, звонить 90 …», «новый номер 90 …». */
const correctsPhone =
  /(?<!\p{L})(?:xato|хато|noto.?g.?ri|нот[ўу][ғг]ри|неверн|неправильн|ошиб|не\s+тот|wrong|incorrect|to.?g.?risi|т[ўу][ғг]риси|правильн|верный|новый\s+(?:номер|тел)|yangi\s+(?:raqam|nomer|tel)|янги\s+(?:ра[қк]ам|номер|тел)|correct)\p{L}*/iu;

/** The phone that a remark gives as the right one; null: none, or several. */
export function correctedPhone(text: string): string | null {
  const read = [...text.matchAll(phones)].map(([number]) => parsePhone({ kind: 'text', text: number }));
  const [phone] = read;
  return correctsPhone.test(text) && read.length === 1 && phone?.kind === 'value' ? phone.value : null;
}

/** The recipient whom the remark names, with name, phone or both. */
export function notedRecipient(text: string): NotedRecipient | null {
  const found = receives.exec(text);
  if (found === null || isCustomer.test(text)) return null;
  const before = text.slice(0, found.index).split(clauseEnd).at(-1) ?? '';
  const behind = text
    .slice(found.index + found[0].length)
    .replace(/^[\s:–—-]+/u, '')
    .split(clauseEnd)[0];
  const name = capitals.exec(behind ?? '')?.[0] ?? twoCapitals.exec(before)?.[0] ?? null;
  const read = [...text.matchAll(phones)].map(([number]) => parsePhone({ kind: 'text', text: number }));
  const phone = read.find((one) => one.kind === 'value')?.value ?? null;
  return name === null && phone === null ? null : { name, phone };
}

interface RecipientContext {
  readonly table: EditedTable;
  readonly readers: Pick<FieldReaders, 'full_name' | 'phone'>;
}

/**
 * Compares whom a remark names with the order's customer.
 *
 * @param rows indices of the order's rows that were not left out
 * @param text the remark
 * @param asWritten the answer that orders go as their columns say; null: somebody gave it
 */
export function checkRecipient(
  { table, readers }: RecipientContext,
  rows: readonly number[],
  text: string,
  asWritten: QuestionAnswer | null,
  collector: IssueCollector,
): void {
  const recipient = notedRecipient(text);
  const corrected = recipient === null ? correctedPhone(text) : null;
  const noted = recipient ?? (corrected === null ? null : { name: null, phone: corrected });
  if (noted === null) return;
  const differs = (field: 'full_name' | 'phone', said: string | null): number | null => {
    const { column } = readers[field];
    const index = rows.find((row) => readers[field].text(row).trim() !== '');
    if (said === null || column === null || index === undefined || table.isEdited(index, column)) return null;
    const parsed = readers[field].read(index);
    const own = parsed.kind === 'value' ? parsed.value : readers[field].text(index);
    return isSame(field, said, own) ? null : index;
  };
  // With a phone it is another person; a name alone may be a word that is written so.
  const isSure = noted.phone !== null && asWritten !== null;
  for (const field of ['full_name', 'phone'] as const) {
    const said = field === 'phone' ? noted.phone : noted.name;
    const index = differs(field, said);
    const { column } = readers[field];
    if (index === null || said === null || column === null) continue;
    const fix = { kind: 'setCell', row: table.rowNumber(index), column, text: said } as const;
    const params = { field, value: excerpt(text), suggestion: said };
    const code = corrected === null ? 'orders.noteOtherPerson' : 'orders.notePhone';
    if (isSure) collector.addForCell(index, readers[field], 'error', code, params, fix, [{ fix }, asWritten]);
    else if (corrected !== null) collector.addForCell(index, readers[field], 'warning', code, params, fix);
    else collector.addForCell(index, readers[field], 'warning', 'orders.noteRecipient', params, fix);
  }
}

function isSame(field: 'full_name' | 'phone', said: string, own: string): boolean {
  if (field === 'phone') return said === own;
  const words = new Set(scriptKey(own).split(' '));
  return scriptKey(said)
    .split(' ')
    .every((word) => words.has(word));
}
