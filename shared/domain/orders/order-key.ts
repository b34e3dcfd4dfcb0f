/** An order's key within its batch: its id in decimal, or `row:<n>` after its first row where the id cannot be read. */

const rowPrefix = 'row:';

export function orderKeyOf(orderId: number): string {
  return String(orderId);
}

/** Of an order without a readable id. @param row as Excel shows it */
export function orderKeyOfRow(row: number): string {
  return `${rowPrefix}${row}`;
}

/** The order id in the key; null where it has none. */
export function orderIdOfKey(key: string): number | null {
  const orderId = /^\d+$/u.test(key) ? Number(key) : Number.NaN;
  return Number.isSafeInteger(orderId) ? orderId : null;
}

/** The row (as Excel shows it) in the key of an order without a readable id; null where the key is none such. */
export function rowOfKey(key: string): number | null {
  return key.startsWith(rowPrefix) ? Number(key.slice(rowPrefix.length)) : null;
}
