/** Saves the choices as a profile for the next file with these headings. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { profileNameFor } from '../../shared/domain/model/profile-name.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';
import classes from './Columns.module.css';

export function SaveProfile({
  batchId,
  summary,
}: {
  readonly batchId: string;
  readonly summary: BatchSummary;
}): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const { refresh } = useBatch(batchId);
  const [name, setName] = useState(summary.profileName ?? profileNameFor(summary.file.name));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await run('profile.save', { batchId, name: name.trim() });
    if (!answer.ok) return;
    show({ tone: 'done', text: t('columns.remember.saved', { name: answer.value.name }) });
    await refresh();
  };
  return (
    <section data-testid="remember">
      <h3 className={classes.sideTitle}>{t('columns.remember')}</h3>
      <p className={classes.note}>
        {summary.profileName === null
          ? t('columns.remember.about')
          : t('columns.remember.used', { name: summary.profileName })}
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <Group gap={6} wrap="nowrap">
          <TextInput
            size="xs"
            style={{ flex: 1 }}
            maxLength={100}
            aria-label={t('columns.remember.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-testid="remember-name"
          />
          <Button
            size="xs"
            type="submit"
            variant="default"
            disabled={busy !== null || name.trim() === ''}
            data-testid="remember-save"
          >
            {t('columns.remember.save')}
          </Button>
        </Group>
      </form>
    </section>
  );
}
