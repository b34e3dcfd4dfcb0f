import type { changes as source } from '../en/changes.ts';

export const changes: Record<keyof typeof source, string> = {
  'changes.title': 'Исправить в WMS',
  'changes.about':
    'Заказы, оставленные в WMS как есть, хотя в более позднем файле они другие. Изменить их в WMS программа не может: передайте этот список сотрудникам WMS.',
  'changes.none': 'Исправлять в WMS нечего.',
  'changes.differs': 'Чем отличается от отправленного',
  'changes.notCompared':
    'Отправленное содержание на этом компьютере уже не хранится, поэтому здесь не видно, что изменилось. Сравните в WMS.',
  'changes.copy': 'Скопировать для сообщения',
  'changes.copied':
    'Скопировано: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}. Вставьте текст в сообщение.',
  'changes.save': 'Сохранить в .xlsx',
  'changes.saved':
    'Сохранено в {name}: {count, plural, one {# заказ} few {# заказа} many {# заказов} other {# заказа}}.',
  'changes.message': 'Пожалуйста, исправьте эти заказы в WMS ({server}):',
  'changes.order': 'Заказ {order}',
  'changes.order.wmsId': 'Заказ {order} (ID в WMS {wmsId})',
  'changes.value': '{before} → {after}',
  'changes.product': '{field} (товар {product})',
  'changes.blank': 'пусто',
  'changes.noItem': 'нет такой позиции',
  'changes.unknown': 'здесь уже не хранится',
  'changes.item': 'позиция',
  'changes.sheet': 'Изменения',
  'changes.fileName': 'Изменения для WMS.xlsx',
  'changes.before': 'Как отправлено',
  'changes.after': 'Как должно быть',
  'changes.field': 'Что',
};
