/** Copy, cut and paste by the browser's own events, so that every way to them works: keys, menu, other programs. */
import type { ClipboardEvent } from 'react';
import type { RangeActions } from './use-range-actions.ts';
import type { Range } from './selection.ts';

export interface ClipboardHandlers {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useClipboard(acts: RangeActions, range: Range | null): ClipboardHandlers {
  const copy = (event: ClipboardEvent): void => {
    if (!range) return;
    event.preventDefault();
    const text = acts.textOf(range);
    if (text !== null) return event.clipboardData.setData('text/plain', text);
    // The event's own clipboard is closed by the time the rows are there.
    void acts.loadTextOf(range).then((later) => (later === null ? undefined : navigator.clipboard.writeText(later)));
  };
  return {
    onCopy: copy,
    onCut(event) {
      copy(event);
      if (range) void acts.clear(range);
    },
    onPaste(event) {
      if (!range) return;
      event.preventDefault();
      void acts.paste(range, event.clipboardData.getData('text/plain'));
    },
  };
}
