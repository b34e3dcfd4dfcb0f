/** A button that settles what a text means for all files of the shop. */
import type { ReactNode } from 'react';
import { useWords } from '../../words/words.ts';
import { fixLabel, type ShownFix } from '../issue-words.ts';
import { FixButton } from './FixButton.tsx';

interface AlwaysButtonProps {
  readonly fix: ShownFix;
  readonly onFix: (fix: ShownFix) => void;
}

export function AlwaysButton({ fix, onFix }: AlwaysButtonProps): ReactNode {
  const words = useWords();
  return (
    <div style={{ marginTop: 4 }}>
      <FixButton variant="default" testId="always" onClick={() => onFix(fix)}>
        {fixLabel(words, fix)}
      </FixButton>
    </div>
  );
}
