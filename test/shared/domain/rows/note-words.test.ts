/** Names of sheets that hold cancelled orders, and such as only begin so. */
import { expect, it } from 'vitest';
import { isNameOfCancelled } from '../../../../shared/domain/rows/note-words.ts';

it.each([
  ['Отмены', true],
  ['Отменённые заказы', true],
  ['отмены_и_возвраты 02.12', true],
  ['Bekor qilinganlar', true],
  ['Bekor qilingan buyurtmalar', true],
  ['Rad etilganlar', true],
  ['Бекор қилинган', true],
  ['cancelled', true],
  ['cancelled-at-filled', false],
  ['orders-without-cancelled', false],
  ['заказы без отмен', false],
  ['Возвратная тара', false],
  ['02.12', false],
  ['', false],
])('%j', (name, expected) => expect(isNameOfCancelled(name)).toBe(expected));
