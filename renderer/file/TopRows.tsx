/** The first rows of the sheet as they were read; a click on one makes it the row of headings. */
import { Radio, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import { useWords } from '../words/words.ts';
import classes from './FileScreen.module.css';

interface Props {
  readonly rows: ChannelResult<'batch.getColumns'>['top'];
  readonly headerRow: number | null;
  readonly disabled: boolean;
  readonly onChoose: (row: number) => void;
}

/** Further columns do not help to see where the headings are. */
const MOST_COLUMNS = 40;

export function TopRows({ rows, headerRow, disabled, onChoose }: Props): ReactNode {
  const { t } = useWords();
  return (
    <div className={classes['rows']} role="region" aria-label={t('file.top')}>
      <Table withColumnBorders fz={13} verticalSpacing={4} data-testid="file-rows">
        <Table.Tbody>
          {rows.map(({ row, cells }) => (
            <Table.Tr key={row} className={classes['row']} data-heading={row === headerRow || undefined}>
              <Table.Th scope="row" w={64}>
                <Radio
                  name="header-row"
                  size="xs"
                  label={row}
                  aria-label={t('file.headerRow.choose', { row })}
                  data-testid={`header-row-${row}`}
                  checked={row === headerRow}
                  disabled={disabled}
                  onChange={() => onChoose(row)}
                />
              </Table.Th>
              {cells.slice(0, MOST_COLUMNS).map((text, column) => (
                // A column's place is its identity.
                // oxlint-disable-next-line react/no-array-index-key
                <Table.Td key={column} className={classes['cell']} title={text}>
                  {text}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
