/**
 * Finds wares that are columns: a wholesaler's matrix, where the headings are the products and the cells say how many
 * («Чай чёрный 100 г | Кофе 50 г | Сахар 1 кг»).
 */
import type { ColumnField } from '../model/fields.ts';
import type { Cell } from '../table/table.ts';
import { parseQuantity } from '../values/quantity.ts';
import type { HeadedColumn } from './evidence.ts';
import type { FieldClaim } from './field-claims.ts';
import { matchAt, roleStems } from './known-words.ts';

/** One column of small numbers alone may be anything. */
const fewestWares = 2;
const mostPieces = 1000;
/** Fields that a ware's name may be taken for. */
const ofWares: ReadonlySet<ColumnField> = new Set([
  'product_name',
  'product_code',
  'client_product_id',
  'client_product_variation_id',
  'quantity',
]);
/** Fields of the customer's and the order's that must be known, so that what is left can be wares. */
const customers: ReadonlySet<ColumnField> = new Set([
  'order_id',
  'full_name',
  'phone',
  'address',
  'region',
  'city',
  'scheduled_at',
]);
const fewestKnown = 3;
/** Columns that say what is ordered, or what one piece costs, are of rows with one ware each. */
const notBeside: ReadonlySet<ColumnField> = new Set(['product_name', 'product_code', 'client_product_id', 'price']);

function isCount(cell: Cell): boolean {
  if (/^0(?:[.,]0+)?$/.test(cell.text.trim())) return true;
  const parsed = parseQuantity(cell);
  return parsed.kind === 'value' && parsed.value <= mostPieces;
}

/** Whether a word says whose it is as it stands: «Tandir» is no slip of «direktor», where the cells are counts. */
function saysWhose({ role, folded: { words } }: HeadedColumn['name']): boolean {
  return role !== null && words.some((_, at) => matchAt(roleStems(), words, at) !== undefined);
}

const ofCodes = ['id', 'code', 'wms'] as const;

function mayBeWare({ name, values }: HeadedColumn, own: readonly FieldClaim[]): boolean {
  return (
    !saysWhose(name) &&
    // «Код блюда» says what stands below it.
    !ofCodes.some((concept) => name.about.has(concept)) &&
    name.unsentKind === undefined &&
    name.part === undefined &&
    /\p{L}{2}/u.test(name.folded.key) &&
    own.every(
      ({ field, strong, isOffered }) => isOffered || (ofWares.has(field) && !(field === 'quantity' && strong)),
    ) &&
    name.matches.every(({ field }) => ofWares.has(field)) &&
    values.filled.length > 0 &&
    values.filled.every(isCount)
  );
}

/** Whether the cells say how many, or hold nothing, as of a ware that nobody ordered today. */
function holdsCounts({ values }: HeadedColumn): boolean {
  return values.filled.every(isCount);
}

/**
 * The columns that are wares, side by side, or wherever they stand where the product table knows them; none where products
 * or quantities have columns of their own, or nobody is named whom the wares are for.
 * @param isKnown whether the product table knows the heading as a code or a name
 */
export function wareColumnsOf(
  columns: readonly HeadedColumn[],
  claims: readonly FieldClaim[],
  isKnown: (heading: string) => boolean,
): readonly HeadedColumn[] {
  const sure = claims.filter(({ isOffered }) => !isOffered);
  const fields = new Set(sure.map(({ field }) => field).filter((field) => customers.has(field)));
  if (fields.size < fewestKnown || (!fields.has('phone') && !fields.has('address'))) return [];
  const known = columns.filter((column) => isKnown(column.heading) && holdsCounts(column));
  const isSure = known.filter(({ values }) => values.filled.length > 0).length >= fewestWares;
  // A column of sums beside small numbers is their price.
  if (!isSure && claims.some(({ field, isOffered }) => isOffered && field === 'price')) return [];
  const found = columns.filter(
    (column) =>
      known.includes(column) ||
      mayBeWare(
        column,
        claims.filter((claim) => claim.column === column),
      ),
  );
  const others = sure.filter(({ column }) => !found.includes(column));
  const isItem = others.some(
    ({ field, column }) => notBeside.has(field) || (field === 'quantity' && !column.name.about.has('total')),
  );
  if (isItem) return [];
  const runs: HeadedColumn[][] = [];
  let gap = true;
  for (const column of columns) {
    if (found.includes(column)) {
      if (gap) runs.push([]);
      runs.at(-1)?.push(column);
      gap = false;
    } else gap ||= column.values.filled.length > 0;
  }
  // Every further run counts as well: what is ordered in it would be lost.
  return runs.filter((run) => run.length >= fewestWares || (isSure && run.some((one) => known.includes(one)))).flat();
}
