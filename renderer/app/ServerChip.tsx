/** Shows which server orders go to, and what is known of it (● answers, ○ not asked, ✕ does not; ◌ practice); a click leads to the settings. */
import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import { useBatch } from '../client/use-batch.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { LiveMark, NoAnswerMark, NotAskedMark, PracticeMark } from '../theme/icons.tsx';
import { textColor, tintColor, type Tone } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { baseLocation, useNavigation } from './state/navigation.tsx';
import { noteServerContact, useKeyChanges, useServerContact, type ServerContactKind } from './state/server-contact.ts';
import { useServer } from './state/use-server.ts';

/** `wms.bts.uz` of `http://wms.bts.uz:8040/`; the text itself if it is not an address. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

type Known = ServerContactKind | 'notAsked' | 'noKey' | 'offline';

const looks: Readonly<Record<Known, { readonly tone: Tone; readonly Mark: () => ReactNode }>> = {
  answers: { tone: 'done', Mark: LiveMark },
  noAnswer: { tone: 'not-done', Mark: NoAnswerMark },
  offline: { tone: 'not-done', Mark: NoAnswerMark },
  refusesKey: { tone: 'look-at-it', Mark: NoAnswerMark },
  noKey: { tone: 'look-at-it', Mark: NotAskedMark },
  notAsked: { tone: 'waiting', Mark: NotAskedMark },
};

/** What a run's progress says of the server; null: nothing new. */
function contactOf(run: RunView, doneBefore: number | undefined): ServerContactKind | null {
  if (run.status === 'waitingForKey') return 'refusesKey';
  if (run.reason?.code === 'run.offline') return 'noAnswer';
  return doneBefore !== undefined && run.done > doneBefore ? 'answers' : null;
}

export function ServerChip(): ReactNode {
  const { practice } = useServer();
  const { location } = useNavigation();
  const batch = baseLocation(location);
  if (practice) return <PracticeChip />;
  return batch.screen === 'batch' ? <ServerChipOfBatch batchId={batch.batchId} /> : <LiveServerChip />;
}

/** With the access key of the shop whose orders the file holds. */
function ServerChipOfBatch({ batchId }: { readonly batchId: string }): ReactNode {
  const { summary } = useBatch(batchId);
  const shop = summary?.shop?.chosen?.id;
  return shop === undefined ? <LiveServerChip /> : <LiveServerChip shop={shop} />;
}

function PracticeChip(): ReactNode {
  const { t } = useWords();
  const { url, inside } = useServer();
  const about = inside ? t('server.practice.about') : t('server.practice.elsewhere', { url });
  return <Chip name={t('server.practice')} about={about} tone="practice" known="practice" mark={<PracticeMark />} />;
}

function LiveServerChip({ shop }: { readonly shop?: string }): ReactNode {
  const { t, formatDateTime } = useWords();
  const { url } = useServer();
  const { location } = useNavigation();
  const contact = useServerContact(url);
  const { online } = useNetwork();
  const key = useChannelQuery(
    'accessKey.getState',
    shop === undefined ? {} : { shop },
    `${url} ${useKeyChanges()} ${JSON.stringify(location)}`,
  );
  const done = useRef(new Map<string, number>());
  useEvent('run.changed', (run) => {
    const kind = contactOf(run, done.current.get(run.batchId));
    done.current.set(run.batchId, run.done);
    if (kind !== null) noteServerContact(url, kind, Date.now());
  });
  const known: Known =
    !online && !ownHosts.has(hostOf(url))
      ? 'offline'
      : key.value?.present === false
        ? 'noKey'
        : (contact?.kind ?? 'notAsked');
  const { tone, Mark } = looks[known];
  const about = `${t('server.live.about', { url })}. ${t(`server.contact.${known}`, { time: contact === null ? '' : formatDateTime(contact.at) })}`;
  return <Chip name={hostOf(url)} about={about} tone={tone} known={known} mark={<Mark />} />;
}

interface ChipProps {
  readonly name: string;
  readonly about: string;
  readonly tone: Tone;
  readonly known: Known | 'practice';
  readonly mark: ReactNode;
}

function Chip({ name, about, tone, known, mark }: ChipProps): ReactNode {
  const { goToSettings } = useNavigation();
  return (
    <Tooltip label={about} multiline maw={320}>
      <UnstyledButton
        data-testid="server-chip"
        data-practice={known === 'practice'}
        data-known={known}
        onClick={goToSettings}
        px={10}
        py={3}
        fz="sm"
        fw={600}
        bg={tintColor(tone)}
        c={textColor(tone)}
        style={{ borderRadius: 12, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 200 }}
      >
        <span style={{ marginRight: 6 }}>{mark}</span>
        {name}
        <VisuallyHidden>. {about}</VisuallyHidden>
      </UnstyledButton>
    </Tooltip>
  );
}
