/** Before sending, once more: the rows with money that the WMS is told nothing of, which the courier would take wrongly. */
import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SendPlan } from '../../shared/contract/views.ts';
import { Callout } from '../app/Callout.tsx';
import { useWords } from '../words/words.ts';

/** The causes (shared/domain/checking/courier-money.ts), those with sums first. */
const courierMoneyCauses = [
  'orders.prepaid',
  'orders.deliveryFee',
  'orders.paidAlready',
  'orders.noteOfMoney',
] as const;

export function CourierMoneyList({ plan: { courierMoney } }: { readonly plan: SendPlan }): ReactNode {
  const { t, formatMoney, rowName } = useWords();
  const { count, signs, total, prepaid, fees } = courierMoney;
  if (count === 0) return null;
  const causes = courierMoneyCauses.filter((cause) => signs.some(({ code }) => code === cause));
  return (
    <Stack gap={6} data-testid="courier-money">
      <Callout tone="look-at-it">
        {t('plan.money', { count })}
        {prepaid > 0 && ` ${t('plan.money.prepaid', { sum: formatMoney(prepaid) })}`}
        {fees > 0 && ` ${t('plan.money.fees', { sum: formatMoney(fees) })}`}
      </Callout>
      <Stack gap={4} mah={180} style={{ overflowY: 'auto' }} tabIndex={0} role="group">
        {causes.map((cause) => (
          <Stack key={cause} gap={2} data-testid="courier-money-cause" data-code={cause}>
            <Text size="sm" fw={600}>
              {t(`plan.money.cause.${cause}`)}
            </Text>
            {signs
              .filter(({ code }) => code === cause)
              .map(({ row, params }, at) => (
                <Group key={`${row} ${at}`} gap="xs" wrap="nowrap" data-testid="courier-money-row">
                  <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
                    {t('place.row', { row: rowName(row) })}
                  </Text>
                  <Text size="sm">
                    {typeof params['sum'] === 'number' ? formatMoney(params['sum']) : `«${String(params['value'])}»`}
                  </Text>
                </Group>
              ))}
          </Stack>
        ))}
      </Stack>
      {total > signs.length && <Text size="sm">{t('plan.mayBeNone.more', { count: total - signs.length })}</Text>}
    </Stack>
  );
}
