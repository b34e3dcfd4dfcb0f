/** The days of the month with their sums; each opens to its orders, a page at a time. */
import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { MonthOrders, MonthQuery, MonthView } from '../../../shared/contract/month.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useWords } from '../../words/words.ts';
import classes from './MonthDays.module.css';
import { shownDay } from './month-period.ts';

/** Orders that are shown at once. */
const PAGE = 100;

interface Props {
  readonly query: MonthQuery;
  readonly month: MonthView;
  /** Whose orders these are is shown where there are several shops. */
  readonly hasShops: boolean;
}

export function MonthDays({ query, month, hasShops }: Props): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (day: string): void => {
    const next = new Set(open);
    if (!next.delete(day)) next.add(day);
    setOpen(next);
  };
  return (
    <Table fz="sm" verticalSpacing={6} className={classes.days} data-testid="month-days">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('month.day')}</Table.Th>
          <Table.Th ta="right">{t('month.orders')}</Table.Th>
          <Table.Th ta="right">{t('month.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {month.days.map((sums) => (
        <Day
          key={sums.day}
          {...sums}
          query={query}
          hasShops={hasShops}
          isOpen={open.has(sums.day)}
          onToggle={() => toggle(sums.day)}
        />
      ))}
    </Table>
  );
}

interface DayProps extends Pick<Props, 'query' | 'hasShops'> {
  readonly day: string;
  readonly orders: number;
  readonly amount: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Day({ day, orders, amount, query, hasShops, isOpen, onToggle }: DayProps): ReactNode {
  const { t, formatCount } = useWords();
  const listId = useId();
  return (
    <Table.Tbody data-testid="month-day" data-day={day}>
      <Table.Tr>
        <Table.Td>
          <UnstyledButton
            fz="sm"
            fw={600}
            aria-expanded={isOpen}
            {...(isOpen ? { 'aria-controls': listId } : {})}
            aria-label={t('month.ordersOf', { day: shownDay(day) })}
            data-testid="month-day-toggle"
            onClick={onToggle}
          >
            <span aria-hidden>{isOpen ? '▾' : '▸'}</span> {shownDay(day)}
          </UnstyledButton>
        </Table.Td>
        <Table.Td ta="right">{formatCount(orders)}</Table.Td>
        <Table.Td ta="right">{formatCount(amount)}</Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={3} id={listId} p={0}>
            <Orders query={{ ...query, from: day, to: day }} stamp={orders} hasShops={hasShops} />
          </Table.Td>
        </Table.Tr>
      )}
    </Table.Tbody>
  );
}

interface OrdersProps extends Pick<Props, 'query' | 'hasShops'> {
  /** A change asks for the orders again. */
  readonly stamp: unknown;
}

function Orders({ query, stamp, hasShops }: OrdersProps): ReactNode {
  const { t, failureSentence } = useWords();
  const [start, setStart] = useState(0);
  const { value, failure } = useChannelQuery('month.orders', { ...query, start, count: PAGE }, stamp);
  // The old page stays until the next has loaded, so that the screen does not jump.
  const [page, setPage] = useState<MonthOrders | null>(null);
  useEffect(() => {
    if (value) setPage(value);
  }, [value]);
  if (page === null)
    return (
      <Text size="sm" p="xs">
        {failure ? failureSentence(failure) : t('app.loading')}
      </Text>
    );
  return (
    <div className={classes.orders} data-testid="month-orders">
      <Table fz={13} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('month.number')}</Table.Th>
            <Table.Th>{t('month.wmsId')}</Table.Th>
            <Table.Th ta="right">{t('month.amount')}</Table.Th>
            <Table.Th ta="right">{t('month.items')}</Table.Th>
            <Table.Th>{t('month.deliveryDay')}</Table.Th>
            {hasShops && <Table.Th>{t('month.shop')}</Table.Th>}
            <Table.Th>{t('month.operator')}</Table.Th>
            <Table.Th>{t('month.at')}</Table.Th>
            <Table.Th>{t('month.file')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.orders.map((order, at) => (
            <Order key={`${order.orderId} ${at}`} order={order} hasShops={hasShops} />
          ))}
        </Table.Tbody>
      </Table>
      {page.total > PAGE && (
        <Group gap="xs" p="xs">
          <Button
            variant="default"
            size="compact-sm"
            disabled={start === 0}
            data-testid="month-earlier"
            onClick={() => setStart(Math.max(0, start - PAGE))}
          >
            ← {t('month.previous')}
          </Button>
          <Text size="sm" role="status" data-testid="month-range">
            {t('month.range', {
              from: page.start + 1,
              to: page.start + page.orders.length,
              count: page.total,
            })}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            disabled={start + PAGE >= page.total}
            data-testid="month-later"
            onClick={() => setStart(start + PAGE)}
          >
            {t('month.next')} →
          </Button>
        </Group>
      )}
    </div>
  );
}

interface OrderProps extends Pick<Props, 'hasShops'> {
  readonly order: MonthOrders['orders'][number];
}

function Order({ order, hasShops }: OrderProps): ReactNode {
  const { formatCount, formatDateTime } = useWords();
  const { orderId, wmsId, amount, items, deliveryDay, shop, operator, at, fileName } = order;
  return (
    <Table.Tr data-testid="month-order" data-order={orderId}>
      <Table.Td fw={600}>{orderId}</Table.Td>
      <Table.Td>{wmsId ?? '–'}</Table.Td>
      <Table.Td ta="right">{amount === null ? '–' : formatCount(amount)}</Table.Td>
      <Table.Td ta="right">{items === null ? '–' : formatCount(items)}</Table.Td>
      <Table.Td>{deliveryDay === null ? '–' : shownDay(deliveryDay)}</Table.Td>
      {hasShops && <Table.Td className={classes.text}>{shop === '' ? '–' : shop}</Table.Td>}
      <Table.Td className={classes.text}>{operator ?? '–'}</Table.Td>
      <Table.Td className={classes.time}>{formatDateTime(at)}</Table.Td>
      <Table.Td className={classes.text}>{fileName}</Table.Td>
    </Table.Tr>
  );
}
