import { describe, expect, it, test } from 'vitest';
import { regionRecords } from '../../../../shared/domain/regions/region-records.ts';
import { cyrillicWord } from '../../../../shared/messages/uz-cyrl/cyrillic-word.ts';

describe('a word in Cyrillic', () => {
  test.each([
    // pairs of letters
    ['shahar', 'шаҳар'],
    ['chegirma', 'чегирма'],
    ['oʻzgartirish', 'ўзгартириш'],
    ['qoʻngʻiroq', 'қўнғироқ'],
    ['yoʻq', 'йўқ'],
    ['dunyo', 'дунё'],
    ['viloyat', 'вилоят'],
    ['yuboriladi', 'юборилади'],
    ['yetkazish', 'етказиш'],
    ['Navoiy', 'Навоий'],
    ['muayyan', 'муайян'],
    // e and э
    ['eski', 'эски'],
    ['kerak', 'керак'],
    ['aeroport', 'аэропорт'],
    ['bogʻet', 'боғет'],
    ['poezd', 'поэзд'],
    // ʼ
    ['maʼno', 'маъно'],
    ['eʼtibor', 'эътибор'],
    ['feʼl', 'феъл'],
    ['Isʼhoq', 'Исҳоқ'],
    // x, h, q, j
    ['xohish', 'хоҳиш'],
    ['jadval', 'жадвал'],
    ['haqiqiy', 'ҳақиқий'],
    // ts
    ['aytsa', 'айтса'],
    ['variatsiya', 'вариация'],
    ['stansion', 'стансион'],
    ['aksiya', 'акция'],
    ['litsenziyasi', 'лицензияси'],
    // ь
    ['aprel', 'апрель'],
    ['apreldan', 'апрелдан'],
    ['sentabr', 'сентябрь'],
    ['oktabrdagi', 'октябрдаги'],
    ['kompyuterda', 'компьютерда'],
    ['kuryer', 'курьер'],
    ['filtrga', 'фильтрга'],
    ['obyekti', 'объекти'],
    ['parolni', 'паролни'],
    // capitals
    ['Shaxsiy', 'Шахсий'],
    ['MASHQ', 'МАШҚ'],
    ['DOʻKON', 'ДЎКОН'],
    ['Yoʻl', 'Йўл'],
    ['YOʻQ', 'ЙЎҚ'],
    ['Parol', 'Пароль'],
    ['KOMPYUTER', 'КОМПЬЮТЕР'],
    ['Eksport', 'Экспорт'],
  ])('%s: %s', (latin, cyrillic) => {
    expect(cyrillicWord(latin)).toBe(cyrillic);
  });

  it('goes on as an ending where it is one', () => {
    expect(cyrillicWord('ega', false)).toBe('ега');
    expect(cyrillicWord('parol', false)).toBe('парол');
  });

  it('has the names of regions, districts and towns as they are listed', () => {
    const records = regionRecords.flatMap((region) => [region, ...region.places]);
    const respelled = (name: string) =>
      name
        .replaceAll(/(?<=[og])'/giu, 'ʻ')
        .replaceAll("'", 'ʼ')
        .replaceAll(/[a-zʻʼ]+/giu, (word) => cyrillicWord(word));
    const wrong = records.filter(({ uz, uzCyrillic }) => respelled(uz) !== uzCyrillic).map(({ uz }) => uz);
    // Pay-ariq, the only name whose parts are spelled apart: Пайариқ.
    expect(wrong).toEqual(['Payariq tumani']);
    expect(records.length).toBeGreaterThan(200);
  });
});
