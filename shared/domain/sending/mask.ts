/** Masks customers' data in answers of the WMS, which are stored for later questions. */
import type { OrderRequest } from '../../wms/order-create.ts';

/** Most characters of an answer that are stored. */
const mostKept = 65_536;
const mask = '•••';

/** Keys whose values are customer data, at any depth. */
const personalKeys: ReadonlySet<string> = new Set([
  'full_name',
  'phone',
  'address',
  'name',
  'first_name',
  'last_name',
  'email',
  'login',
  'password',
  'access_token',
  'refresh_token',
  'token',
]);

/**
 * The answer as text with customer data masked: values under personal keys, and the order's own name, phone and address
 * wherever they occur.
 * @param request the order that was sent; null where not known
 */
export function maskedAnswer(
  body: unknown,
  request: Pick<OrderRequest, 'full_name' | 'phone' | 'address'> | null,
): string | null {
  if (body === null || body === undefined) return null;
  const words = request
    ? [request.full_name, request.phone, request.phone.replace(/\D/gu, ''), request.address].filter(
        (word) => word.length >= 3,
      )
    : [];
  const hide = (text: string) => words.reduce((hidden, word) => hidden.replaceAll(word, mask), text);
  const masked =
    typeof body === 'string'
      ? hide(body)
      : JSON.stringify(body, (key, value: unknown) => maskedValue(key, value, hide));
  return maskPhones(masked).slice(0, mostKept);
}

/** A request's body with its customer masked: what else it says (products, sums, region, times) is kept. */
export function maskedRequest(body: string): unknown {
  return JSON.parse(body, (key, value: unknown) =>
    typeof value !== 'string' ? value : personalKeys.has(key) ? mask : maskPhones(value),
  );
}

function maskedValue(key: string, value: unknown, hide: (text: string) => string): unknown {
  if (typeof value !== 'string') return value;
  // An exception's «name» («Unprocessable entity») and the texts of a refusal say what happened: they are kept.
  if (personalKeys.has(key) && !/^[A-Z][\w ]+$/u.test(value)) return mask;
  return hide(value);
}

/** Masks Uzbek phone numbers in any spelling. */
function maskPhones(text: string): string {
  return text.replaceAll(/\+?998[\s()-]*\d{2}[\s()-]*\d{3}[\s()-]*\d{2}[\s()-]*\d{2}/gu, mask);
}
