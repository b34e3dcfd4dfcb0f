/** Marks something as belonging to practice: by colour, symbol and word. */
import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { PracticeMark } from '../theme/icons.tsx';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

export function PracticeBadge(): ReactNode {
  const { t } = useWords();
  return (
    <Badge
      radius="sm"
      tt="none"
      leftSection={<PracticeMark />}
      bg={tintColor('practice')}
      c={textColor('practice')}
      style={{ flexShrink: 0 }}
      data-testid="practice-badge"
    >
      {t('start.practice')}
    </Badge>
  );
}
