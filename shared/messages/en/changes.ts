/** What a file says otherwise than was sent, and the list of it for the WMS's people. */
export const changes = {
  'changes.title': 'To be changed in the WMS',
  'changes.about':
    'Orders that stay as they were sent, though a later file says something else. The app cannot change them in the WMS: give this list to its people.',
  'changes.none': 'There is nothing to be changed in the WMS.',
  'changes.differs': 'What differs from what was sent',
  'changes.notCompared':
    'What was sent of it is not kept on this computer any more, so nobody can say here what differs. Compare it in the WMS.',
  'changes.copy': 'Copy as a message',
  'changes.copied': '{count, plural, one {# order} other {# orders}} copied. Paste the text into a message.',
  'changes.save': 'Save as .xlsx',
  'changes.saved': '{count, plural, one {# order} other {# orders}} saved in {name}.',
  'changes.message': 'Please change these orders in the WMS ({server}):',
  'changes.order': 'Order {order}',
  'changes.order.wmsId': 'Order {order} (WMS id {wmsId})',
  'changes.value': '{before} → {after}',
  'changes.product': '{field} (product {product})',
  'changes.blank': 'blank',
  'changes.noItem': 'no such item',
  'changes.unknown': 'not kept here',
  'changes.item': 'item',
  'changes.sheet': 'Changes',
  'changes.fileName': 'Changes for the WMS.xlsx',
  'changes.before': 'As it was sent',
  'changes.after': 'As it should be',
  'changes.field': 'What',
} as const;
