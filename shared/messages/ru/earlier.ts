import type { earlier as source } from '../en/earlier.ts';

export const earlier: Record<keyof typeof source, string> = {
  'earlier.title': 'Этот файл уже открывали',
  'earlier.opened': 'Этот файл уже открывали {at}.',
  'earlier.opened.name': '«{name}» уже открывали {at}.',
  'earlier.since': 'С тех пор: {changes}.',
  'earlier.same': 'В строках то же, что было.',
  'earlier.added':
    '{count, plural, one {# новая строка} few {# новые строки} many {# новых строк} other {# новой строки}}',
  'earlier.changed':
    '{count, plural, one {# строка изменена} few {# строки изменены} many {# строк изменено} other {# строки изменено}}',
  'earlier.removed':
    '{count, plural, one {# строки больше нет} few {# строк больше нет} many {# строк больше нет} other {# строки больше нет}}',
  'earlier.ask': 'Перенести {work}?',
  'earlier.work.cells':
    '{count, plural, one {# ваше исправление} few {# ваших исправления} many {# ваших исправлений} other {# вашего исправления}}',
  'earlier.work.leftOut':
    '{count, plural, one {# исключённую строку} few {# исключённые строки} many {# исключённых строк} other {# исключённой строки}}',
  'earlier.and': '{first} и {second}',
  'earlier.leftOutChanged':
    '{count, plural, one {# исключённая строка изменилась или добавлена и останется исключённой.} few {# исключённые строки изменились или добавлены и останутся исключёнными.} many {# исключённых строк изменились или добавлены и останутся исключёнными.} other {# исключённой строки изменились или добавлены и останутся исключёнными.}}',
  'earlier.unfit':
    '{count, plural, one {# ваше изменение не подходит} few {# ваших изменения не подходят} many {# ваших изменений не подходят} other {# вашего изменения не подходит}} к новому файлу: {count, plural, =1 {посмотрите, какое} other {посмотрите, какие}}.',
  'earlier.carried.unfit':
    '{count, plural, one {# прежнее изменение не подходит} few {# прежних изменения не подходят} many {# прежних изменений не подходят} other {# прежнего изменения не подходит}} к этому файлу: {count, plural, =1 {посмотрите, какое, и внесите его} other {посмотрите, какие, и внесите их}} вручную, если ещё нужно.',
  'earlier.carry': 'Перенести',
  'earlier.leave': 'Начать заново',
  'earlier.close': 'Закрыть',
  'earlier.show': 'Что изменилось',
  'earlier.hide': 'Скрыть',
  'earlier.done': 'Перенесено: {work}. Ctrl+Z на шаге «Проверка» отменит.',
  'earlier.done.work.cells':
    '{count, plural, one {# исправление} few {# исправления} many {# исправлений} other {# исправления}}',
  'earlier.done.work.leftOut':
    '{count, plural, one {# исключённая строка} few {# исключённые строки} many {# исключённых строк} other {# исключённой строки}}',
  'earlier.list.changes': 'Что изменилось в файле',
  'earlier.list.unfit': 'Что больше не подходит',
  'earlier.list.more': 'и ещё {count, number}',
  'earlier.row': '{order, select, none {Строка {row}} other {Строка {row}, заказ {order}}}',
  'earlier.row.added': 'новая',
  'earlier.row.gone': 'больше нет (номер строки в прежнем файле)',
  'earlier.cell': '{column}: {before} → {after}',
  'earlier.blank': 'пусто',
  'earlier.unfit.changed': '{column}: вы заменили {before} на {after}, а теперь в файле {now}.',
  'earlier.unfit.rowGone': '{column}: вы заменили {before} на {after}, а строки в файле больше нет.',
  'earlier.unfit.columnGone': '{column}: вы заменили {before} на {after}, а столбца в файле больше нет.',
  'earlier.unfit.leftOut': 'Вы её исключили, а строки в файле больше нет, или в ней совсем другое.',
  'earlier.work.added':
    '{count, plural, one {# добавленную строку} few {# добавленные строки} many {# добавленных строк} other {# добавленной строки}}',
  'earlier.done.work.added':
    '{count, plural, one {# добавленная строка} few {# добавленные строки} many {# добавленных строк} other {# добавленной строки}}',
  'earlier.unfit.added.changed':
    'Вы добавили эту позицию: {after}. Теперь у заказа в файле есть новые строки: добавьте её вручную, если её среди них нет.',
  'earlier.unfit.added.rowGone': 'Вы добавили эту позицию: {after}. Её заказа в файле больше нет.',
  'earlier.unfit.added.columnGone': 'Вы добавили эту позицию: {after}. Нужного ей столбца в файле больше нет.',
};
