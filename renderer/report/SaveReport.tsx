/** The button that saves the report as an Excel file, with the other format in its menu and the progress in words. */
import { Button, Menu, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { call } from '../client/call.ts';
import { useEvent } from '../client/use-event.ts';
import { DownIcon } from '../theme/icons.tsx';
import { useWords } from '../words/words.ts';

const formats = ['xlsx', 'pdf', 'csv', 'jsonl'] as const;
type Format = (typeof formats)[number];

export function SaveReport({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [percent, setPercent] = useState<number | null>(null);
  useEvent('report.progress', (progress) => {
    if (progress.batchId === batchId && progress.total > 0)
      setPercent(Math.floor((progress.done / progress.total) * 100));
  });
  const save = async (format: Format): Promise<void> => {
    setPercent(null);
    const answer = await (format === 'pdf'
      ? run('report.savePdf', { batchId })
      : run('report.save', { batchId, format }));
    if (!answer.ok || answer.value.fileName === null) return;
    show({
      tone: 'done',
      text: t('report.saved', { name: answer.value.fileName }),
      action: { label: t('report.showFile'), run: () => void call('report.showInFolder', { batchId }) },
    });
  };
  return (
    <>
      {busy && (
        <Text size="sm" c="dimmed" role="status">
          {percent === null ? t('report.saving') : t('report.saving.percent', { percent })}
        </Text>
      )}
      <Button.Group>
        <Button disabled={busy !== null} data-testid="save-report" onClick={() => void save('xlsx')}>
          {t('report.saveTitle')}
        </Button>
        <Menu position="top-end">
          <Menu.Target>
            <Button
              px={8}
              disabled={busy !== null}
              aria-label={t('report.moreFormats')}
              data-testid="save-report-formats"
              style={{ borderLeft: '1px solid rgb(255 255 255 / 40%)' }}
            >
              <DownIcon />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {formats.map((format) => (
              <Menu.Item key={format} data-testid={`save-report-${format}`} onClick={() => void save(format)}>
                {t(`report.save.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
    </>
  );
}
