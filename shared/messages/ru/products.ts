import type { products as source } from '../en/products.ts';

export const products: Record<keyof typeof source, string> = {
  'products.sheet': 'Товары',
  'products.sheet.count': 'Строк',
  'products.sheet.name': 'товары - {file}',
  'error.products.noColumns':
    'В этом листе нет столбца с ID товаров WMS или столбца с кодом либо названием товара. Назовите столбцы, например, «Код товара», «Название товара», «ID товара» и загрузите снова.',
  'error.products.none': 'В этом листе нет товаров. Проверьте, тот ли это файл и лист.',
  'error.products.practiceEmpty':
    'В учебном режиме ничего не указано: его таблица пуста. Загрузите таблицу или добавьте товары вручную.',
  'error.products.allMapped': 'Все товары этого файла уже есть в таблице: заполнять нечего.',
  'issue.products.noId': 'Нет ID товара. Заполните.',
  'issue.products.noKey': 'В строке нет ни кода, ни названия товара. Впишите что-нибудь одно.',
  'issue.products.twice': '«{value}» стоит в листе дважды с разными ID; взят первый. Оставьте один.',
  'error.profile.nameTaken': 'Настройки «{name}» уже есть. Выберите другое имя.',

  'products.title': 'Таблица товаров',
  'products.about':
    'Как ваши магазины называют товары и какой это товар в WMS. По ней читаются файлы, где вместо ID товара WMS стоит код или название.',
  'products.server': 'Для заказов, которые идут на {url}.',
  'products.server.practice': 'Для учебного режима.',
  'products.list':
    '{count, plural, one {# товар в таблице} few {# товара в таблице} many {# товаров в таблице} other {# товара в таблице}}',
  'products.list.empty': 'Таблица пуста',
  'products.none':
    'Загрузите таблицу со столбцом кодов или названий и столбцом ID товара WMS либо добавьте товары вручную.',
  'products.search': 'Найти код, название или ID',
  'products.notFound': 'В таблице нет «{text}».',
  'products.more': 'Ещё {count}: введите текст, чтобы найти.',
  'products.import': 'Загрузить таблицу',
  'products.fromPractice': 'Взять из учебного режима',
  'products.importing': 'Загружается…',
  'products.imported': '«{name}»: добавлено {added}, изменено {changed}, без изменений {unchanged}.',
  'products.import.preview':
    'Загрузка «{name}» изменит ID, которые уже используются: добавится {added}, изменится {changed}, без изменений {unchanged}. Пока ничего не изменено.',
  'products.import.more': '{count, plural, one {ещё #} few {ещё #} many {ещё #} other {ещё #}}',
  'products.import.do':
    '{count, plural, one {Загрузить # товар} few {Загрузить # товара} many {Загрузить # товаров} other {Загрузить # товара}}',
  'products.import.takeBack': 'Вернуть как было',
  'products.import.takenBack': 'Таблица снова такая, как до загрузки «{name}».',
  'products.grid': 'Править таблицей',
  'products.grid.about':
    'Пишите в ячейки или вставьте скопированный столбец: он заполнит эту строку и строки ниже. Ничего не сохраняется, пока вы не увидите, что изменится.',
  'products.grid.first':
    'Здесь первые {shown}; ещё {further} не показано. Чтобы править их, закройте таблицу и сначала найдите их поиском.',
  'products.add.known': '«{key}» уже есть в таблице и изменится:',
  'products.pasteLeft':
    '{count, plural, one {Для # вставленной строки} few {Для # вставленных строк} many {Для # вставленных строк} other {Для # вставленной строки}} не нашлось места: не вставлено.',
  'products.grid.changes':
    '{count, plural, one {Изменится # товар:} few {Изменятся # товара:} many {Изменятся # товаров:} other {Изменятся # товара:}}',
  'products.grid.wrong':
    '{count, plural, =1 {«{key}»: не удаётся прочитать.} one {Не удаётся прочитать # строку, первая — «{key}».} few {Не удаётся прочитать # строки, первая — «{key}».} many {Не удаётся прочитать # строк, первая — «{key}».} other {Не удаётся прочитать # строки, первая — «{key}».}}',
  'products.grid.done':
    '{count, plural, one {Изменён # товар.} few {Изменены # товара.} many {Изменено # товаров.} other {Изменены # товара.}}',
  'products.saveAll':
    '{count, plural, one {Сохранить # товар} few {Сохранить # товара} many {Сохранить # товаров} other {Сохранить # товара}}',
  'products.saidAll':
    '{count, plural, one {Теперь в таблице ещё # товар.} few {Теперь в таблице ещё # товара.} many {Теперь в таблице ещё # товаров.} other {Теперь в таблице ещё # товара.}}',
  'products.skipped':
    '{count, plural, one {# строка не взята} few {# строки не взяты} many {# строк не взято} other {# строки не взято}}:',
  'products.key': 'Код или название',
  'products.kind': 'По чему узнаётся',
  'products.acts': 'Действия',
  'products.add': 'Добавить товар',
  'products.edit': 'Исправить «{key}»',
  'products.edit.short': 'Исправить',
  'products.save': 'Сохранить',
  'products.remove': 'Убрать «{key}» из таблицы',
  'products.remove.sure': 'Убрать? Строки с этим товаром станут ошибками, пока он не будет указан снова.',
  'products.unmapped':
    '{count, plural, one {# товара из «{name}» нет в таблице} few {# товаров из «{name}» нет в таблице} many {# товаров из «{name}» нет в таблице} other {# товара из «{name}» нет в таблице}}',
  'products.unmapped.about':
    'Укажите ID товара здесь или сохраните список таблицей, дайте её заполнить сотрудникам WMS и загрузите обратно. Это подействует сразу на все строки.',
  'products.unmapped.more': 'Ещё {count}: сохраните список таблицей.',
  'products.allMapped': 'Все товары из «{name}» есть в таблице.',
  'products.export': 'Сохранить список для заполнения',
  'products.exported':
    '{count, plural, one {Сохранён # товар} few {Сохранено # товара} many {Сохранено # товаров} other {Сохранено # товара}}: «{name}». Когда список заполнят, загрузите его здесь.',
  'products.say': 'Какой товар «{key}»',
  'products.price': 'Цена в таблице',
  'products.price.say': 'Цена товара «{key}»',
  'products.toTable': 'Открыть таблицу товаров',
  'products.say.open': 'Указать, какой это товар',
  'products.use':
    '{count, plural, one {Применить к # строке} few {Применить к # строкам} many {Применить к # строкам} other {Применить к # строкам}}',
  'products.said':
    '«{key}» теперь товар {product}: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}.',
  'products.open':
    '{count, plural, one {# товара нет в таблице товаров} few {# товаров нет в таблице товаров} many {# товаров нет в таблице товаров} other {# товара нет в таблице товаров}}: открыть её',
};
