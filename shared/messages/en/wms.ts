/** What the WMS found wrong with an order, in the operator's words. The place (row, column) is named by the screen. */
export const wms = {
  'issue.wms.required': 'The WMS needs this value and got none. Fill it in, then send the order again.',
  'issue.wms.integer':
    'The WMS takes only a whole number here. Write it without a fraction, letters or spaces, then send the order again.',
  'issue.wms.number': 'The WMS takes only a number here. Write it in digits, then send the order again.',
  'issue.wms.min': 'The WMS takes nothing below {min} here. Raise the value, then send the order again.',
  'issue.wms.max': 'The WMS takes nothing above {max} here. Lower the value, then send the order again.',
  'issue.wms.greaterThan': 'The WMS wants more than {limit} here. Raise the value, then send the order again.',
  'issue.wms.lessThan': 'The WMS wants less than {limit} here. Lower the value, then send the order again.',
  'issue.wms.string':
    'The WMS wants text here and got something else ({message}). Please send this sentence to support; the row itself may be right.',
  'issue.wms.minLength': '{min} characters or more are needed here. Make the text longer, then send the order again.',
  'issue.wms.maxLength': 'No more than {max} characters fit here. Shorten the text, then send the order again.',
  'issue.wms.length': 'Exactly {length} characters are needed here. Correct the text, then send the order again.',
  'issue.wms.unique':
    'The WMS already has this value, and it may occur only once. Give another value, or look the order up in the WMS.',
  'issue.wms.uniqueCombo':
    'The WMS already has this combination of values. Look the order up in the WMS, or correct the values.',
  'issue.wms.orderIdTaken':
    'The WMS already has an order with this number. Look it up in the WMS; if it is another order, give this one a new number.',
  'issue.wms.format':
    'The WMS does not take this way of writing. Write the value differently, then send the order again.',
  'issue.wms.boolean': 'The WMS takes only yes or no here ({message}). Correct the value, then send the order again.',
  'issue.wms.email': 'The WMS wants an e-mail address here. Correct the value, then send the order again.',
  'issue.wms.invalid':
    'The WMS does not know this value. Correct it, or ask the WMS’s people to add it, then send the order again.',
  'issue.wms.unknownProduct':
    'The WMS does not know this product. Check the product ID, or ask the WMS’s people to register the product, then send the order again.',
  'issue.wms.noItems': 'The WMS found no items in this order. Add an item row, then send the order again.',
  'issue.wms.other': 'The WMS refused this value and says: «{message}». Correct the value, then send the order again.',
  'issue.wms.otherField':
    'The WMS refused the order because of «{label}» and says: «{message}». This app has no column for it: please ask the WMS’s people.',
  'issue.wms.general':
    'The WMS refused the order and says: «{message}». Correct the order, or ask the WMS’s people, then send it again.',
  'issue.wms.server':
    'Something went wrong inside the WMS. Check there whether the order exists before you send it again.',
  'issue.wms.notFound': 'The WMS did not find what was asked for. Check the server address in the settings.',
  'issue.wms.forbidden':
    'This account may not create orders. Ask the WMS’s people for the right, then send the order again.',
  'issue.wms.badJson': 'The WMS could not read the order ({message}). Please send this sentence to support.',
  'issue.wms.missingParams':
    'The WMS misses something in the request ({message}). Please send this sentence to support.',
  'issue.wms.invalidParam':
    'The WMS does not take something in the request ({message}). Please send this sentence to support.',
  'issue.wms.echoDiffers':
    'Accepted, but the WMS wrote «{answered}» where «{sent}» was sent. Check the order in the WMS.',
  'error.wms.addressUnreadable': '«{address}» is not a server address. Write it like http://wms.bts.uz:8040/.',
  'error.wms.addressScheme': 'A server address begins with http:// or https://. Correct «{address}».',
  'error.wms.addressCredentials':
    'The server address must not hold a name or a password. Take out what stands before the @, and sign in below.',
  'error.practice.unknownFault': 'There is no fault named «{name}». Choose from: {names}.',
  'error.practice.faultChance':
    'The chance of «{name}» must be a number from 0 to 1, such as {name}=0.1. Correct it and start again.',
  'error.practice.faultSum': 'The chances of all faults together come to {sum} %. Lower them to 100 % or less.',
  'error.practice.portTaken': 'Port {port} is in use by another program. Choose another port, or 0 for any free one.',
  'practice.page.title': 'Practice WMS',
  'practice.page.explanation':
    'Orders sent here reach no warehouse. They are kept in memory only and are gone when practice ends.',
  'practice.page.count': '{count, plural, one {# order taken} other {# orders taken}}',
  'practice.page.wmsId': 'WMS ID',
  'practice.page.items': 'Items',
  'practice.page.time': 'Time (UTC)',
} as const satisfies Record<string, string>;
