/** Answers are kept for the people who will ask what happened; the customers in them are not. */
import type { OrderRequest } from '../../wms/order-create.ts';

/** Characters of an answer that are kept. */
const mostKept = 65_536;
const mask = '•••';

/** Keys whose values are a customer's, wherever they stand. */
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
 * The answer as text, without what it says of the customer: values under personal keys, and the order's own name, phone
 * and address wherever they occur in a text.
 * @param request the order that was sent; null where it is not known
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

function maskedValue(key: string, value: unknown, hide: (text: string) => string): unknown {
  if (typeof value !== 'string') return value;
  // «name» of an exception («Unprocessable entity») says what happened; so do the texts under the keys of a refusal.
  if (personalKeys.has(key) && !/^[A-Z][\w ]+$/u.test(value)) return mask;
  return hide(value);
}

/** Uzbek numbers in any spelling, in whatever text. */
function maskPhones(text: string): string {
  return text.replaceAll(/\+?998[\s()-]*\d{2}[\s()-]*\d{3}[\s()-]*\d{2}[\s()-]*\d{2}/gu, mask);
}
