/** Whether a run goes on after an answer's account: the first is kept, another one pauses, a person decides. */
import { expect, it } from 'vitest';
import { AccountGuard } from '../../../../main/sending/run/account-guard.ts';

function guard(expected: number | null) {
  const learned: number[] = [];
  return { learned, account: new AccountGuard({ expected, learn: (one) => void learned.push(one) }) };
}

it('keeps the first account, and pauses at another until a person goes on', () => {
  const { account, learned } = guard(null);
  expect(account.check(undefined)).toBeNull();
  expect(account.check(4)).toBeNull();
  expect(learned).toEqual([4]);
  expect(account.check(5)).toEqual({ code: 'run.otherAccount', params: { expected: '4', account: '5' } });
  account.accept();
  expect(learned).toEqual([4, 5]);
  expect(account.check(5)).toBeNull();
  expect(account.check(4)).not.toBeNull();
});

it('takes nothing for said that nobody was told', () => {
  const { account, learned } = guard(4);
  account.check(5);
  // The run was pausing for something else.
  account.forget();
  account.accept();
  expect(learned).toEqual([]);
  expect(account.check(5)).not.toBeNull();
});

it('lets every account pass where none is expected of a practice WMS', () => {
  const account = new AccountGuard(undefined);
  expect([4, 4, null].map((one) => account.check(one))).toEqual([null, null, null]);
});

it('holds further orders back until an answer shows whose account the key is, where one is expected', () => {
  const { account } = guard(4);
  expect(account.isUnproven).toBe(true);
  account.check(4);
  expect(account.isUnproven).toBe(false);
  // A WMS that does not say it holds nothing up.
  const silent = guard(4).account;
  silent.check(undefined);
  expect([silent.isUnproven, guard(null).account.isUnproven]).toEqual([false, false]);
});

it('pauses at another shop’s account, also where none is expected yet, and keeps it only when a person goes on', () => {
  const learned: number[] = [];
  const account = new AccountGuard({
    expected: null,
    others: new Map([[7, 'Atlas']]),
    learn: (one) => void learned.push(one),
  });
  expect(account.isUnproven).toBe(true);
  expect(account.check(7)).toEqual({ code: 'run.accountOfOtherShop', params: { shop: 'Atlas', account: '7' } });
  expect(learned).toEqual([]);
  account.accept();
  expect(learned).toEqual([7]);
  expect(account.check(7)).toBeNull();
  // One of its own is kept at once.
  const other = new AccountGuard({ expected: null, others: new Map([[7, 'Atlas']]), learn: () => undefined });
  expect(other.check(8)).toBeNull();
});
