import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../../main/engine/batch.ts';
import { fixFromInput } from '../../../../shared/domain/questions/question-answers.ts';
import { documentHeadings, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

const blankCustomer = {
  scheduled_at: '',
  full_name: '',
  phone: '',
  address: '',
  region: '',
  country: '',
  city: '',
  zip: '',
};
const item = (product: string) => ({ client_product_id: product, client_product_variation_id: '' });

describe('grouping rows into orders', () => {
  it('groups by order id in file order, also where the rows lie apart, with a notice', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ order_id: '2' }),
      orderRow({ order_id: '1' }),
      orderRow({ order_id: '2', ...item('18') }),
    ]);
    expect(
      requestsOf(batch).map((request) => [request.order_id, request.order_items.map((one) => one.client_product_id)]),
    ).toEqual([
      [2, [17, 18]],
      [1, [17]],
    ]);
    expect(issueCodes(batch)).toEqual(['orders.rowsApart']);
  });

  it('lets later rows inherit the customer of the order’s first row', () => {
    const batch = openRows([documentHeadings, orderRow(), orderRow({ ...blankCustomer, ...item('18') })]);
    expect(requestsOf(batch)).toHaveLength(1);
    expect(requestsOf(batch)[0]).toMatchObject({ full_name: 'Karimova Aziza', zip: '200100' });
    expect(issueCodes(batch)).toEqual([]);
  });

  it('inherits upwards too, where the first row has no value', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '' }), orderRow(item('18'))]);
    expect(requestsOf(batch)[0]?.phone).toBe('+998901234567');
  });

  it('counts a merged order id for all rows that it covers', () => {
    const merged = [{ firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 }];
    const batch = openRows([documentHeadings, orderRow(), orderRow({ order_id: '', ...item('18') })], {
      facts: { merged },
    });
    expect(requestsOf(batch)[0]?.order_items).toHaveLength(2);
    expect(issueCodes(batch)).toEqual([]);
  });

  it('counts a region merged over several orders for each of them', () => {
    const merged = [{ firstRow: 2, lastRow: 3, firstColumn: 5, lastColumn: 5 }];
    const batch = openRows([documentHeadings, orderRow(), orderRow({ order_id: '700002', region: '' })], {
      facts: { merged },
    });
    expect(requestsOf(batch).map(({ region }) => region)).toEqual(['Buxoro viloyati', 'Buxoro viloyati']);
  });

  it('takes a row without id and customer as another item of the order above, with a notice', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(),
      orderRow({ order_id: '', ...blankCustomer, ...item('18') }),
      orderRow({ order_id: '', ...blankCustomer, ...item('19') }),
    ]);
    expect(requestsOf(batch)[0]?.order_items.map((one) => one.client_product_id)).toEqual([17, 18, 19]);
    expect(issueCodes(batch)).toEqual(['orders.idFromAbove']);
  });

  const noItem = {
    client_product_id: '',
    client_product_variation_id: '',
    quantity: '',
    price: '',
    discount: '',
    final_price: '',
  };

  it('takes a first row without an item as the head of the items below it, with a notice', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(noItem),
      orderRow({ order_id: '', ...blankCustomer, ...item('18') }),
      orderRow({ order_id: '', ...blankCustomer, ...item('19') }),
    ]);
    expect(
      requestsOf(batch).map(({ full_name: name, order_items: items }) => [
        name,
        items.map((one) => one.client_product_id),
      ]),
    ).toEqual([['Karimova Aziza', [18, 19]]]);
    expect(issueCodes(batch)).toEqual(['orders.headRow', 'orders.idFromAbove']);
    expect(batch.rows({ show: 'all', cause: null, search: '' }, 0, 1).rows[0]?.group?.items).toBe(2);
  });

  it.each<[string, Parameters<typeof orderRow>[0], Parameters<typeof orderRow>[0]]>([
    ['that has a quantity', { ...noItem, quantity: '3' }, { order_id: '', ...blankCustomer }],
    ['of an order whose other rows have its customer', noItem, {}],
    ['of an order that has no item at all', noItem, { order_id: '', ...blankCustomer, ...noItem, quantity: '-' }],
  ])('takes no first row %s for a head', (_, first, second) => {
    const batch = openRows([documentHeadings, orderRow(first), orderRow({ ...item('18'), ...second })]);
    expect(issueCodes(batch)).toContain('orders.blank');
    expect(requestsOf(batch)).toEqual([]);
  });

  it('refuses a row without id that has a customer of its own', () => {
    const batch = openRows([documentHeadings, orderRow(), orderRow({ order_id: '' })]);
    expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
    expect(issueCodes(batch)).toEqual(['orders.noId']);
    expect(
      batch.rows({ show: 'errors', cause: null, search: '' }, 0, 10).rows.map(({ row, orderKey }) => [row, orderKey]),
    ).toEqual([[3, 'row:3']]);
  });

  it('refuses different spellings of one id, and offers the plain one', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ order_id: '01001' }),
      orderRow({ order_id: '1001', ...item('18') }),
    ]);
    expect(batch.summary().counts).toMatchObject({ total: 1, withErrors: 1 });
    const cause = batch.causes().find(({ code }) => code === 'orders.idSpellings');
    expect(cause?.fixAll).toEqual({ kind: 'setCells', cells: [{ row: 2, column: 0 }], text: '1001' });
  });

  it('blocks an order whose rows say different things, names them, and offers the most common', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ phone: '+998901111111' }),
      orderRow(item('18')),
      orderRow(item('19')),
    ]);
    expect(batch.summary().counts.withErrors).toBe(1);
    const cause = batch.causes().find(({ code }) => code === 'orders.conflict');
    expect(cause?.params).toMatchObject({ field: 'phone', values: '2: «+998901111111»; 3, 4: «+998901234567»' });
    const change = batch.proposals.forCause(cause?.cause ?? '');
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(requestsOf(batch)[0]?.phone).toBe('+998901234567');
    expect(issueCodes(batch)).toEqual([]);
  });

  it('can be settled by any of the values, the most common first, or by one that is typed', () => {
    const rows = [documentHeadings, orderRow({ phone: '+998901111111' }), orderRow(item('18')), orderRow(item('19'))];
    const batch = openRows(rows);
    const answers = batch.order('700001');
    const conflict = answers.ok ? answers.value.issues.find(({ code }) => code === 'orders.conflict') : undefined;
    expect(
      conflict?.answers?.map(({ fix, inputKind }) => [
        fix.kind === 'setCells' ? [fix.text, fix.cells.map(({ row }) => row)] : fix.kind,
        inputKind,
      ]),
    ).toEqual([
      [['+998901234567', [2]], undefined],
      [['+998901111111', [3, 4]], undefined],
      [['+998901234567', [2, 3, 4]], 'text'],
    ]);
    expect(conflict?.answers?.[0]?.fix).toEqual(conflict?.fix);
    const typed = fixFromInput(conflict!.answers![2]!, '90 222 22 22');
    const change = typed && batch.proposals.forFix(typed);
    if (change?.kind !== 'edit') throw new Error('edit expected');
    batch.applyEdit(change.edit);
    expect(requestsOf(batch)[0]?.phone).toBe('+998902222222');
  });

  it('sees no difference in another way of writing the same phone, date or letter case', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(),
      orderRow({ phone: '90 123 45 67', scheduled_at: '25/11/2026 14:00', full_name: 'KARIMOVA AZIZA', ...item('18') }),
    ]);
    expect(issueCodes(batch)).toEqual([]);
    expect(requestsOf(batch)[0]?.full_name).toBe('Karimova Aziza');
  });

  it('makes the whole file one order where one order id is given for it', () => {
    const headings = documentHeadings.slice(1);
    const batch = openRows([headings, orderRow().slice(1), orderRow(item('18')).slice(1)], {
      choices: { constants: { order_id: '55' } },
    });
    expect(requestsOf(batch).map((request) => [request.order_id, request.order_items.length])).toEqual([[55, 2]]);
  });
});

describe('rows between the orders', () => {
  it.each(['Итого', 'Jami:', 'Жами 2 та', 'Всего', 'Total'])(
    'leaves out a row of sums («%s») with a notice',
    (word) => {
      const total = documentHeadings.map((heading) =>
        heading === 'order_id' ? word : heading === 'final_price' ? '45000' : '',
      );
      const batch = openRows([documentHeadings, orderRow(), total]);
      expect(batch.summary().counts).toMatchObject({ total: 1, ready: 1 });
      expect(batch.causes().map(({ code, firstPosition }) => [code, firstPosition.row])).toEqual([
        ['orders.totalRow', 3],
      ]);
    },
  );

  it('takes no customer’s row for a sum, whatever word stands in it', () => {
    const batch = openRows([documentHeadings, orderRow({ order_id: '', address: "Jami ko'chasi 3" })]);
    expect(issueCodes(batch)).toContain('orders.noId');
  });

  describe('an item below something that stands between it and its order', () => {
    const below = orderRow({ order_id: '', ...blankCustomer, ...item('18') });
    const opened = (between: Parameters<typeof openRows>[0][number]) =>
      openRows([documentHeadings, orderRow(), between, below]);

    it('holds the order back, which would lack it', () => {
      const batch = opened(documentHeadings);
      expect(requestsOf(batch)).toEqual([]);
      expect(issueCodes(batch)).toEqual(expect.arrayContaining(['orders.noId', 'orders.partedRow']));
    });

    it('joins it by its number, and lets it go when the row is left out', () => {
      const batch = opened(documentHeadings);
      batch.applyEdit({ kind: 'cells', cells: [{ row: 4, column: 0, text: '700001' }] });
      expect(requestsOf(batch)[0]?.order_items.map((one) => one.client_product_id)).toEqual([17, 18]);
      batch.undo();
      expect(requestsOf(batch)).toEqual([]);
      batch.applyEdit({ kind: 'leaveOut', rows: [4], out: true });
      expect(requestsOf(batch)[0]?.order_items.map((one) => one.client_product_id)).toEqual([17]);
    });

    it('is noticed when what stands between comes or goes', () => {
      const batch = opened(below);
      expect(requestsOf(batch)[0]?.order_items).toHaveLength(3);
      batch.applyEdit({ kind: 'cells', cells: documentHeadings.map((text, column) => ({ row: 3, column, text })) });
      expect(requestsOf(batch)).toEqual([]);
      batch.undo();
      expect(requestsOf(batch)[0]?.order_items).toHaveLength(3);
    });
  });

  it('leaves out headings that are repeated in the middle, and the template’s example', () => {
    const batch = openRows([
      documentHeadings,
      orderRow({ order_id: 'NAMUNA' }),
      orderRow(),
      documentHeadings,
      orderRow({ order_id: '700002', quantity: '2' }),
    ]);
    expect(batch.summary().counts).toMatchObject({ total: 2, ready: 2 });
    expect(batch.causes().map(({ code, firstPosition }) => [code, firstPosition.row])).toEqual([
      ['orders.exampleRow', 2],
      ['orders.repeatedHeading', 4],
    ]);
  });

  it('leaves out a row right below the headings that says what is typed there, but no order however odd it is', () => {
    const explained = { phone: '+998…', scheduled_at: 'дд.мм.гггг', quantity: 'шт', price: 'сум', order_id: '' };
    const none = {
      ...blankCustomer,
      client_product_id: '',
      client_product_variation_id: '',
      discount: '',
      final_price: '',
    };
    const batch = openRows([documentHeadings, orderRow({ ...none, ...explained }), orderRow()]);
    expect(batch.summary().counts).toMatchObject({ total: 1, ready: 1 });
    expect(batch.causes().map(({ code, firstPosition }) => [code, firstPosition.row])).toEqual([
      ['orders.repeatedHeading', 2],
    ]);
    const odd = openRows([documentHeadings, orderRow({ order_id: 'A-1', scheduled_at: 'ertaga', quantity: '2 kg' })]);
    expect(odd.summary().counts).toMatchObject({ total: 1, withErrors: 1 });
  });

  const sums = (changes: Parameters<typeof orderRow>[0]) =>
    orderRow({
      order_id: '',
      ...blankCustomer,
      client_product_id: '',
      client_product_variation_id: '',
      quantity: '',
      price: '',
      discount: '',
      final_price: '',
      ...changes,
    });
  const twoOrders = [documentHeadings, orderRow(), orderRow({ order_id: '700002', quantity: '2' })];
  const kindsSaid = (batch: Batch) =>
    batch
      .causes()
      .filter(({ firstPosition }) => firstPosition.column === null && firstPosition.row !== null)
      .map(({ code, firstPosition }) => [code, firstPosition.row]);

  it('leaves out sums without a word, where they are the sums of what stands above', () => {
    const batch = openRows([...twoOrders, sums({ quantity: '3', final_price: '90000' })]);
    expect(batch.summary().counts).toMatchObject({ total: 2, ready: 2 });
    expect(kindsSaid(batch)).toEqual([['orders.totalRow', 4]]);
  });

  it.each<[string, Parameters<typeof orderRow>[0]]>([
    ['other numbers', { quantity: '3', final_price: '80000' }],
    ['one number of several', { quantity: '3', price: '1' }],
    ['sums beside a product', { quantity: '3', final_price: '90000', client_product_id: '17' }],
    ['sums beside a phone', { quantity: '3', final_price: '90000', phone: '901234567' }],
  ])('takes %s for no sum', (_, changes) => {
    expect(kindsSaid(openRows([...twoOrders, sums(changes)]))).toEqual([]);
  });

  it('judges sums by the file, so that a correction of an order changes nothing about them', () => {
    const batch = openRows([...twoOrders, sums({ quantity: '3', final_price: '90000' })]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 2, column: documentHeadings.indexOf('quantity'), text: '5' }] });
    expect(kindsSaid(batch)).toEqual([['orders.totalRow', 4]]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 4, column: documentHeadings.indexOf('quantity'), text: '4' }] });
    expect(kindsSaid(batch)).toEqual([]);
  });

  const alone = (text: string) => documentHeadings.map((heading) => (heading === 'order_id' ? text : ''));

  it.each([
    'Ответственный: Петров',
    'Подпись ____________',
    'М.П.',
    '24.11.2026',
    'Страница 1 из 2',
    'Примечание: звонить заранее',
    'Сто тысяч сум 00 тийин',
    "Mas'ul: Aliyev",
    'Имзо',
    'Sahifa 1/2',
    'Thank you!',
    '----------',
    '* * *',
  ])(
    'leaves out a line that is none of an order («%s») with a notice, and takes it back where it is given a number',
    (text) => {
      const batch = openRows([documentHeadings, orderRow(), alone(text)]);
      expect(batch.summary().counts).toMatchObject({ total: 1, ready: 1 });
      expect(batch.causes().map(({ code, firstPosition }) => [code, firstPosition.row])).toEqual([
        ['orders.noteRow', 3],
      ]);
      batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 0, text: '700002' }] });
      expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
    },
  );

  it.each(['A-19', 'UZ17', 'B 18', 'Заказ № 15 от 24.11.2026', 'Buyurtma 700002'])(
    'leaves no line out that may be an order or heads one («%s»)',
    (text) => {
      const batch = openRows([documentHeadings, orderRow(), alone(text)]);
      expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
    },
  );

  it.each(['Bekor qilinganlar', 'ОТМЕНЁННЫЕ', 'Возвраты за день:', 'Qaytarilgan'])(
    'holds orders below a line that says they are not to be sent («%s»)',
    (text) => {
      const batch = openRows([
        documentHeadings,
        orderRow(),
        alone(text),
        orderRow({ order_id: '700002', quantity: '2' }),
      ]);
      expect(batch.summary().counts).toMatchObject({ total: 2, ready: 1, withErrors: 1 });
      expect(batch.causes().map(({ code, severity, firstPosition }) => [code, severity, firstPosition.row])).toEqual([
        ['orders.markedOrders', 'error', null],
        ['orders.marked', 'error', 4],
        ['orders.cancelledHead', 'warning', 3],
      ]);
    },
  );

  it('takes a count of orders for no order, unless a person typed it', () => {
    const count = documentHeadings.map((heading) => (heading === 'order_id' ? '2' : heading === 'city' ? 'Jami:' : ''));
    const batch = openRows([...twoOrders, count]);
    expect(kindsSaid(batch)).toEqual([['orders.totalRow', 4]]);
    batch.applyEdit({ kind: 'cells', cells: [{ row: 4, column: 0, text: '700003' }] });
    expect(batch.summary().counts).toMatchObject({ total: 3, ready: 2, withErrors: 1 });
  });

  it('does not let a note among its items pass an item to another order', () => {
    const batch = openRows([
      documentHeadings,
      orderRow(),
      alone('Страница 1 из 2'),
      orderRow({ order_id: '', ...blankCustomer, ...item('18') }),
    ]);
    expect(requestsOf(batch)).toEqual([]);
    expect(issueCodes(batch)).toEqual(expect.arrayContaining(['orders.noId', 'orders.partedRow']));
  });

  it('leaves no row out before it is known where customers and products stand', () => {
    expect(
      openRows([
        ['aaa', 'bbb'],
        ['Курьер Али', 'x'],
        ['Имзо', 'y'],
      ]).summary().counts.total,
    ).toBe(2);
  });

  it('keeps the rows’ own numbers over gaps', () => {
    const batch = openRows([
      ['Buyurtmalar'],
      null,
      documentHeadings,
      null,
      orderRow(),
      null,
      orderRow({ order_id: '' }),
    ]);
    expect(batch.summary().file).toMatchObject({ headerRow: 3, rows: 2 });
    expect(batch.causes().find(({ code }) => code === 'orders.noId')?.firstPosition).toEqual({ row: 7, column: 0 });
  });
});
