/** A titled part of the settings page. */
import { Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

export function Section({
  title,
  testId,
  children,
}: {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} withBorder p="md" bg="var(--surface)" data-testid={testId}>
      <Stack gap="sm">
        <Title order={2} fz="md" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
