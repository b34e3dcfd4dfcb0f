/** The large area of the first screen: drop a file, open one, try a sample, take the template. */
import { Button, Group, Menu, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useFileOpener } from '../app/state/file-opener.tsx';
import { useAction } from '../app/state/use-action.ts';
import { DownIcon, SheetIcon } from '../theme/icons.tsx';
import { useWords } from '../words/words.ts';
import { ReadingList } from './ReadingList.tsx';
import classes from './StartScreen.module.css';

type Sample = ChannelResult<'app.getInfo'>['samples'][number];

/** What the sample shows, in words; a file that has none is called by its name. */
function sampleName(t: Translator, name: string): string {
  const key = `sample.${name}`;
  return t.knows(key) ? t(key) : name;
}

function SampleMenu({ samples }: { readonly samples: readonly Sample[] }): ReactNode {
  const { t } = useWords();
  const { openSample } = useFileOpener();
  if (samples.length === 0) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" size="md" rightSection={<DownIcon />} data-testid="samples">
          {t('start.sample')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {samples.map(({ name }) => (
          <Menu.Item key={name} data-testid={`sample-${name}`} onClick={() => void openSample(name)}>
            {sampleName(t, name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function TemplateLink(): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const save = async (): Promise<void> => {
    const answer = await run('template.save', {});
    if (answer.ok && answer.value.fileName)
      show({ tone: 'done', text: t('start.template.saved', { name: answer.value.fileName }) });
  };
  return (
    <Button variant="subtle" size="md" data-testid="save-template" disabled={busy !== null} onClick={() => void save()}>
      {t('start.template')}
    </Button>
  );
}

export function DropArea({ samples }: { readonly samples: readonly Sample[] }): ReactNode {
  const { t } = useWords();
  const { busy, filesInProgress, chooseFiles } = useFileOpener();
  return (
    <section className={classes['drop']} aria-label={t('start.title')} data-testid="drop-area">
      <Stack align="center" gap="sm" w="100%">
        <SheetIcon size={44} />
        <Title order={1} fz={28} ta="center">
          {t('start.title')}
        </Title>
        <Text c="dimmed" ta="center">
          {t('start.or')}
        </Text>
        <Group justify="center" gap="xs" mt="xs">
          <Button size="md" data-testid="open-file" disabled={busy} onClick={() => void chooseFiles()}>
            {t('start.open')}
          </Button>
          <SampleMenu samples={samples} />
          <TemplateLink />
        </Group>
        <Text size="xs" c="dimmed">
          {busy && filesInProgress.length === 0 ? t('start.opening') : t('start.formats')}
        </Text>
        <ReadingList />
        <Text size="sm" ta="center" maw={460} mt="xs">
          {t('start.stays')}
        </Text>
      </Stack>
    </section>
  );
}
