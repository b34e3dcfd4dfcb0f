/** Before sending, once more: the rows with money that the WMS is told nothing of, which the courier would take wrongly. */
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SendPlan } from '../../shared/contract/views.ts';
import { Callout } from '../app/Callout.tsx';
import { issueSentence } from '../review/issue-words.ts';
import { useWords } from '../words/words.ts';

export function CourierMoneyList({ plan: { courierMoney } }: { readonly plan: SendPlan }): ReactNode {
  const words = useWords();
  const { t, formatMoney } = words;
  const { count, signs, total, prepaid, fees } = courierMoney;
  if (count === 0) return null;
  return (
    <Stack gap={6} data-testid="courier-money">
      <Callout tone="look-at-it">
        {t('plan.money', { count })}
        {prepaid > 0 && ` ${t('plan.money.prepaid', { sum: formatMoney(prepaid) })}`}
        {fees > 0 && ` ${t('plan.money.fees', { sum: formatMoney(fees) })}`}
      </Callout>
      <Stack gap={4} mah={180} style={{ overflowY: 'auto' }} tabIndex={0} role="group">
        {signs.map(({ row, code, params }, at) => (
          <Group key={`${row} ${code} ${at}`} gap="xs" wrap="nowrap" data-testid="courier-money-row">
            <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {t('place.row', { row })}
            </Text>
            <Text size="sm">{issueSentence(words, { code, params })}</Text>
          </Group>
        ))}
      </Stack>
      {total > signs.length && <Text size="sm">{t('plan.mayBeNone.more', { count: total - signs.length })}</Text>}
    </Stack>
  );
}
