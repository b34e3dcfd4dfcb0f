/** What the words of a heading say together, and whose it is (docs/domain.md, «How a column is judged»). */
import { describe, expect, it } from 'vitest';
import { foldHeading } from '../../../../shared/domain/columns/fold-heading.ts';
import { hintOf, isPersonal, meaningOf, readWords } from '../../../../shared/domain/columns/heading-grammar.ts';
import { readHeading } from '../../../../shared/domain/columns/name-match.ts';

const wordsOf = (heading: string) => readWords(foldHeading(heading).words);
const meaning = (heading: string): string | null => {
  const found = meaningOf(wordsOf(heading));
  return found === null ? null : (found.field ?? `not sent: ${found.kind}`);
};

describe('a heading of which some words are not known', () => {
  it.each([
    ['ID товара из системы учёта', 'client_product_id'],
    ['Цена одной единицы согласно прайсу', 'price'],
    ['Цена поставщика закупочная', null],
    ['Xyz abc', null],
    ['Заявка', 'order_id'],
    ['Счёт-фактура', 'order_id'],
    ['Mijoz raqami', 'phone'],
    ['Мижоз рақами', 'phone'],
    ['Вручение', 'scheduled_at'],
    ['Yetkazamiz', 'scheduled_at'],
    ['Kurs', null],
  ])('%j hints at %j', (heading, expected) => expect(hintOf(wordsOf(heading))).toBe(expected));
});

describe('words together', () => {
  it.each([
    ['Тел. получателя', 'phone'],
    ['Адр. доставки', 'address'],
    ['ID тов.', 'client_product_id'],
    ['Кол-во шт', 'quantity'],
    ['Mijozning ismi-sharifi', 'full_name'],
    ['Buyurtmaning raqami', 'order_id'],
    ['Қачон етказиб берайлик?', 'scheduled_at'],
    ['Исм ва фамилиянгиз', 'full_name'],
    ['Telefon raqamingiz', 'phone'],
    ['Atı-jóni', 'full_name'],
    ['Ota-onasi F.I.Sh.', 'full_name'],
    ['Ismingiz nima?', 'full_name'],
    ['Nima buyurtma qilasiz?', 'product_name'],
    ['Qaysi toʻplamni tanlaysiz?', 'product_name'],
    ['Что (ID)', 'client_product_id'],
    ['Qayerda yashaysiz?', 'address'],
    ['Получатель (если другой)', 'full_name'],
    ['Buyr. raq.', 'order_id'],
    ['Тлф', 'phone'],
    ['Адрс', 'address'],
    ['Mnzl', 'address'],
    ['Klnt tlf', 'phone'],
    ['Тапсырма номери', 'order_id'],
    ['Өним', 'product_name'],
    ['Санаи расонидан', 'scheduled_at'],
    ['Всего шт', 'quantity'],
    ['Jami soni', 'quantity'],
    ['Цена с НДС', 'price'],
    ['Narxi QQS bilan', 'price'],
    ['Цена без НДС', null],
    ['Qayer', 'address'],
    ['Точка выгрузки', 'address'],
    ['Sovgʻa ID', 'client_product_id'],
    ['Qariydardıń atı', 'full_name'],
    ['Topshirish muddati', 'scheduled_at'],
    ['cnt', 'quantity'],
    ['Код вариации', 'client_product_variation_id'],
    ['Тапсырыс нөмірі', 'order_id'],
    ['Жеткізу күні', 'scheduled_at'],
    ['Жеткирүү дареги', 'address'],
    ['Рақами телефон', 'phone'],
    ['Скидка по карте', 'not sent: orderDiscount'],
    ['Стоимость доставки', 'not sent: deliveryFee'],
    ['Дата создания заказа', 'not sent: created'],
    ['Доп. номер телефона', 'not sent: secondPhone'],
    ['Valyutasi', 'not sent: currency'],
    ['OrdNo', 'order_id'],
    ['CustName', 'full_name'],
    ['Manz.', 'address'],
    ['Mahs. ID', 'client_product_id'],
    ['Deliv. date', 'scheduled_at'],
    ['Xaridor F.I.Sh.', 'full_name'],
    ['Buyırtpa nomeri', 'order_id'],
    ['Как вас зовут?', 'full_name'],
    ['Когда', 'scheduled_at'],
    ['Срок', null],
    ['Yetkazish muddati', 'scheduled_at'],
    ['Закупочная цена', null],
    ['Количество возвратов', null],
    ['Номер для связи', 'phone'],
    ['Контактное лицо', 'full_name'],
    ['Yetkazib berish joyi', 'address'],
    ['Yetk. sana', 'scheduled_at'],
    ['Квитанция №', 'order_id'],
    ['Bir dona narxi', 'price'],
    ['Trek raqami', null],
    ['Код товара в WMS', 'client_product_id'],
    ['Qabul qiluvchi shaxs', 'full_name'],
    ['Номер машины', null],
    ['Объемный вес товаров', null],
    ['Xyz', null],
    ['', null],
  ])('%j', (heading, expected) => expect(meaning(heading)).toBe(expected));
});

describe('whose it is', () => {
  it.each([
    ['Тел. получателя', 'recipient'],
    ['Qabul qiluvchi telefoni', 'recipient'],
    ['Телефон клиента', 'customer'],
    ['Тел. отправителя', 'sender'],
    ['Joʻnatuvchi manzili', 'sender'],
    ['Жўнатувчи', 'sender'],
    ['Плательщик', 'payer'],
    ['Ota-onasi F.I.Sh.', 'customer'],
    ['Ота-она телефони', 'customer'],
    ['ФИО родителя', 'customer'],
    ['Bola ismi', 'related'],
    // Two letters of another keyboard.
    ['Доʻkon telefoni', 'shop'],
    ['Doʻkon telefoni', 'shop'],
    ['Адрес склада', 'warehouse'],
    ['Kuryer telefoni', 'courier'],
    ['Yetkazib beruvchi', 'courier'],
    ['Оператор', 'operator'],
    ['ФИО менеджера', 'manager'],
    ['Название организации', 'company'],
    ['Адрес ПВЗ', 'pickupPoint'],
    ['Склад назначения', 'warehouse'],
    ['Телефон', null],
  ])('%j', (heading, role) => expect(wordsOf(heading).role).toBe(role));

  it.each(['Отправитель', 'Тел. отправителя', 'Joʻnatuvchi telefoni', 'Город отправления', 'Отправитель / Телефон'])(
    '%j is nobody’s field',
    (heading) => {
      const { matches, unsentKind } = readHeading(heading);
      expect([matches, unsentKind]).toEqual([[], 'ofOther']);
    },
  );

  it.each(['Артикул продавца', 'магазин Сопол', 'Дата отправления'])('%j is about no person', (heading) => {
    expect(readHeading(heading).unsentKind).not.toBe('ofOther');
  });

  it('a name alone is about a person', () => expect(isPersonal(wordsOf('Отправитель'))).toBe(true));
});

describe('words without vowels', () => {
  const vowels = /(?<=.)[аеиоуыэюяaeiou]/gu;
  it.each(['телефон', 'manzil', 'mahsulot', 'miqdor', 'стоимость', 'доставка', 'клиент'])('%s means the same', (word) =>
    expect(wordsOf(word.replace(vowels, ''))).toMatchObject({ ...wordsOf(word), rest: expect.anything() }),
  );

  it('are not words with a letter missing', () => {
    expect(wordsOf('закза').guessed).toBe(1);
    expect(wordsOf('зкз').guessed).toBe(0);
  });
});

describe('words that are written in another way', () => {
  const fields = (heading: string): string => {
    const { matches, part, unsentKind } = readHeading(heading);
    return [...matches.map(({ field }) => field), part, unsentKind].filter((one) => one !== undefined).join(' ');
  };

  it.each([
    ['Контатное лицо', 'full_name'],
    ['Заакзано', 'quantity'],
    ['Буйруутма номери', 'order_id'],
    ['Буюртма рақаамингиз', 'order_id'],
    ['Yetkkazib berish manzili', 'address'],
    ['Код товра', 'product_code'],
    ['Famiiliya', 'lastName'],
  ])('with a slip of the finger: «%s» is %s', (heading, expected) => expect(fields(heading)).toContain(expected));

  it.each([
    ['custname', 'full_name'],
    ['prodid', 'client_product_id'],
    ['clientphone', 'phone'],
  ])('without a space: «%s» is %s', (heading, expected) => expect(fields(heading)).toContain(expected));

  it.each([
    ['Gorod', 'city'],
    ['Gorod dostavki', 'city'],
    ['Adress poluchatelya', 'address'],
  ])('in the other script: «%s» is %s', (heading, expected) => expect(fields(heading)).toContain(expected));

  it('says whose it is all the same', () => {
    expect(readHeading('Отпарвитель').role).toBe('sender');
    expect(readHeading('Тел. курьреа').unsentKind).toBe('ofOther');
  });

  // «tartib» (order of numbers) is one letter away from «tarkib» (list).
  it.each(['Бренд', 'Партия', 'Маршрут', 'Наценка', 'Оценка', 'Смена', 'Mavzu'])('«%s» is none of them', (heading) =>
    expect(fields(heading)).toBe(''),
  );
  it('does not take a real word for a mistyped one', () =>
    expect(readHeading('Buyurtma tartib raqami').matches[0]).toMatchObject({
      field: 'order_id',
      strength: 'composed',
    }));
});
