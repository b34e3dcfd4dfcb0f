/** Shows beside the server whether the team's ledger answers; a click says it in a sentence, with the way on. */
import { Button, Group, Popover, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TeamState } from '../../shared/contract/team.ts';
import { sentence } from '../../shared/messages/translator.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useServer } from '../app/state/use-server.ts';
import { LiveMark, NoAnswerMark } from '../theme/icons.tsx';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords, type Words } from '../words/words.ts';
import { GoAlone } from './GoAlone.tsx';
import { useTeamState } from './use-team-state.ts';

type Team = NonNullable<TeamState>;

/** What the ledger says of itself: it answers, it does not and why, or this computer goes on without it. */
export function teamSentence({ isAlone, reason }: Team, { t }: Words): string {
  if (isAlone) return t('team.isAlone');
  return reason === null ? t('team.chip.connected') : sentence(t, 'reason', reason.code, reason.params);
}

type Known = 'connected' | 'questions' | 'away' | 'alone';

function knownOf({ isAlone, reason, questions }: Team): Known {
  if (isAlone) return 'alone';
  if (reason !== null) return 'away';
  return questions > 0 ? 'questions' : 'connected';
}

/** Nothing in no team, and in practice, which no team has a part in. */
export function TeamChip(): ReactNode {
  const { practice } = useServer();
  const team = useTeamState();
  return practice || !team ? null : <Chip team={team} />;
}

function Chip({ team }: { readonly team: Team }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { goToSettings } = useNavigation();
  const [opened, setOpened] = useState(false);
  const { questions: count } = team;
  const known = knownOf(team);
  const tone = ({ connected: 'done', questions: 'look-at-it', away: 'look-at-it', alone: 'not-done' } as const)[known];
  const about = [teamSentence(team, words), ...(count > 0 ? [t('team.chip.questions.about', { count })] : [])].join(
    ' ',
  );
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          data-testid="team-chip"
          data-known={known}
          data-chip="team"
          title={about}
          onClick={() => setOpened(!opened)}
          px={10}
          py={3}
          fz="sm"
          fw={600}
          bg={tintColor(tone)}
          c={textColor(tone)}
          style={{ borderRadius: 12, whiteSpace: 'nowrap' }}
        >
          <span style={{ marginRight: 6 }}>
            {known === 'connected' || known === 'questions' ? <LiveMark /> : <NoAnswerMark />}
          </span>
          {known === 'connected' ? t('team.name') : t(`team.chip.${known}`, { count })}
          <VisuallyHidden>. {about}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown data-testid="team-popover">
        <Stack gap="xs">
          <Text size="sm">{about}</Text>
          <GoAlone team={team} onDone={() => setOpened(false)} />
          <Group justify="flex-end">
            <Button
              size="compact-sm"
              variant="default"
              data-testid="team-to-settings"
              onClick={() => {
                setOpened(false);
                goToSettings();
              }}
            >
              {t('team.toSettings')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
