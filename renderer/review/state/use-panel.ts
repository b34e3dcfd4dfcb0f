/** The state of the right panel: whether it is open, and its tab. */
import { useMemo, useState, type RefObject } from 'react';
import type { PanelTab } from '../panel/Panel.tsx';

export interface PanelState {
  readonly open: boolean;
  readonly tab: PanelTab;
  readonly toggle: () => void;
  readonly setTab: (tab: PanelTab) => void;
  /** Opens the panel with this tab. */
  readonly show: (tab: PanelTab) => void;
  /** Opens the panel and puts the focus on the active cell's first fix; else on the panel's first control. */
  readonly focus: () => void;
}

export function usePanel(element: RefObject<HTMLElement | null>): PanelState {
  const [open, setOpen] = useState(true);
  const [tab, setTab] = useState<PanelTab>('problems');
  return useMemo(
    () => ({
      open,
      tab,
      toggle: () => setOpen((old) => !old),
      setTab,
      show(wanted) {
        setTab(wanted);
        setOpen(true);
      },
      focus() {
        setOpen(true);
        // The panel may only be opening now: wait until it is rendered.
        requestAnimationFrame(() => {
          const { current } = element;
          const fix = current?.querySelector<HTMLElement>('[data-testid="cell-inspector"] [data-fix]');
          (fix ?? current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
        });
      },
    }),
    [element, open, tab],
  );
}
