/** Formats a report's summary as lines of text: for its first sheet, the printed page and a message. */
import { withDigitGroups } from '../../messages/product-text.ts';
import type { Translator } from '../../messages/translator.ts';
import { sheetFacts } from '../../messages/sheets-beside.ts';
import { translatorFor } from '../../messages/translators.ts';
import { orderStates, type Verdict, verdictCounts, verdictOf, verdicts } from '../model/order-states.ts';
import type { ReportInput, ReportSummary } from './report-table.ts';
import { formatTashkentTime } from '../values/dates/tashkent-time.ts';

export type SummaryLine =
  | { readonly kind: 'title' | 'practice' | 'section'; readonly text: string }
  /** `verdict`: the one that the line is about, for its colour. */
  | { readonly kind: 'value'; readonly label: string; readonly text: string; readonly verdict: Verdict | null }
  | { readonly kind: 'blank' };

interface CountedMoney {
  readonly amount: number;
  readonly orders: number;
  /** Those of `orders` that are not in the sum. */
  readonly unpriced: number;
}

/** The sum behind a number of orders, with how many of them it leaves out; '' where nothing is known of it. */
function moneyText(translate: Translator, { amount, orders, unpriced }: CountedMoney): string {
  if (unpriced > 0 && unpriced >= orders) return ` · ${translate('reportFile.money.none')}`;
  const money = translate('word.money', { amount: withDigitGroups(amount) });
  if (unpriced > 0) return ` · ${translate('reportFile.money.partly', { money, priced: orders - unpriced, unpriced })}`;
  return amount > 0 ? ` · ${money}` : '';
}

/** The number of regions in the country. */
const shownRegions = 14;

/** The lines as a text for a message. */
export function summaryText(lines: readonly SummaryLine[]): string {
  return lines
    .map((line) => (line.kind === 'blank' ? '' : line.kind === 'value' ? `${line.label}: ${line.text}` : line.text))
    .join('\n');
}

/** The lines in the report's language. A practice report says so first. */
export function summaryLines(input: ReportInput, summary: ReportSummary): SummaryLine[] {
  const translate = translatorFor(input.language);
  const value = (label: string, text: string, verdict: Verdict | null = null): SummaryLine => ({
    kind: 'value',
    label,
    text,
    verdict,
  });
  const lines: SummaryLine[] = [];
  if (input.practice) lines.push({ kind: 'practice', text: translate('reportFile.practice') });
  lines.push(
    { kind: 'title', text: translate('reportFile.title') },
    ...(input.shop === undefined ? [] : [value(translate('shop.word'), input.shop)]),
    ...(input.operators?.length ? [value(translate('operator.word'), input.operators.join(', '))] : []),
    value(translate('reportFile.file'), input.fileName),
    value(translate('reportFile.created'), formatTashkentTime(input.createdAt)),
    value(translate('reportFile.server'), input.server),
    value(translate('reportFile.rows'), String(summary.rows)),
    value(translate('reportFile.orders'), String(summary.orders.total)),
    { kind: 'blank' },
    { kind: 'section', text: translate('reportFile.result') },
  );
  for (const verdict of verdicts) {
    const count = summary.verdicts[verdict];
    const amount = summary.amounts?.[verdict];
    if ((verdict === 'open' || verdict === 'leftOut') && count === 0) continue;
    const money = moneyText(translate, { amount: amount ?? 0, orders: count, unpriced: summary.unpriced[verdict] });
    lines.push(value(translate(`verdict.${verdict}`), `${count}${money}`, verdict));
  }
  lines.push({ kind: 'blank' }, { kind: 'section', text: translate('reportFile.states') });
  for (const state of orderStates) {
    const changed = state === 'duplicate' ? summary.changed : 0;
    const count = summary.orders[state] - changed;
    if (changed > 0) lines.push(value(translate('states.changed'), String(changed), verdictOf(state)));
    if (count > 0) lines.push(value(translate(`states.${state}`), String(count), verdictOf(state)));
  }
  if (input.otherParts !== undefined && input.otherParts.length > 0) {
    lines.push({ kind: 'blank' }, { kind: 'section', text: translate('reportFile.otherParts') });
    for (const { part, counts } of input.otherParts)
      lines.push(
        value(
          part,
          verdicts
            .filter((verdict) => verdictCounts(counts)[verdict] > 0)
            .map((verdict) => `${translate(`verdict.${verdict}`)}: ${verdictCounts(counts)[verdict]}`)
            .join(' · '),
        ),
      );
  }
  if (input.sheetsBeside !== undefined && input.sheetsBeside.length > 0) {
    lines.push({ kind: 'blank' }, { kind: 'section', text: translate('reportFile.sheetsBeside') });
    for (const { name, ...facts } of input.sheetsBeside)
      lines.push(value(name, sheetFacts(translate, facts).join('; ')));
  }
  if (summary.regions.length > 0) {
    lines.push({ kind: 'blank' }, { kind: 'section', text: translate('reportFile.regions') });
    for (const { region, orders, done, amount, unpriced } of summary.regions.slice(0, shownRegions)) {
      const money = moneyText(translate, { amount, orders: done, unpriced });
      lines.push(value(region, `${translate('reportFile.region.done', { done, orders })}${money}`));
    }
  }
  if (summary.reasons.length > 0) {
    lines.push({ kind: 'blank' }, { kind: 'section', text: translate('reportFile.reasons') });
    for (const { text, count } of summary.reasons) lines.push(value(translate('word.orders', { count }), text));
  }
  return lines;
}
