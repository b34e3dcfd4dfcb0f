/** Chooses which part of the file is read: one of its sheets, and one of the tables on it. */
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { tablesTogether, wholeSheet } from '../../shared/domain/sheets/sheet-range.ts';
import { useWords, type Words } from '../words/words.ts';
import { AlikeSheets } from './AlikeSheets.tsx';
import { SheetsTogether } from './SheetsTogether.tsx';
import type { ReadingChange } from './TextFormatChoices.tsx';

interface Props {
  readonly summary: BatchSummary;
  readonly disabled: boolean;
  readonly onChange: (change: ReadingChange) => void;
  readonly onJoin: () => void;
  /** The sheets are read as one list: what is shown of the file is another table. */
  readonly onTogether: () => void;
}

/** More sheets than this are shown as a drop-down list. */
const mostButtons = 8;

type Sheet = BatchSummary['file']['sheets'][number];

function sheetLabel({ t }: Words, { name, hidden, rows, more }: Sheet): string {
  const shown = hidden ? t('file.sheet.hidden', { name }) : name;
  return rows === null ? shown : `${shown} · ${t(more ? 'file.part.moreRows' : 'file.part.rows', { count: rows })}`;
}

export function PartChoices(props: Props): ReactNode {
  const { file } = props.summary;
  return (
    <>
      {file.together.length > 0 ? (
        <SheetsTogether {...props} />
      ) : (
        file.sheets.length > 1 && (
          <>
            <Sheets {...props} />
            <AlikeSheets summary={props.summary} onTogether={props.onTogether} />
          </>
        )
      )}
      {file.tables.length > 1 && <Tables {...props} />}
    </>
  );
}

function Sheets({ summary: { file }, disabled, onChange, onJoin }: Props): ReactNode {
  const words = useWords();
  const { t } = words;
  const { pair } = file;
  const isJoined = pair?.joined === true;
  if (file.sheets.length > mostButtons && pair === null) {
    return (
      <NativeSelect
        label={t('file.sheet')}
        data-testid="file-sheet"
        maw={360}
        disabled={disabled}
        value={file.sheet}
        data={file.sheets.map((sheet) => ({ value: sheet.name, label: sheetLabel(words, sheet) }))}
        onChange={(event) => onChange({ sheet: event.currentTarget.value })}
      />
    );
  }
  return (
    <Choices label={t('file.sheet')}>
      {pair !== null && (
        <Choice testId="file-join" chosen={isJoined} disabled={disabled} onChoose={onJoin}>
          {t('file.part.joined', { orders: pair.orders, items: pair.items })}
        </Choice>
      )}
      {file.sheets.map((sheet) => (
        <Choice
          key={sheet.name}
          testId="file-sheet"
          chosen={!isJoined && sheet.name === file.sheet}
          disabled={disabled}
          onChoose={() => onChange({ sheet: sheet.name })}
        >
          {sheetLabel(words, sheet)}
        </Choice>
      ))}
    </Choices>
  );
}

function Tables({ summary: { file }, disabled, onChange }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Choices label={t('file.tables')}>
      {file.tables.map(({ range, rows, headings }) => (
        <Choice
          key={range}
          testId="file-table"
          chosen={range === file.range}
          disabled={disabled}
          onChoose={() => onChange({ range })}
        >
          {`${range} · ${t('file.part.rows', { count: rows })} · ${headings.join(', ')}`}
        </Choice>
      ))}
      {file.tables.length > 1 && (
        <Choice
          testId="file-table"
          chosen={file.range === tablesTogether}
          disabled={disabled}
          onChoose={() => onChange({ range: tablesTogether })}
        >
          {t('answer.tablesTogether')}
        </Choice>
      )}
      <Choice
        testId="file-table"
        chosen={file.range === null}
        disabled={disabled}
        onChoose={() => onChange({ range: wholeSheet })}
      >
        {t('answer.wholeSheet')}
      </Choice>
    </Choices>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div role="group" aria-label={label}>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <Group gap={6}>{children}</Group>
    </div>
  );
}

interface ChoiceProps {
  readonly testId: string;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

function Choice({ testId, chosen, disabled, onChoose, children }: ChoiceProps): ReactNode {
  return (
    <Button
      size="compact-sm"
      variant={chosen ? 'light' : 'default'}
      maw="100%"
      title={children}
      aria-pressed={chosen}
      disabled={disabled}
      data-testid={testId}
      onClick={() => (chosen ? undefined : onChoose())}
    >
      {children}
    </Button>
  );
}
