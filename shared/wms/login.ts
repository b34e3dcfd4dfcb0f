/** Reads the answers of POST /v1/auth/login and /v1/auth/refresh (docs/domain.md, decision 20). */
import { z } from 'zod';
import { readRefusal } from './refusal.ts';

/** An access key is sent in a header: visible ASCII without spaces. */
const accessKeyText = z.string().regex(/^[\x21-\x7e]{1,8192}$/u);
const tokensSchema = z.looseObject({
  access_token: accessKeyText,
  refresh_token: accessKeyText.nullish().catch(undefined),
});
/** Known servers answer without an envelope; one named `data` is accepted too. */
const loginAnswerSchema = z.union([tokensSchema, z.looseObject({ data: tokensSchema }).transform(({ data }) => data)]);

export type LoginAnswer =
  | { readonly kind: 'signedIn'; readonly accessKey: string; readonly refreshToken: string | null }
  /** The server's own sentences, unchanged; may be empty. */
  | { readonly kind: 'refused'; readonly messages: readonly string[] }
  | { readonly kind: 'unreadable' };

/**
 * Reads the answer to a login or a refresh.
 * @param body the parsed JSON, or the text where it is none
 */
export function readLogin(status: number, body: unknown): LoginAnswer {
  if (status >= 200 && status < 300) {
    const answer = loginAnswerSchema.safeParse(body);
    if (!answer.success) return { kind: 'unreadable' };
    return { kind: 'signedIn', accessKey: answer.data.access_token, refreshToken: answer.data.refresh_token ?? null };
  }
  if (status === 401 || status === 403) return { kind: 'refused', messages: [] };
  const refusal = readRefusal(status, body);
  if (!refusal) return { kind: 'unreadable' };
  return {
    kind: 'refused',
    messages: [...refusal.fieldErrors.map(({ message }) => message), ...refusal.generalMessages],
  };
}

/** The access key without what was pasted around it: spaces, line breaks, quotation marks, «Bearer». Null where none is left. */
export function cleanAccessKey(pasted: string): string | null {
  const bare = pasted
    .trim()
    .replace(/^["'«]|["'»]$/gu, '')
    .replace(/^(?:authorization:\s*)?bearer\s+/iu, '')
    .trim();
  return accessKeyText.safeParse(bare).success ? bare : null;
}
