/** The words for issues, causes and fixes. */
import type { CauseView, OrderView } from '../../shared/contract/views.ts';
import { causeOf } from '../../shared/domain/model/causes.ts';
import type { Severity } from '../../shared/domain/model/issues.ts';
import type { SettledThing } from '../../shared/domain/model/settled.ts';
import { initialInputText } from '../../shared/domain/questions/question-answers.ts';
import { sentence } from '../../shared/messages/translator.ts';
import type { Tone } from '../theme/state-look.ts';
import type { Words } from '../words/words.ts';

export type ShownIssue = OrderView['issues'][number];
export type ShownFix = NonNullable<ShownIssue['fix']>;

export interface SeverityLook {
  readonly glyph: string;
  readonly tone: Tone;
}

export const severityLooks: Readonly<Record<Severity, SeverityLook>> = {
  error: { glyph: '✕', tone: 'not-done' },
  warning: { glyph: '!', tone: 'look-at-it' },
  notice: { glyph: 'i', tone: 'sending' },
};

export function issueSentence({ t }: Words, { code, params }: Pick<ShownIssue, 'code' | 'params'>): string {
  return sentence(t, 'issue', code, params);
}

/** The label of the fix's button. */
export function fixLabel({ t, rowName }: Words, fix: ShownFix): string {
  switch (fix.kind) {
    case 'setCell':
      return fix.text === '' ? t('fix.setCell.clear') : t('fix.setCell', { text: fix.text });
    case 'setConstant':
      return t('fix.setConstant', { text: fix.text, field: t(`field.${fix.field}`) });
    case 'swapFields':
      return t('fix.swapFields', { first: t(`field.${fix.first}`), second: t(`field.${fix.second}`) });
    case 'setCells':
      return t('fix.setCells', { text: fix.text, count: fix.cells.length });
    case 'leaveOut':
      return t('fix.leaveOut', { count: fix.orderKeys.length });
    case 'giveNumber':
      return t('fix.giveNumber', { count: fix.rows.length, row: rowName(fix.rows[0] ?? 0) });
    case 'leaveRowsOut':
      return t('fix.leaveRowsOut', { count: fix.rows.length, row: rowName(fix.rows[0] ?? 0) });
    case 'leaveAsSent':
      return t(fix.erased === true ? 'fix.wasSent' : 'fix.leaveAsSent', { count: fix.orderKeys.length });
    case 'takeAsNew':
      return t('fix.takeAsNew', { count: fix.orderKeys.length });
    case 'setColumn':
      if (fix.rules?.discountIs === 'percent') return t('fix.setColumn.percent', { heading: fix.heading });
      if (fix.rules?.discountPer === 'lineByPiece') return t('fix.setColumn.lineTotal', { heading: fix.heading });
      if (fix.rules?.standingDays === 'on') return t('fix.setColumn.hours', { heading: fix.heading });
      if (fix.joins === true && fix.field !== null)
        return t('fix.setColumn.joins', { heading: fix.heading, name: t(`field.${fix.field}`) });
      return t('fix.setColumn', {
        heading: fix.heading,
        field: fix.field ?? 'none',
        name: fix.field === null ? '' : t(`field.${fix.field}`),
      });
    case 'setRules': {
      const key = `answer.${fix.answer}`;
      return `${t.knows(key) ? t(key) : fix.answer} ${initialInputText({ fix })}`.trim();
    }
    case 'setReading':
      return sentence(t, 'answer', fix.answer, fix.params);
    case 'settle':
      return settleLabel(t, fix);
    case 'leaveOutWhere':
      return fix.out ? t('settle.leaveOut', { heading: fix.heading, value: fix.value }) : t('fix.putBackWhere');
    case 'setProduct':
      return t('fix.setProduct', { key: fix.key, product: fix.productId, like: fix.like ?? 'none' });
  }
}

function settleLabel(t: Words['t'], { thing, settled }: Extract<ShownFix, { kind: 'settle' }>): string {
  if (!settled) return t('fix.settle.back');
  return thing.kind === 'value'
    ? t('fix.settle.value', { value: thing.value, text: thing.text })
    : t('fix.settle.rows');
}

/** The label of a cause's «fix all» button: «Fix all 37», «Fix all 37 → Toshkent shahri», or its one fix; null: no button. */
export function fixAllLabel(words: Words, { fixAll, fixableCount: count }: CauseView): string | null {
  if (!fixAll) return null;
  const all = words.t('fix.all', { count });
  if (fixAll.kind === 'each') return all;
  return fixAll.kind === 'setText' ? `${all} ${words.t('fix.all.to', { text: fixAll.text })}` : fixLabel(words, fixAll);
}

/** The sentence after «fix all»; null: the screen shows the result by itself. Only changes of cells can be undone. */
export function fixedSentence({ t }: Words, { fixAll, fixableCount: count }: CauseView): string | null {
  switch (fixAll?.kind) {
    case 'setText':
    case 'each':
    case 'setCell':
    case 'setCells':
      return t('fix.done', { count });
    case 'setProduct':
      return t('products.said', { key: fixAll.key, product: fixAll.productId, count });
    default:
      return null;
  }
}

/** The sentence after something was settled for the shop, or taken back. */
export function settledSentence({ t }: Words, thing: SettledThing, settled: boolean): string {
  if (!settled || thing.kind === 'heading') return t('settle.done.back');
  return thing.kind === 'value'
    ? t('settle.done', { value: thing.value, text: thing.text })
    : t('settle.done.rows', { heading: thing.heading, value: thing.value });
}

/** The cause that the issue belongs to; null: it is no longer listed. */
export function causeOfIssue(
  causes: readonly CauseView[],
  issue: Pick<ShownIssue, 'code' | 'field' | 'params'>,
): CauseView | null {
  const key = causeOf(issue);
  return causes.find(({ cause }) => cause === key) ?? null;
}

/** Sorted, the most severe first. */
export function bySeverity<T extends { readonly severity: Severity }>(issues: readonly T[]): readonly T[] {
  const rank = { error: 0, warning: 1, notice: 2 };
  return issues.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** The cause with this key. */
export function causeOfKey(causes: readonly CauseView[], key: string | null): CauseView | null {
  return key === null ? null : (causes.find(({ cause }) => cause === key) ?? null);
}
