/** Leaves out all rows whose cell in a column holds the active cell's value: in this file, or always in this shop. */
import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import { useWords } from '../../words/words.ts';
import { fixLabel, type ShownFix } from '../issue-words.ts';

const longestValue = 60;

/** Whether rows can be left out by what this column holds there: a courier, a status. What orders are sent with is each one's own. */
export function canLeaveOutWhere(heading: string, field: ColumnField | null, held: string): boolean {
  const value = held.trim();
  const isOfMany = field === null || field === 'fulfillment_status';
  return isOfMany && heading.trim() !== '' && value !== '' && value.length <= longestValue;
}

interface LeaveOutWhereProps {
  readonly heading: string;
  readonly column: number;
  readonly value: string;
  readonly onFix: (fix: ShownFix) => void;
}

export function LeaveOutWhere({ heading, column, value, onFix }: LeaveOutWhereProps): ReactNode {
  const words = useWords();
  const fixes: readonly ShownFix[] = [
    { kind: 'leaveOutWhere', heading, column, value, out: true },
    { kind: 'settle', thing: { kind: 'rows', heading, value }, settled: true },
  ];
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          px={4}
          h="auto"
          styles={{ label: { whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.35 } }}
          data-testid="leave-out-where"
        >
          {words.t('settle.leaveOut', { heading, value })} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fixes.map((fix) => (
          <Menu.Item key={fix.kind} data-testid={`leave-out-where-${fix.kind}`} onClick={() => onFix(fix)}>
            {fix.kind === 'leaveOutWhere' ? words.t('fix.leaveOutWhere') : fixLabel(words, fix)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
