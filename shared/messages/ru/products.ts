import type { products as source } from '../en/products.ts';

export const products: Record<keyof typeof source, string> = {
  'products.sheet': 'Товары',
  'products.sheet.count': 'Строк',
  'products.sheet.name': 'товары - {file}',
  'error.products.noColumns': 'В этом листе нет столбца с ID товаров WMS или столбца с кодом либо названием товара. Назовите столбцы, например, «Код товара», «Название товара», «ID товара» и загрузите снова.',
  'error.products.none': 'В этом листе нет товаров. Проверьте, тот ли это файл и лист.',
  'error.products.allMapped': 'Все товары этого файла уже есть в таблице: заполнять нечего.',
  'issue.products.noId': 'Нет ID товара. Заполните.',
  'issue.products.noKey': 'В строке нет ни кода, ни названия товара. Впишите что-нибудь одно.',
  'issue.products.twice': '«{value}» стоит в листе дважды с разными ID; взят первый. Оставьте один.',
  'error.profile.nameTaken': 'Профиль «{name}» уже есть. Выберите другое имя.',
};
