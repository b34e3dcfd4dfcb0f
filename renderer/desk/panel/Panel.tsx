/** The right panel: problems or the order, and under them the active cell. */
import { CloseButton } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useWords } from '../../words/words.ts';
import classes from '../Desk.module.css';

export type PanelTab = 'problems' | 'order';

interface PanelProps {
  readonly ref: Ref<HTMLElement>;
  readonly tab: PanelTab;
  readonly problems: number;
  /** The order that is selected; '' where there is none. */
  readonly orderId: string;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly inspector: ReactNode;
}

const tabs = ['problems', 'order'] as const;

export function Panel({ ref, tab, problems, orderId, onTab, onClose, children, inspector }: PanelProps): ReactNode {
  const { t, formatCount } = useWords();
  const label = (of: PanelTab): string => {
    if (of === 'problems') return problems === 0 ? t('panel.problems') : `${t('panel.problems')} ${formatCount(problems)}`;
    return orderId === '' ? t('panel.order') : t('order.title', { order: orderId });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tab === 'problems' ? 'order' : 'problems';
    onTab(other);
    document.getElementById(`panel-tab-${other}`)?.focus();
  };
  return (
    <aside ref={ref} className={classes.panel} aria-label={t('panel.title')} data-testid="panel">
      <div className={classes.tabs}>
        <div role="tablist" aria-label={t('panel.title')} style={{ display: 'flex', flex: 1, minWidth: 0 }}>
          {tabs.map((of) => (
            <button key={of} id={`panel-tab-${of}`} type="button" role="tab" aria-selected={tab === of} aria-controls="panel-body" tabIndex={tab === of ? 0 : -1} className={classes.tab} data-testid={`tab-${of}`} onClick={() => onTab(of)} onKeyDown={onKeyDown}>
              {label(of)}
            </button>
          ))}
        </div>
        <CloseButton size="sm" aria-label={t('desk.panel.close')} data-testid="panel-close" onClick={onClose} />
      </div>
      <div id="panel-body" role="tabpanel" aria-labelledby={`panel-tab-${tab}`} className={classes.tabBody}>
        {children}
      </div>
      {inspector}
    </aside>
  );
}
