/** Whether the rows say their regions beyond doubt though no column is the region's: then nobody need be asked. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { Table } from '../table/table.ts';
import { plainRegionIn, regionInAddress, regionOfTown, tellsItsRegion } from './region-in-address.ts';

/** A longer list is asked about: each of its rows would have to be read for this. */
const mostRows = 5_000;

/** What a row says of its region: it is plain, it may be one or another, or there is none, which is asked of that row alone. */
function regionSaid(town: string, address: string): 'plain' | 'doubtful' | 'none' {
  const [ofTown, inAddress] = [regionOfTown(town), plainRegionIn(address)];
  const loose = regionInAddress(address);
  if (ofTown !== undefined && tellsItsRegion(town)) {
    // Town and address may contradict each other.
    return inAddress === undefined || inAddress === ofTown ? 'plain' : 'doubtful';
  }
  if (inAddress !== undefined) return ofTown === undefined || ofTown === inAddress ? 'plain' : 'doubtful';
  return ofTown === undefined && loose === undefined ? 'none' : 'doubtful';
}

/**
 * Whether, where nobody said otherwise and no column gives the region, more than half of the rows tell it plainly, by a town
 * or a district of one region alone or by the region's own name, and none is doubtful.
 */
export function isRegionSure(rules: Rules, { mapping, firstDataIndex }: ColumnPlan, table: Table): boolean {
  const { columns, constants } = mapping;
  if (rules.regionFromAddress !== 'ask' || columns.region !== undefined || constants.region !== undefined) return false;
  const [town, address] = [columns.city?.[0], columns.address];
  if (table.rowCount - firstDataIndex > mostRows || (town === undefined && address === undefined)) return false;
  let [looked, plain] = [0, 0];
  for (let index = firstDataIndex; index < table.rowCount; index++) {
    const where = town === undefined ? '' : table.text(index, town).trim();
    const street = (address ?? []).map((column) => table.text(index, column)).join(', ');
    if (where === '' && street.replace(/[,\s]/gu, '') === '') continue;
    const said = regionSaid(where, street);
    if (said === 'doubtful') return false;
    looked++;
    if (said === 'plain') plain++;
  }
  return plain * 2 > looked;
}
