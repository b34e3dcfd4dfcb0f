/** Finds the words for why a run paused, ended or slowed down. */
import { sentence, type Translator } from '../../shared/messages/translator.ts';
import type { Failure } from '../../shared/result.ts';

/** The sentence of a run's reason (`reason.…`), or of a failure that stopped it (`error.…`). */
export function reasonSentence(t: Translator, { code, params }: Failure): string {
  return sentence(t, t.knows(`reason.${code}`) ? 'reason' : 'error', code, params);
}
