/** The settings of the team's ledger: made, joined, left; who is there, and what was left behind. */
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import type { TeamState, TeamView } from '../../shared/contract/team.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { Section } from '../settings/Section.tsx';
import { useWords } from '../words/words.ts';
import { GoAlone } from './GoAlone.tsx';
import { teamSentence } from './TeamChip.tsx';
import { TeamComputers } from './TeamComputers.tsx';
import { TeamQuestions } from './TeamQuestions.tsx';
import { UpgradeDatabase } from './UpgradeDatabase.tsx';
import { useTeamState } from './use-team-state.ts';

/** ms after which the page asks the database again who is there. */
const lookEvery = 4000;

export function TeamSection(): ReactNode {
  const { t } = useWords();
  const team = useTeamState();
  return (
    <Section title={t('team.title')} testId="settings-team">
      <Text size="sm" c="dimmed">
        {t('team.about')}
      </Text>
      {team === null && <NoTeam />}
      {team && <InTeam team={team} />}
    </Section>
  );
}

function NoTeam(): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [isMaking, setMaking] = useState(false);
  const [url, setUrl] = useState('');
  const [withCertificate, setWithCertificate] = useState(false);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await run('team.create', { url: url.trim(), withCertificate });
    if (!answer.ok || answer.value.fileName === null) return;
    const { fileName, isForThisComputerAlone } = answer.value;
    show({
      tone: isForThisComputerAlone ? 'warning' : 'done',
      stays: true,
      text: (words) => words.t(isForThisComputerAlone ? 'team.created.alone' : 'team.created', { fileName }),
    });
  };
  return (
    <>
      <Text size="sm">{t('team.join.about')}</Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="team-join"
          onClick={() => void run('team.chooseFile', {})}
        >
          {t('team.join')}
        </Button>
        {!isMaking && (
          <Button variant="subtle" size="compact-md" data-testid="team-create" onClick={() => setMaking(true)}>
            {t('team.create')}
          </Button>
        )}
      </Group>
      {isMaking && (
        <form onSubmit={(event) => void make(event)}>
          <Stack gap="xs">
            <Text size="sm">{t('team.create.about')}</Text>
            <TextInput
              label={t('team.create.address')}
              placeholder="postgres://USER:PASSWORD@HOST:5432/DATABASE"
              autoComplete="off"
              spellCheck={false}
              value={url}
              data-testid="team-address"
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Checkbox
              label={t('team.create.certificate')}
              checked={withCertificate}
              data-testid="team-certificate"
              onChange={(event) => setWithCertificate(event.currentTarget.checked)}
            />
            <Group gap="xs">
              <Button
                type="submit"
                size="compact-md"
                loading={busy === 'team.create'}
                disabled={url.trim() === ''}
                data-testid="team-make"
              >
                {t('team.create.make')}
              </Button>
              <Button size="compact-md" variant="default" onClick={() => setMaking(false)}>
                {t('app.cancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </>
  );
}

function UnnamedShop({ shop }: { readonly shop: NonNullable<TeamView['unnamedShop']> }): ReactNode {
  const { t } = useWords();
  const { others, ...counts } = shop;
  return (
    <Text size="sm" data-testid="team-unnamed-shop">
      {t('team.unnamedShop', { ...counts, shops: others.map((name) => `«${name}»`).join(', ') })}
    </Text>
  );
}

function InTeam({ team }: { readonly team: NonNullable<TeamState> }): ReactNode {
  const words = useWords();
  const { t, formatDateTime } = words;
  const { show } = useNotices();
  const { busy, run } = useAction();
  const { value: view, reload } = useChannelQuery('team.getView', {}, JSON.stringify(team));
  const { start, stop } = useInterval(() => void reload(), lookEvery);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  const save = async (): Promise<void> => {
    const answer = await run('team.saveFile', {});
    if (answer.ok && answer.value.fileName !== null) {
      const { fileName } = answer.value;
      show({ tone: 'done', text: (words) => words.t('team.fileSaved', { fileName }) });
    }
  };
  const { address, connectedSince } = team;
  return (
    <>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }} data-testid="team-state">
        {connectedSince === null || team.isAlone
          ? teamSentence(team, words)
          : t('team.connected', { address, at: formatDateTime(connectedSince) })}
      </Text>
      <GoAlone team={team} />
      <Text size="sm" data-testid="team-waiting">
        {t('cli.team.waiting', { count: view?.state?.waiting ?? team.waiting })}
      </Text>
      <Text size="sm" c="dimmed" data-testid="team-sharing">
        {t(team.age === 'same' ? 'team.sharing' : `team.${team.age}`)}
      </Text>
      {team.age === 'older' && connectedSince !== null && <UpgradeDatabase />}
      {view?.unnamedShop && <UnnamedShop shop={view.unnamedShop} />}
      {view && view.questions.length > 0 && <TeamQuestions questions={view.questions} onChanged={reload} />}
      {view && <TeamComputers view={view} onChanged={reload} />}
      <Group gap="xs">
        {address !== '' && (
          <Button
            variant="default"
            size="compact-md"
            disabled={busy !== null}
            data-testid="team-save-file"
            onClick={() => void save()}
          >
            {t('team.saveFile')}
          </Button>
        )}
        {address === '' && (
          <Button
            size="compact-md"
            disabled={busy !== null}
            data-testid="team-join"
            onClick={() => void run('team.chooseFile', {})}
          >
            {t('team.join')}
          </Button>
        )}
        <Leave />
      </Group>
    </>
  );
}

function Leave(): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [isAsked, setAsked] = useState(false);
  const leave = async (): Promise<void> => {
    const answer = await run('team.leave', {});
    setAsked(false);
    if (!answer.ok) return;
    const { isTold } = answer.value;
    show({
      tone: isTold ? 'done' : 'warning',
      text: (words) => words.t(isTold ? 'cli.team.left' : 'cli.team.leftUntold'),
    });
  };
  if (!isAsked)
    return (
      <Button variant="subtle" size="compact-md" data-testid="team-leave" onClick={() => setAsked(true)}>
        {t('team.leave')}
      </Button>
    );
  return (
    <Confirm
      question={t('team.leave.question')}
      yes={t('team.leave.yes')}
      no={t('app.cancel')}
      busy={busy !== null}
      testId="team-leave"
      onYes={() => void leave()}
      onNo={() => setAsked(false)}
    />
  );
}
