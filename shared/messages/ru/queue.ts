import type { queue as source } from '../en/queue.ts';

export const queue: Record<keyof typeof source, string> = {
  'reportFile.day': 'Файлы за день',
  'error.files.emptyFolder':
    'В папке «{folder}» нет таблиц (вложенные папки не просматриваются). Перетащите сами файлы.',
  'error.queue.otherwise':
    'В этом файле теперь больше заказов к отправке, чем было показано ({count}). Из него ничего не отправлено: посмотрите ещё раз.',
  'queue.title': 'Файлы за сегодня',
  'queue.about': 'Файлы, открытые сегодня. Отмеченные уходят один за другим, каждый с ключом своего магазина.',
  'queue.open': 'Файлы за сегодня: {count}',
  'queue.none': 'Сегодня файлов не открывали. Перетащите сразу несколько или папку.',
  'queue.file': 'Файл',
  'queue.shop': 'Магазин',
  'queue.account': 'Аккаунт',
  'queue.ready': 'К отправке',
  'queue.amount': 'Сумма',
  'queue.state': 'Состояние',
  'queue.tick': 'Отправить {name}',
  'queue.openFile': 'Открыть',
  'queue.openFile.of': 'Открыть {name}',
  'queue.account.any': 'любой',
  'queue.state.reading': 'Читается…',
  'queue.state.shop': 'Чьи это заказы? Откройте файл и укажите.',
  'queue.state.questions':
    '{count, plural, one {Остался # вопрос} few {Осталось # вопроса} many {Осталось # вопросов} other {Осталось # вопроса}}',
  'queue.state.noKey': 'Для этого магазина ещё нет ключа доступа',
  'queue.state.errors': '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}} с ошибками',
  'queue.state.remarks':
    '{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}} стоит посмотреть до отправки',
  'queue.state.ready': 'Можно отправлять',
  'queue.state.done': 'В WMS: {count}',
  'queue.state.nothing': 'Отправлять нечего',
  'queue.state.waiting': 'Ждёт очереди',
  'queue.state.sending': 'Отправляется: {done} из {planned}',
  'queue.state.paused': 'Пауза: ждёт вас. Откройте файл.',
  'queue.total':
    '{files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}} · {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}} · {amount}',
  'queue.shops': '{shop}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {amount}',
  'queue.send':
    '{count, plural, one {Отправить # заказ} few {Отправить # заказа} many {Отправить # заказов} other {Отправить # заказа}}',
  'queue.stop': 'Следующие файлы не начинать',
  'queue.report': 'Один отчёт на всё',
  'queue.reports': 'Отчёт по каждому магазину…',
  'queue.reports.saved': 'Сохранено: {names}',
  'cli.queue.file':
    '{file}: {whose}{count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {amount, number} сум',
  'cli.queue.whose': 'магазин {shop}, аккаунт {account}, ',
  'cli.queue.total':
    '{files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}, {amount, number} сум',
  'cli.queue.begins': '— {file}',
  'cli.option.shopReports': 'папка для отчётов (.xlsx): по одному на магазин, со всеми его файлами',
  'error.cli.shopKey': 'Файлы разных магазинов, а ключа доступа «{shop}» нет. Ничего не отправлено.',
  'option.cli.shopKey': 'Укажите его переменную: --token-env "{shop}=ИМЯ".',
  'error.cli.oneReport':
    'Отчёт по нескольким файлам — книга Excel: выберите имя, которое кончается на .xlsx, а не «{file}».',
  'error.cli.unsureFile':
    '«{file}»: непонятно, чьи это заказы.{ofRemoved, select, yes { Файл похож на файл магазина «{removed}», который убрали из списка: если это он, добавьте его снова.} other {}} Магазины: {names}. Ничего не отправлено.',
  'option.cli.unsureFile': 'Отправьте этот файл отдельно с --shop ИМЯ.',
};
