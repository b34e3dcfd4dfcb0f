/** What a file says otherwise than was sent, field by field. */
import { describe, expect, it } from 'vitest';
import {
  changedFields,
  type CurrentContent,
  type CurrentValue,
} from '../../../../shared/domain/identity/changed-fields.ts';
import type { Field, ItemField } from '../../../../shared/domain/model/fields.ts';
import type { OrderRequest } from '../../../../shared/wms/order-create.ts';

const sent: OrderRequest = {
  order_id: 5,
  full_name: 'Karimova Anora',
  phone: '+998901234567',
  address: 'Navoiy 1',
  region: 'Buxoro viloyati',
  country: 'Uzbekistan',
  order_items: [
    { client_product_id: 17, quantity: 1, price: 5000, discount: 0, final_price: 5000 },
    { client_product_id: 19, quantity: 2, price: 7000, discount: 0, final_price: 7000 },
  ],
};

const said = (text: string | null): CurrentValue => ({ text, said: true });
const assumed = (text: string): CurrentValue => ({ text, said: false });

function item(product: number, values: Partial<Record<ItemField, CurrentValue>> = {}) {
  return { client_product_id: said(String(product)), ...values };
}

function now(order: Partial<Record<Field, CurrentValue>>, items?: CurrentContent['items']): CurrentContent {
  return {
    order: new Map(Object.entries(order) as [Field, CurrentValue][]),
    items: items ?? [item(19, { quantity: said('2') }), item(17, { quantity: said('1') })],
  };
}

describe('what differs from what was sent', () => {
  it('is nothing where the file says the same, in whatever order and letters', () => {
    expect(changedFields(sent, now({ full_name: said('KARIMOVA  ANORA'), phone: said('+998901234567') }))).toEqual([]);
  });

  it('is what the file’s cells say otherwise; not what a constant or the day gives', () => {
    const content = now({
      phone: said('+998907654321'),
      address: said(null),
      country: assumed('Kazakhstan'),
      scheduled_at: assumed('2026-11-30T09:00:00Z'),
    });
    expect(changedFields(sent, content)).toEqual([
      { field: 'phone', product: null, before: '+998901234567', after: '+998907654321' },
      { field: 'address', product: null, before: 'Navoiy 1', after: null },
    ]);
  });

  it('names the item by its product; computed sums only beside a cell that differs', () => {
    const quantity = now({}, [
      item(17, { quantity: said('3'), final_price: assumed('15000') }),
      item(19, { quantity: said('2'), final_price: assumed('1') }),
    ]);
    expect(changedFields(sent, quantity)).toEqual([
      { field: 'quantity', product: '17', before: '1', after: '3' },
      { field: 'final_price', product: '17', before: '5000', after: '15000' },
    ]);
  });

  it('tells items that are gone, new, or of another product', () => {
    expect(changedFields(sent, now({}, [item(17, { quantity: said('1') })]))).toEqual([
      { field: 'client_product_id', product: null, before: '19 × 2', after: null },
    ]);
    const other = [
      item(17, { quantity: said('1') }),
      item(21, { quantity: said('4') }),
      item(22, { quantity: said('1') }),
    ];
    expect(changedFields(sent, now({}, other))).toEqual([
      { field: 'client_product_id', product: null, before: '19 × 2', after: '21 × 4' },
      { field: 'client_product_id', product: null, before: null, after: '22 × 1' },
    ]);
  });

  it('lists all that the file says where what was sent is not kept any more', () => {
    const content = now({ phone: said('+998907654321'), country: assumed('Uzbekistan') }, [
      item(17, { quantity: said('1') }),
    ]);
    expect(changedFields(null, content)).toEqual([
      { field: 'phone', product: null, before: null, after: '+998907654321' },
      { field: 'client_product_id', product: null, before: null, after: '17 × 1' },
    ]);
  });
});
