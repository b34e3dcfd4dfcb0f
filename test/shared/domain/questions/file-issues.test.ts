/** What is said once of a file: fields that it lacks, constants that cannot be. */
import { describe, expect, it } from 'vitest';
import { documentHeadings, fileCodes, issueCodes, openRows, orderRow, requestsOf } from '../../../support/batch.ts';

function without(...left: string[]) {
  const headings = documentHeadings.filter((heading) => !left.includes(heading));
  return (changes: Parameters<typeof orderRow>[0] = {}) =>
    [headings, orderRow(changes).filter((_, at) => !left.includes(documentHeadings[at] ?? ''))] as const;
}

describe('missing fields', () => {
  it.each(['full_name', 'phone', 'address', 'client_product_id', 'quantity'])(
    'names %s once for the file, and no order is ready',
    (field) => {
      const batch = openRows(without(field)());
      expect(batch.summary().fileIssues).toContainEqual(
        expect.objectContaining({ code: 'orders.missingField', severity: 'error', field }),
      );
      expect(batch.summary().counts.ready).toBe(0);
      expect(issueCodes(batch)).not.toContain('orders.blank');
    },
  );

  it('takes the region of the town, which is said', () => {
    const batch = openRows(without('region')());
    expect(fileCodes(batch)).toContain('orders.regionFromAddress');
    expect(batch.summary().counts.ready).toBe(1);
  });

  it('offers the columns whose values fit, by their letters where they have no heading', () => {
    const rows = [
      ['5171', 'Saidov Jamshid', '998901234567', 'Xorazm viloyati', 'Yoshlik koʻchasi 83', '11', '1', '90000'],
      ['5172', 'Salimov Aziz', '998975367036', 'Xorazm viloyati', 'Guliston koʻchasi 34', '12', '2', '35000'],
      ['5173', 'Umarov Islom', '998935007311', 'Xorazm viloyati', 'Yoshlik koʻchasi 75', '11', '1', '90000'],
    ];
    const offered = openRows(rows)
      .summary()
      .fileIssues.flatMap(({ field, fix }) => (fix?.kind === 'setColumn' ? [[field, fix.heading]] : []));
    expect(offered).toEqual(
      expect.arrayContaining([
        ['order_id', 'A'],
        ['full_name', 'B'],
        ['address', 'E'],
        ['client_product_id', 'F'],
        ['quantity', 'G'],
        ['price', 'H'],
      ]),
    );
  });

  it('offers columns of which nothing is known but that their values fit, no numbers as names', () => {
    const headings = documentHeadings.map((heading) => (heading === 'full_name' ? 'Объект' : heading));
    const rows = [
      [...headings, 'Ряд'],
      [...orderRow({ order_id: '1', full_name: 'Гарант' }), 'A-1'],
      [...orderRow({ order_id: '2', full_name: 'Мега' }), 'A-2'],
    ];
    const missing = openRows(rows)
      .summary()
      .fileIssues.find(({ code, field }) => code === 'orders.missingField' && field === 'full_name');
    expect(missing?.fix).toMatchObject({ kind: 'setColumn', heading: 'Объект', field: 'full_name' });
    expect(missing?.answers).toHaveLength(1);
  });

  it('offers a deal’s name as the product, the more so where the table knows some, and no words as ids', () => {
    const headings = documentHeadings.filter((heading) => heading !== 'client_product_id');
    const row = (name: string, stage: string, number: string) => [
      name,
      stage,
      ...orderRow({ order_id: number }).filter((_, at) => documentHeadings[at] !== 'client_product_id'),
    ];
    const rows = [
      ['Название сделки', 'Этап сделки', ...headings],
      row('Матрас 160х200', 'Оплачено', '700001'),
      row('Матрас 120х200', 'Оплачено', '700002'),
    ];
    const products = [
      { keyKind: 'name', key: 'Матрас 160х200', productId: 6, variationId: null, price: null },
    ] as const;
    for (const known of [[], products]) {
      const issue = openRows(rows, { products: known })
        .summary()
        .fileIssues.find(({ code, field }) => code === 'orders.missingField' && field === 'client_product_id');
      expect(issue?.fix).toMatchObject({ kind: 'setColumn', heading: 'Название сделки', field: 'product_name' });
      expect(issue?.answers?.map(({ fix }) => fix)).not.toContainEqual(
        expect.objectContaining({ heading: 'Этап сделки', field: 'client_product_id' }),
      );
    }
  });

  it('asks for the order number’s column in words of its own', () => {
    const [headings, row] = without('order_id')();
    const batch = openRows([headings, row, row]);
    expect(batch.summary()).toMatchObject({
      fileIssues: [{ code: 'orders.noIdColumn', severity: 'error' }],
      counts: { ready: 0 },
    });
  });

  it('asks for no price where discount and final price give it', () => {
    expect(fileCodes(openRows(without('price')()))).toEqual([]);
    expect(fileCodes(openRows(without('price', 'discount')()))).toContain('orders.missingField');
  });

  it.each(['ask', 'on'] as const)(
    'takes a total for the line’s where cells say how many pieces: splitItems %s',
    (splitItems) => {
      const [headings, row] = without(
        ...['client_product_id', 'client_product_variation_id', 'quantity', 'price', 'discount', 'final_price'],
      )();
      const rows = [
        [...headings, 'Mahsulot', 'Summa'],
        [...row, 'Choynak oq 2 ta', '180 000'],
        ['2', ...row.slice(1), 'Piyola 1 ta; Choynak oq 1 ta', '215 000'],
      ];
      const products = ['Choynak oq', 'Piyola'].map((key, at) => ({
        keyKind: 'name' as const,
        key,
        productId: 17 + at,
        variationId: null,
        price: null,
      }));
      const batch = openRows(rows, { rules: { splitItems }, products });
      const question = batch.summary().fileIssues.find(({ field }) => field === 'price');
      expect(question?.fix).toMatchObject({
        kind: 'setColumn',
        field: 'final_price',
        rules: { discountPer: 'lineByPiece' },
      });
      const change = batch.proposals.forFix(question!.fix!);
      if (change?.kind !== 'choices') throw new Error('choices expected');
      batch.setChoices({ ...change.choices, rules: { ...change.choices.rules, splitItems: 'on' } });
      expect(requestsOf(batch).map(({ order_items: items }) => items)).toEqual([
        [expect.objectContaining({ quantity: 2, price: 90_000, final_price: 90_000 })],
      ]);
      expect(issueCodes(batch)).toContain('orders.noTablePrice');
    },
  );

  it('names the blank cell where the column is there', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '', quantity: '' })]);
    expect(batch.causes().map(({ code, field, firstPosition }) => [code, field, firstPosition])).toEqual([
      ['orders.blank', 'phone', { row: 2, column: 3 }],
      ['orders.blank', 'quantity', { row: 2, column: 11 }],
    ]);
  });

  it('lets a constant fill blank cells and a missing column', () => {
    const batch = openRows(without('quantity')({ region: '' }), {
      choices: { constants: { quantity: '2', region: 'Buxoro viloyati' } },
    });
    expect(requestsOf(batch)[0]).toMatchObject({ region: 'Buxoro viloyati', order_items: [{ quantity: 2 }] });
  });

  it('says once what is wrong with a constant', () => {
    const batch = openRows([documentHeadings, orderRow({ phone: '' })], { choices: { constants: { phone: '12' } } });
    expect(batch.summary().fileIssues).toMatchObject([{ severity: 'error', scope: 'file', field: 'phone' }]);
    expect(batch.summary().counts.ready).toBe(0);
  });

  it('says so where the file has no rows', () => {
    expect(fileCodes(openRows([documentHeadings]))).toContain('orders.noRows');
  });
});
