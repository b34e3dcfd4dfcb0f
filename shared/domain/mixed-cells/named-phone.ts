/**
 * Reads a phone with its owner's name before or behind it and nothing else: «90 123 45 67 Aziz», «Nilufar opa
 * +998901234567»; between such cells also one that lacks either.
 */
import type { MessageText } from './message-text.ts';
import { phoneInText } from './part-kinds.ts';

const name = /^\p{Lu}[\p{L}ʻʼ‘’'`-]+(?:[ .]+[\p{L}ʻʼ‘’'`-]+){0,3}\.?$/u;
/** What stands beside a phone and is nobody's name. */
const noName =
  /^(?:тел|tel|phone|моб|mob|дом|uy|уй|раб|ish|иш|tg|telegram|телеграм|whatsapp|ватсап|imo|муж|жена|мама|папа|брат|сестра|сын|дочь|друг|ona|ota|aka|uka|opa|singil|er|xotin|turmush|она|ота|ака|ука|опа|звон|qongiroq|kechga|doim)(?!\p{L})/iu;

/** «Yulduz tel: 99 …»: the word before the phone is not of the name. */
const phoneLabel = /[\s,;]+(?:tel(?:efon)?|тел(?:ефон)?|phone|моб|mob)\.?$/iu;

/** The name and the phone, or either alone; without parts where the text is anything else. */
export function readNamedPhone(text: string): MessageText {
  const nothing = { parts: [], rest: text };
  const [phone, second] = text.matchAll(phoneInText);
  if (second !== undefined) return nothing;
  if (phone === undefined) {
    const alone = text.trim();
    const isName = name.test(alone) && !noName.test(alone);
    return isName ? { parts: [{ meaning: 'full_name', text: alone, label: null }], rest: '' } : nothing;
  }
  const sides = [text.slice(0, phone.index), text.slice(phone.index + phone[0].length)].map((side) =>
    side.replace(/^[\s()[\]{}:;,/|–—+-]+|[\s()[\]{}:;,/|–—+-]+$/gu, '').replace(phoneLabel, ''),
  );
  const [called = '', more] = sides.filter((side) => side !== '');
  if (more !== undefined) return nothing;
  if (called === '') return { parts: [{ meaning: 'phone', text: phone[0].trim(), label: null }], rest: '' };
  if (!name.test(called) || noName.test(called)) return nothing;
  return {
    parts: [
      { meaning: 'full_name', text: called, label: null },
      { meaning: 'phone', text: phone[0].trim(), label: null },
    ],
    rest: '',
  };
}
