/** Buttons that carry the ledger between computers: save it to a file, merge one, fill it from old reports. */
import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { LedgerMergeResult } from '../../../shared/contract/sending.ts';
import type { Result } from '../../../shared/result.ts';
import { Confirm } from '../../app/Confirm.tsx';
import { useNotices } from '../../app/state/notices.tsx';
import { useAction } from '../../app/state/use-action.ts';
import { useWords } from '../../words/words.ts';
import { useSettings } from '../settings-context.tsx';

/** `onChanged` is called when the ledger has new entries. */
export function LedgerActions({ onChanged }: { readonly onChanged: () => void }): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    const answer = await run('ledger.export', {});
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('sent.exported', { count: answer.value.count, name: answer.value.fileName }) });
  };
  const taken = (answer: Result<LedgerMergeResult | null>): void => {
    setAsking(false);
    if (!answer.ok || answer.value === null) return;
    const { isProven, ...counts } = answer.value;
    show({ tone: 'done', text: t('sent.merged', counts) });
    if (!isProven) show({ tone: 'warning', text: t('sent.unproven') });
    onChanged();
  };
  if (asking) {
    return (
      <Confirm
        question={t('sent.refill.sure', { url: settings.server })}
        yes={t('sent.refill.yes')}
        no={t('app.cancel')}
        busy={busy !== null}
        testId="ledger-refill"
        onYes={() => void run('ledger.importReports', {}).then(taken)}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <Group gap="xs">
      <Button variant="default" disabled={busy !== null} data-testid="ledger-export" onClick={() => void save()}>
        {t('sent.export')}
      </Button>
      <Button
        variant="default"
        disabled={busy !== null}
        data-testid="ledger-merge"
        onClick={() => void run('ledger.merge', {}).then(taken)}
      >
        {t('sent.merge')}
      </Button>
      <Button variant="default" disabled={busy !== null} data-testid="ledger-refill" onClick={() => setAsking(true)}>
        {t('sent.refill')}
      </Button>
    </Group>
  );
}
