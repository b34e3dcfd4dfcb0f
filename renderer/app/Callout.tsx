/** A sentence on a background that is tinted by its meaning: a warning, an outcome. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { textColor, tintColor, type Tone } from '../theme/state-look.ts';

export function Callout({
  tone,
  children,
  testId,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly testId?: string;
}): ReactNode {
  return (
    <Text
      size="sm"
      px="sm"
      py={6}
      bg={tintColor(tone)}
      c={textColor(tone)}
      style={{ borderRadius: 4 }}
      role="status"
      data-testid={testId}
    >
      {children}
    </Text>
  );
}
