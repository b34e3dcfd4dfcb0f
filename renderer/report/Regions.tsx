/** The orders by region: counts, sum, and a bar of its share. */
import { Paper, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';

/** As many as the country has: further names are misspellings, and are in the saved report. */
const most = 14;

interface Props {
  readonly batchId: string;
  /** A change requests the regions again. That reads every order, so it must not change with each order that a run sends. */
  readonly refreshKey: unknown;
}

export function Regions({ batchId, refreshKey }: Props): ReactNode {
  const { t, language, formatCount, formatMoney } = useWords();
  const { value } = useChannelQuery('report.getRegions', { batchId }, `${String(refreshKey)} ${language}`);
  const regions = value?.filter(({ done }) => done > 0).slice(0, most) ?? [];
  if (regions.length === 0) return null;
  const largest = Math.max(...regions.map(({ amount }) => amount), 1);
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-regions">
      <Title order={2} fz="md" mb="xs">
        {t('report.regions')}
      </Title>
      <Table fz="sm" verticalSpacing={4} style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('report.region')}</Table.Th>
            <Table.Th ta="right">{t('report.region.done')}</Table.Th>
            <Table.Th ta="right">{t('report.region.amount')}</Table.Th>
            <Table.Td w="34%" aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {regions.map(({ region, orders, done, amount, unpriced }) => (
            <Table.Tr key={region} data-testid="report-region">
              <Table.Td>{region}</Table.Td>
              <Table.Td ta="right">
                {done === orders ? formatCount(done) : `${formatCount(done)} / ${formatCount(orders)}`}
              </Table.Td>
              <Table.Td ta="right">
                {unpriced === 0
                  ? formatMoney(amount)
                  : unpriced < done
                    ? t('reportFile.money.partly', { money: formatMoney(amount), priced: done - unpriced, unpriced })
                    : t('reportFile.money.none')}
              </Table.Td>
              <Table.Td aria-hidden>
                <div
                  style={{
                    width: `${Math.max(1, (amount / largest) * 100)}%`,
                    height: 8,
                    background: 'var(--done-solid)',
                    borderRadius: 2,
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
