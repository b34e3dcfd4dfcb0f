/** Defines how long the parts of a request may take. */
import { defaultSendingRules, type SendingRules } from '../../../shared/domain/model/profile.ts';

/** All in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly whole: number;
}

export const defaultTimeouts: Timeouts = timeoutsOf(defaultSendingRules);

export function timeoutsOf({ connectTimeout, answerTimeout, wholeTimeout }: SendingRules): Timeouts {
  return { connect: connectTimeout * 1000, headers: answerTimeout * 1000, whole: wholeTimeout * 1000 };
}
