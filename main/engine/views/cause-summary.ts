/** Sums the issues of one cause up, and follows them while they come and go, without keeping them: there may be a million. */
import type { CauseView } from '../../../shared/contract/views.ts';
import type { Fix, Issue } from '../../../shared/domain/model/issues.ts';
import { settleOfferOf } from '../../../shared/domain/settled/settle-offers.ts';

type LeavingOut = Extract<Fix, { kind: 'leaveOut' | 'leaveAsSent' }>;

/** As the list of problems has them: by row, then by column. */
function isBefore(one: Issue, other: Issue): boolean {
  const rows = (one.row ?? 0) - (other.row ?? 0);
  return rows < 0 || (rows === 0 && (one.column ?? 0) < (other.column ?? 0));
}

/** Different values that are counted each by itself. */
const mostCounted = 32;

/** Whether values that come and go are all the same; null: that cannot be said any more without looking at all of them. */
class Sameness {
  readonly #counts = new Map<string | number | undefined, number>();
  /** Values that came when there were {@link mostCounted} others. */
  #others = 0;

  count(value: string | number | undefined, delta: 1 | -1): void {
    const known = this.#counts.get(value);
    if (known === undefined && (delta < 0 || this.#counts.size === mostCounted)) this.#others += delta;
    else if (known === 1 && delta < 0) this.#counts.delete(value);
    else this.#counts.set(value, (known ?? 0) + delta);
  }

  get isOne(): boolean | null {
    if (this.#counts.size > 1) return false;
    return this.#others > 0 ? null : true;
  }

  /** One of the values. */
  get any(): string | number | undefined {
    const [value] = this.#counts.keys();
    return value;
  }
}

/** Of several issues: how many, which stands first, and what would settle all of them. */
export class IssueSum {
  count = 0;
  /** The one that stands first; null: none, or it went, and the next is to be found. */
  first: Issue | null = null;
  /** Fixes that put a text into cells, and whether it is one text. */
  #setCells = 0;
  readonly #texts = new Sameness();
  readonly #trimmed = new Sameness();
  /** What the issues are about. */
  readonly #values = new Sameness();
  /** Fixes that leave orders out, by the place and orders of their issues. */
  #leavingOut: Map<string, { readonly issue: Issue; readonly fix: LeavingOut }> | null = null;
  /** Fixes that leave single rows out, and how many of them each row has. */
  #rowFixes = 0;
  #rows: Map<number, number> | null = null;
  /** Fixes that leave out whatever has a value in a column, and whether it is one. */
  #whereFixes = 0;
  readonly #wheres = new Sameness();

  /** Adds (`delta` −1: takes away) an issue. */
  add(issue: Issue, delta: 1 | -1): void {
    const { fix, params } = issue;
    this.count += delta;
    this.#values.count(params['value'], delta);
    if (delta > 0 && (this.first === null ? this.count === 1 : isBefore(issue, this.first))) this.first = issue;
    if (delta < 0 && this.first !== null && !isBefore(this.first, issue)) this.first = null;
    if (fix?.kind === 'leaveOut' || fix?.kind === 'leaveAsSent') {
      const key = JSON.stringify([issue.row, issue.column, fix.kind, fix.orderKeys]);
      if (delta > 0) (this.#leavingOut ??= new Map()).set(key, { issue, fix });
      else this.#leavingOut?.delete(key);
    }
    if (fix?.kind === 'leaveRowsOut') this.#countRows(fix.rows, delta);
    if (fix?.kind === 'leaveOutWhere') {
      this.#whereFixes += delta;
      this.#wheres.count(`${fix.column} ${fix.value}`, delta);
    }
    if (fix?.kind !== 'setCell' && fix?.kind !== 'setCells') return;
    this.#setCells += delta;
    this.#texts.count(fix.text, delta);
    this.#trimmed.count(fix.text.trim(), delta);
  }

  #countRows(rows: readonly number[], delta: 1 | -1): void {
    this.#rowFixes += delta;
    this.#rows ??= new Map();
    for (const row of rows) {
      const count = (this.#rows.get(row) ?? 0) + delta;
      if (count === 0) this.#rows.delete(row);
      else this.#rows.set(row, count);
    }
  }

  /** To be called where the first one went, with what may be the first now. */
  offerFirst(issue: Issue): void {
    if (this.first === null || isBefore(issue, this.first)) this.first = issue;
  }

  get needsFirst(): boolean {
    return this.count > 0 && this.first === null;
  }

  /** Whether the first one is known, and stands above the row; or there is none. */
  startsAbove(row: number): boolean {
    return this.count === 0 || (this.first !== null && (this.first.row ?? 0) < row);
  }

  /** Whether something about them can only be said after looking at all of them once more. */
  get isVague(): boolean {
    return [this.#texts, this.#trimmed, this.#values, this.#wheres].some(({ isOne }) => isOne === null);
  }

  /** How the cause's fix is offered: the single issue's own, one text for all, each cell's own suggestion, or nothing. */
  get fixAll(): CauseView['fixAll'] {
    const fix = this.first?.fix;
    if (fix === undefined) return null;
    if (this.count === 1 || fix.kind === 'setProduct' || fix.kind === 'settle') return fix;
    if (fix.kind === 'leaveOut' || fix.kind === 'leaveAsSent') return this.#leaveAllOut(fix);
    if (fix.kind === 'leaveRowsOut') {
      const rows = [...(this.#rows?.keys() ?? [])].sort((a, b) => a - b);
      return this.#rowFixes < this.count ? null : { ...fix, rows };
    }
    if (fix.kind === 'leaveOutWhere') return this.#whereFixes < this.count || !this.#wheres.isOne ? null : fix;
    if (this.#setCells < this.count) return null;
    return this.#texts.isOne ? { kind: 'setText', text: String(this.#texts.any) } : { kind: 'each' };
  }

  /** The fix that settles the cause for the shop: all of its issues are about the same text and have the same fix. */
  get always(): CauseView['always'] {
    if (this.first === null || this.#setCells < this.count || !this.#values.isOne || !this.#trimmed.isOne) return null;
    return settleOfferOf(this.first);
  }

  /** One fix that leaves out whatever each issue would; null where one of them has another fix. */
  #leaveAllOut(first: LeavingOut): Fix | null {
    const alike = [...(this.#leavingOut?.values() ?? [])].filter(({ fix }) => fix.kind === first.kind);
    if (alike.length < this.count) return null;
    alike.sort((a, b) => (isBefore(a.issue, b.issue) ? -1 : isBefore(b.issue, a.issue) ? 1 : 0));
    return { ...first, orderKeys: [...new Set(alike.flatMap(({ fix }) => fix.orderKeys))] };
  }
}
