/** The numbers of our own as the team gives them: no two orders of the team get the same one. */
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import type { IdentityStore } from '../store/number-stores.ts';
import type { Store } from '../store/store.ts';
import type { OpeningStore } from './opening-store.ts';
import type { TeamNumbers } from './team-service.ts';

/** A store's part that gives numbers, in the thread of the store. */
interface NumberedStore {
  readonly orderNumbers: OpeningStore['orderNumbers'];
  readonly identities: OpeningStore['identities'] & {
    giveNumber(...given: Parameters<IdentityStore['giveNumber']>): Promise<number>;
  };
}

/**
 * One outside id has one number on every computer, and an order without one a number that no other computer gives. Where the
 * ledger does not answer, an order without one gets a number of this home's, as without a team: who claims it first has it,
 * and the other one is held.
 */
export function teamNumbers(
  { orderNumbers, identities }: Pick<Store, 'orderNumbers' | 'identities'>,
  team: () => TeamNumbers | null,
): NumberedStore {
  /** Numbers of the team; null: this home's are to be taken. */
  async function reserved(server: string, first: number, count: number): Promise<readonly number[] | null> {
    return count === 0 ? null : ((await team()?.reserve(server, first, count)) ?? null);
  }

  return {
    orderNumbers: {
      ...orderNumbers,
      async allocate(server, shop, outsideIds, start, goods) {
        if (!isPracticeServer(server)) await team()?.numbers(server, shop, outsideIds, start);
        return orderNumbers.allocate(server, shop, outsideIds, start, goods);
      },
    },
    identities: {
      ...identities,
      async resolve(server, batchId, orders, options) {
        if (isPracticeServer(server) || !options.keep || team() === null)
          return identities.resolve(server, batchId, orders, options);
        const asked: number[] = [];
        const noting = (free: Iterable<number>): Iterable<number> => noted(free, asked);
        identities.resolve(server, batchId, orders, { ...options, keep: false, numbers: noting });
        const numbers = await reserved(server, asked[0] ?? options.start, asked.length);
        // Where something was sent meanwhile it may need fewer, or more: those are this home's.
        const taking = (free: Iterable<number>): Iterable<number> => firstOf(numbers ?? [], free);
        return identities.resolve(server, batchId, orders, { ...options, numbers: taking });
      },
      async giveNumber(server, batchId, order, options) {
        if (isPracticeServer(server) || team() === null) return identities.giveNumber(server, batchId, order, options);
        const numbers = await reserved(server, options.start, 1);
        const taking = (free: Iterable<number>): Iterable<number> => firstOf(numbers ?? [], free);
        return identities.giveNumber(server, batchId, order, { ...options, numbers: taking });
      },
    },
  };
}

function* noted(free: Iterable<number>, asked: number[]): Generator<number> {
  for (const number of free) {
    asked.push(number);
    yield number;
  }
}

function* firstOf(numbers: readonly number[], free: Iterable<number>): Generator<number> {
  yield* numbers;
  yield* free;
}
