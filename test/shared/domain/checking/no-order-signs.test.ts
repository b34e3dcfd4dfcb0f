/** Orders that the sheet marks in columns of its own (docs/domain.md, «Orders that are not to be sent»). */
import { describe, expect, it } from 'vitest';
import { documentHeadings, issueCodes, openRows, orderRow } from '../../../support/batch.ts';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { TestCell } from '../../../support/table.ts';

/** The document's columns and one more, with these values. */
function withColumn(heading: string, ...values: TestCell[]) {
  return [
    [...documentHeadings, heading],
    ...values.map((value, at) => [...orderRow({ order_id: String(700001 + at) }), value]),
  ];
}
const heldBy = (heading: string, ...values: TestCell[]): string[] =>
  issueCodes(openRows(withColumn(heading, ...values))).filter((code) => /marked|cancelled/.test(code));

describe('a column of kinds', () => {
  it('holds an order that one of its few words calls a return', () => {
    expect(heldBy('Тип', 'Доставка', 'Забор возврата', 'Доставка')).toEqual(['orders.cancelledOrder']);
  });

  it('says nothing where the words are many, long, or none speaks of it', () => {
    expect(heldBy('Тип', 'Доставка', 'Повтор', 'Доставка')).toEqual([]);
    expect(heldBy('Тип', 'a', 'b', 'c', 'd', 'e', 'f', 'возврат')).toEqual([]);
    expect(heldBy('Тип', 'Доставка', 'возврат старого товара при получении нового')).toEqual([]);
    expect(heldBy('Тип', 'возврат', 'возврат')).toEqual([]);
    expect(heldBy('Javob', '', 'OTKAZ', 'Sardor')).toEqual([]);
  });
});

describe('a status that says what a note may say', () => {
  it.each(['Думает', 'Клиент думает', 'BTSga topshirildi', 'сдан в BTS', 'oʻylab koʻradi'])(
    '«%s» is held',
    (status) => {
      expect(heldBy('Статус', 'Новый', status, 'Новый')).toEqual(['orders.marked']);
    },
  );

  it.each(['Передан курьеру', 'Отправить', 'В сборке', 'qabul qilindi'])('«%s» is not', (status) => {
    expect(heldBy('Статус', 'Новый', status, 'Новый')).toEqual([]);
  });
});

describe('a filled reason of cancelling', () => {
  it('a duplicate is held as a draft is', () => {
    expect(heldBy('Статус', 'Новый', 'Дубль', 'Новый')).toEqual(['orders.marked']);
  });

  it('holds its order', () => {
    expect(heldBy('Причина отмены', '', 'передумал', '-')).toEqual(['orders.marked']);
    expect(heldBy('Отмена', 'да', '', 'нет')).toEqual(['orders.marked']);
  });
});

describe('a stage at which orders have neither address nor day', () => {
  const deals = (...rows: readonly (readonly [stage: string, hasDetails: boolean])[]) =>
    openRows([
      [...documentHeadings, 'Этап сделки'],
      ...rows.map(([stage, hasDetails], at) => [
        ...orderRow({
          order_id: String(700001 + at),
          ...(hasDetails ? {} : { address: '', scheduled_at: '', region: '' }),
        }),
        stage,
      ]),
    ]);

  it('holds them, leaving them out first, and nothing of them is asked', () => {
    const batch = deals(['Отправить', true], ['Думает', false], ['Отправить', true]);
    expect(issueCodes(batch).filter((code) => /marked|blank|undated/.test(code))).toEqual(['orders.marked']);
    expect(batch.summary().fileIssues[0]).toMatchObject({
      code: 'orders.markedOrders',
      fix: { kind: 'leaveOut', orderKeys: ['700002'] },
    });
  });

  it('is none where an order of that stage is complete, or all are of one stage', () => {
    expect(issueCodes(deals(['Отправить', true], ['Отправить', false]))).not.toContain('orders.marked');
    expect(issueCodes(deals(['Первый контакт', false], ['Первый контакт', false]))).not.toContain('orders.marked');
    expect(issueCodes(deals(['Прозвон', false], ['Прозвон', false]))).not.toContain('orders.marked');
  });
});

describe('a status that nobody knows', () => {
  const unknownIn = (heading: string, ...values: TestCell[]) =>
    openRows(withColumn(heading, ...values))
      .causes()
      .filter(({ code }) => code === 'orders.statusUnknown')
      .map(({ params, severity, fixAll }) => [params['value'], severity, fixAll]);

  it('is pointed out once, with leaving out all orders that have it', () => {
    const found = unknownIn('Holat', 'Omborda turibdi', 'Yangi', 'Omborda turibdi');
    expect(found).toEqual([
      [
        'Omborda turibdi',
        'warning',
        expect.objectContaining({ kind: 'leaveOutWhere', heading: 'Holat', value: 'Omborda turibdi', out: true }),
      ],
    ]);
  });

  it('offers to send them, too, first where most orders say so, and asks no more once that was said', () => {
    const batchOf = (rules: Partial<Rules>, ...values: string[]) => openRows(withColumn('Holat', ...values), { rules });
    const asked = (rules: Partial<Rules>, ...values: string[]) => {
      const order = batchOf(rules, ...values).order('700001');
      const issues = order.ok ? order.value.issues : [];
      return issues.flatMap(({ code, answers = [] }) =>
        code === 'orders.statusUnknown' ? answers.map(({ fix }) => fix) : [],
      );
    };
    expect(asked({}, 'Omborda turibdi', 'Omborda turibdi', 'Yangi')[0]).toEqual({
      kind: 'setRules',
      answer: 'statusGoes',
      rules: { goingStatuses: ['Omborda turibdi'] },
    });
    expect(asked({}, 'Omborda turibdi', 'Yangi', 'Yangi')[0]).toMatchObject({ kind: 'leaveOutWhere' });
    const going = { goingStatuses: ['omborda turibdi'] };
    expect(asked(going, 'Omborda turibdi', 'Yangi')).toEqual([]);
    expect(batchOf(going, 'Omborda turibdi', 'Yangi').summary().fileIssues).toContainEqual(
      expect.objectContaining({ code: 'orders.statusesGo', severity: 'notice' }),
    );
  });

  it.each([
    'отправить',
    'Joʻnatishga tayyor',
    'Yangi',
    'Передано в доставку',
    'Тасдиқланди',
    'Out for delivery',
    'Hazırlanıyor',
    'Оплачен',
    'Создан',
    'Yaratildi',
  ])('is not «%s»', (status) => {
    expect(unknownIn('Статус', status)).toEqual([]);
  });

  it.each(['İptal edildi', 'Бас тартылды', 'Жеткізілді', 'Teslim edildi', 'biykar etildi', 'gowşuryldy'])(
    '«%s», of the neighbours’ languages, holds the order',
    (status) => {
      expect(heldBy('Durum', status)).toHaveLength(1);
    },
  );
});

describe('a column by whose words rows are left out for good', () => {
  const unknown = (heading: string, left: string, ...values: TestCell[]) =>
    openRows(withColumn(heading, ...values), {
      input: { settled: { values: [], rows: [{ heading, value: left, at: 0 }], headings: [] } },
    })
      .causes()
      .filter(({ code }) => code === 'orders.statusUnknown')
      .map(({ params }) => params['value']);

  it('is one of states: a word that was never seen is told, whatever it begins like', () => {
    expect(unknown('Natija', 'Rad etdi', 'Tasdiqladi', 'Yangi yildan keyin oladi', 'Boshqa joyda')).toEqual([
      'Yangi yildan keyin oladi',
      'Boshqa joyda',
    ]);
  });

  it('is none of couriers, of remarks or of a field', () => {
    expect(unknown('Kuryer', 'samovyvoz', 'Bahodir', 'Sanjar')).toEqual([]);
    expect(unknown('Izoh', 'bekor', 'Eshik oldida kutadi', 'Qizil rang')).toEqual([]);
    expect(unknown('full_name', 'Qaytdi', 'Aziz Karimov')).toEqual([]);
  });
});
