/** What is said of values: why a cell is refused, or pointed out. */
export const values = {
  'issue.values.isDate':
    '«{value}» is a date or time in Excel, not what belongs here. Set the cell’s format to Text and type the value again.',
  'issue.values.isPercent': '«{value}» is a percentage. Type the number itself.',
  'issue.values.isBoolean': '«{value}» is a yes/no value. Type what belongs here.',
  'issue.values.uncalculated':
    'The formula in this cell has no result. Open the file in Excel, save it and open it here again, or type the value.',
  'issue.values.sheetError':
    'The cell holds Excel’s error «{value}». Type the value, or correct the formula in the file.',
  'issue.values.invisible': 'Invisible characters were removed. Nothing needs to be done.',
  'issue.values.orderId.letters':
    '«{value}» is no order number: it must be a whole number. Type the number, or give the orders numbers of your own.',
  'issue.values.orderId.fraction': '«{value}» is not a whole number. Type the order number without a fraction.',
  'issue.values.orderId.scientific':
    '«{value}» was shortened by Excel, and digits are lost. Type the full order number.',
  'issue.values.orderId.spaces':
    '«{value}» has spaces between the digits: one number or several? Type the order number without spaces.',
  'issue.values.orderId.tooLong':
    '«{value}» has more than 15 digits, and Excel loses the rest. Type a shorter order number.',
  'issue.values.orderId.notPositive': '«{value}» is no order number: it must be 1 or more. Type the number.',
  'issue.values.orderId.large':
    '«{value}» is a very large order number; the WMS may refuse it. Check that this column is the order number.',
  'issue.values.productId.letters':
    '«{value}» is not the WMS’s product id, which is a whole number. Type the product id, or choose another column.',
  'issue.values.productId.fraction': '«{value}» is not a whole number. Type the product id without a fraction.',
  'issue.values.productId.scientific':
    '«{value}» was shortened by Excel, and digits are lost. Type the full product id.',
  'issue.values.productId.spaces': '«{value}» has spaces between the digits. Type the product id without spaces.',
  'issue.values.productId.tooLong': '«{value}» is too long for a product id. Type the number that the WMS uses.',
  'issue.values.productId.notPositive':
    '«{value}» is no product id: it must be 1 or more. Type the number that the WMS uses.',
  'issue.values.productId.doubtful':
    '«{value}» looks like a barcode or a code of your shop rather than the WMS’s product id. Check it.',
  'issue.values.variationId.letters':
    '«{value}» is not the WMS’s variation id, which is a whole number. Type the variation id, or choose another column.',
  'issue.values.variationId.fraction': '«{value}» is not a whole number. Type the variation id without a fraction.',
  'issue.values.variationId.scientific':
    '«{value}» was shortened by Excel, and digits are lost. Type the full variation id.',
  'issue.values.variationId.spaces': '«{value}» has spaces between the digits. Type the variation id without spaces.',
  'issue.values.variationId.tooLong': '«{value}» is too long for a variation id. Type the number that the WMS uses.',
  'issue.values.variationId.notPositive':
    '«{value}» is no variation id: it must be 1 or more. Type the number that the WMS uses.',
  'issue.values.variationId.doubtful':
    '«{value}» looks like a barcode or a code of your shop rather than the WMS’s variation id. Check it.',
  'issue.values.numberUnreadable': '«{value}» cannot be read as a number. Type digits only.',
  'issue.values.numberAmbiguous': '«{value}» can be read in two ways. Type the sum in full, digits only.',
  'issue.values.numberTooLarge': '«{value}» is too large. Check the number, and whether the column is the right one.',
  'issue.values.fraction': '«{value}» is not a whole number, and nothing is rounded here. Type a whole number.',
  'issue.values.otherCurrency': '«{value}» is in another currency. Type the sum in soʻm.',
  'issue.values.negative':
    '«{value}» is below zero. Type the number without the minus, or leave the order out if it is a return.',
  'issue.values.discountPercent':
    '«{value}» is a percentage, and the WMS takes the discount in soʻm. Type the sum, or choose another column.',
  'issue.values.excelNoise':
    '«{value}» is read as {read, number}: the digits behind come from Excel’s arithmetic. Nothing needs to be done.',
  'issue.values.thousandsGroup':
    'A point or comma before three digits is read as thousands: «{example}» is {read, number}. Check that this is right for the column.',
  'issue.values.amountWithWords':
    'The words beside the sum are left out: «{example}» is {read, number}. How it is paid is not sent to the WMS.',
  'issue.values.exponent':
    '«{value}» was shortened by Excel and is read as {read, number}. Check that no digits were lost.',
  'issue.values.quantityUnit': '«{value}» is not a number of pieces. Type how many pieces.',
  'issue.values.quantityAmbiguous': '«{value}» may be one or a thousand. Type the quantity, digits only.',
  'issue.values.quantityZero': 'The quantity is 0. Type 1 or more, or leave the order out.',
  'issue.values.quantityLarge':
    '«{value}» pieces are unusually many. Check the quantity, and whether the column is the right one.',
  'issue.values.phoneScientific':
    '«{value}» was shortened by Excel, and digits of the phone are lost. Type the full number.',
  'issue.values.phoneSeveral':
    'The cell holds several phones: {taken} is taken, {others} is not. Check that it is the right one.',
  'issue.values.phoneExtracted': 'The phone {taken} was taken out of «{value}». Check that it is right.',
  'issue.values.phoneExtension':
    'The phone is sent without its extension {extension}. Check that the customer can be reached.',
  'issue.values.phoneUnusual':
    '«{value}» has the right length, but no operator has such a number. Check it; nothing is changed by itself.',
  'issue.values.phoneForeign': '«{value}» is a phone of another country. Check it; nothing is changed by itself.',
  'issue.values.phoneLeading8': '«{value}» begins with the old 8. Type the number as +998 and nine digits.',
  'issue.values.phoneUnreadable': '«{value}» is not a phone. Type it as +998 and nine digits.',
  'issue.values.phoneTooShort':
    '{digits, plural, one {# digit} other {# digits}} in the phone «{value}», too few: nine are needed after +998. Type the full number.',
  'issue.values.phoneTooLong':
    '{digits, plural, one {# digit} other {# digits}} in the phone «{value}», too many: nine are needed after +998. Type one number only.',
  'issue.values.dateOnlyTime':
    '«{value}» is a time without a day. Type the delivery date, for example {tomorrow} 14:00.',
  'issue.values.dateNumber': '«{value}» is a number, not a date. Type the delivery date, for example {tomorrow} 14:00.',
  'issue.values.dateWithoutYear':
    'The day «{value}» has no year, and it is not plain which one is meant. Type it with the year.',
  'issue.values.dateYearTaken':
    'Days without a year are read as the nearest ones: «{example}» is {read}. Where another year is meant, type the day with its year.',
  'issue.values.dateYearAgo': 'The delivery date «{value}» is a year ago. Type the day with the right year.',
  'issue.values.dateRelative':
    '«{value}» depends on the day it was written. Type the date itself: the one counted from today is suggested.',
  'issue.values.dateDayPart':
    '«{value}» gives a part of the day, not an hour. Type the hour, for example {tomorrow} 14:00.',
  'issue.values.dateUnreadable': '«{value}» cannot be read as a date. Type it like this: {tomorrow} 14:00.',
  'issue.values.dateImpossible':
    'There is no such day as «{value}». Check day and month, and type the date as day.month.year, for example {tomorrow}.',
  'issue.values.dateOrder':
    'Dates are read day first: «{example}» is {read}. If the file writes the month first, correct the dates to day.month.year, for example {tomorrow}.',
  'issue.values.dateWindow':
    '«{value}» is a span of time; {taken} is taken. Type another time if it should be different.',
  'issue.values.datePast': 'The delivery date {date} is in the past. Check the date.',
  'issue.values.dateFar': 'The delivery date {date} is more than a year ahead. Check the year.',
  'issue.values.dateMidnight': 'The delivery on {date} is set for midnight (00:00). Type the time if it is another.',
  'issue.values.textTooLong':
    'The text has {length, number} characters, and the WMS takes {limit, number} at most. Shorten it; nothing is cut by itself.',
  'issue.values.textDamaged':
    'Letters in «{value}» were lost when the file was saved. Type the text again, or choose another encoding when opening the file.',
  'issue.values.textGarbled':
    'The letters of «{value}» look wrong{isKnown, select, yes {; «{meant}» was probably meant} other {}}: the text was read in another encoding than it was written in. Correct it, or, where the whole file looks so, choose another encoding when opening it.',
  'issue.values.zipForm': '«{value}» is not a post code of six digits. Check it; nothing is changed by itself.',
  'issue.values.countryOther': '«{value}» is not Uzbekistan. Check the country; nothing is changed by itself.',
  'issue.values.statusWord': 'The status «{value}» is read as {status} ({name}). Check that it means the same.',
  'issue.values.statusForeign':
    '«{value}» is a status of payment or of another shop system. Choose one of the WMS’s statuses, 1 to 7.',
  'issue.values.statusUnknown': '«{value}» is not a status of the WMS. Choose one of its statuses, 1 to 7.',
  'issue.values.productCode.scientific': '«{value}» was shortened by Excel, and digits are lost. Type the full code.',
  'issue.values.percentTooLarge':
    '«{value}» is more than 100 per cent. Check the discount, and whether the column holds per cent.',
} as const satisfies Record<string, string>;
