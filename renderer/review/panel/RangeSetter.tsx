/** The form that sets one value in all cells of the selected range. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../words/words.ts';

export function RangeSetter({
  count,
  onSet,
}: {
  readonly count: number;
  /** Resolves to whether it was done: what was typed stays until then. */
  readonly onSet: (text: string) => Promise<boolean>;
}): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void onSet(text).then((isDone) => isDone && setText((now) => (now === text ? '' : now)));
      }}
    >
      <Group gap={6} mt={8} align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          label={`${t('cell.range', { count })}. ${t('cell.set')}`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="range-text"
        />
        <Button size="xs" type="submit" variant="default" disabled={text === ''} data-testid="range-set">
          {t('cell.set.apply', { count })}
        </Button>
      </Group>
    </form>
  );
}
