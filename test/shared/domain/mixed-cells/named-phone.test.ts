import { describe, expect, it } from 'vitest';
import { readNamedPhone } from '../../../../shared/domain/mixed-cells/named-phone.ts';

const read = (text: string): readonly string[] => readNamedPhone(text).parts.map(({ text: part }) => part);

describe('a phone with a name beside it', () => {
  it.each([
    ['+998 90 123 68 51 Azizxon', 'Azizxon', '+998 90 123 68 51'],
    ['Nilufar Karimova 90 511 06 41', 'Nilufar Karimova', '90 511 06 41'],
    ['93 511 06 42 (Бобур ака)', 'Бобур ака', '93 511 06 42'],
    ['Shahlo opa, +998975110643', 'Shahlo opa', '+998975110643'],
    ['Ким-Ли Анна: 901234567', 'Ким-Ли Анна', '901234567'],
    ['Yulduz tel: 99 345 60 05', 'Yulduz', '99 345 60 05'],
    ['Ким Елена, тел. 901234567', 'Ким Елена', '901234567'],
  ])('«%s»', (text, name, phone) => {
    expect(read(text)).toEqual([name, phone]);
  });

  it.each([
    ['Bahodir Sobirov', 'Bahodir Sobirov'],
    ['+998901234567', '+998901234567'],
  ])('«%s» has one of both', (text, part) => {
    expect(read(text)).toEqual([part]);
  });

  it.each([
    '+998901234567 tel',
    '901234567 (муж)',
    'Aziz 901234567, 911234567',
    'Aziz 901234567, Navoiy 5',
    'Navoiy 5',
    'tel',
  ])('«%s» is something else', (text) => {
    expect(read(text)).toEqual([]);
  });
});
