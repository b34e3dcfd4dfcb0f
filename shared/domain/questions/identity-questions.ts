/** Asks how a shop without order numbers sends its orders, once some of a file were sent before (decision 41). */
import type { Issue } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import { answerByRules, questionIssue } from './file-issue-builders.ts';

/** @param sentBefore how many orders of the file say what was sent before from another file */
export function listKindQuestion({ listKind, orderNumbers }: Rules, sentBefore: number): Issue[] {
  if (orderNumbers.kind !== 'everyRow' || sentBefore === 0) return [];
  const wholeList = answerByRules('wholeList', { listKind: 'wholeList' });
  const newOnly = answerByRules('newOnly', { listKind: 'newOnly' });
  const answers = listKind === 'newOnly' ? [newOnly, wholeList] : [wholeList, newOnly];
  return [questionIssue('notice', 'orders.listKind', { count: sentBefore }, 'order_id', answers)];
}
