/** Whether every row says its region beyond doubt though no column is the region's: then nobody need be asked. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { Table } from '../table/table.ts';
import { matchRegion } from './match-region.ts';
import { readPlaceName } from './place-name.ts';
import { regionInAddress, regionOfTown } from './region-in-address.ts';
import type { Region } from './regions.ts';

const lookedRows = 200;

/** The region that an address calls by its name with the word for its kind: «Jizzax viloyati, Zomin t.». */
function regionNamedIn(address: string): Region | undefined {
  const whole = regionInAddress(address);
  if (whole?.kind !== 'known') return undefined;
  const isNamed = address.split(/[,;/()\n]/u).some((part) => {
    const named = matchRegion(part);
    return named.kind === 'known' && named.region === whole.region && readPlaceName(part).type !== null;
  });
  return isNamed ? whole.region : undefined;
}

/** Where the region is taken from, since every row is sure of it; null where somebody has to say. */
export type SureRegion = 'town' | 'address' | null;

/**
 * Whether, where nobody said otherwise and no column gives the region, each of the first rows has a town of one region alone
 * (`town`), or calls its region by its full name (`address`).
 */
export function sureRegion(rules: Rules, { mapping, firstDataIndex }: ColumnPlan, table: Table): SureRegion {
  const { columns, constants } = mapping;
  if (rules.regionFromAddress !== 'ask' || columns.region !== undefined || constants.region !== undefined) return null;
  const [town, address] = [columns.city?.[0], columns.address];
  let looked = 0;
  let ofTowns = false;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + lookedRows); index++) {
    const where = town === undefined ? '' : table.text(index, town).trim();
    const street = (address ?? []).map((column) => table.text(index, column)).join(', ');
    if (where === '' && street.replace(/[,\s]/gu, '') === '') continue;
    const [ofTown, named] = [regionOfTown(where), regionNamedIn(street)];
    // Town and address may contradict each other.
    if ((ofTown ?? named) === undefined || (named !== undefined && (ofTown ?? named) !== named)) return null;
    ofTowns ||= named === undefined;
    looked++;
  }
  if (looked === 0) return null;
  return ofTowns ? 'town' : 'address';
}
