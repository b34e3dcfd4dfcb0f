/** Sums the issues of one cause up, one after the other, without keeping them: there may be a million. */
import type { CauseView } from '../../../shared/contract/views.ts';
import type { Fix, Issue } from '../../../shared/domain/model/issues.ts';
import { settleOfferOf } from '../../../shared/domain/settled/settle-offers.ts';

type LeavingOut = Extract<Fix, { kind: 'leaveOut' | 'leaveAsSent' }>;

function isSameWhere({ column, value }: Extract<Fix, { kind: 'leaveOutWhere' }>, other: Fix | undefined): boolean {
  return other?.kind === 'leaveOutWhere' && other.column === column && other.value === value;
}

function isBefore(one: Issue, other: Issue): boolean {
  const rows = (one.row ?? 0) - (other.row ?? 0);
  return rows < 0 || (rows === 0 && (one.column ?? 0) < (other.column ?? 0));
}

/** Of several issues: how many, which stands first, and what would settle all of them. */
export class IssueSum {
  count = 0;
  /** The one that stands first. */
  first: Issue | null = null;
  /** Fixes that put a text into cells, and what is the same in all of them. */
  #setCells = 0;
  #text: string | null = null;
  #hasOneText = true;
  #hasOneTrimmed = true;
  #value: string | number | undefined;
  #hasOneValue = true;
  /** Fixes that leave orders out, with their issues. */
  #leavingOut: { readonly issue: Issue; readonly fix: LeavingOut }[] | null = null;
  /** Fixes that leave single rows out, and the rows. */
  #rowFixes = 0;
  #rows: Set<number> | null = null;
  /** Fixes that leave out whatever has a value in a column, where all are the same. */
  #whereFixes = 0;

  add(issue: Issue): void {
    const { fix, params } = issue;
    if (this.count === 0) this.#value = params['value'];
    else this.#hasOneValue &&= this.#value === params['value'];
    this.count++;
    if (this.first === null || isBefore(issue, this.first)) this.first = issue;
    if (fix?.kind === 'leaveOut' || fix?.kind === 'leaveAsSent') (this.#leavingOut ??= []).push({ issue, fix });
    if (fix?.kind === 'leaveRowsOut') {
      this.#rowFixes++;
      this.#rows ??= new Set();
      for (const row of fix.rows) this.#rows.add(row);
    }
    if (fix?.kind === 'leaveOutWhere' && isSameWhere(fix, this.first.fix)) this.#whereFixes++;
    if (fix?.kind !== 'setCell' && fix?.kind !== 'setCells') return;
    this.#setCells++;
    this.#text ??= fix.text;
    this.#hasOneText &&= fix.text === this.#text;
    this.#hasOneTrimmed &&= fix.text.trim() === this.#text.trim();
  }

  /** How the cause's fix is offered: the single issue's own, one text for all, each cell's own suggestion, or nothing. */
  get fixAll(): CauseView['fixAll'] {
    const fix = this.first?.fix;
    if (fix === undefined) return null;
    if (this.count === 1 || fix.kind === 'setProduct' || fix.kind === 'settle') return fix;
    if (fix.kind === 'leaveOut' || fix.kind === 'leaveAsSent') return this.#leaveAllOut(fix);
    if (fix.kind === 'leaveRowsOut')
      return this.#rowFixes < this.count ? null : { ...fix, rows: [...(this.#rows ?? [])].sort((a, b) => a - b) };
    if (fix.kind === 'leaveOutWhere') return this.#whereFixes < this.count ? null : fix;
    if (this.#setCells < this.count) return null;
    return this.#hasOneText ? { kind: 'setText', text: this.#text ?? '' } : { kind: 'each' };
  }

  /** The fix that settles the cause for the shop: all of its issues are about the same text and have the same fix. */
  get always(): CauseView['always'] {
    if (this.first === null || this.#setCells < this.count || !this.#hasOneValue || !this.#hasOneTrimmed) return null;
    return settleOfferOf(this.first);
  }

  /** One fix that leaves out whatever each issue would; null where one of them has another fix. */
  #leaveAllOut(first: LeavingOut): Fix | null {
    const alike = (this.#leavingOut ?? []).filter(({ fix }) => fix.kind === first.kind);
    if (alike.length < this.count) return null;
    alike.sort((a, b) => (isBefore(a.issue, b.issue) ? -1 : isBefore(b.issue, a.issue) ? 1 : 0));
    return { ...first, orderKeys: [...new Set(alike.flatMap(({ fix }) => fix.orderKeys))] };
  }
}
