import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  matchOrders,
  type FileOrder,
  type KnownOrder,
  type ListKind,
} from '../../../../shared/domain/identity/match-orders.ts';

/** `f1:a c1:a` → keys. */
const keys = (text: string): string[] => text.split(' ').filter((key) => key !== '');
const orderOf = (number: number, text: string, wasSent: boolean, isFromElsewhere: boolean): KnownOrder => ({
  number,
  keys: new Set(keys(text)),
  wasSent,
  isFromElsewhere,
});
const sent = (number: number, text: string): KnownOrder => orderOf(number, text, true, false);
const sentElsewhere = (number: number, text: string): KnownOrder => orderOf(number, text, true, true);
const given = (number: number, text: string): KnownOrder => orderOf(number, text, false, false);
const row = (at: number, text: string): FileOrder => ({ row: at, keys: keys(text) });

function told(orders: readonly FileOrder[], known: readonly KnownOrder[], listKind: ListKind = 'ask'): string[] {
  const matches = matchOrders(orders, known, listKind);
  return orders.map(({ row: at }) => {
    const match = matches.get(at);
    return match === undefined ? '–' : match.kind === 'new' ? 'new' : `${match.kind} ${match.number}`;
  });
}

describe('an order of a file without numbers', () => {
  it.each<[string, string, string, string]>([
    ['as the file held it', 'f1:a c1:b', 'f1:a c1:c', 'same 7'],
    ['as it was corrected', 'f1:x c1:b', 'f1:a c1:b', 'same 7'],
    ['as a request of another computer', 'f1:x c1:y s1:r', 's1:r d1:g', 'same 7'],
    ['the same customer by phone, name and address', 'f1:x c1:y p1:p n1:n', 'f1:a c1:b p1:p n1:n', 'changed 7'],
    ['the same phone under another name', 'f1:x c1:y p1:p n1:m', 'f1:a c1:b p1:p n1:n', 'changed 7'],
    ['the same name and address, another phone', 'f1:x c1:y p1:q n1:n', 'f1:a c1:b p1:p n1:n', 'changed 7'],
    ['the same goods for the same customer, on another day', 'f1:x c1:y s1:q d1:g', 'f1:a c1:b s1:r d1:g', 'changed 7'],
    ['nothing in common', 'f1:x c1:y p1:q n1:m', 'f1:a c1:b p1:p n1:n', 'new'],
    ['the same row, made at the same moment', 't1:1 f1:a c1:b', 't1:1 f1:a c1:b', 'same 7'],
    ['says the same, made at another moment', 't1:2 f1:a c1:b p1:p', 't1:1 f1:a c1:b p1:p', 'new'],
    ['changed, made at the same moment', 't1:1 f1:x c1:y p1:p', 't1:1 f1:a c1:b p1:p', 'changed 7'],
  ])('%s', (_what, ours, theirs, expected) => {
    expect(told([row(2, ours)], [sent(7, theirs)])).toEqual([expected]);
  });

  it('is rather the one that went out than the one that only has a number, however well that fits', () => {
    expect(told([row(2, 'f1:a c1:b')], [given(5, 'f1:a c1:b'), sent(7, 'f1:a c1:b')])).toEqual(['same 7']);
    expect(told([row(2, 'f1:a c1:b s1:r')], [given(5, 'f1:a c1:b s1:r'), sentElsewhere(7, 's1:r')])).toEqual([
      'same 7',
    ]);
    const two = [row(2, 'f1:a c1:b s1:r'), row(3, 'f1:a c1:b s1:r')];
    expect(told(two, [given(5, 'f1:a c1:b s1:r'), sentElsewhere(7, 's1:r')])).toEqual(['same 7', 'same 5']);
  });

  it('is its own one still, where an order of ours with the same request went out that the file held otherwise', () => {
    const ours = [sent(7, 'f1:a c1:a s1:r'), given(8, 'f1:b c1:b s1:r')];
    expect(told([row(2, 'f1:b c1:b s1:r')], ours)).toEqual(['same 8']);
    expect(told([row(2, 'f1:b c1:b s1:r'), row(3, 'f1:a c1:a s1:r')], ours)).toEqual(['same 8', 'same 7']);
  });

  it('is a possible repeat where the shop sends only new orders, and a resemblance means nothing there', () => {
    expect(told([row(2, 'f1:a c1:b')], [sent(7, 'f1:a c1:b')], 'newOnly')).toEqual(['repeat 7']);
    expect(told([row(2, 'f1:x c1:y p1:p n1:n')], [sent(7, 'f1:a c1:b p1:p n1:n')], 'newOnly')).toEqual(['new']);
    expect(told([row(2, 't1:1 f1:a c1:b')], [sent(7, 't1:1 f1:a c1:b')], 'newOnly')).toEqual(['same 7']);
  });

  it('that never went out lends its number to its corrected row, but not to whoever has the same phone', () => {
    expect(told([row(2, 'f1:x c1:y p1:p n1:n')], [given(7, 'f1:a c1:b p1:p n1:n')])).toEqual(['same 7']);
    expect(told([row(2, 'f1:x c1:y p1:p n1:m')], [given(7, 'f1:a c1:b p1:p n1:n')])).toEqual(['new']);
  });

  it('does not resemble an order that the file holds as it was', () => {
    const orders = [row(2, 'f1:a c1:a p1:p n1:n'), row(3, 'f1:b c1:b p1:p n1:n')];
    expect(told(orders, [sent(7, 'f1:a c1:a p1:p n1:n')])).toEqual(['same 7', 'new']);
  });

  it('is not told by a phone of many names', () => {
    const shop = ['a', 'b', 'c'].map((name, at) => sent(at + 1, `f1:${name} c1:${name} p1:shop n1:${name}`));
    expect(told([row(2, 'f1:x c1:x p1:shop n1:x')], shop)).toEqual(['new']);
  });

  it('equal ones are counted, whichever stands where', () => {
    const known = [sent(1, 'f1:a c1:a'), sent(2, 'f1:a c1:a'), sent(3, 'f1:b c1:b')];
    const orders = [row(2, 'f1:a c1:a'), row(3, 'f1:b c1:b'), row(4, 'f1:a c1:a'), row(5, 'f1:a c1:a')];
    expect(told(orders, known).toSorted()).toEqual(['new', 'same 1', 'same 2', 'same 3']);
  });

  it('of thousands of equal ones each is paired once, and quickly', () => {
    const known = Array.from({ length: 20_000 }, (_, at) => sent(at + 1, 'f1:a c1:a p1:p n1:n'));
    const orders = Array.from({ length: 20_001 }, (_, at) => row(at + 2, 'f1:a c1:a p1:p n1:n'));
    const matches = [...matchOrders(orders, known, 'ask').values()];
    expect(matches.filter(({ kind }) => kind === 'same')).toHaveLength(20_000);
    expect(matches.filter(({ kind }) => kind === 'new')).toHaveLength(1);
  });

  const letters = fc.constantFrom('a', 'b', 'c');
  const keyed = fc.tuple(letters, letters, letters, letters).map(([f, c, p, n]) => `f1:${f} c1:${c} p1:${p} n1:${n}`);

  it('gives no number away twice, and knows every order that is there as it was', () => {
    fc.assert(
      fc.property(
        fc.array(keyed, { maxLength: 8 }),
        fc.array(keyed, { maxLength: 8 }),
        fc.boolean(),
        (ours, theirs, isNewOnly) => {
          const known = theirs.map((text, at) => sent(at + 1, text));
          const orders = [...theirs, ...ours].map((text, at) => row(at + 2, text));
          const matches = [...matchOrders(orders, known, isNewOnly ? 'newOnly' : 'ask').values()];
          const numbers = matches.flatMap((match) => (match.kind === 'new' ? [] : match.number));
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(matches).toHaveLength(orders.length);
          // As many as are known are found again, whatever stands beside them.
          const found = matches.filter(({ kind }) => kind === 'same' || kind === 'repeat');
          expect(found.length).toBeGreaterThanOrEqual(Math.min(known.length, orders.length));
        },
      ),
    );
  });

  it('does not depend on the order of rows and known orders, but for equal ones', () => {
    fc.assert(
      fc.property(fc.array(keyed, { maxLength: 6 }), fc.array(keyed, { maxLength: 6 }), (ours, theirs) => {
        const known = theirs.map((text, at) => sent(at + 1, text));
        const orders = ours.map((text, at) => row(at + 2, text));
        const kinds = (list: readonly FileOrder[], others: readonly KnownOrder[]): string[] =>
          [...matchOrders(list, others, 'ask').values()].map(({ kind }) => kind).toSorted();
        expect(kinds(orders.toReversed(), known.toReversed())).toHaveLength(orders.length);
        const strong = (list: readonly string[]): number => list.filter((kind) => kind === 'same').length;
        const [one, other] = [kinds(orders, known), kinds(orders, known.toReversed())];
        expect(strong(one)).toBe(strong(other));
      }),
    );
  });
});
