/** Which words say that an order is none (docs/domain.md, decision 39). */
import { describe, expect, it } from 'vitest';
import { mentionsCancelling, saysCancelled } from '../../../../shared/domain/values/cancelled-words.ts';

describe('a status that says cancelled', () => {
  it.each([
    'bekor qilindi',
    'Bekor',
    'BEKOR BOʻLDI',
    'отказ',
    'Отказался',
    'атказ',
    'oткaз',
    'возврат',
    'Вазврат',
    'на возврате',
    'возвращён',
    'отменён клиентом',
    'отмена',
    'Клиент отменил',
    'Qaytdi',
    'qaytarildi',
    'Mijoz qaytarib berdi',
    'kaytdi',
    'қайтди',
    'кайтарилди',
    'бекор қилинди',
    'rad etildi',
    'рад этилди',
    'otkaz qildi',
    'Cancelled by customer',
    'canceled',
    'Returned',
    'refunded',
    '6 - Bekor',
    'Аннулирован',
  ])('«%s»', (text) => {
    expect(saysCancelled(text)).toBe(true);
    expect(mentionsCancelling(text)).toBe(true);
  });

  it.each([
    '',
    'Yangi',
    'qayta ochildi',
    'Qayta qoʻngʻiroq',
    'yetkazildi',
    'не отменён',
    'без возврата',
    'возврата нет',
    'bekor qilinmagan',
    'bekor emas',
    'qaytarilmadi',
    'қайтармайди',
    'not cancelled',
    'partially refunded',
    'рад',
    'отменное качество',
    'avoid',
    'kuryerda',
    'перезвонить',
  ])('is not «%s»', (text) => {
    expect(saysCancelled(text)).toBe(false);
  });
});

describe('a note that speaks of it', () => {
  it.each(['возврат старого', 'без возврата', 'agar yoqmasa qaytaradi', 'вернуть старый чехол'])(
    '«%s», though it may be an order',
    (text) => {
      expect(mentionsCancelling(text)).toBe(true);
    },
  );

  it.each(['qaytim bilan', 'ertaga qayta qoʻngʻiroq qiling', 'рад помочь', 'до 18:00', 'в отменном виде'])(
    'is not «%s»',
    (text) => {
      expect(mentionsCancelling(text)).toBe(false);
    },
  );
});
