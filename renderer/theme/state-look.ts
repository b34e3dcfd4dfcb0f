/** The look of an order's state: a mark and a tone; the word comes from the catalogues (`state.…`, `verdict.…`). */
import { verdictOf, type OrderState, type Verdict } from '../../shared/domain/model/order-states.ts';

export type Tone = 'done' | 'not-done' | 'look-at-it' | 'waiting' | 'sending' | 'practice';

export interface StateLook {
  readonly tone: Tone;
  readonly mark: string;
}

const looks = {
  done: { tone: 'done', mark: '✓' },
  notDone: { tone: 'not-done', mark: '✕' },
  lookAtIt: { tone: 'look-at-it', mark: '?' },
  leftOut: { tone: 'waiting', mark: '–' },
  open: { tone: 'waiting', mark: '◷' },
} as const satisfies Record<Verdict, StateLook>;

export function verdictLook(verdict: Verdict): StateLook {
  return looks[verdict];
}

export function stateLook(state: OrderState): StateLook {
  if (state === 'sending' || state === 'verifying') return { tone: 'sending', mark: '↻' };
  if (state === 'waiting') return looks.open;
  if (state === 'ready') return { tone: 'sending', mark: '●' };
  return looks[verdictOf(state)];
}

/** The key of the state's word; what was accepted before with other content says that. */
export function stateWord(state: OrderState, changedAfterSending: boolean) {
  return changedAfterSending ? ('standing.changed.one' as const) : (`state.${state}` as const);
}

export const textColor = (tone: Tone): string => `var(--${tone}-text)`;
export const tintColor = (tone: Tone): string => `var(--${tone}-tint)`;
export const solidColor = (tone: Tone): string => `var(--${tone}-solid)`;
