/** What was settled about a shop's files for good. */
import type { settled as source } from '../en/settled.ts';
import { field } from './orders.ts';

export const settled: Record<keyof typeof source, string> = {
  'issue.orders.settledValue': '«{value}» прочитано как «{text}»: так решено для этого магазина.',
  'issue.orders.settledRows':
    '{count, plural, one {Исключён # заказ} few {Исключены # заказа} many {Исключено # заказов} other {Исключено # заказа}}: в столбце «{heading}» стоит «{value}», так решено для этого магазина. Строки: {rows}.',
  'issue.orders.headingAnswered': `Столбец «{heading}» взят как раньше (${field}): так ответили про этот заголовок в этом магазине. Проверьте столбец.`,
  'issue.orders.answerContradicted': `В прежних файлах столбец «{heading}» был другим (${field}), но здесь его значения не подходят, поэтому он не взят. Проверьте столбец.`,
  'issue.orders.idsOfShop':
    '«{heading}» во всех строках расходится с таблицей товаров, поэтому принят за собственные номера магазина. Товары ищутся по «{known}».',
  'issue.orders.waresKnown': 'Товары взяты из столбца «{heading}»: все его значения есть в таблице товаров.',
  'issue.orders.headingAnsweredNone':
    'Столбец «{heading}» не отправляется: так раньше ответили про этот заголовок в этом магазине.',
  'issue.orders.productNeverAccepted':
    'Товар {value} эта WMS ещё ни разу не принимала, хотя приняла {count, plural, one {# другой} few {# других} many {# других} other {# других}}. Проверьте ID.',
  'plan.newProducts':
    '{count, plural, one {В # из этих заказов} few {В # из этих заказов} many {В # из этих заказов} other {В # из этих заказов}} стоит ID товара, которого эта WMS ещё ни разу не принимала, хотя сотни других приняла: {ids} (строки {rows}). Проверьте.',
  'cli.send.newProducts':
    '{count, plural, one {В # заказе} few {В # заказах} many {В # заказах} other {В # заказах}} стоит ID товара, которого эта WMS ещё ни разу не принимала, хотя сотни других приняла: {ids} (строки {rows}).',
  'reason.orders.tableKnows': 'Все его значения есть в таблице товаров.',
  'reason.orders.ofShopItself': 'Собственные номера магазина: в таблице товаров есть значения столбца «{other}».',
  'reason.orders.answered': 'Так раньше ответили про этот заголовок в этом магазине.',
  'option.orders.settledRows': 'Отменить: order-importer settled leave-out "{heading}" "{value}" --forget.',
  'option.orders.settledValue': 'Отменить: order-importer settled value {field} "{value}" --forget.',
  'fix.settle.value': 'Всегда в этом магазине: «{value}» — это «{text}»',
  'fix.settle.rows': 'В этом файле и всегда в этом магазине',
  'fix.settle.back': 'Больше не для этого магазина',
  'fix.leaveOutWhere': 'В этом файле',
  'fix.putBackWhere': 'Вернуть в этом файле',
  'settle.done': 'Теперь в файлах этого магазина «{value}» — это «{text}». Отменить можно в «Настройки › Что решено».',
  'settle.done.rows':
    'Теперь в файлах этого магазина строки, где «{heading}» — «{value}», исключаются. Отменить можно в «Настройки › Что решено».',
  'settle.done.back': 'Отменено: для файлов этого магазина это больше не действует.',
  'settle.leaveOut': 'Исключить все, где «{heading}» — «{value}»',
  'settled.title': 'Что решено',
  'settled.about':
    'Решённое один раз действует во всех следующих файлах магазина, и там об этом сказано. Отменённое больше не действует, в открытых файлах — сразу.',
  'settled.none':
    'Пока ничего. Когда вы исправляете значение или исключаете строки по значению столбца, кнопка «Всегда в этом магазине» закрепляет это.',
  'settled.values': 'Что значит текст',
  'settled.rows': 'Какие строки исключаются',
  'settled.headings': 'Что стоит под заголовком',
  'settled.value': '{name}: «{value}» — это «{text}»',
  'settled.row': '«{heading}» — «{value}»',
  'settled.heading': '«{heading}»: {name}',
  'settled.takeBack': 'Отменить',
  'settled.takeBack.of': 'Отменить: {what}',
  'cli.always': 'что решено о файлах магазина: что значит текст, какие строки исключаются, что стоит под заголовком',
  'cli.always.list': 'показывает, что решено',
  'cli.always.value': 'закрепляет, что значит текст поля во всех следующих файлах',
  'cli.always.leaveOut': 'закрепляет, что во всех следующих файлах исключаются строки, где в столбце стоит текст',
  'cli.always.heading': 'закрепляет, какое поле стоит под заголовком во всех следующих файлах (none: не отправляется)',
  'cli.option.forget': 'отменяет решённое',
  'cli.always.none': 'Ничего не решено.',
  'cli.always.done': 'Решено для всех следующих файлов магазина.',
  'cli.always.forgotten': 'Отменено.',
  'error.settled.field': '«{field}» — не то поле, тексты которого можно закрепить. Можно: {fields}.',
  'error.settled.noMeaning': 'Укажите и то, что это значит, или отмените: --forget.',
  'error.settled.notThere': 'Такого решения нет. Посмотрите: order-importer settled list.',
};
