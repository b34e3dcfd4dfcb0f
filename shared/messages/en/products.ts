/** The product table: its screen, and the sheets that are imported and written for it. */
export const products = {
  'products.sheet': 'Products',
  'products.sheet.count': 'Rows',
  'products.sheet.name': 'products to map - {file}',
  'error.products.noColumns':
    'This sheet has no column with the WMS’s product ids, or none with product codes or names. Name the headings such as «Product code», «Product name» and «Product ID», and import it again.',
  'error.products.none': 'There are no products in this sheet. Check whether it is the right file and sheet.',
  'error.products.practiceEmpty':
    'Nothing was mapped while practising: the practice table is empty. Import a spreadsheet, or add products by hand.',
  'error.products.allMapped':
    'Every product of this file is in the product table already: there is nothing to fill in.',
  'issue.products.noId': 'The product ID is missing. Fill it in.',
  'issue.products.noKey': 'Neither a product code nor a product name stands in this row. Fill one in.',
  'issue.products.twice':
    '«{value}» stands in the sheet twice, with different ids; the first was taken. Leave one of them.',
  'error.profile.nameTaken': 'There are saved settings called «{name}» already. Choose another name.',

  'products.title': 'Product table',
  'products.about':
    'What your shops call their products, and which product of the WMS each one is. Files with codes or names instead of the WMS’s IDs are read with it.',
  'products.server': 'Holds for orders that go to {url}.',
  'products.server.practice': 'Holds for practice.',
  'products.list': '{count, plural, one {# product in the table} other {# products in the table}}',
  'products.list.empty': 'The table is empty',
  'products.none':
    'Import a spreadsheet with a column of codes or names and a column of the WMS’s product IDs, or add products by hand.',
  'products.search': 'Find a code, a name or an ID',
  'products.notFound': 'Nothing with «{text}» in the table.',
  'products.more': '{count} more: type to find them.',
  'products.import': 'Import a spreadsheet',
  'products.fromPractice': 'Take over from practice',
  'products.importing': 'Importing…',
  'products.imported': '«{name}»: {added} added, {changed} changed, {unchanged} as before.',
  'products.import.preview':
    'Importing «{name}» would change ids that are in use: {added} to add, {changed} to change, {unchanged} as before. Nothing has been changed yet.',
  'products.import.more': '{count, plural, one {# more} other {# more}}',
  'products.import.do': '{count, plural, one {Import # product} other {Import # products}}',
  'products.import.takeBack': 'Take it back',
  'products.import.takenBack': 'The table is as it was before «{name}» was imported.',
  'products.grid': 'Edit as a table',
  'products.grid.about':
    'Type into the cells, or paste a copied column: it fills this line and those below. Nothing is kept before you have seen what changes.',
  'products.grid.first':
    'The first {shown} are here, {further, plural, one {# more is} other {# more are}} not. To edit those, close this and search for them first.',
  'products.add.known': '«{key}» is in the table already; it would be changed:',
  'products.pasteLeft':
    '{count, plural, one {# pasted row} other {# pasted rows}} had no line here and {count, plural, one {was} other {were}} left off.',
  'products.grid.changes': '{count, plural, one {# product changes:} other {# products change:}}',
  'products.grid.wrong':
    '{count, plural, one {«{key}» cannot be read.} other {# lines cannot be read, first «{key}».}}',
  'products.grid.done': '{count, plural, one {# product was changed.} other {# products were changed.}}',
  'products.saveAll': '{count, plural, one {Keep # product} other {Keep # products}}',
  'products.saidAll': '{count, plural, one {# product is} other {# products are}} in the table now.',
  'products.skipped': '{count, plural, one {# row was not taken} other {# rows were not taken}}:',
  'products.key': 'Code or name',
  'products.kind': 'Known by',
  'products.acts': 'What can be done',
  'products.add': 'Add the product',
  'products.edit': 'Correct «{key}»',
  'products.edit.short': 'Correct',
  'products.save': 'Keep',
  'products.remove': 'Remove «{key}» from the table',
  'products.remove.sure': 'Remove it? Rows with it become errors until it is mapped again.',
  'products.unmapped':
    '{count, plural, one {# product of «{name}» is not in the table} other {# products of «{name}» are not in the table}}',
  'products.unmapped.about':
    'Give each its product ID here, or save the list as a sheet, have the WMS’s people fill it in, and import it back. It holds for all rows at once.',
  'products.unmapped.more': '{count, plural, one {# more} other {# more}}: save the list as a sheet.',
  'products.allMapped': 'Every product of «{name}» is in the table.',
  'products.export': 'Save the list to fill in',
  'products.exported':
    '{count, plural, one {# product was} other {# products were}} saved as «{name}». When it is filled in, import it here.',
  'products.say': 'Which product is «{key}»',
  'products.price': 'Price in the table',
  'products.price.say': 'The price of «{key}»',
  'products.toTable': 'Open the product table',
  'products.say.open': 'Say which product it is',
  'products.use': '{count, plural, one {Use it} other {Use it for # rows}}',
  'products.said': '«{key}» is product {product} now: {count, plural, one {# row} other {# rows}}.',
  'products.open':
    '{count, plural, one {# product is not in the product table} other {# products are not in the product table}}: open it',
} as const satisfies Record<string, string>;
