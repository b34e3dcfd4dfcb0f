import { describe, expect, it } from 'vitest';
import { notedDay } from '../../../../../shared/domain/values/dates/noted-day.ts';

/** Monday; the order is for the next day. */
const today = '2026-11-30';
const read = (note: string, orderDay = '2026-12-01'): string | null => {
  const found = notedDay(note, orderDay, today);
  return found === null ? null : `${found.day}${found.time === null ? '' : ` ${found.time}`}`;
};

describe('a day after the one of the remark', () => {
  it.each([
    ['перенести на завтра', '2026-11-30', '2026-12-01'],
    ['завтра', '2026-11-30', '2026-12-01'],
    ['ertaga olib boring', '2026-11-30', '2026-12-01'],
    ['индинга қолдирилсин', '2026-12-01', '2026-12-02'],
    ['перенести на послезавтра после 15:00', '2026-11-30', '2026-12-02 15:00'],
    // Made when the order could not be delivered, the day before.
    ['перенести на завтра', '2026-11-29', '2026-11-30'],
    ['завтра', '2026-11-20', '2026-12-01'],
  ])('«%s» of an order for %s', (note, orderDay, day) => expect(read(note, orderDay)).toBe(day));

  it.each(['ertaga qo‘ng‘iroq qiling', 'завтра день рождения', 'перенести на завтра', 'завтра'])(
    '«%s» of an order for tomorrow moves nothing',
    (note) => expect(read(note)).toBeNull(),
  );
});

describe('a remark that moves the day', () => {
  it.each([
    ['перенести на 03.12.2026', '2026-12-03'],
    ['перенос на 5 декабря после 15:00', '2026-12-05 15:00'],
    ['Клиент просит доставку 04.12', '2026-12-04'],
    ['на 3-е перенесли', '2026-12-03'],
    ['доставить 30 числа', '2026-11-30'],
    ['3-dekabrga o‘tkazildi', '2026-12-03'],
    ['28.12 ga ko‘chirilsin', '2026-12-28'],
    ['5-dekabr kuni yetkazilsin, soat 9:30', '2026-12-05 09:30'],
    ['payshanba kuni olib borilsin', '2026-12-03'],
    ['жума куни етказилсин', '2026-12-04'],
    ['привезти в субботу', '2026-12-05'],
    ['deliver on 4 December', '2026-12-04'],
    ['05.12 после 15:00', '2026-12-05 15:00'],
    ['не 01.12, а 02.12 привезти', '2026-12-02'],
    ['15 yanvarga surildi', '2027-01-15'],
  ])('«%s»', (note, day) => {
    expect(read(note)).toBe(day);
  });

  it.each([
    ['код двери 2804, кв 12'],
    ['дом 12/4, доставить до двери'],
    ['подарок на 8 декабря, упаковать'],
    ['оплата 3 декабря при доставке'],
    ['Jumaboyev Sardorga bering'],
    ['завтра после 14:00 дома'],
    ['доставить 01.12'],
    ['доставить 25.11'],
    ['перенести на 3 или 4 декабря'],
    ['доставка с 10.00 до 14.00'],
    ['2 шт по 90.000'],
    ['в пятницу звонил'],
    ['сделать до 31.02'],
    ['привезти летом, 01.07'],
    [`перенести на 03.12 ${'и ещё '.repeat(30)}`],
  ])('«%s» names none', (note) => {
    expect(read(note)).toBeNull();
  });

  it('is none where the order’s own day is that day of the week', () => {
    expect(read('payshanba kuni olib borilsin', '2026-12-10')).toBeNull();
  });
});
