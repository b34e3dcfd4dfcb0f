/** Handles the browser's copy, cut and paste events, so that keys, menu and other programs all work. */
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
    // The event's clipboardData can no longer be written to by the time the rows are loaded.
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
