/** Whether every row says its region beyond doubt though no column is the region's: then nobody need be asked. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { Table } from '../table/table.ts';
import { matchRegion, regionOfTown } from './match-region.ts';
import { readPlaceName } from './place-name.ts';
import { regionInAddress } from './region-in-address.ts';
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

/**
 * The rules with the region taken out of town or address, where nobody said otherwise, no column gives it, and each of the
 * first rows has a town of one region alone or its region's full name.
 */
export function withSureRegion(rules: Rules, { mapping, firstDataIndex }: ColumnPlan, table: Table): Rules {
  const { columns, constants } = mapping;
  if (rules.regionFromAddress !== 'ask' || columns.region !== undefined || constants.region !== undefined) return rules;
  const [town, address] = [columns.city?.[0], columns.address];
  let looked = 0;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + lookedRows); index++) {
    const where = town === undefined ? '' : table.text(index, town).trim();
    const street = (address ?? []).map((column) => table.text(index, column)).join(', ');
    if (where === '' && street.replace(/[,\s]/gu, '') === '') continue;
    const [ofTown, named] = [regionOfTown(where), regionNamedIn(street)];
    // Town and address may contradict each other.
    if ((ofTown ?? named) === undefined || (named !== undefined && (ofTown ?? named) !== named)) return rules;
    looked++;
  }
  return looked === 0 ? rules : { ...rules, regionFromAddress: 'on' };
}
