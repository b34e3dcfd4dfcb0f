import { describe, expect, it } from 'vitest';
import {
  goesOn,
  headsFresh,
  mayBeSection,
  sectionSays,
  titleSays,
} from '../../../../shared/domain/rows/section-heads.ts';

describe('what a line between the orders says of those below it', () => {
  it.each([
    ['УЖЕ ОТПРАВЛЕНО 01.12', 'done'],
    ['Отправленные вчера', 'done'],
    ['Заказы отправленные 01.12', 'done'],
    ['01.12 — отправлено', 'done'],
    ['✅ Yuborilganlar', 'done'],
    ['Allaqachon jo‘natilgan', 'done'],
    ['Юборилди', 'done'],
    ['Already sent 1 Dec', null],
    ['Already sent', 'done'],
    ['Sent 01.12', 'done'],
    ['АРХИВ — доставлено', 'done'],
    ['Kechagi', 'earlier'],
    ['Kechagi buyurtmalar', 'earlier'],
    ['ВЧЕРАШНИЕ', 'earlier'],
    ['Старые', 'earlier'],
    ['Кечаги заказлар', 'earlier'],
    ['Bekor qilinganlar', 'cancelled'],
    ['--- Отменённые ---', 'cancelled'],
    ['Mijoz qaytarganlar', 'cancelled'],
    ['Заказы с отменой', 'cancelled'],
    ['Черновики', 'draft'],
    ['Qoralama', 'draft'],
    ['Самовывоз', 'pickup'],
    ['Не отправлять', 'notToSend'],
    ['Ждут оплаты', 'notToSend'],
    ['Ждём предоплату', 'notToSend'],
    ['Думают', 'notToSend'],
    ['Не отвечают', 'notToSend'],
    ['Недозвон', 'notToSend'],
    ['Не оплачены', 'unpaid'],
    // Those that are to go, and what says nothing of it.
    ['НОВЫЕ', null],
    ['Bugungi', null],
    ['НЕ ОТПРАВЛЕНО', null],
    ['Yuborilmaganlar', null],
    ['К отправке 03.12', null],
    ['Kechqurun', null],
    ['Kuryer: Bahodir', null],
    ['Заказ № 15 отправлен', null],
    ['Отпустил ________', null],
    ['Без возврата', null],
    ['Toshkent shahri', null],
    ['03.12.2026', null],
  ] as const)('%s: %s', (text, says) => expect(sectionSays(text)).toBe(says));

  it.each(['НОВЫЕ', 'Новые заказы 02.12', 'Yangilar', 'Bugungi', 'НЕ ОТПРАВЛЕНО', 'На сегодня', 'New orders'])(
    '%s heads orders that go',
    (text) => expect(headsFresh(text)).toBe(true),
  );

  it.each(['Стр. 2 из 3', '2-bet', 'Реестр (продолжение)'])('%s goes on with what is above', (text) =>
    expect(goesOn(text)).toBe(true),
  );

  it('days, hours, places and labels are no words that nobody knows', () => {
    expect(['Брак', 'VIP mijozlar'].map(mayBeSection)).toEqual([true, true]);
    for (const text of ['03.12', 'Вечер', 'Chilonzor tumani', 'Kuryer: Bahodir', '10:00–12:00', 'Курьер Бахадир'])
      expect(mayBeSection(text)).toBe(false);
  });

  it('a title says only what is meant of all', () => {
    expect(
      ['Отменённые заказы', 'Yuborilgan buyurtmalar', 'Заказы и возвраты', 'Kechagi buyurtmalar', 'Образец'].map(
        titleSays,
      ),
    ).toEqual(['cancelled', 'done', null, null, null]);
  });
});
