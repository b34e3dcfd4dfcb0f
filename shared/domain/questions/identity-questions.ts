/** Asks how a shop without order numbers sends its orders, once some of a file were sent before (docs/domain.md, decision 41). */
import type { Issue } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import { answerByRules, questionIssue } from './file-issue-builders.ts';

/** How many orders of a file were found among those that went out from other files. */
export interface KnownBefore {
  /** Those that say exactly the same. */
  readonly same: number;
  /** Those that only resemble one. */
  readonly similar: number;
  /** Those that may be ones of which everything was erased. */
  readonly erased: number;
}

export function listKindQuestion({ listKind, orderNumbers }: Rules, { same, similar, erased }: KnownBefore): Issue[] {
  if (orderNumbers.kind !== 'everyRow' || same + similar + erased === 0) return [];
  const wholeList = answerByRules('wholeList', { listKind: 'wholeList' });
  const newOnly = answerByRules('newOnly', { listKind: 'newOnly' });
  // A list that holds nothing of what was sent is hardly the whole one.
  const isNewOnly = listKind === 'newOnly' || (listKind === 'ask' && same + erased === 0);
  const answers = isNewOnly ? [newOnly, wholeList] : [wholeList, newOnly];
  return [questionIssue('notice', 'orders.listKind', { same, similar: similar + erased }, 'order_id', answers)];
}
