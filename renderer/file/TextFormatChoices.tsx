/** The choices of a text file: encoding and delimiter, as far as its format has them. */
import { Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { MessageKey } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';

/** Encodings that the region's spreadsheet programs write; some of them people know by another name. */
const encodings = [
  'utf-8',
  'windows-1251',
  'utf-16le',
  'utf-16be',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'iso-8859-5',
] as const;
const usualNames: Readonly<Record<string, MessageKey>> = {
  ibm866: 'file.encoding.dos',
  'x-mac-cyrillic': 'file.encoding.mac',
};
const delimiters: readonly (readonly [string, MessageKey])[] = [
  [',', 'file.delimiter.comma'],
  [';', 'file.delimiter.semicolon'],
  ['\t', 'file.delimiter.tab'],
  ['|', 'file.delimiter.bar'],
];

export interface ReadingChange {
  readonly sheet?: string | null;
  /** Names of sheets that are read as one. */
  readonly together?: string[];
  readonly range?: string | null;
  readonly headerRow?: number | null;
  readonly encoding?: string | null;
  readonly delimiter?: string | null;
}

interface Props {
  readonly summary: BatchSummary;
  readonly disabled: boolean;
  readonly onChange: (change: ReadingChange) => void;
}

const chosen = (value: string): string | null => (value === '' ? null : value);

export function TextFormatChoices({ summary, disabled, onChange }: Props): ReactNode {
  const { t } = useWords();
  const { file, choices } = summary;
  const found = (value: string): { readonly value: string; readonly label: string } => ({
    value: '',
    label: `${t('file.found')} (${value})`,
  });
  const labelOf = (encoding: string): string => {
    const usual = usualNames[encoding];
    return usual === undefined ? encoding : `${encoding} (${t(usual)})`;
  };
  const named = delimiters.find(([character]) => character === file.delimiter);
  const delimiterName = named ? t(named[1]) : (file.delimiter ?? '');
  const otherEncoding = file.encoding !== null && !encodings.some((name) => name === file.encoding?.toLowerCase());
  if (file.encoding === null && file.delimiter === null) return null;
  return (
    <Group gap="md" align="flex-end" wrap="wrap">
      {file.encoding !== null && (
        <NativeSelect
          label={t('file.encoding')}
          data-testid="file-encoding"
          disabled={disabled}
          value={choices.encoding === null ? '' : file.encoding.toLowerCase()}
          data={[
            found(file.encoding),
            ...encodings.map((value) => ({ value, label: labelOf(value) })),
            ...(otherEncoding && choices.encoding ? [file.encoding.toLowerCase()] : []),
          ]}
          onChange={(event) => onChange({ encoding: chosen(event.currentTarget.value) })}
        />
      )}
      {file.delimiter !== null && (
        <NativeSelect
          label={t('file.delimiter')}
          data-testid="file-delimiter"
          disabled={disabled}
          value={choices.delimiter ?? ''}
          data={[found(delimiterName), ...delimiters.map(([value, key]) => ({ value, label: t(key) }))]}
          onChange={(event) => onChange({ delimiter: chosen(event.currentTarget.value) })}
        />
      )}
    </Group>
  );
}
