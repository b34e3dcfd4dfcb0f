/** The product table: sheets that are imported and written for it. */
export const products = {
  'products.sheet': 'Products',
  'products.sheet.count': 'Rows',
  'products.sheet.name': 'products to map - {file}',
  'error.products.noColumns': 'This sheet has no column with the WMS’s product ids, or none with product codes or names. Name the headings such as «Product code», «Product name» and «Product ID», and import it again.',
  'error.products.none': 'There are no products in this sheet. Check whether it is the right file and sheet.',
  'error.products.allMapped': 'Every product of this file is in the product table already: there is nothing to fill in.',
  'issue.products.noId': 'The product ID is missing. Fill it in.',
  'issue.products.noKey': 'Neither a product code nor a product name stands in this row. Fill one in.',
  'issue.products.twice': '«{value}» stands in the sheet twice, with different ids; the first was taken. Leave one of them.',
  'error.profile.nameTaken': 'There is a profile called «{name}» already. Choose another name.',
} as const satisfies Record<string, string>;
