/** What two people of the team changed at once: both values, and a button for each. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { teamChoices, type TeamChoice, type TeamQuestion } from '../../shared/domain/model/team-question.ts';
import { questionTexts } from '../../shared/messages/team-question.ts';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly questions: readonly TeamQuestion[];
  readonly onChanged: () => Promise<void>;
}

export function TeamQuestions({ questions, onChanged }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Stack gap="xs" data-testid="team-questions">
      <Text size="sm" fw={600}>
        {t('team.questions')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('team.questions.about')}
      </Text>
      {questions.map((question) => (
        <Question key={question.id} question={question} onChanged={onChanged} />
      ))}
    </Stack>
  );
}

function Question({
  question,
  onChanged,
}: {
  readonly question: TeamQuestion;
  readonly onChanged: () => Promise<void>;
}): ReactNode {
  const { t, formatDateTime } = useWords();
  const { busy, run } = useAction();
  const { id, by, at, mayBeApart } = question;
  const { what, ours, theirs } = questionTexts(t, question);
  // Two shops without a name are called alike: only whether they are one is asked.
  const isNameAlike = mayBeApart && ours === theirs;
  const choices = teamChoices.filter((choice) =>
    choice === 'apart' ? mayBeApart : !(choice === 'ours' && isNameAlike),
  );
  const labelOf = (choice: TeamChoice): string => {
    if (choice === 'apart' || !mayBeApart) return t(`team.choose.${choice}`);
    return isNameAlike ? t('team.choose.oneShop') : t('team.choose.oneShopCalled', { value: { ours, theirs }[choice] });
  };
  const choose = async (choice: TeamChoice): Promise<void> => {
    await run('team.choose', { id, choice });
    await onChanged();
  };
  return (
    <Stack gap={4} data-testid="team-question" style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {what}
      </Text>
      {mayBeApart && <Text size="sm">{t('team.choose.shop')}</Text>}
      <Text size="sm">{t('team.question.ours', { value: ours })}</Text>
      <Text size="sm">{t('team.question.theirs', { by, at: formatDateTime(at), value: theirs })}</Text>
      <Group gap="xs">
        {choices.map((choice) => (
          <Button
            key={choice}
            size="compact-sm"
            variant="default"
            disabled={busy !== null}
            aria-label={t('team.choose.of', { what, choice: labelOf(choice) })}
            data-testid={`team-choose-${choice}`}
            onClick={() => void choose(choice)}
          >
            {labelOf(choice)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
