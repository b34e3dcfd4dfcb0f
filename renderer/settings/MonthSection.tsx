/** The month: what was sent in a period, by day; saved as a workbook, compared with the bill of the WMS. */
import { Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { BillView, MonthQuery, MonthView } from '../../shared/contract/month.ts';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { changeWords } from '../../shared/messages/change-sentences.ts';
import { Section } from './Section.tsx';

/** All shops, or all operators. */
const all = '*';

function named(choice: string): string | null {
  return choice === all ? null : choice;
}

function shownDay(day: string): string {
  return day.split('-').toReversed().join('.');
}

interface Props {
  readonly shops: readonly Shop[];
  /** A change asks for the month again. */
  readonly refreshKey: unknown;
}

export function MonthSection({ shops, refreshKey }: Props): ReactNode {
  const { t, formatCount, formatMoney } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [today] = useState(() => localFromEpoch(Date.now()).slice(0, 10));
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [shop, setShop] = useState(all);
  const [operator, setOperator] = useState(all);
  const [bill, setBill] = useState<{ readonly asked: string; readonly view: BillView } | null>(null);
  const query: MonthQuery = { from, to, shop: named(shop), operator: named(operator) };
  const asked = JSON.stringify(query);
  const { value: month } = useChannelQuery('month.get', query, refreshKey);
  const save = async (): Promise<void> => {
    const answer = await run('month.save', query);
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('month.saved', { name: answer.value.fileName }) });
  };
  const compare = async (): Promise<void> => {
    const answer = await run('month.compare', query);
    if (answer.ok && answer.value !== null) setBill({ asked, view: answer.value });
  };
  return (
    <Section title={t('month.title')} testId="settings-month">
      <Group gap="xs" align="flex-end">
        <TextInput
          type="date"
          label={t('month.from')}
          value={from}
          max={to}
          data-testid="month-from"
          onChange={(event) => event.currentTarget.value !== '' && setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('month.to')}
          value={to}
          min={from}
          data-testid="month-to"
          onChange={(event) => event.currentTarget.value !== '' && setTo(event.currentTarget.value)}
        />
        {shops.length > 1 && (
          <NativeSelect
            label={t('month.shop')}
            value={shop}
            data-testid="month-shop"
            data={[
              { value: all, label: t('month.everyShop') },
              ...shops.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setShop(event.currentTarget.value)}
          />
        )}
        {month && month.operators.length > 1 && (
          <NativeSelect
            label={t('month.operator')}
            value={operator}
            data-testid="month-operator"
            data={[{ value: all, label: t('month.everyone') }, ...month.operators]}
            onChange={(event) => setOperator(event.currentTarget.value)}
          />
        )}
      </Group>
      {month && (
        <Text data-testid="month-sum">
          {t('month.sum', { count: month.orders })} · <b>{formatMoney(month.amount)}</b>
        </Text>
      )}
      {month && month.withoutAmount > 0 && (
        <Text size="sm">{t('cli.month.withoutAmount', { count: month.withoutAmount })}</Text>
      )}
      {month && month.days.length > 0 && (
        <Stack mah={200} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label={t('month.byDay')}>
          <Table>
            <Table.Tbody>
              {month.days.map(({ day, orders, amount }) => (
                <Table.Tr key={day}>
                  <Table.Td>{shownDay(day)}</Table.Td>
                  <Table.Td ta="right">{formatCount(orders)}</Table.Td>
                  <Table.Td ta="right">{formatMoney(amount)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Stack>
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="month-save"
          onClick={() => void save()}
        >
          {t('month.save')}
        </Button>
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="month-compare"
          onClick={() => void compare()}
        >
          {t('month.compare')}
        </Button>
      </Group>
      {bill?.asked === asked && <Bill view={bill.view} />}
      {month && month.changes.length > 0 && <Changes changes={month.changes} />}
    </Section>
  );
}

function Bill({ view }: { readonly view: BillView }): ReactNode {
  const { t, formatMoney } = useWords();
  const sum = (amount: number | null): string => (amount === null ? '–' : formatMoney(amount));
  return (
    <Stack gap={4} data-testid="month-bill">
      <Text size="sm">{t('month.both', { count: view.both })}</Text>
      {(['otherSum', 'onlyOurs', 'onlyTheirs'] as const).map((kind) => (
        <div key={kind} data-testid={`month-${kind}`}>
          <Text size="sm" fw={600}>
            {t(`month.${kind}`)}: {view[kind].count}
          </Text>
          {view[kind].first.map(({ orderId, ours, theirs }, at) => (
            <Text size="sm" key={`${orderId} ${at}`}>
              {orderId}: {sum(ours)} · {sum(theirs)}
            </Text>
          ))}
        </div>
      ))}
    </Stack>
  );
}

/** The list for the WMS's people, as files of these days said; a message and a sheet of all of it are on the page of sent orders. */
function Changes({ changes }: { readonly changes: MonthView['changes'] }): ReactNode {
  const { t } = useWords();
  return (
    <Stack gap={4} data-testid="month-changes">
      <Text size="sm" fw={600}>
        {t('changes.title')}: {changes.length}
      </Text>
      <Stack gap={4} mah={200} style={{ overflowY: 'auto' }} tabIndex={0} role="group" aria-label={t('changes.title')}>
        {changes.map(({ server, orderId, wmsId, at, compared, changes: fields }) => (
          <Text size="sm" key={`${server} ${orderId} ${at}`}>
            {t(wmsId === null ? 'changes.order' : 'changes.order.wmsId', { order: orderId, wmsId: String(wmsId) })}
            {': '}
            {fields
              .map((change) => changeWords(t, change, compared))
              .map(({ field, before, after }) => `${field}: ${t('changes.value', { before, after })}`)
              .join('; ')}
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}
