import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../../shared/domain/mixed-cells/message-text.ts';

function partsOf(text: string): Record<string, string> {
  const { parts, rest } = readMessage(text);
  return { ...Object.fromEntries(parts.map((part) => [part.meaning, part.text])), ...(rest === '' ? {} : { rest }) };
}

describe('labelled messages', () => {
  it('reads labels line by line and in a row', () => {
    expect(
      partsOf(
        'Ism: Umarov Islom Tel: 90 123 68 41 Manzil: Zomin t., Bobur 4 Mahsulot: Choynak 1 dona Sana: 26.11.2026',
      ),
    ).toEqual({
      full_name: 'Umarov Islom',
      phone: '90 123 68 41',
      address: 'Zomin t., Bobur 4',
      product_name: 'Choynak 1 dona',
      created: '26.11.2026',
    });
    expect(partsOf('Имя: Анна\nТелефон - 90 111 22 33\nАдрес: Ташкент, Юнусабад, 4-15\nИтого: 450 000')).toEqual({
      full_name: 'Анна',
      phone: '90 111 22 33',
      address: 'Ташкент, Юнусабад, 4-15',
      total: '450 000',
    });
  });

  it('takes a label that may mean two things by its value', () => {
    expect(partsOf('Заказ: Чайник 2 шт\nТел: 90 111 22 33')).toMatchObject({ product_name: 'Чайник 2 шт' });
    expect(partsOf('Заказ: 4501\nТел: 90 111 22 33')).toMatchObject({ order_id: '4501' });
  });

  it('reads a list of products over several lines, and what follows it', () => {
    expect(
      partsOf(
        'Buyurtma №4501\nMijoz: Rahimov Sardor\nMahsulotlar:\n1. Choynak (2 ta)\n2. Piyola (6 ta)\n90 123 45 67\nJami: 450 000',
      ),
    ).toEqual({
      order_id: '4501',
      full_name: 'Rahimov Sardor',
      product_name: '1. Choynak (2 ta)\n2. Piyola (6 ta)',
      phone: '90 123 45 67',
      total: '450 000',
    });
  });

  it('reads the pictures of bots as labels', () => {
    expect(partsOf('👤 Aziz Karimov\n📞 +998901234567\n📍 Chilonzor 9-5\n🛒 Choynak x2')).toEqual({
      full_name: 'Aziz Karimov',
      phone: '+998901234567',
      address: 'Chilonzor 9-5',
      product_name: 'Choynak x2',
    });
  });

  it('takes no time of day and no web address for a label', () => {
    expect(partsOf('Vaqt 10:30 https://shop.uz Tel: 901234567')).toMatchObject({ phone: '901234567' });
  });
});

describe('parts told by their look', () => {
  it.each([
    [
      'Karimova Aziza, 90 123 45 61, Urgut t., Navoiy 5',
      { full_name: 'Karimova Aziza', phone: '90 123 45 61', address: 'Urgut t., Navoiy 5' },
    ],
    [
      '721. Usmonov Anvar, tel 90 999 11 21, Guliston sh., Bobur 9',
      { order_id: '721', full_name: 'Usmonov Anvar', phone: '90 999 11 21', address: 'Guliston sh., Bobur 9' },
    ],
    [
      '25.11.2026 10:00, Chilonzor t., 9-mavze, 5',
      { scheduled_at: '25.11.2026 10:00', address: 'Chilonzor t., 9-mavze, 5' },
    ],
    [
      'Rahimov Sardor / 93 234 56 62 / Samarqand sh., Bobur 9',
      { full_name: 'Rahimov Sardor', phone: '93 234 56 62', address: 'Samarqand sh., Bobur 9' },
    ],
    [
      'Дилноза 90 123 45 67\nСамарканд, Навоий 5\n2 та чойнак',
      { full_name: 'Дилноза', phone: '90 123 45 67', address: 'Самарканд, Навоий 5', product_name: '2 та чойнак' },
    ],
    [
      'Assalomu alaykum, 2 ta choynak kerak edi. 90 123 45 67 Samarqand, Navoiy 5',
      { product_name: '2 ta choynak', phone: '90 123 45 67', address: 'Samarqand, Navoiy 5' },
    ],
  ])('%s', (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });

  it('leaves what it does not know in the rest', () => {
    expect(partsOf('Karimova Aziza, 90 123 45 61, kechroq boring')).toEqual({
      full_name: 'Karimova Aziza',
      phone: '90 123 45 61',
      rest: 'kechroq boring',
    });
  });
});
