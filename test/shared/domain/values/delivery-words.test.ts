/** Lines of delivery among wares (docs/domain.md, «Rows that are no orders»). */
import { expect, it } from 'vitest';
import { namesDelivery } from '../../../../shared/domain/values/delivery-words.ts';

it.each([
  'Доставка',
  'доставка по городу',
  'Услуга доставки',
  'Доставка 25 000 сум',
  'Dostavka',
  'Yetkazib berish',
  'Yetkazib berish xizmati',
  'Етказиб бериш ҳақи',
  'Курьер',
  'Delivery fee',
])('«%s» is no ware', (text) => expect(namesDelivery(text)).toBe(true));

it.each([
  'Доставка цветов',
  'Курьерская сумка',
  'Доставка воды 19 л',
  'Сумка',
  'По 5 шт',
  '',
  'Express чай',
  'BTS box',
])('«%s» may be one', (text) => expect(namesDelivery(text)).toBe(false));
