/** The rules of a profile as lists of choices with their words (docs/domain.md, «Decisions»). */
import { checkLevels, type CheckName } from '../../shared/domain/model/checks.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import type { MessageKey } from '../../shared/messages/translator.ts';

/** Rules that are chosen from a list. */
export type ListedRule = Exclude<
  keyof Rules,
  'defaultTime' | 'orderNumbers' | 'country' | 'allowUnusualStatus' | 'checks' | 'goingStatuses'
>;

export interface RuleOption {
  readonly value: Rules[ListedRule];
  readonly key: MessageKey;
}

export interface RuleChoice {
  readonly rule: ListedRule;
  readonly options: readonly RuleOption[];
}

function choice<R extends ListedRule>(
  rule: R,
  options: readonly { readonly value: Rules[R]; readonly key: MessageKey }[],
): RuleChoice {
  return { rule, options };
}

/** Rules that a question asks for when it matters; the answer can be changed here. */
export const askedRules: readonly RuleChoice[] = [
  choice('status', [
    { value: 'auto', key: 'rule.status.auto' },
    { value: 'column', key: 'rule.status.column' },
    { value: 'omit', key: 'rule.status.omit' },
    { value: 1, key: 'facets.status.1' },
    { value: 2, key: 'facets.status.2' },
    { value: 3, key: 'facets.status.3' },
    { value: 4, key: 'facets.status.4' },
    { value: 5, key: 'facets.status.5' },
    { value: 6, key: 'facets.status.6' },
    { value: 7, key: 'facets.status.7' },
  ]),
  choice('cancelledOrders', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'send', key: 'answer.sendCancelled' },
  ]),
  choice('markedOrders', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'send', key: 'answer.sendMarked' },
  ]),
  choice('noteChanges', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'send', key: 'answer.notesAsWritten' },
  ]),
  choice('repeatedRows', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'items', key: 'answer.rowsArePieces' },
  ]),
  choice('dateOrder', [
    { value: 'auto', key: 'rule.dateOrder.auto' },
    { value: 'dayFirst', key: 'answer.dayFirst' },
    { value: 'monthFirst', key: 'answer.monthFirst' },
  ]),
  choice('toshkentMeans', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'city', key: 'answer.toshkentCity' },
    { value: 'region', key: 'answer.toshkentRegion' },
    { value: 'asTyped', key: 'answer.toshkentAsTyped' },
  ]),
  choice('regionFromAddress', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'on', key: 'answer.regionFromAddress' },
    { value: 'off', key: 'answer.regionNotFromAddress' },
  ]),
  choice('listKind', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'wholeList', key: 'answer.wholeList' },
    { value: 'newOnly', key: 'answer.newOnly' },
  ]),
  choice('splitItems', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'on', key: 'answer.splitItems' },
    { value: 'off', key: 'answer.keepItems' },
  ]),
  choice('mixedCells', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'apart', key: 'answer.cellsApart' },
    { value: 'asIs', key: 'answer.cellsAsIs' },
  ]),
  choice('joinSheets', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'on', key: 'answer.joinSheets' },
    { value: 'off', key: 'answer.separateSheets' },
  ]),
  choice('discountPer', [
    { value: 'unit', key: 'rule.discountPer.unit' },
    { value: 'line', key: 'rule.discountPer.line' },
    { value: 'lineByPiece', key: 'rule.discountPer.lineByPiece' },
  ]),
];

/** Rules that no question asks for: how values are checked and written. */
export const technicalRules: readonly RuleChoice[] = [
  choice('discountIs', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'sum', key: 'rule.discountIs.sum' },
    { value: 'percent', key: 'rule.discountIs.percent' },
  ]),
  choice('priceUnit', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'som', key: 'rule.priceUnit.som' },
    { value: 'thousand', key: 'rule.priceUnit.thousand' },
  ]),
  choice('standingDays', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'on', key: 'answer.standingDays' },
    { value: 'off', key: 'answer.noStandingDays' },
  ]),
  choice('undatedOrders', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'asNew', key: 'answer.undatedAsNew' },
  ]),
  choice('exchangedDates', [
    { value: 'ask', key: 'rule.ask' },
    { value: 'no', key: 'answer.datesAsTheyAre' },
    { value: 'yes', key: 'answer.datesExchanged' },
  ]),
  choice('lineCheck', [
    { value: 'off', key: 'rule.lineCheck.off' },
    { value: 'warning', key: 'rule.lineCheck.warning' },
    { value: 'error', key: 'rule.lineCheck.error' },
  ]),
  choice('clock', [
    { value: 'utc', key: 'rule.clock.utc' },
    { value: 'localWithZ', key: 'rule.clock.localWithZ' },
  ]),
  choice('regionSpelling', [
    { value: 'asTyped', key: 'rule.regionSpelling.asTyped' },
    { value: 'uzLatin', key: 'rule.regionSpelling.uzLatin' },
  ]),
  choice('missingVariation', [
    { value: 'omit', key: 'rule.missingVariation.omit' },
    { value: 'sameAsProduct', key: 'rule.missingVariation.sameAsProduct' },
  ]),
];

export function chosenOption({ rule, options }: RuleChoice, rules: Rules): RuleOption | undefined {
  return options.find(({ value }) => value === rules[rule]);
}

/** The rules with the option of this value chosen; unchanged if there is none. */
export function withOption(rules: Rules, { rule, options }: RuleChoice, text: string): Rules {
  const option = options.find(({ value }) => String(value) === text);
  return option === undefined ? rules : { ...rules, [rule]: option.value };
}

/** The rules with the check at this level; the default, a warning, is not stored. */
export function withCheck(rules: Rules, check: CheckName, level: string): Rules {
  const { [check]: _before, ...others } = rules.checks;
  const known = checkLevels.find((one) => one === level);
  return { ...rules, checks: known === undefined || known === 'warning' ? others : { ...others, [check]: known } };
}
