/**
 * The causes that issues of a file have, each of them one object, however many issues share it. An order holds its causes;
 * its issues are kept as long as they are few in the file, else made again for those who look at them.
 */
import { z } from 'zod';
import { causeDetail, causeKey, type CauseDetail } from '../model/causes.ts';
import { columnFieldSchema } from '../model/choices.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Issue, Params, Severity } from '../model/issues.ts';

/** What issues with equal keys (model/causes.ts) have in common, and how many there are of them. */
export class IssueCause {
  readonly code: string;
  readonly severity: Severity;
  readonly field: ColumnField | undefined;
  readonly #detail: CauseDetail;
  /** Issues that have it, in orders and outside them; counted by the engine. */
  count = 0;
  /** Orders with one of them. */
  orderCount = 0;

  constructor(code: string, severity: Severity, field: ColumnField | undefined, detail: CauseDetail) {
    this.code = code;
    this.severity = severity;
    this.field = field;
    this.#detail = detail;
  }

  /** As `causeOf` makes it of each of its issues. */
  get key(): string {
    return causeKey(this.code, this.field, this.#detail);
  }
}

const keySchema = z.tuple([z.string(), z.union([columnFieldSchema, z.literal('')]), z.union([z.string(), z.number()])]);

function partsOf(key: string): z.output<typeof keySchema> | null {
  try {
    return keySchema.safeParse(JSON.parse(key)).data ?? null;
  } catch {
    return null;
  }
}

/** All causes of a file. */
export class IssueCauses {
  /** By code, field and detail. */
  readonly #known = new Map<string, Map<ColumnField | '', Map<CauseDetail, IssueCause>>>();

  /** The cause of an issue; its severity is that of the first issue that has it. */
  of(code: string, severity: Severity, field: ColumnField | undefined, params: Params): IssueCause {
    const detail = causeDetail(code, field, params);
    let ofCode = this.#known.get(code);
    if (ofCode === undefined) this.#known.set(code, (ofCode = new Map()));
    let ofField = ofCode.get(field ?? '');
    if (ofField === undefined) ofCode.set(field ?? '', (ofField = new Map()));
    let cause = ofField.get(detail);
    if (cause === undefined) ofField.set(detail, (cause = new IssueCause(code, severity, field, detail)));
    return cause;
  }

  ofIssue({ code, severity, field, params }: Issue): IssueCause {
    return this.of(code, severity, field, params);
  }

  /** The cause with this key; undefined where no issue has it now. */
  withKey(key: string): IssueCause | undefined {
    const [code, field, detail] = partsOf(key) ?? ['', '', ''];
    const cause = this.#known.get(code)?.get(field)?.get(detail);
    return cause === undefined || cause.count === 0 ? undefined : cause;
  }

  /** Those that issues have now. */
  *all(): Generator<IssueCause> {
    for (const ofCode of this.#known.values())
      for (const ofField of ofCode.values()) for (const cause of ofField.values()) if (cause.count > 0) yield cause;
  }
}

/** What a check found in an order. */
export interface FoundIssues {
  /** Null: they are not kept; `OrderBook.issuesOf` makes them again. */
  readonly issues: readonly Issue[] | null;
  /** The cause of each of them. */
  readonly causes: readonly IssueCause[];
  /** How many there are of each severity. */
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
}

/** Nearly all orders of nearly all files: one object for all of them. */
export const nothingFound: FoundIssues = { issues: [], causes: [], errors: 0, warnings: 0, notices: 0 };
