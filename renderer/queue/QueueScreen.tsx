/** Today's files as one queue: what of each would be sent is shown before those with a tick go out one after another. */
import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { QueueFile, QueueState } from '../../shared/contract/queue.ts';
import type { RunView } from '../../shared/contract/views.ts';
import { useFileOpener } from '../app/state/file-opener.tsx';
import { closeBatch } from '../app/state/navigation.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useServer } from '../app/state/use-server.ts';
import { PracticeBadge } from '../app/PracticeBadge.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent, useEventGap } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';
import { QueueRow } from './QueueRow.tsx';
import { canBeSent, filesOfToday, isOfToday } from './queue-files.ts';

const resting: QueueState = { current: null, waiting: [], failed: [] };

/** How far sending is, and the run of the file under way. */
function useQueue(): { readonly queue: QueueState; readonly run: RunView | null } {
  const { value } = useChannelQuery('queue.getState', {});
  const [told, setTold] = useState<QueueState | null>(null);
  const [run, setRun] = useState<RunView | null>(null);
  useEvent('queue.changed', setTold);
  const queue = told ?? value ?? resting;
  useEvent('run.changed', (changed) => {
    setRun(changed);
    // Nobody looks at the file: what it took of the memory is free again.
    if (changed.status === 'finished' || changed.status === 'stopped') void closeBatch(changed.batchId);
  });
  return { queue, run: run?.batchId === queue.current ? run : null };
}

export function QueueScreen(): ReactNode {
  const { t, formatMoney } = useWords();
  const { show } = useNotices();
  const { busy, run: act } = useAction();
  const { busy: isOpening } = useFileOpener();
  const { url, practice, inside } = useServer();
  const list = useChannelQuery('batch.list', {});
  const shops = useChannelQuery('shop.list', {});
  const { queue, run } = useQueue();
  const [files, setFiles] = useState<ReadonlyMap<string, QueueFile>>(new Map());
  /** What a person ticked or unticked. */
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [now] = useState(Date.now);
  const { reload } = list;
  const learn = useCallback((file: QueueFile) => setFiles((old) => new Map(old).set(file.batchId, file)), []);
  useEffect(() => {
    if (!isOpening) void reload();
  }, [isOpening, reload]);
  useEvent('queue.changed', () => void reload());
  useEvent('batch.changed', () => void reload());
  useEventGap(() => void reload());
  const today = filesOfToday(list.value ?? [], now);
  const withShops = (shops.value?.length ?? 0) > 1;
  const isTicked = (batchId: string, createdAt: number): boolean => ticks.get(batchId) ?? isOfToday({ createdAt }, now);
  const chosen = today.flatMap(({ batchId, createdAt }) => {
    const file = files.get(batchId);
    const isBusy = queue.current === batchId || queue.waiting.includes(batchId);
    return file && !isBusy && canBeSent(file) && isTicked(batchId, createdAt) ? [file] : [];
  });
  const sumOf = (some: readonly QueueFile[]) => ({
    count: some.reduce((sum, { ready }) => sum + ready, 0),
    amount: formatMoney(some.reduce((sum, { amount }) => sum + amount, 0)),
  });
  const total = sumOf(chosen);
  const send = (): void =>
    void act('queue.send', { files: chosen.map(({ batchId, ready, amount }) => ({ batchId, ready, amount })) });
  const save = async (byShop: boolean): Promise<void> => {
    const answer = await act('queue.saveReports', { batchIds: today.map(({ batchId }) => batchId), byShop });
    if (answer.ok && answer.value.fileNames !== null)
      show({ tone: 'done', text: t('queue.reports.saved', { names: answer.value.fileNames.join(', ') }) });
  };
  return (
    <main data-testid="queue-screen" style={{ height: '100%', overflowY: 'auto' }}>
      <Stack maw={1240} mx="auto" p="lg" gap="md">
        <Title order={1} fz={20}>
          {t('queue.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {today.length === 0 ? t('queue.none') : t('queue.about')}
        </Text>
        {today.length > 0 && (
          <Paper withBorder p="md" bg="var(--surface)">
            <Table verticalSpacing={6} style={{ fontVariantNumeric: 'tabular-nums' }}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={36} />
                  <Table.Th>{t('queue.file')}</Table.Th>
                  {withShops && <Table.Th>{t('queue.shop')}</Table.Th>}
                  {withShops && <Table.Th>{t('queue.account')}</Table.Th>}
                  <Table.Th ta="right" style={{ whiteSpace: 'nowrap' }}>
                    {t('queue.ready')}
                  </Table.Th>
                  <Table.Th ta="right">{t('queue.amount')}</Table.Th>
                  <Table.Th>{t('queue.state')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {today.map((item) => (
                  <QueueRow
                    key={item.batchId}
                    item={item}
                    withShops={withShops}
                    queue={queue}
                    run={queue.current === item.batchId ? run : null}
                    ticked={isTicked(item.batchId, item.createdAt)}
                    onTick={(ticked) => setTicks((old) => new Map(old).set(item.batchId, ticked))}
                    onFile={learn}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
        {chosen.length > 0 && (
          <Paper withBorder p="md" bg="var(--surface)" data-testid="queue-plan">
            <Group justify="space-between" align="flex-end">
              <Stack gap={4}>
                <Text fw={600} data-testid="queue-total">
                  {t('queue.total', { files: chosen.length, ...total })}
                </Text>
                {withShops &&
                  [...new Set(chosen.map(({ shop }) => shop ?? ''))].map((shop) => (
                    <Text key={shop} size="sm" data-testid="queue-shop">
                      {t('queue.shops', { shop, ...sumOf(chosen.filter((file) => (file.shop ?? '') === shop)) })}
                    </Text>
                  ))}
                <Group gap="xs">
                  {practice && <PracticeBadge />}
                  <Text size="sm">
                    {t('plan.to')}:{' '}
                    {!practice ? url : inside ? t('plan.to.practice') : t('plan.to.practiceElsewhere', { url })}
                  </Text>
                </Group>
              </Stack>
              <Button size="md" disabled={busy !== null} data-testid="queue-send" onClick={send}>
                {t('queue.send', { count: total.count })}
              </Button>
            </Group>
          </Paper>
        )}
        <Group gap="xs">
          {queue.waiting.length > 0 && (
            <Button variant="default" data-testid="queue-stop" onClick={() => void act('queue.stop', {})}>
              {t('queue.stop')}
            </Button>
          )}
          {today.some(({ counts }) => (counts?.accepted ?? 0) > 0) && (
            <>
              <Button
                variant="default"
                disabled={busy !== null}
                data-testid="queue-report"
                onClick={() => void save(false)}
              >
                {t('queue.report')}
              </Button>
              {withShops && (
                <Button
                  variant="default"
                  disabled={busy !== null}
                  data-testid="queue-reports"
                  onClick={() => void save(true)}
                >
                  {t('queue.reports')}
                </Button>
              )}
            </>
          )}
        </Group>
      </Stack>
    </main>
  );
}
