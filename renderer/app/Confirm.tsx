/** Asks in place before something that cannot be undone. The safe answer has the focus; Escape chooses it. */
import { Button, Group, Text } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import { useFocusOnOpen } from './state/use-focus.ts';

interface Props {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly busy?: boolean;
  readonly testId: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Confirm({ question, yes, no, busy = false, testId, onYes, onNo }: Props): ReactNode {
  const careful = useFocusOnOpen<HTMLButtonElement>();
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onNo();
  };
  return (
    <Group gap="xs" role="group" aria-label={question} justify="flex-end" flex={1} onKeyDown={escape}>
      <Text size="sm" style={{ flex: '1 1 200px' }}>
        {question}
      </Text>
      <Button
        size="compact-sm"
        color="red"
        variant="light"
        disabled={busy}
        data-testid={`${testId}-yes`}
        onClick={onYes}
      >
        {yes}
      </Button>
      <Button ref={careful} size="compact-sm" variant="default" data-testid={`${testId}-no`} onClick={onNo}>
        {no}
      </Button>
    </Group>
  );
}
