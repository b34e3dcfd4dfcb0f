/** The overview of keyboard shortcuts (F1). */
import { Kbd, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';
import classes from './Shortcuts.module.css';

const groups: readonly {
  readonly title: MessageKey;
  readonly keys: readonly (readonly [MessageKey, readonly string[]])[];
}[] = [
  {
    title: 'keys.group.move',
    keys: [
      ['keys.move', ['← ↑ → ↓']],
      ['keys.tab', ['Tab', 'Shift+Tab']],
      ['keys.ends', ['Home', 'End']],
      ['keys.corners', ['Ctrl+Home', 'Ctrl+End']],
      ['keys.page', ['PgUp', 'PgDn']],
      ['keys.range', ['Shift+←↑→↓']],
      ['keys.all', ['Ctrl+A', 'Shift+Space', 'Ctrl+Space']],
    ],
  },
  {
    title: 'keys.group.edit',
    keys: [
      ['keys.type', ['A…Z 0…9']],
      ['keys.f2', ['F2']],
      ['keys.commit', ['Enter', 'Tab']],
      ['keys.cancel', ['Esc']],
      ['keys.clear', ['Delete']],
      ['keys.copy', ['Ctrl+C', 'Ctrl+X', 'Ctrl+V']],
      ['keys.fill', ['Ctrl+D']],
      ['keys.undo', ['Ctrl+Z', 'Ctrl+Y']],
      ['keys.leaveOut', ['Ctrl+L']],
      ['keys.leaveOutRow', ['Ctrl+Shift+L']],
      ['keys.addRow', ['Ctrl+Shift++']],
      ['keys.removeRow', ['Ctrl+−']],
    ],
  },
  {
    title: 'keys.group.problems',
    keys: [
      ['keys.next', ['F8', 'Shift+F8']],
      ['keys.openFix', ['Enter']],
      ['keys.applyFix', ['Alt+Enter']],
    ],
  },
  {
    title: 'keys.group.screen',
    keys: [
      ['keys.search', ['Ctrl+F']],
      ['keys.replace', ['Ctrl+H']],
      ['keys.problems', ['Alt+P', 'Alt+O']],
      ['keys.history', ['Alt+H']],
      ['keys.region', ['F6']],
      ['keys.facets', ['Alt+F']],
      ['keys.sort', ['Alt+S']],
      ['keys.fold', ['Alt+−', 'Alt++']],
      ['keys.foldAll', ['Alt+0']],
      ['keys.head', ['Alt+↓']],
      ['keys.width', ['Alt+←', 'Alt+→']],
      ['keys.this', ['F1']],
    ],
  },
];

export function Shortcuts({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('keys.close') }}
      data-testid="shortcuts"
    >
      <div className={classes.groups}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <Text fw={600}>{t(title)}</Text>
            <dl className={classes.keys}>
              {keys.map(([label, presses]) => (
                <div key={label}>
                  <dt>{t(label)}</dt>
                  <dd>
                    {presses.map((press) => (
                      <Kbd key={press} size="xs">
                        {press}
                      </Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Text className={classes.about}>{t('keys.about')}</Text>
    </Modal>
  );
}
