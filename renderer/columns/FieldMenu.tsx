/** The menu of fields that a column can become; it opens when mounted and filters while one types. */
import { Combobox, useCombobox } from '@mantine/core';
import { useCallback, useEffect, useEffectEvent, useId, useState, type ReactElement, type ReactNode } from 'react';
import { isColumnField, requiredFields, type ColumnField } from '../../shared/domain/model/fields.ts';
import { useWords } from '../words/words.ts';
import { fieldGroups, type FieldCandidate } from './field-choices.ts';
import classes from './Columns.module.css';

interface FieldMenuProps {
  readonly value: ColumnField | null;
  readonly candidates: readonly FieldCandidate[];
  /** The columns mapped to each field now, without this one. */
  readonly used: ReadonlyMap<ColumnField, readonly string[]>;
  readonly onChoose: (field: ColumnField | null) => void;
  readonly onClose: () => void;
  /** Puts the focus back after the menu has closed, unless something else has taken it. */
  readonly returnFocus: () => void;
  /** The element that the menu is attached to. */
  readonly children: ReactElement;
}

const NOT_SENT = 'not-sent';
const required: ReadonlySet<ColumnField> = new Set(requiredFields);

export function FieldMenu({
  value,
  candidates,
  used,
  onChoose,
  onClose,
  returnFocus,
  children,
}: FieldMenuProps): ReactNode {
  const { t } = useWords();
  const listId = useId();
  const [search, setSearch] = useState('');
  const menu = useCombobox({ opened: true, onDropdownClose: onClose });
  const groups = fieldGroups(candidates, search);
  const { selectFirstOption, selectActiveOption } = menu;
  const takeFocus = useCallback(
    (field: HTMLInputElement | null) => {
      if (!field) return;
      // The field is not visible before the menu is positioned; and focusing it must not scroll the page.
      const timer = window.setTimeout(() => {
        field.focus({ preventScroll: true });
        selectActiveOption();
      });
      return () => window.clearTimeout(timer);
    },
    [selectActiveOption],
  );
  const giveBack = useEffectEvent(returnFocus);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === null || document.activeElement === document.body) giveBack();
      });
    },
    [],
  );
  useEffect(() => {
    if (search !== '') selectFirstOption();
  }, [search, selectFirstOption]);
  const option = (field: ColumnField): ReactNode => {
    const columns = used.get(field) ?? [];
    return (
      <Combobox.Option
        key={field}
        value={field}
        className={classes.option}
        active={field === value}
        data-testid={`field-${field}`}
      >
        <span>{t(`field.${field}`)}</span>
        <span className={classes.optionNote}>
          {columns.length > 0
            ? t('fieldMenu.joins', { columns: columns.join(', ') })
            : required.has(field) && field !== value
              ? t('fieldMenu.required')
              : ''}
        </span>
      </Combobox.Option>
    );
  };
  const group = (label: string, fields: readonly ColumnField[]): ReactNode =>
    fields.length > 0 ? <Combobox.Group label={label}>{fields.map(option)}</Combobox.Group> : null;
  return (
    <Combobox
      store={menu}
      width={300}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(chosen) => {
        onChoose(isColumnField(chosen) ? chosen : null);
        onClose();
      }}
    >
      <Combobox.Target targetType="button" withKeyboardNavigation={false}>
        {children}
      </Combobox.Target>
      <Combobox.Dropdown data-testid="field-menu">
        <Combobox.Search
          ref={takeFocus}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('fieldMenu.search')}
          aria-label={t('fieldMenu.search')}
        />
        <Combobox.Options
          id={listId}
          aria-label={t('columns.becomes')}
          mah="min(320px, 36vh)"
          style={{ overflowY: 'auto' }}
        >
          {group(t('fieldMenu.likely'), groups.likely)}
          {search === '' ? (
            <Combobox.Option value={NOT_SENT} active={value === null} data-testid="field-none">
              {t('word.notSent')}
            </Combobox.Option>
          ) : null}
          {group(t('fieldMenu.orderFields'), groups.orderFields)}
          {group(t('fieldMenu.itemFields'), groups.itemFields)}
          {group(t('fieldMenu.lookupFields'), groups.lookupFields)}
          {groups.likely.length + groups.orderFields.length + groups.itemFields.length + groups.lookupFields.length ===
          0 ? (
            <Combobox.Empty>{t('fieldMenu.none')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
