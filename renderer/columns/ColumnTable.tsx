/** The table of the sheet's columns: per line what one holds, which field it becomes, and why. */
import { useRef, useState, type ReactNode } from 'react';
import type { ColumnView } from '../../shared/contract/views.ts';
import type { ColumnField } from '../../shared/domain/model/fields.ts';
import { isWareColumn } from '../../shared/domain/model/mapping.ts';
import { columnWord } from '../../shared/messages/column-word.ts';
import { sentence } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';
import { parseColumnName } from '../grid/columns.ts';
import { FieldMenu } from './FieldMenu.tsx';
import { columnsByField, confidenceOf, withoutLeadingBlanks } from './field-choices.ts';
import classes from './Columns.module.css';

interface ColumnTableProps {
  readonly columns: readonly ColumnView[];
  readonly onChoose: (column: number, field: ColumnField | null) => void;
}

export function ColumnTable({ columns, onChoose }: ColumnTableProps): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div className={classes.scroll}>
      <table className={classes.table} data-testid="column-table">
        <thead>
          <tr>
            <th scope="col" className={classes.yours}>
              {t('columns.yours')}
            </th>
            <th scope="col" className={classes.becomes}>
              {t('columns.becomes')}
            </th>
            <th scope="col" className={classes.forExample}>
              {t('columns.samples')}
            </th>
            <th scope="col">{t('columns.why')}</th>
          </tr>
        </thead>
        <tbody>
          {withoutLeadingBlanks(columns).map((column) => (
            <ColumnLine
              key={column.column}
              column={column}
              columns={columns}
              open={open === column.column}
              onOpen={(opened) => setOpen(opened ? column.column : null)}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnLineProps extends ColumnTableProps {
  readonly column: ColumnView;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

function ColumnLine({ column, columns, open, onOpen, onChoose }: ColumnLineProps): ReactNode {
  const { t } = useWords();
  const heading = column.heading || t('review.unnamed', { letters: column.letters });
  const others = columns.filter((one) => one.column !== column.column);
  const { sheet, letters } = parseColumnName(column.letters);
  const joined = column.field === null ? [] : columns.filter((one) => one.field === column.field);
  return (
    <tr
      data-testid="column-line"
      data-column={column.letters}
      data-field={column.field ?? ''}
      data-not-sent={(column.field === null && !isWareColumn(column)) || undefined}
    >
      <th scope="row">
        <span className={classes.letters}>{letters}</span>
        <span className={classes.heading}>{heading}</span>
        {sheet === null ? null : <span className={classes.note}>{t('columns.ofSheet', { sheet })}</span>}
        <span className={classes.note}>
          {column.filledCount === 0 ? t('columns.blank') : t('columns.filled', { count: column.filledCount })}
        </span>
      </th>
      <td>
        <FieldButton
          column={column}
          heading={heading}
          others={others}
          open={open}
          onOpen={onOpen}
          onChoose={onChoose}
        />
        {joined.length > 1 ? (
          <span className={classes.note}>
            {t('columns.joined', { columns: joined.map(({ letters }) => letters).join(' + ') })}
          </span>
        ) : null}
      </td>
      <td>
        <Samples column={column} />
      </td>
      <td>
        <Why column={column} />
      </td>
    </tr>
  );
}

interface FieldButtonProps {
  readonly column: ColumnView;
  readonly heading: string;
  readonly others: readonly ColumnView[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onChoose: (column: number, field: ColumnField | null) => void;
}

function FieldButton({ column, heading, others, open, onOpen, onChoose }: FieldButtonProps): ReactNode {
  const { t } = useWords();
  const element = useRef<HTMLButtonElement>(null);
  const becomes = columnWord(t, { field: column.field, isWare: isWareColumn(column) });
  const button = (
    <button
      ref={element}
      type="button"
      className={classes.fieldButton}
      aria-haspopup="listbox"
      aria-expanded={open}
      aria-label={`${t('columns.choose', { heading })}: ${becomes}`}
      data-testid="field-button"
      onClick={() => onOpen(!open)}
    >
      <span aria-hidden>→</span>
      <span className={classes.fieldName}>{becomes}</span>
      <span aria-hidden>▾</span>
    </button>
  );
  if (!open) return button;
  return (
    <FieldMenu
      value={column.field}
      candidates={column.candidates}
      used={columnsByField(others)}
      onChoose={(field) => onChoose(column.column, field)}
      onClose={() => onOpen(false)}
      returnFocus={() => element.current?.focus()}
    >
      {button}
    </FieldMenu>
  );
}

function Samples({ column }: { readonly column: ColumnView }): ReactNode {
  const { t, rowName } = useWords();
  // One example says why: the others of a column are mostly refused for the same reason.
  const refused = column.samples.find(({ refusal }) => refusal !== null)?.refusal;
  return (
    <>
      <ul className={classes.samples}>
        {column.samples.map(({ text, becomes, refusal }) => (
          <li key={text} title={becomes === null || becomes === '' ? text : `${text} → ${becomes}`}>
            <span className={classes.sampleText}>{text}</span>
            {refusal === null ? (
              <Becomes column={column} text={text} becomes={becomes} />
            ) : (
              <span className={classes.refused}>✕ {t('columns.refused')}</span>
            )}
          </li>
        ))}
      </ul>
      {refused ? (
        <span className={classes.note} data-testid="sample-refused">
          {t('place.row', { row: rowName(refused.row) })}: {sentence(t, 'issue', refused.code, refused.params)}
        </span>
      ) : null}
    </>
  );
}

function Becomes({
  column: { field },
  text,
  becomes,
}: {
  readonly column: ColumnView;
  readonly text: string;
  readonly becomes: string | null;
}): ReactNode {
  const { t } = useWords();
  if (field === null || becomes === text) return null;
  if (becomes === null) return <span className={classes.unmapped}>{t('columns.unmapped')}</span>;
  return <b>→ {becomes === '' ? t('cell.blank') : becomes}</b>;
}

function Why({ column }: { readonly column: ColumnView }): ReactNode {
  const { t } = useWords();
  const confidence = confidenceOf(column);
  return (
    <>
      {column.field === null ? null : (
        <span className={classes.confidence} data-confidence={confidence}>
          {t(`columns.${confidence}`)}
        </span>
      )}
      <span className={classes.note}>{sentence(t, 'reason', column.reason.code, column.reason.params)}</span>
      {column.evidence.map(({ code, params }) => (
        <span key={code} className={classes.note} data-testid="evidence">
          {sentence(t, 'reason', code, params)}
        </span>
      ))}
    </>
  );
}
