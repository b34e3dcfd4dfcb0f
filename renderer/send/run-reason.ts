/** Why a run paused, ended or slowed down, in words. */
import { isMessageKey, sentence, type Translator } from '../../shared/messages/translator.ts';
import type { Failure } from '../../shared/result.ts';

/** A reason of the run (`run.reason.…`, `reason.…`), or a failure that stopped it (`error.…`). */
export function reasonSentence(t: Translator, { code, params }: Failure): string {
  const ofRun = `run.reason.${code}`;
  if (isMessageKey(ofRun)) return t(ofRun, params);
  return sentence(t, isMessageKey(`reason.${code}`) ? 'reason' : 'error', code, params);
}
