/** The best assignment of columns to fields as a whole, of the claims that the evidence makes. */
import { bestAssignment } from './assignment.ts';
import type { FieldClaim } from './field-claims.ts';

/** Raises the differences between scores, so that one sure column counts for more than two doubtful ones. */
const steepness = 6;

/** The claims of the best assignment as a whole; `ordered`: likeliest first, which decides between equals. */
export function bestClaims(ordered: readonly FieldClaim[]): FieldClaim[] {
  const fields = [...new Set(ordered.map(({ field }) => field))];
  const columns = [...new Set(ordered.map(({ column }) => column))];
  const gains = fields.map(() => columns.map(() => 0));
  const claimAt = new Map<string, FieldClaim>();
  for (const [place, claim] of ordered.entries()) {
    const [row, column] = [fields.indexOf(claim.field), columns.indexOf(claim.column)];
    if (claimAt.has(`${row} ${column}`)) continue;
    claimAt.set(`${row} ${column}`, claim);
    const gain = Math.max(claim.score, 0.05) ** steepness;
    (gains[row] ?? [])[column] = gain + 1e-9 * (ordered.length - place);
  }
  return bestAssignment(gains)
    .flatMap((column, row) => (column === null ? [] : (claimAt.get(`${row} ${column}`) ?? [])))
    .sort((a, b) => ordered.indexOf(a) - ordered.indexOf(b));
}
