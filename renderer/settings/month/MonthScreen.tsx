/** The month's page: what was sent in a period, by day and order; saved as a workbook, compared with the bill of the WMS. */
import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { BillView, MonthQuery, MonthView } from '../../../shared/contract/month.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { useAction } from '../../app/state/use-action.ts';
import { useFocusOnOpen } from '../../app/state/use-focus.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';
import { changeWords } from '../../../shared/messages/change-sentences.ts';
import { DayInput } from './DayInput.tsx';
import { MonthDays } from './MonthDays.tsx';
import { monthBeside, thisMonth } from './month-period.ts';

/** All shops, or all operators. */
const all = '*';

function named(choice: string): string | null {
  return choice === all ? null : choice;
}

export function MonthScreen({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t, formatMoney, failureSentence } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const back = useFocusOnOpen<HTMLButtonElement>();
  const { value: shops } = useChannelQuery('shop.list', {});
  const [{ from, to }, setPeriod] = useState(thisMonth);
  const [shop, setShop] = useState(all);
  const [operator, setOperator] = useState(all);
  const [bill, setBill] = useState<{ readonly asked: string; readonly view: BillView } | null>(null);
  const query: MonthQuery = { from, to, shop: named(shop), operator: named(operator) };
  const asked = JSON.stringify(query);
  const { value, failure } = useChannelQuery('month.get', query);
  // The old month stays until the next has loaded, so that the choices above it do not jump.
  const [month, setMonth] = useState<MonthView | null>(null);
  useEffect(() => {
    if (value) setMonth(value);
  }, [value]);
  const save = async (): Promise<void> => {
    const answer = await run('month.save', query);
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('month.saved', { name: answer.value.fileName }) });
  };
  const compare = async (): Promise<void> => {
    const answer = await run('month.compare', query);
    if (answer.ok && answer.value !== null) setBill({ asked, view: answer.value });
  };
  const hasShops = (shops?.length ?? 0) > 1;
  return (
    <main data-testid="month-page" style={{ height: '100%', overflowY: 'auto' }}>
      <Stack gap="md" p="lg" maw={1240} mx="auto">
        <Group justify="space-between" wrap="nowrap">
          <Title order={1} fz={20}>
            {t('month.title')}
          </Title>
          <Button ref={back} variant="default" data-testid="month-back" onClick={onBack}>
            ← {t('app.settings')}
          </Button>
        </Group>
        <Paper withBorder p="md" bg="var(--surface)">
          <Group gap="xs" align="flex-end">
            <Button
              variant="default"
              px="xs"
              aria-label={t('month.before')}
              title={t('month.before')}
              data-testid="month-before"
              onClick={() => setPeriod(monthBeside(from, -1))}
            >
              ←
            </Button>
            <DayInput
              label={t('month.from')}
              day={from}
              testId="month-from"
              onDay={(day) => setPeriod({ from: day, to: day > to ? day : to })}
            />
            <DayInput
              label={t('month.to')}
              day={to}
              testId="month-to"
              onDay={(day) => setPeriod({ from: day < from ? day : from, to: day })}
            />
            <Button
              variant="default"
              px="xs"
              aria-label={t('month.after')}
              title={t('month.after')}
              data-testid="month-after"
              onClick={() => setPeriod(monthBeside(from, 1))}
            >
              →
            </Button>
            {shops && hasShops && (
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
            <Button
              variant="default"
              disabled={busy !== null}
              data-testid="month-compare"
              onClick={() => void compare()}
            >
              {t('month.compare')}
            </Button>
            <Button disabled={busy !== null} data-testid="month-save" onClick={() => void save()}>
              {t('month.save')}
            </Button>
          </Group>
        </Paper>
        {month === null && <Text size="sm">{failure ? failureSentence(failure) : t('app.loading')}</Text>}
        {month && (
          <Paper withBorder p="md" bg="var(--surface)">
            <Stack gap="xs">
              <Text role="status" data-testid="month-sum">
                {t('month.sum', { count: month.orders })} · <b>{formatMoney(month.amount)}</b>
              </Text>
              {month.withoutAmount > 0 && (
                <Text size="sm">{t('cli.month.withoutAmount', { count: month.withoutAmount })}</Text>
              )}
              {month.days.length > 0 && <MonthDays key={asked} query={query} month={month} hasShops={hasShops} />}
            </Stack>
          </Paper>
        )}
        {bill?.asked === asked && (
          <Paper withBorder p="md" bg="var(--surface)">
            <Bill view={bill.view} />
          </Paper>
        )}
        {month && month.changes.length > 0 && (
          <Paper withBorder p="md" bg="var(--surface)">
            <Changes changes={month.changes} />
          </Paper>
        )}
      </Stack>
    </main>
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
