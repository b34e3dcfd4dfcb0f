/**
 * Details of a shop, a warehouse or a company: the sender's where rows share them, the buyer's where every row has its own
 * and nothing else gives the customer's (docs/domain.md, «How a column is judged»).
 */
import type { ColumnField } from '../model/fields.ts';
import type { ColumnValues } from './column-values.ts';
import { personalFields } from './evidence.ts';
import { meaningOf, readWords } from './heading-grammar.ts';
import { fieldNames } from './heading-names.ts';
import { othersRoles, type Role } from './heading-words.ts';
import type { HeadingName } from './name-match.ts';
import { shapesOf } from './value-shapes.ts';

interface NamedColumn {
  readonly heading: string;
  readonly name: HeadingName;
}

/** Who may be on either side of a sale. */
const eitherSide: ReadonlySet<Role | null> = new Set(['shop', 'warehouse', 'company']);
/** Who sells is on one side of it. */
const sellers =
  /продав|sotuv|сотув|seller|vendor|постав|supplier|исполн|подряд|ijroch|ижроч|отгруз|отправ|наш|bizning|бизнинг/u;
/** A person who is named as the customer has a shop of his own hardly ever, a warehouse often. */
const customersOwn: ReadonlySet<Role | null> = new Set(['warehouse', 'company']);
const fewestOwn = 2;
const fewestBesideCustomer = 3;

/** The detail of a person or a place that a heading of a shop, a warehouse or a company is about; null: none, or a seller's. */
export function detailOfEitherSide({ name }: Pick<NamedColumn, 'name'>): ColumnField | null {
  if (name.unsentKind !== 'ofOther' || !eitherSide.has(name.role) || sellers.test(name.folded.key)) return null;
  const field = meaningOf(readWords(name.folded.words))?.field ?? null;
  return field !== null && field !== 'full_name' && personalFields.has(field) ? field : null;
}

/** The names of the columns, with those details read as the counterparty's that can only be the buyer's. */
export function withBuyersDetails(
  columns: readonly NamedColumn[],
  valuesOf: (column: number) => ColumnValues,
): readonly NamedColumn[] {
  const details = columns.map(detailOfEitherSide);
  if (details.every((field) => field === null)) return columns;
  const buyer = columns.findIndex(({ name }) => isBuyer(name));
  return columns.map((column, index) => {
    const field = details[index] ?? null;
    if (field === null || details.filter((one) => one === field).length > 1) return column;
    const isGiven = columns.some((other, at) => at !== index && gives(other, field, valuesOf(at)));
    if (isGiven || !isOfBuyers(column.name, columns, valuesOf(index), buyer === -1 ? null : valuesOf(buyer)))
      return column;
    const knownName = fieldNames[field][0] ?? field;
    return {
      ...column,
      name: {
        ...column.name,
        role: 'counterparty',
        matches: [{ field, strength: 'composed', rank: 1, knownName }],
        unsentKind: undefined,
      },
    };
  });
}

/** Whether the column names who buys: a person, or a firm. */
function isBuyer(name: HeadingName): boolean {
  return (name.matches.some(({ field }) => field === 'full_name') && !name.about.has('product')) || namesFirm(name);
}

/** Whether the column names shops or companies, and says nothing else of them: «Аптека», «Наименование организации». */
export function namesFirm({ role, about, folded }: HeadingName): boolean {
  return (
    (role === 'shop' || role === 'company' || role === 'counterparty') &&
    !sellers.test(folded.key) &&
    [...about].every((one) => one === 'title' || one === 'name' || one === 'filler')
  );
}

/** Whether another column gives the field by its heading, or may by its values. */
function gives({ name }: NamedColumn, field: ColumnField, values: ColumnValues): boolean {
  if (name.role !== null && othersRoles.has(name.role)) return false;
  if (name.matches.some((match) => match.field === field)) return true;
  if (field === 'address' && (name.part === 'addressMain' || name.part === 'addressMore')) return true;
  const isUnknown = name.matches.length === 0 && name.unsentKind === undefined && name.part === undefined;
  return isUnknown && shapesOf(values).some((shape) => shape.field === field);
}

/** Whether each value belongs to one buyer, and there are several. */
function isOfBuyers(
  { role }: HeadingName,
  columns: readonly NamedColumn[],
  { cells }: ColumnValues,
  buyers: ColumnValues | null,
): boolean {
  const isCustomerNamed = columns.some(({ name }) => name.role === 'customer' || name.role === 'recipient');
  if (isCustomerNamed && !customersOwn.has(role)) return false;
  const owners = new Map<string, string>();
  let before = '';
  for (const [row, { text }] of cells.entries()) {
    const value = text.trim();
    if (value === '') continue;
    const owner = buyers?.cells[row]?.text.trim() ?? '';
    const known = owners.get(value);
    // Rows of one order stand together.
    if (known !== undefined && (buyers === null ? value !== before : owner !== known)) return false;
    owners.set(value, owner);
    before = value;
  }
  return owners.size >= (isCustomerNamed ? fewestBesideCustomer : fewestOwn);
}
