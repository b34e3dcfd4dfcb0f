/** The menu of what a column can become; opens with the component and searches as one types. */
import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { isField, requiredFields, type Field } from '../../shared/domain/fields.ts';
import { useWords } from '../words/words.ts';
import { fieldGroups, type Candidate } from './field-choices.ts';
import classes from './Columns.module.css';

interface FieldMenuProps {
  readonly value: Field | null;
  readonly candidates: readonly Candidate[];
  /** The columns that feed each field now, without this one. */
  readonly used: ReadonlyMap<Field, readonly string[]>;
  readonly onChoose: (field: Field | null) => void;
  readonly onClose: () => void;
  /** What the menu hangs from. */
  readonly children: ReactElement;
}

const NOT_SENT = 'not-sent';
const required: ReadonlySet<Field> = new Set(requiredFields);

export function FieldMenu({ value, candidates, used, onChoose, onClose, children }: FieldMenuProps): ReactNode {
  const { t } = useWords();
  const [search, setSearch] = useState('');
  const menu = useCombobox({ opened: true, onDropdownClose: onClose });
  const groups = fieldGroups(candidates, search);
  const field = useRef<HTMLInputElement>(null);
  const { selectFirstOption, selectActiveOption } = menu;
  useEffect(() => {
    // Before it has its place under the button, focusing it would scroll the page there.
    field.current?.focus({ preventScroll: true });
    selectActiveOption();
  }, [selectActiveOption]);
  useEffect(() => {
    if (search !== '') selectFirstOption();
  }, [search, selectFirstOption]);
  const option = (field: Field): ReactNode => {
    const columns = used.get(field) ?? [];
    return (
      <Combobox.Option key={field} value={field} active={field === value} data-testid={`field-${field}`}>
        <span>{t(`field.${field}`)}</span>
        <span className={classes.optionNote}>{columns.length > 0 ? t('fieldMenu.joins', { columns: columns.join(', ') }) : required.has(field) && field !== value ? t('fieldMenu.required') : ''}</span>
      </Combobox.Option>
    );
  };
  const group = (label: string, fields: readonly Field[]): ReactNode => (fields.length > 0 ? <Combobox.Group label={label}>{fields.map(option)}</Combobox.Group> : null);
  return (
    <Combobox
      store={menu}
      width={300}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(chosen) => {
        onChoose(isField(chosen) ? chosen : null);
        onClose();
      }}
    >
      <Combobox.Target targetType="button" withKeyboardNavigation={false}>
        {children}
      </Combobox.Target>
      <Combobox.Dropdown data-testid="field-menu">
        <Combobox.Search ref={field} value={search} onChange={(event) => setSearch(event.currentTarget.value)} placeholder={t('fieldMenu.search')} aria-label={t('fieldMenu.search')} />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {group(t('fieldMenu.likely'), groups.likely)}
          {search === '' ? (
            <Combobox.Option value={NOT_SENT} active={value === null} data-testid="field-none">
              {t('word.notSent')}
            </Combobox.Option>
          ) : null}
          {group(t('fieldMenu.orderFields'), groups.orderFields)}
          {group(t('fieldMenu.itemFields'), groups.itemFields)}
          {groups.likely.length + groups.orderFields.length + groups.itemFields.length === 0 ? <Combobox.Empty>{t('fieldMenu.none')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
