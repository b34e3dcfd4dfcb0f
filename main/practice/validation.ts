/** Checks orders by the document's rules as a Yii model would: the first error of each attribute, in the document's order. */

export interface AttributeError {
  readonly field: string;
  readonly message: string;
}

type Check = (label: string, value: unknown) => string | undefined;

const labels: Readonly<Record<string, string>> = {
  order_id: 'Order ID',
  scheduled_at: 'Scheduled At',
  fulfillment_status: 'Fulfillment Status',
  full_name: 'Full Name',
  phone: 'Phone',
  address: 'Address',
  region: 'Region',
  country: 'Country',
  city: 'City',
  zip: 'Zip',
  order_items: 'Order Items',
  client_product_id: 'Client Product ID',
  client_product_variation_id: 'Client Product Variation ID',
  quantity: 'Quantity',
  price: 'Price',
  discount: 'Discount',
  final_price: 'Final Price',
};

function isBlank(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

const required: Check = (label, value) => (isBlank(value) ? `${label} cannot be blank.` : undefined);

/** Wraps a check so that blank values pass, as in Yii. */
function given(check: Check): Check {
  return (label, value) => (isBlank(value) ? undefined : check(label, value));
}

const text: Check = given((label, value) => {
  if (typeof value !== 'string') return `${label} must be a string.`;
  return value.length > 255 ? `${label} should contain at most 255 characters.` : undefined;
});

function integer(min: number): Check {
  return given((label, value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return `${label} must be an integer.`;
    return value < min ? `${label} must be no less than ${min}.` : undefined;
  });
}

const status: Check = given((label, value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 7 ? undefined : `${label} is invalid.`,
);

const time: Check = given((label, value) => {
  const parts = typeof value === 'string' && /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\dZ$/u.exec(value);
  const at = parts ? Date.parse(parts[0]) : Number.NaN;
  // Date.parse takes 31 September for 1 October.
  const exists = parts && !Number.isNaN(at) && new Date(at).toISOString().startsWith(parts[1] ?? '');
  return exists ? undefined : `The format of ${label} is invalid.`;
});

const phone: Check = given((label, value) =>
  typeof value === 'string' && !/^\+998\d{9}$/u.test(value) ? `${label} is invalid.` : undefined,
);

const orderChecks: readonly (readonly [field: string, ...checks: Check[]])[] = [
  ['order_id', required, integer(1)],
  ['scheduled_at', time],
  ['fulfillment_status', status],
  ['full_name', required, text],
  ['phone', required, text, phone],
  ['address', required, text],
  ['region', required, text],
  ['country', required, text],
  ['city', text],
  ['zip', text],
];

const itemChecks: readonly (readonly [field: string, ...checks: Check[]])[] = [
  ['client_product_id', required, integer(1)],
  ['client_product_variation_id', integer(1)],
  ['quantity', required, integer(1)],
  ['price', required, integer(0)],
  ['discount', required, integer(0)],
  ['final_price', required, integer(0)],
];

function firstFaults(
  source: Readonly<Record<string, unknown>>,
  checks: typeof orderChecks,
  key: (field: string) => string,
): AttributeError[] {
  return checks.flatMap(([field, ...list]) => {
    for (const check of list) {
      const message = check(labels[field] ?? field, source[field]);
      if (message !== undefined) return [{ field: key(field), message }];
    }
    return [];
  });
}

export interface ValidationContext {
  readonly isTaken: (orderId: number) => boolean;
  /** Null: every product is known. */
  readonly knownProducts: ReadonlySet<number> | null;
}

function validateItem(item: unknown, index: number, context: ValidationContext): AttributeError[] {
  const key = (field: string) => `order_items[${index}][${field}]`;
  if (!isObject(item)) return [{ field: `order_items[${index}]`, message: 'Order Items is invalid.' }];
  const faults = firstFaults(item, itemChecks, key);
  const product = item['client_product_id'];
  if (
    context.knownProducts &&
    typeof product === 'number' &&
    Number.isInteger(product) &&
    !context.knownProducts.has(product)
  ) {
    faults.push({ field: key('client_product_id'), message: 'Client Product ID is invalid.' });
  }
  return faults;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Checks a creation's body; empty where it is valid. A body that is no object counts as one without fields. */
export function validateOrder(body: unknown, context: ValidationContext): AttributeError[] {
  const order = isObject(body) ? body : {};
  const faults = firstFaults(order, orderChecks, (field) => field);
  const isFaulty = (field: string) => faults.some((fault) => fault.field === field);
  const orderId = order['order_id'];
  if (!isFaulty('order_id') && typeof orderId === 'number' && context.isTaken(orderId)) {
    faults.unshift({ field: 'order_id', message: `Order ID "${orderId}" has already been taken.` });
  }
  if (order['fulfillment_status'] === 5 && isBlank(order['scheduled_at']))
    faults.push({ field: 'scheduled_at', message: 'Scheduled At cannot be blank.' });
  const items = order['order_items'];
  if (isBlank(items)) faults.push({ field: 'order_items', message: 'Order Items cannot be blank.' });
  else if (!Array.isArray(items)) faults.push({ field: 'order_items', message: 'Order Items is invalid.' });
  else for (const [index, item] of items.entries()) faults.push(...validateItem(item, index, context));
  return faults;
}

/** The attribute's label, as the server writes it. */
export function attributeLabel(field: string): string {
  return labels[field] ?? field;
}
