/** Opens what is pasted on the first screen: a range copied in a spreadsheet, or copied files. */
import { useEffect, useEffectEvent, type ReactNode } from 'react';
import { formatCells, parseCells } from '../grid/clipboard.ts';
import { useNavigation } from './state/navigation.tsx';
import { useFileOpener } from './state/file-opener.tsx';

/** A single cell is just a text, not a table. */
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
    // Excel puts a picture of the range beside its text: the text is preferred.
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
