/** A button whose label may take two lines, so that a fix is never cut off. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FixButton.module.css';

interface FixButtonProps {
  readonly variant: 'filled' | 'light' | 'default';
  readonly onClick: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

export function FixButton({ variant, onClick, testId, children }: FixButtonProps): ReactNode {
  return (
    <Button
      size="compact-sm"
      variant={variant}
      classNames={{ root: classes.root ?? '', label: classes.label ?? '' }}
      onClick={onClick}
      data-testid={testId}
      data-fix
    >
      {children}
    </Button>
  );
}
