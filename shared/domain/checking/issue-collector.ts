/** Collects the issues of one order, each with its position and, where possible, a fix; or only what causes they have. */
import { effectiveSeverity, type CheckLevels } from '../model/checks.ts';
import type { ColumnField } from '../model/fields.ts';
import type { QuestionAnswer, Fix, Issue, Params, Severity } from '../model/issues.ts';
import type { ValueRemark } from '../values/parsed.ts';
import { rowNames } from '../model/sheet-rows.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { IssueCauses, nothingFound, type FoundIssues, type IssueCause } from './issue-causes.ts';

/** The part of a field reader that is needed to locate an issue. */
export interface IssueSource {
  readonly field: ColumnField;
  readonly column: number | null;
  readonly columns: readonly number[];
}

/** One of several differing values within an order, and the rows that hold it. */
interface Variant {
  readonly text: string;
  readonly indices: readonly number[];
}

const none: readonly Issue[] = [];
const noParams: Params = {};
/** How many differing values a message lists, and how many rows and characters of each. */
const shownVariants = 4;
const shownText = 60;

/** What an order's issues are collected for. */
export interface Collecting {
  /** The profile's levels for warnings; null: unchanged. */
  readonly checks: CheckLevels | null;
  /** The file's causes. */
  readonly causes: IssueCauses;
  /** Whether somebody wants the issues themselves; else their causes are counted, and no sentence or fix is made. */
  readonly keepsIssues: boolean;
}

export class IssueCollector {
  readonly #table: EditedTable;
  readonly orderId: string;
  readonly #checks: CheckLevels | null;
  readonly #known: IssueCauses;
  readonly keepsIssues: boolean;
  #issues: Issue[] | null = null;
  #causes: IssueCause[] | null = null;
  #errors = 0;
  #warnings = 0;
  /** Set where the rows belong to several customers: what differs is no slip, and no value is offered for all rows. */
  offersNoCommonValue = false;
  /** Unset where a person first decides whether the order is sent at all: what it lacks is asked only then. */
  asksBlanks = true;

  constructor(table: EditedTable, orderId: string, { checks, causes, keepsIssues }: Collecting) {
    this.#table = table;
    this.orderId = orderId;
    this.#checks = checks;
    this.#known = causes;
    this.keepsIssues = keepsIssues;
  }

  get issues(): readonly Issue[] {
    return this.#issues ?? none;
  }

  get hasError(): boolean {
    return this.#errors > 0;
  }

  get found(): FoundIssues {
    const causes = this.#causes;
    if (causes === null) return nothingFound;
    const [errors, warnings] = [this.#errors, this.#warnings];
    const notices = causes.length - errors - warnings;
    return { issues: this.keepsIssues ? this.issues : null, causes, errors, warnings, notices };
  }

  /** Adds an issue at the field's cell in the row at `index`, or for the order where no column is mapped. */
  addForCell(
    index: number,
    source: IssueSource,
    severity: Severity,
    code: string,
    params: Params,
    fix?: Fix,
    answers?: readonly QuestionAnswer[],
  ): void {
    if (code === 'orders.blank' && !this.asksBlanks) return;
    if (!this.keepsIssues) {
      this.#count(code, severity, source.field, params);
      return;
    }
    const row = this.#table.rowNumber(index);
    const place =
      source.column === null
        ? ({ scope: 'order', row } as const)
        : ({ scope: 'cell', row, column: source.column } as const);
    this.add({
      code,
      severity,
      ...place,
      field: source.field,
      orderId: this.orderId,
      params,
      ...(fix === undefined ? {} : { fix }),
      ...(answers === undefined ? {} : { answers }),
    });
  }

  /** Like {@link addForCell}, with a suggested text; offered as a fix where one cell alone gives the field. */
  addWithSuggestion(
    index: number,
    source: IssueSource,
    severity: Severity,
    code: string,
    params: Params,
    text: string | undefined,
  ): void {
    if (!this.keepsIssues) {
      this.#count(code, severity, source.field, params);
      return;
    }
    // Of a day and its hours in columns of their own, the day is what is put right.
    const isDay = source.field === 'scheduled_at' && /^\d\d\.\d\d\.\d{4}(?!\d)/.test(text ?? '');
    const column = source.columns.length === 1 || isDay ? source.column : null;
    const typed = source.columns.length === 1 ? text : text?.slice(0, 'DD.MM.YYYY'.length);
    const fix =
      typed === undefined || column === null
        ? undefined
        : ({ kind: 'setCell', row: this.#table.rowNumber(index), column, text: typed } as const);
    this.addForCell(index, source, severity, code, params, fix);
  }

  /** Adds an issue at any cell of the row at `index`, mapped or not; `column` null: about the row. */
  addForRow(
    index: number,
    column: number | null,
    severity: Severity,
    code: string,
    params: Params,
    more: Pick<Issue, 'field' | 'fix' | 'answers'> = {},
  ): void {
    this.add({
      code,
      severity,
      ...(column === null ? ({ scope: 'row' } as const) : ({ scope: 'cell', column } as const)),
      row: this.#table.rowNumber(index),
      orderId: this.orderId,
      params,
      ...more,
    });
  }

  addRemark(index: number, source: IssueSource, remark: ValueRemark): void {
    if (remark.fix !== undefined)
      this.addForCell(index, source, remark.severity, remark.code, remark.params, remark.fix);
    else this.addWithSuggestion(index, source, remark.severity, remark.code, remark.params, remark.suggestion);
  }

  /** Adds an issue about the whole order; `index` is its first row. */
  addForOrder(index: number, severity: Severity, code: string, params: Params, fix?: Fix): void {
    this.add({
      code,
      severity,
      scope: 'order',
      row: this.#table.rowNumber(index),
      orderId: this.orderId,
      params,
      ...(fix === undefined ? {} : { fix }),
    });
  }

  /** Reports that an order's rows spell its number differently; offers the plain number for those that deviate. */
  addSpellingConflict(
    index: number,
    source: IssueSource,
    variants: readonly Variant[],
    text: string,
    others: readonly number[],
  ): void {
    this.#addDifference(index, source, variants, text, 'orders.idSpellings', this.#fix(source, others, text));
  }

  /**
   * Reports that an order's rows hold different values; offers each of them, the most common one first, or a typed one, for
   * all rows.
   */
  addValueConflict(index: number, source: IssueSource, variantsOf: () => readonly Variant[]): void {
    if (this.offersNoCommonValue) return;
    if (!this.keepsIssues) {
      this.#count('orders.conflict', 'error', source.field, noParams);
      return;
    }
    const variants = variantsOf();
    const [first] = variants;
    if (first === undefined) return;
    const best = variants.reduce((most, one) => (one.indices.length > most.indices.length ? one : most), first);
    const fixFor = (variant: Variant) =>
      this.#fix(
        source,
        variants.filter((one) => one !== variant).flatMap(({ indices }) => indices),
        variant.text,
      );
    const fix = fixFor(best);
    const offered = [best, ...variants.filter((variant) => variant !== best)]
      .slice(0, shownVariants)
      .flatMap((variant) => fixFor(variant) ?? []);
    const typed = this.#fix(
      source,
      variants.flatMap(({ indices }) => indices),
      best.text,
    );
    const answers: readonly QuestionAnswer[] = [
      ...offered.map((one) => ({ fix: one })),
      ...(typed === undefined ? [] : [{ fix: typed, inputKind: 'text' as const }]),
    ];
    this.#addDifference(index, source, variants, best.text, 'orders.conflict', fix, answers);
  }

  #addDifference(
    index: number,
    source: IssueSource,
    variants: readonly Variant[],
    text: string,
    code: string,
    fix: Fix | undefined,
    answers?: readonly QuestionAnswer[],
  ): void {
    const shown = variants
      .slice(0, shownVariants)
      .map(
        (variant) =>
          `${rowNames(this.#table.file.sheetNames, this.#rowsOf(variant.indices.slice(0, shownVariants)))}: «${variant.text.slice(0, shownText)}»`,
      );
    const params = {
      field: source.field,
      values: shown.join('; '),
      count: variants.length,
      text: text.slice(0, shownText),
    };
    this.addForCell(index, source, 'error', code, params, fix, fix === undefined ? undefined : answers);
  }

  /** A fix that puts one text into these rows' cells; undefined where no single column gives the field. */
  #fix(source: IssueSource, indices: readonly number[], text: string): Fix | undefined {
    const column = source.columns.length === 1 ? source.column : null;
    if (column === null) return undefined;
    return {
      kind: 'setCells',
      cells: this.#rowsOf(indices.toSorted((a, b) => a - b)).map((row) => ({ row, column })),
      text,
    };
  }

  #rowsOf(indices: readonly number[]): number[] {
    return indices.map((at) => this.#table.rowNumber(at));
  }

  add(issue: Issue): void {
    const { code, field, params } = issue;
    const severity = this.#count(code, issue.severity, field, params);
    if (severity === null || !this.keepsIssues) return;
    (this.#issues ??= []).push(severity === issue.severity ? issue : { ...issue, severity });
  }

  /** The severity that the profile gives the issue; null: none. */
  #count(code: string, given: Severity, field: ColumnField | undefined, params: Params): Severity | null {
    const severity = this.#checks === null ? given : effectiveSeverity(code, given, this.#checks);
    if (severity === null) return null;
    (this.#causes ??= []).push(this.#known.of(code, severity, field, params));
    if (severity === 'error') this.#errors++;
    else if (severity === 'warning') this.#warnings++;
    return severity;
  }
}
