/** A range copied in a spreadsheet, or copied files, pasted on the first screen: opened as files are. */
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { formatCells, parseCells } from '../grid/clipboard.ts';
import { useNavigation } from './state/navigation.tsx';
import { useFileOpener } from './state/file-opener.tsx';

/** One cell alone is a word, and no table. */
function isTable(cells: readonly (readonly string[])[]): boolean {
  return cells.length > 1 || (cells[0]?.length ?? 0) > 1;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

export function PasteTarget(): ReactNode {
  const { location } = useNavigation();
  const { openPasted, openDropped } = useFileOpener();
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    if (location.screen !== 'start' || isField(event.target)) return;
    // Excel puts a picture of the range beside its text: the text counts.
    const cells = parseCells(event.clipboardData?.getData('text/plain') ?? '');
    const files = [...(event.clipboardData?.files ?? [])];
    if (isTable(cells)) {
      event.preventDefault();
      void openPasted(formatCells(cells));
    } else if (cells.length === 0 && files.length > 0) {
      event.preventDefault();
      void openDropped(files);
    }
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => pasted(event);
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  return null;
}
