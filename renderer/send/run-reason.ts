/** Why a run paused, ended or slowed down, in words. */
import { sentence, type Translator } from '../../shared/messages/translator.ts';
import type { Failure } from '../../shared/result.ts';

/** A reason of the run (`reason.…`), or a failure that stopped it (`error.…`). */
export function reasonSentence(t: Translator, { code, params }: Failure): string {
  return sentence(t, t.knows(`reason.${code}`) ? 'reason' : 'error', code, params);
}
