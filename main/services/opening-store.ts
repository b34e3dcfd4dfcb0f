/** Declares what opening a batch needs: the part of the store, and how it is told and stopped. */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import type { Settled } from '../../shared/domain/model/settled.ts';
import type { Shop } from '../../shared/domain/model/shop.ts';
import type { AlikeOrderStore } from '../store/sent-stores.ts';
import type { EarlierFiles } from '../store/batch-stores.ts';
import type { IdentityStore, OrderNumberStore } from '../store/number-stores.ts';
import type { ReadControl } from './selected-table.ts';

type Numbers = ReadonlyMap<string, number>;

/** What opening needs of the store; the store itself or its proxy will do. */
export interface OpeningStore {
  readonly profiles: {
    findByHeadings(shop: string, headings: readonly string[]): Profile | null | Promise<Profile | null>;
    list(shop: string): readonly Profile[] | Promise<readonly Profile[]>;
  };
  readonly shops: {
    list(): readonly Shop[] | Promise<readonly Shop[]>;
    removed(): readonly Shop[] | Promise<readonly Shop[]>;
  };
  readonly batches: {
    earlierFiles(fileName: string, folder: string | null): EarlierFiles | Promise<EarlierFiles>;
  };
  readonly settled: { get(shop: string): Settled | Promise<Settled> };
  readonly products: {
    list(server: string, shop: string): readonly Product[] | Promise<readonly Product[]>;
    accepted(server: string): readonly number[] | Promise<readonly number[]>;
  };
  readonly orderNumbers: {
    allocate(...given: Parameters<OrderNumberStore['allocate']>): Numbers | Promise<Numbers>;
    preview(...given: Parameters<OrderNumberStore['preview']>): Numbers | Promise<Numbers>;
    startOfDay(server: string, shop: string): number | Promise<number>;
    knowsOthers(server: string): boolean | Promise<boolean>;
  };
  readonly identities: {
    secret(): string | Promise<string>;
    resolve(
      ...given: Parameters<IdentityStore['resolve']>
    ): ReturnType<IdentityStore['resolve']> | Promise<ReturnType<IdentityStore['resolve']>>;
    answerGaps(...given: Parameters<IdentityStore['answerGaps']>): void | Promise<void>;
    hasOwnNumbers(server: string): boolean | Promise<boolean>;
    recognise(
      ...given: Parameters<IdentityStore['recognise']>
    ): ReturnType<IdentityStore['recognise']> | Promise<ReturnType<IdentityStore['recognise']>>;
    keysOf(
      server: string,
      numbers: readonly number[],
    ): ReadonlyMap<number, readonly string[]> | Promise<ReadonlyMap<number, readonly string[]>>;
  };
  readonly alikeOrders: {
    recentSignatures(
      ...given: Parameters<AlikeOrderStore['recentSignatures']>
    ): readonly number[] | Promise<readonly number[]>;
    find(
      ...given: Parameters<AlikeOrderStore['find']>
    ): ReturnType<AlikeOrderStore['find']> | Promise<ReturnType<AlikeOrderStore['find']>>;
  };
  readonly ledger: {
    find(
      server: string,
      orderIds: readonly number[],
      exceptBatch: string | null,
    ): ReadonlyMap<number, LedgerEntry> | Promise<ReadonlyMap<number, LedgerEntry>>;
  };
}

/** Stages of opening once the cells are read: mapping, grouping and checking the rows; then looking up what was sent before. */
export type OpeningStage = 'checking' | 'comparing';

export interface OpenOptions extends ReadControl {
  /** Called with the share of a stage that is done, from 0 to 1. */
  readonly onStageProgress?: ((stage: OpeningStage, share: number) => void) | undefined;
}
