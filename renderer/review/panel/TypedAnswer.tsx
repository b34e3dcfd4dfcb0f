/** The form for a typed answer, with the app's guess filled in. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { fixFromInput, initialInputText } from '../../../shared/domain/questions/question-answers.ts';
import type { QuestionAnswer } from '../../../shared/domain/model/issues.ts';
import { useWords } from '../../words/words.ts';
import type { ShownFix } from '../issue-words.ts';
import classes from '../Review.module.css';

interface TypedAnswerProps {
  readonly answer: QuestionAnswer;
  readonly label: string;
  readonly proposed: boolean;
  readonly onFix: (fix: ShownFix) => void;
}

export function TypedAnswer({ answer, label, proposed, onFix }: TypedAnswerProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(initialInputText(answer));
  const given = fixFromInput(answer, text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given !== null) onFix(given);
  };
  return (
    <form onSubmit={submit} className={classes.typed}>
      <span className={classes.typedLabel}>{label}</span>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          aria-label={label}
          inputMode={answer.inputKind === 'number' ? 'numeric' : 'text'}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="answer-text"
        />
        <Button
          size="xs"
          type="submit"
          variant={proposed ? 'light' : 'default'}
          disabled={given === null}
          data-testid="answer-use"
        >
          {t('columns.constant.use')}
        </Button>
      </Group>
    </form>
  );
}
