/** Reads the answers of POST /v1/auth/login and /v1/auth/refresh (docs/domain.md, decision 20). */
import { z } from 'zod';
import { failure, success, type Result } from '../result.ts';
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

export interface UnsendableCharacter {
  /** As a person can find it: «а» (U+0430), or the code alone where it cannot be seen. */
  readonly character: string;
  /** From 1. */
  readonly place: number;
}

/** The first character of an access key that cannot be sent in a header; null where there is none. */
export function unsendableCharacter(key: string): UnsendableCharacter | null {
  for (const [index, character] of [...key].entries()) {
    if (/^[\x21-\x7e]$/u.test(character)) continue;
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return { character: /[\p{C}\p{Z}]/u.test(character) ? code : `«${character}» (${code})`, place: index + 1 };
  }
  return null;
}

/**
 * The access key without what was pasted around it: spaces, line breaks, quotation marks, «Bearer».
 * Fails with `key.unreadable`, and with `key.character` ({character, place}) where a character cannot be sent.
 */
export function cleanAccessKey(pasted: string): Result<string> {
  const bare = pasted
    .trim()
    .replace(/^["'«]|["'»]$/gu, '')
    .replace(/^(?:authorization:\s*)?bearer\s+/iu, '')
    .trim();
  if (accessKeyText.safeParse(bare).success) return success(bare);
  const unsendable = unsendableCharacter(bare);
  return unsendable === null || /\s/u.test(bare)
    ? failure('key.unreadable')
    : failure('key.character', { ...unsendable });
}
