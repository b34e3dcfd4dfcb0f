/** One of today's files: whose it is, what of it would be sent, and how far it is. */
import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import type { BatchListItem } from '../../shared/contract/files.ts';
import type { QueueFile, QueueState } from '../../shared/contract/queue.ts';
import type { RunView } from '../../shared/contract/views.ts';
import { sheetsBesideSentence } from '../../shared/messages/sheets-beside.ts';
import { reasonSentence } from '../../shared/messages/translator.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { stepWhenReopened } from '../app/state/steps.ts';
import { useServer } from '../app/state/use-server.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { textColor, type Tone } from '../theme/state-look.ts';
import { useWords, type Words, wordsForSheets } from '../words/words.ts';
import { canBeSent } from './queue-files.ts';

interface Props {
  readonly item: BatchListItem;
  readonly withShops: boolean;
  readonly queue: QueueState;
  /** The run of the file that is being sent. */
  readonly run: RunView | null;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onFile: (file: QueueFile) => void;
}

interface Line {
  readonly tone: Tone;
  readonly text: string;
}

/** Rows that a sentence names. */
const mostRows = 10;

function moneySentence(words: Words, { courierMoney, sheets }: QueueFile): string {
  const { t, formatMoney, rowName, rowNames } = wordsForSheets(words, sheets);
  const { count, signs, prepaid, fees } = courierMoney;
  const rows = [...new Set(signs.map(({ row }) => row))];
  const named = `${rowNames(rows.slice(0, mostRows))}${rows.length > mostRows ? ' …' : ''}`;
  return [
    t('plan.money', { count }),
    ...(prepaid > 0 ? [t('plan.money.prepaid', { sum: formatMoney(prepaid) })] : []),
    ...(fees > 0 ? [t('plan.money.fees', { sum: formatMoney(fees) })] : []),
    rows.length === 1
      ? t('place.row', { row: rowName(rows[0] ?? 0) })
      : t('place.rows', { count: rows.length, rows: named }),
  ].join(' ');
}

/** What is to be said of the file, the first thing first. */
function linesOf(words: Words, file: QueueFile, { queue, run }: Pick<Props, 'queue' | 'run'>): readonly Line[] {
  const { t, failureSentence } = words;
  const failed = queue.failed.find(({ batchId }) => batchId === file.batchId);
  if (queue.waiting.includes(file.batchId)) return [{ tone: 'waiting', text: t('queue.state.waiting') }];
  if (run && (run.status === 'paused' || run.status === 'waitingForKey'))
    return [
      { tone: 'look-at-it', text: t('queue.state.paused') },
      ...(run.reason ? [{ tone: 'look-at-it' as const, text: reasonSentence(t, run.reason) }] : []),
    ];
  if (queue.current === file.batchId)
    return [
      {
        tone: 'sending',
        text: t('queue.state.sending', { done: run?.done ?? 0, planned: run?.planned ?? file.ready }),
      },
    ];
  const { counts, isShopAsked, questions, hasAccessKey, remarks, courierMoney, ready } = file;
  const lines: Line[] = [];
  if (failed) lines.push({ tone: 'not-done', text: failureSentence(failed) });
  if (isShopAsked) lines.push({ tone: 'look-at-it', text: t('queue.state.shop') });
  if (questions > 0) lines.push({ tone: 'look-at-it', text: t('queue.state.questions', { count: questions }) });
  if (!isShopAsked && ready > 0 && !hasAccessKey) lines.push({ tone: 'look-at-it', text: t('queue.state.noKey') });
  if (counts.withErrors > 0)
    lines.push({ tone: 'not-done', text: t('queue.state.errors', { count: counts.withErrors }) });
  if (ready > 0 && remarks > 0) lines.push({ tone: 'look-at-it', text: t('queue.state.remarks', { count: remarks }) });
  if (ready > 0 && courierMoney.count > 0) lines.push({ tone: 'look-at-it', text: moneySentence(words, file) });
  if (file.sheetsBeside.length > 0)
    lines.push({ tone: 'look-at-it', text: sheetsBesideSentence(t, file.sheetsBeside) });
  if (counts.accepted > 0) lines.push({ tone: 'done', text: t('queue.state.done', { count: counts.accepted }) });
  if (lines.length > 0) return lines;
  return [
    ready > 0 ? { tone: 'done', text: t('queue.state.ready') } : { tone: 'waiting', text: t('queue.state.nothing') },
  ];
}

function accountOf({ t }: Words, file: QueueFile | null): string {
  if (file === null) return '';
  if (file.isShopAsked) return '–';
  return file.account === null ? t('queue.account.any') : String(file.account);
}

export function QueueRow({ item, withShops, queue, run, ticked, onTick, onFile }: Props): ReactNode {
  const words = useWords();
  const { t, formatCount, formatMoney, failureSentence } = words;
  const { openBatch, openingBatchId } = useNavigation();
  const { url, practice } = useServer();
  // While it is being sent its counts change all the time: it is asked about again at the end.
  const isUnderWay = queue.current === item.batchId;
  const stamp = isUnderWay
    ? 'under way'
    : `${url} ${practice} ${JSON.stringify([item.counts, item.shop, queue.failed])}`;
  const { value: file, failure } = useChannelQuery('queue.getFile', { batchId: item.batchId }, stamp);
  useEffect(() => {
    if (file) onFile(file);
  }, [file, onFile]);
  const lines: readonly Line[] = file
    ? linesOf(words, file, { queue, run })
    : [
        failure
          ? { tone: 'not-done', text: failureSentence(failure) }
          : { tone: 'waiting', text: t('queue.state.reading') },
      ];
  const how = item.counts && stepWhenReopened(item.counts) !== 'check' ? 'earlier' : 'new';
  return (
    <Table.Tr data-testid="queue-file" data-file={item.fileName} data-ready={file?.ready}>
      <Table.Td>
        <Checkbox
          aria-label={t('queue.tick', { name: item.fileName })}
          data-testid="queue-tick"
          checked={ticked && file !== null && canBeSent(file)}
          disabled={file === null || !canBeSent(file) || isUnderWay || queue.waiting.includes(item.batchId)}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere', minWidth: 160 }} fw={600}>
        {item.fileName}
        {item.part !== null && (
          <Text span inherit fw={400} data-testid="queue-part">
            {` · ${item.part}`}
          </Text>
        )}
      </Table.Td>
      {withShops && <Table.Td>{file?.shop ?? '–'}</Table.Td>}
      {withShops && <Table.Td>{accountOf(words, file)}</Table.Td>}
      <Table.Td ta="right">{file && formatCount(file.ready)}</Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {file && formatMoney(file.amount)}
      </Table.Td>
      <Table.Td>
        <Stack gap={2}>
          {lines.map(({ tone, text }) => (
            <Text key={text} size="sm" c={textColor(tone)}>
              {text}
            </Text>
          ))}
        </Stack>
      </Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            disabled={openingBatchId !== null}
            aria-label={t('queue.openFile.of', { name: item.fileName })}
            data-testid="queue-open"
            onClick={() => void openBatch(item.batchId, isUnderWay ? 'sending' : how)}
          >
            {t('queue.openFile')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
