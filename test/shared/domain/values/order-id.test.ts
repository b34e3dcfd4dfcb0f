import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseOrderId } from '../../../../shared/domain/values/order-id.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

describe('order ids', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['1', '1'],
    ['1001', '1001'],
    ['#1001', '1001'],
    ['# 1001', '1001'],
    ['№1001', '1001'],
    ['№ 1001', '1001'],
    ['1001.0', '1001'],
    ['1001.00', '1001'],
    ['01001', '1001'],
    ['001', '1'],
    ["'1001", '1001'],
    ['="1001"', '1001'],
    ['\uFEFF1001', '1001'],
    ['\u00A01001\u00A0', '1001'],
    ['1001\u200B', '1001 ·invisible'],
    ['2147483647', '2147483647'],
    ['2147483648', '2147483648 !orderId.large'],
    ['123456789012345', '123456789012345 !orderId.large'],
    ['1234567890123456', '✕ orderId.tooLong'],
    ['9007199254740993', '✕ orderId.tooLong'],
    ['0', '✕ orderId.notPositive'],
    ['#0', '✕ orderId.notPositive'],
    ['-5', '✕ orderId.notPositive'],
    ['A-1001', '✕ orderId.letters'],
    ['C536379', '✕ orderId.letters'],
    ['a81f22c0', '✕ orderId.letters'],
    ['1001a', '✕ orderId.letters'],
    ['12345678-0001', '✕ orderId.letters'],
    ['1001/2', '✕ orderId.letters'],
    ['##1001', '✕ orderId.letters'],
    ['ORD1001', '✕ orderId.letters'],
    ['1001.5', '✕ orderId.fraction'],
    ['1001,5', '✕ orderId.fraction'],
    ['1.5', '✕ orderId.fraction'],
    ['1.22E+06', '✕ orderId.scientific'],
    ['1,22E+06', '✕ orderId.scientific'],
    ['1E5', '✕ orderId.scientific'],
    ['1 220 011', '✕ orderId.spaces → 1220011'],
    ['100 200', '✕ orderId.spaces → 100200'],
    ['1001 1002', '✕ orderId.letters'],
    ['', 'blank'],
    ['#', 'blank'],
    ['-', 'blank'],
    ['n/a', 'blank'],
    ['#N/A', '✕ sheetError'],
    ['#REF!', '✕ sheetError'],
  ];
  test.each(cases)('%j → %s', (text, expected) => {
    expect(outcome(parseOrderId(textCell(text)))).toBe(expected);
  });

  test.each([
    ['number', '1220011', '1220011'],
    ['number', '1220011.0', '1220011'],
    ['number', '1.220011E+06', '1220011'],
    ['number', '1.5', '✕ orderId.fraction'],
    ['number', '12345678901234567', '✕ orderId.tooLong'],
    ['date', '45568', '✕ isDate'],
    ['percent', '0.1', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
    ['error', '#N/A', '✕ sheetError'],
    ['uncalculated', '', '✕ uncalculated'],
    ['empty', '', 'blank'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parseOrderId(cellOf(kind, text)))).toBe(expected);
  });

  test('every spelling of a number is that number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999_999_999 }),
        fc.constantFrom('', '#', '№', '№ '),
        fc.constantFrom('', '.0'),
        (id, before, after) => {
          expect(parseOrderId(textCell(`${before}${id}${after}`))).toMatchObject({ kind: 'value', value: id });
        },
      ),
    );
  });
});
