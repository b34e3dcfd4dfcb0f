/** What was settled about a shop's files for good. */
import { field } from './orders.ts';

export const settled = {
  'issue.orders.settledValue': '«{value}» was read as «{text}», as settled for this shop.',
  'issue.orders.settledRows':
    '{count, plural, one {# order is} other {# orders are}} left out because «{heading}» is «{value}» there, as settled for this shop. Rows: {rows}.',
  'issue.orders.headingAnswered': `«{heading}» was taken as ${field}, as answered for this heading in this shop before. Look at the column.`,
  'issue.orders.answerContradicted': `«{heading}» was ${field} in earlier files, but its values here cannot be that, so it was not taken. Look at the column.`,
  'issue.orders.idsOfShop':
    '«{heading}» is another number than the product table has in every row, so it is taken as the shop’s own. Products are looked up by «{known}».',
  'issue.orders.waresKnown': 'The products are taken from «{heading}»: the product table knows all its values.',
  'issue.orders.headingAnsweredNone': '«{heading}» is not sent, as answered for this heading in this shop before.',
  'issue.orders.productNeverAccepted':
    'Product {value} was never accepted by this WMS, which took {count, plural, one {# other} other {# others}}. Check the ID.',
  'plan.newProducts':
    '{count, plural, one {# of these orders has} other {# of these orders have}} a product ID that this WMS has never accepted, beside hundreds that it has: {ids} (rows {rows}). Check them.',
  'cli.send.newProducts':
    '{count, plural, one {# order has} other {# orders have}} a product ID that this WMS has never accepted, beside hundreds that it has: {ids} (rows {rows}).',
  'reason.orders.tableKnows': 'The product table knows all its values.',
  'reason.orders.ofShopItself': 'The shop’s own numbers: the product table knows the values of «{other}».',
  'reason.orders.answered': 'Answered for this heading before, in this shop.',
  'option.orders.settledRows': 'Taken back with: order-importer settled leave-out "{heading}" "{value}" --forget.',
  'option.orders.settledValue': 'Taken back with: order-importer settled value {field} "{value}" --forget.',
  'fix.settle.value': 'Always in this shop: «{value}» is «{text}»',
  'fix.settle.rows': 'In this file, and always in this shop',
  'fix.settle.back': 'Not any more in this shop',
  'fix.leaveOutWhere': 'In this file',
  'fix.putBackWhere': 'Put them back in this file',
  'settle.done':
    'From now on «{value}» is «{text}» in files of this shop. «Settings › What was settled» takes it back.',
  'settle.done.rows':
    'From now on rows where «{heading}» is «{value}» are left out in files of this shop. «Settings › What was settled» takes it back.',
  'settle.done.back': 'Taken back: it does not hold for files of this shop any more.',
  'settle.leaveOut': 'Leave out all where «{heading}» is «{value}»',
  'settled.title': 'What was settled',
  'settled.about':
    'What was settled once holds for every further file of the shop, and is said there. Taken back, it does not hold any more, in open files at once.',
  'settled.none':
    'Nothing yet. Where you put a value right, or leave out rows by the value of a column, «Always in this shop» settles it.',
  'settled.values': 'What a text means',
  'settled.rows': 'Rows that are left out',
  'settled.headings': 'What a heading is',
  'settled.value': '{name}: «{value}» is «{text}»',
  'settled.row': '«{heading}» is «{value}»',
  'settled.heading': '«{heading}»: {name}',
  'settled.takeBack': 'Take back',
  'settled.takeBack.of': 'Take back: {what}',
  'cli.always': 'what was settled about a shop’s files: what a text means, which rows are left out, what a heading is',
  'cli.always.list': 'lists what was settled',
  'cli.always.value': 'settles what a text of a field means in every further file',
  'cli.always.leaveOut': 'settles that rows are left out in every further file where the column has the text',
  'cli.always.heading': 'settles which field a heading is in every further file (none: not sent)',
  'cli.option.forget': 'takes it back',
  'cli.always.none': 'Nothing was settled.',
  'cli.always.done': 'Settled for every further file of the shop.',
  'cli.always.forgotten': 'Taken back.',
  'error.settled.field': '«{field}» is no field whose texts can be settled. These can: {fields}.',
  'error.settled.noMeaning': 'Say what it is, too, or take it back with --forget.',
  'error.settled.notThere': 'Nothing like that was settled. See: order-importer settled list.',
} as const satisfies Record<string, string>;
