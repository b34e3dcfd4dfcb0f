/** Details of shops, warehouses and companies: the sender's, or the buyer's. */
import { describe, expect, it } from 'vitest';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

function fieldsOf(...sheet: readonly (readonly string[])[]): Record<string, string | null> {
  const { plan } = interpretedSheet(sheet);
  return Object.fromEntries(plan.columns.map(({ heading, field }) => [heading, field]));
}

/** What is offered for a column, best first. */
function offeredFor(heading: string, ...sheet: readonly (readonly string[])[]): readonly string[] {
  const { plan } = interpretedSheet(sheet);
  return plan.columns.find((one) => one.heading === heading)?.candidates.map(({ field }) => field) ?? [];
}

const shops = (phone: string, address: string) =>
  [
    ['Агент', 'Тел. агента', '№ заявки', 'Наименование магазина', phone, address, 'Товар', 'Кол-во'],
    ['Эркин', '90 700 01 02', '9051', 'Магазин «Дилноза»', '91 337 20 84', 'Бухара, ул. Мустакиллик, 33', 'Чай', '2'],
    ['Эркин', '90 700 01 02', '9052', 'Минимаркет «Ромитан»', '93 455 61 90', 'Ромитан, центральный рынок', 'Чай', '4'],
    ['Жасур', '97 700 03 04', '9053', 'Магазин «Фаррух»', '99 208 14 57', 'Навои, ул. Галаба, 12', 'Чай', '6'],
  ] as const;

describe('details of shops, warehouses and companies', () => {
  it.each([
    ['Телефон магазина', 'Адрес магазина'],
    ['Doʻkon telefoni', 'Doʻkon manzili'],
    ['Тел. аптеки', 'Адрес аптеки'],
    ['Телефон организации', 'Адрес склада'],
  ])('are the buyers’ where every row has its own: «%s», «%s»', (phone, address) => {
    expect(fieldsOf(...shops(phone, address))).toMatchObject({
      'Тел. агента': null,
      'Наименование магазина': 'full_name',
      [phone]: 'phone',
      [address]: 'address',
    });
  });

  it('are the buyers’ where one of them ordered twice', () => {
    const sheet = [
      ['№ заявки', 'Аптека', 'Телефон аптеки', 'Адрес аптеки'],
      ['11', 'Салом', '90 700 11 02', 'Ургут, ул. Навои, 4'],
      ['12', 'Шифо', '93 700 11 03', 'Джамбай, рынок'],
      ['13', 'Салом', '90 700 11 02', 'Ургут, ул. Навои, 4'],
    ];
    expect(fieldsOf(...sheet)).toMatchObject({
      Аптека: 'full_name',
      'Телефон аптеки': 'phone',
      'Адрес аптеки': 'address',
    });
  });

  it('are the sender’s where rows of different buyers share them', () => {
    const sheet = [
      ['№ заказа', 'Покупатель', 'Телефон', 'Адрес склада'],
      ['11', 'Азимова Нодира', '90 700 11 02', 'Ташкент, ул. Бабура, 1'],
      ['12', 'Каримов Бахтиёр', '93 700 11 03', 'Чирчик, ул. Навои, 7'],
      ['13', 'Юсупова Дилором', '94 700 11 04', 'Ташкент, ул. Бабура, 1'],
    ];
    expect(fieldsOf(...sheet)['Адрес склада']).toBeNull();
    expect(offeredFor('Адрес склада', ...sheet)).toContain('address');
  });

  it('are a customer’s own only where it is a warehouse or a company', () => {
    const sheet = (address: string) => [
      ['№ заказа', 'Покупатель', 'Телефон', address],
      ['11', 'ООО «Бунёд»', '90 700 11 02', 'Чиназ, ул. Тошкент, 1'],
      ['12', 'ООО «Бунёд»', '90 700 11 02', 'Янгиюль, ул. Каунчи, 19'],
      ['13', 'ЧП «Мустафо»', '94 700 11 04', 'Гулистан, ул. Бирлашган, 6'],
    ];
    expect(fieldsOf(...sheet('Адрес склада'))['Адрес склада']).toBe('address');
    expect(fieldsOf(...sheet('Адрес магазина'))['Адрес магазина']).toBeNull();
    expect(offeredFor('Адрес магазина', ...sheet('Адрес магазина'))).toContain('address');
  });

  it('are not asked for beside the customer’s, and a seller’s or an agent’s never', () => {
    const sheet = [
      ['№', 'Адрес магазина', 'Телефон поставщика', 'Тел. агента', 'Клиент', 'Адрес доставки'],
      ['1', 'Бухара, ул. Навои, 1', '90 700 11 02', '91 700 11 02', 'Азимова Нодира', 'Каган, ул. Бухоро, 6'],
      ['2', 'Чиназ, ул. Тошкент, 1', '90 700 11 03', '91 700 11 03', 'Каримов Бахтиёр', 'Бухара, ул. Гиждуван, 9'],
      ['3', 'Навои, ул. Галаба, 12', '90 700 11 04', '91 700 11 04', 'Юсупова Дилором', 'Навои, ул. Зарафшан, 3'],
    ];
    expect(fieldsOf(...sheet)).toMatchObject({
      'Адрес магазина': null,
      'Телефон поставщика': null,
      'Тел. агента': null,
      'Адрес доставки': 'address',
    });
    for (const heading of ['Телефон поставщика', 'Тел. агента'])
      expect(offeredFor(heading, ...sheet)).not.toContain('phone');
  });
});

describe('firms under a heading that is in no list', () => {
  const sheet = (...names: readonly string[]) =>
    fieldsOf(
      ['Заказ №', 'Сервис-центр', 'Телефон', 'Область', 'Адрес', 'Товар', 'Кол-во'],
      ...names.map((name, at) => [
        `26${at}`,
        name,
        `90 987 30 1${at}`,
        'Бухарская область',
        `Каган, 5-${at}`,
        'Чай',
        '2',
      ]),
    )['Сервис-центр'];

  it('are the customers, among people or other firms', () => {
    expect(sheet('СТО «Гарант»', 'Азимов Тимур', 'СТО «Мега»')).toBe('full_name');
    expect(sheet('ООО Бунёд', 'СТО «Мега»', 'Orzu MChJ')).toBe('full_name');
  });

  it('are not taken by quotation marks alone: a ware has them, too', () => {
    expect(sheet('Шампунь «Лилия»', 'Мыло «Роза»', 'Крем «Нежность»')).toBeNull();
  });
});
