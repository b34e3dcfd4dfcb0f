/** Asks about regions: whether «Toshkent» is city or region, and whether to take the region from the address (decision 24). */
import type { Issue } from '../model/issues.ts';
import { regionInAddress, regionOfTown } from '../regions/region-in-address.ts';
import { answerByRules, maxSampledRows, questionIssue } from './file-issue-builders.ts';
import type { OrderBook } from '../orders/order-book.ts';

/** Asks whether «Toshkent» alone means the city or the region (decision 24). */
export function toshkentQuestion({ statistics, input }: OrderBook): Issue[] {
  if (statistics.ambiguousRegions === 0 || input.rules.toshkentMeans !== 'ask') return [];
  const answers = [
    answerByRules('toshkentCity', { toshkentMeans: 'city' }),
    answerByRules('toshkentRegion', { toshkentMeans: 'region' }),
    answerByRules('toshkentAsTyped', { toshkentMeans: 'asTyped' }),
  ];
  return [
    questionIssue('notice', 'orders.toshkentQuestion', { count: statistics.ambiguousRegions }, 'region', answers),
  ];
}

/** Offers to take the region from the address where no column gives it and most addresses name one. */
export function regionQuestion(book: OrderBook): Issue[] {
  const { readers, input, statistics } = book;
  if (input.rules.regionFromAddress === 'on') {
    const answers = [
      answerByRules('regionFromAddress', { regionFromAddress: 'on' }),
      answerByRules('regionNotFromAddress', { regionFromAddress: 'off' }),
    ];
    return statistics.regionsFromAddress === 0
      ? []
      : [
          questionIssue(
            'notice',
            'orders.regionFromAddress',
            { count: statistics.regionsFromAddress },
            'region',
            answers,
          ),
        ];
  }
  if (!mayComeFromAddress(book)) return [];
  let looked = 0;
  let found = 0;
  for (
    let index = book.firstDataIndex;
    index < Math.min(input.table.rowCount, book.firstDataIndex + maxSampledRows);
    index++
  ) {
    const [city, address] = [readers.city.text(index), readers.address.text(index)];
    if (city.trim() === '' && address.trim() === '') continue;
    looked++;
    if (regionOfTown(city) !== undefined || regionInAddress(address) !== undefined) found++;
  }
  if (found === 0) return [];
  return [
    questionIssue('error', 'orders.regionFromAddressQuestion', { found, looked }, 'region', [
      answerByRules('regionFromAddress', { regionFromAddress: 'on' }),
      answerByRules('regionNotFromAddress', { regionFromAddress: 'off' }),
    ]),
  ];
}

function mayComeFromAddress({ readers, input }: OrderBook): boolean {
  return (
    input.rules.regionFromAddress === 'ask' &&
    !readers.region.hasSource &&
    readers.region.constantRemarks.length === 0 &&
    (readers.address.column !== null || readers.city.column !== null)
  );
}
