/** Defines a workbook of a foreign format, which may be read here or in another process. */
import type { Issue } from '../../../shared/domain/model/issues.ts';
import type { Table } from '../../../shared/domain/table/table.ts';

export interface TableWithIssues {
  readonly table: Table;
  /** What was found while its cells were read. */
  readonly issues: readonly Issue[];
}

export interface ForeignSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something. */
  readonly rows: number;
  /** The sheet's cells; only so many non-empty rows where a number is given. */
  read(firstRows?: number): TableWithIssues | Promise<TableWithIssues>;
}

export interface ForeignBook {
  /** WHATWG name; null where the format has none. */
  readonly encoding: string | null;
  readonly sheets: readonly ForeignSheet[];
  /** What was found in the whole file. */
  readonly issues: readonly Issue[];
}
