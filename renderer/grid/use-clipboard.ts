/** Copy, cut and paste by the browser's own events, so that every way to them works: keys, menu, other programs. */
import { useRef, type ClipboardEvent } from 'react';
import type { RangeActs } from './use-range-acts.ts';
import type { Range } from './selection.ts';

export interface ClipboardHandlers {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useClipboard(acts: RangeActs, range: Range | null): ClipboardHandlers {
  /** A text that had to be loaded first; the copy event that follows takes it. */
  const loaded = useRef<string | null>(null);
  const copy = (event: ClipboardEvent): void => {
    if (!range) return;
    event.preventDefault();
    const text = loaded.current ?? acts.textOf(range);
    loaded.current = null;
    if (text !== null) return event.clipboardData.setData('text/plain', text);
    void acts.loadTextOf(range).then((later) => {
      if (later === null) return;
      loaded.current = later;
      // The event's own clipboard is closed by now; this fires another copy event, without asking for a permission.
      document.execCommand('copy');
    });
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
