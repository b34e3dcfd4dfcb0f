/** The right panel: problems, the order or the history, and under them the active cell. */
import { CloseButton } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useWords } from '../../words/words.ts';
import classes from '../Review.module.css';

const tabs = ['problems', 'order', 'history'] as const;
export type PanelTab = (typeof tabs)[number];

interface PanelProps {
  readonly ref: Ref<HTMLElement>;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly inspector: ReactNode;
}

export function Panel({ ref, tab, onTab, onClose, children, inspector }: PanelProps): ReactNode {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const step = event.key === 'ArrowLeft' ? tabs.length - 1 : 1;
    const other = tabs[(tabs.indexOf(tab) + step) % tabs.length] ?? tab;
    onTab(other);
    document.getElementById(`panel-tab-${other}`)?.focus();
  };
  return (
    <aside ref={ref} className={classes.panel} aria-label={t('panel.title')} data-testid="panel">
      <div className={classes.tabs}>
        <div role="tablist" aria-label={t('panel.title')} style={{ display: 'flex', flex: 1, minWidth: 0 }}>
          {tabs.map((of) => (
            <button
              key={of}
              id={`panel-tab-${of}`}
              type="button"
              role="tab"
              aria-selected={tab === of}
              aria-controls="panel-body"
              tabIndex={tab === of ? 0 : -1}
              className={classes.tab}
              data-testid={`tab-${of}`}
              onClick={() => onTab(of)}
              onKeyDown={onKeyDown}
            >
              {t(`panel.${of}`)}
            </button>
          ))}
        </div>
        <CloseButton size="sm" aria-label={t('review.panel.close')} data-testid="panel-close" onClick={onClose} />
      </div>
      <div id="panel-body" role="tabpanel" aria-labelledby={`panel-tab-${tab}`} className={classes.tabBody}>
        {children}
      </div>
      {inspector}
    </aside>
  );
}
