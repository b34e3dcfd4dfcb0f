/** What is wrong with orders, and what the file leaves open. The place (row, column) is named by the screen. */

/** The field's name within a sentence. */
export const field = `{field, select,
  order_id {order number} scheduled_at {delivery date} fulfillment_status {status} full_name {full name} phone {phone} address {address}
  region {region} country {country} city {city} zip {zip} client_product_id {product ID} client_product_variation_id {variation ID}
  quantity {quantity} price {price} discount {discount} final_price {final price} product_code {product code} product_name {product name}
  other {value}}`;

export const orders = {
  'issue.orders.blank': `The ${field} is missing. Fill it in.`,
  'issue.orders.twoCustomers':
    'Row {row} has the same order number as row {first}, but is of another customer («{name}», not «{other}»). The order is not sent until they are apart: give it a number of its own, or leave it out.',
  'issue.orders.sameOrderTwice':
    'The same phone, products and date stand under two numbers: {first} (row {firstRow}) and {later} (row {laterRow}). Nothing is left out by itself: if it is one order, leave {later} out.',
  'issue.orders.sameOrderSent':
    'Order {earlier} of «{fileName}» (row {earlierRow}) has the same phone, products and date; it was sent {at}. If the one in row {row} is the same order, leave it out.',
  'issue.orders.manyAlike':
    'More than {most} orders, from {first} (row {firstRow}) on, have the same phone, products and date. If that is no routine of this customer’s, look through them before sending.',
  'issue.orders.conflict': `The rows of one order say different things (${field}). Row {values}. Choose one value for all of them.`,
  'issue.orders.idSpellings':
    'The same order number is written in different ways. Row {values}. If they are one order, write {text} in all of them; if not, give one another number.',
  'issue.orders.feeRow': '«{value}» is no ware: this row is not sent as an item.',
  'issue.orders.regionIsZone':
    '«{value}» is a zone, no region. The WMS wants the region: type it here, or settle it for all rows with this zone.',
  'issue.orders.regionOfZone': '«{value}» is a zone, no region: {region} was taken, as the town or the address says.',
  'issue.orders.headRow': 'The first row of this order only says whose it is: its items are the rows below.',
  'issue.orders.idFromAbove':
    'The order number is blank, as are the customer’s cells: taken as another item of the order above. If it is an order of its own, fill in its number.',
  'issue.orders.numberOnSheets':
    'Order number {number} stands on several sheets: {rows}. If the order was moved, leave the earlier rows out; if it is another order, give it a number of its own.',
  'issue.orders.rowsApart':
    'The rows of this order do not stand together (rows {rows}). They are sent as one order; if they are two, give one another number.',
  'issue.orders.noId': 'The order number is missing. Fill it in.',
  'issue.orders.manyItems': '{count} items in one order, more than {limit}. Check whether these rows belong together.',
  'issue.orders.sameProduct':
    'Product {value} stands in this order twice (row {row} too). If it is a slip, leave one row out or add up the quantities.',
  'issue.orders.priceCounted': '«{value}» is read as the price of one: {price, number}.',
  'issue.orders.priceZero': 'The price is 0. If that is not meant as a gift, correct it.',
  'issue.orders.lineSum':
    'The numbers do not add up: price {price, number}, discount {discount, number}, final price {finalPrice, number}, quantity {quantity, number}. Check them; they are sent as they stand.',
  'issue.orders.finalPriceNegative':
    'The discount is larger than the price: {value, number} would remain. Correct the price or the discount.',
  'issue.orders.priceNotWhole':
    'Final price and discount ({value, number} together) cannot be divided by the quantity without a remainder. Fill in the price.',
  'issue.orders.notSendable':
    'The WMS would not take this order ({field}). Check its values; if they look right, send this sentence to support.',
  'issue.orders.statusNotAllowed':
    'An order cannot be created with status {value}. Use 1 (new) or 5 (scheduled), leave the order out, or allow other statuses in the saved settings.',
  'issue.orders.dateRequired': 'A scheduled order (status 5) needs a delivery date. Fill it in, or use status 1 (new).',
  'issue.orders.regionUnknown': 'The region «{value}» is not known. Check the spelling; nothing is changed by itself.',
  'issue.orders.regionUnknownSuggested':
    'The region «{value}» is not known. Was {suggestion} meant? Without your change it stays as typed.',
  'issue.orders.regionAmbiguous':
    '«{value}» may be {regions}. It is sent as typed; write out which one is meant if that matters.',
  'issue.orders.cityUnknownSuggested':
    'The city or district «{value}» is not known. Was {suggestion} meant? Without your change it stays as typed.',
  'issue.orders.cityElsewhere': '«{value}» lies in another region: {regions}. Check the city and the region.',
  'issue.orders.addressElsewhere':
    'The address lies in another region: {suggestion}, not {value}. Take that region, or leave the region as it is and check the address.',
  'issue.orders.zipElsewhere': 'The zip {value} does not belong to {region}. Check the zip and the region.',
  'issue.orders.partedRow':
    'Row {row} below has no number and may be an item of this order: something stands between them. Fill in its number, or leave the row out.',
  'issue.orders.totalRow': 'This is a total row and is not sent. If it is an order, fill in its number.',
  'issue.orders.repeatedHeading': 'These are headings, no order; this row is not sent.',
  'issue.orders.exampleRow': 'This is the template’s example row; it is not sent.',
  'issue.orders.cancelledHead':
    'This line seems to head orders that are not to be sent: cancelled, returned, done or earlier ones. Those below it are held until you leave them out, or send them all the same.',
  'issue.orders.titleRow': 'This row stands above the headings of its sheet and is not sent.',
  'issue.orders.noteRow':
    'This row holds no order (a note, a signature or a copied formula) and is not sent. If it is an order, fill in its number, or its product and price.',
  'issue.orders.noIdColumn':
    'No column gives the order number. Choose the column, or let every row be an order of its own with numbers from a start.',
  'option.orders.maybeSentBefore':
    'In a terminal, where the shop sends only new orders: --rule listKind=newOnly. Else answer in the window.',
  'option.orders.noIdColumn':
    '(--map "Heading=order_id", --every-row START, or --set order_id=NUMBER if the whole sheet is one order)',
  'issue.orders.missingField': `No column gives the ${field}. Choose the column, or one value for all orders.`,
  'option.orders.missingField': '(--map "Heading={field}" or --set {field}=VALUE)',
  'issue.orders.deliveryDateQuestion':
    '{count, plural, one {# order has} other {# orders have}} no delivery date. Choose the column that holds it, give one date for all («tomorrow 14:00» will do), or have them sent as new (status 1) without a date.',
  'option.orders.deliveryDateQuestion':
    '(--map "Heading=scheduled_at", --set scheduled_at="tomorrow 14:00" or --set fulfillment_status=1)',
  'issue.orders.deliveryDayBeside':
    '{count, plural, one {# order has} other {# orders have}} no delivery date of {count, plural, one {its} other {their}} own, but the sheet says «{example}» beside the orders. Does that hold for them?',
  'option.orders.deliveryDayBeside':
    '(--rule standingDays=on, --map "Heading=scheduled_at" or --set scheduled_at="tomorrow 14:00")',
  'issue.orders.settledDaysPast':
    'The delivery dates come from «{heading}», as remembered for this shop, but its days have passed, while those of «{other}» lie ahead.',
  'issue.orders.undatedOrders':
    '{dated, select, none {There is a column for the delivery date, but no order has one} other {{count} of {of} orders {count, plural, one {has} other {have}} no delivery date, though others have one}}. {count, plural, one {It goes} other {They go}} as new (status 1), without a date; or give one date.',
  'issue.orders.standingDays': 'Delivered on {days}, as is written beside the orders: «{example}».',
  'issue.orders.allUndated':
    'The file has no day of delivery. {count, plural, one {# order goes} other {# orders go}} as new (status 1), without a date, as you chose for orders without one.',
  'issue.orders.defaultTime':
    '{count, plural, one {# delivery date has} other {# delivery dates have}} no time; {time} was taken. Give another time if it should be different.',
  'issue.orders.foreignStatuses':
    '«{heading}» holds the shop’s own statuses in {count, plural, one {# order} other {# orders}}: it only tells which orders are not to be sent (cancelled, delivered and the like). The others go as scheduled (5) with a delivery date, else as new (1).',
  'issue.orders.cancelled':
    '{count, plural, one {# order is} other {# orders are}} marked as cancelled or returned ({count, plural, one {row} other {rows}} {rows}) and held until you decide: leave {count, plural, one {it out, or send it} other {all of them out, or send them}} all the same.',
  'option.orders.cancelled': '(--rule cancelledOrders=send sends them)',
  'issue.orders.cancelledSent':
    '{count, plural, one {# order is} other {# orders are}} marked as cancelled or returned and sent all the same, as was decided for this file. Leave {count, plural, one {it} other {them}} out if that was a mistake.',
  'issue.orders.cancelledOrder':
    'The sheet marks this order as cancelled or returned. It is held until you leave it out, or decide to send such orders all the same.',
  'issue.orders.cancelledRow':
    'This row is marked as cancelled or returned, other rows of the order are not. Leave the row out if only this product is off; clear the mark if it is to be sent.',
  'issue.orders.noteMentions':
    'The note speaks of cancelling or returning: «{value}». Read it: the order is sent like any other unless you leave it out.',
  'issue.orders.cellMentions':
    'This cell seems to speak of cancelling or returning: «{value}». Read it: the order is sent like any other unless you leave it out.',
  'issue.orders.struckRow':
    'The whole row is struck through in the file; often that means it is done. It is sent like any other unless you leave it out.',
  'issue.orders.columnsExchanged':
    'Price and discount look exchanged: in {count, plural, one {# row} other {# rows}} the numbers add up only the other way round. If so, exchange the two columns; without a change they are sent as they stand.',
  'issue.orders.discountPerLine':
    'Discount and final price look as if given for the whole line, not per piece ({count, plural, one {# row} other {# rows}}). If so, change the reading; it decides what is computed and the sums.',
  'issue.orders.discountPerUnit':
    'Discount and final price look as if given per piece, not for the whole line ({count, plural, one {# row} other {# rows}}). If so, change the reading; it decides what is computed and the sums.',
  'issue.orders.noDiscount': 'No column gives the discount: 0 is sent ({count, plural, one {# item} other {# items}}).',
  'issue.orders.noHeading': 'No row looks like headings. Choose the heading row, or set each column yourself.',
  'issue.orders.noRows':
    'There are no rows below the headings. Check whether this is the right sheet, and whether the heading row is right.',
  'issue.orders.beingSent':
    'An order with this number is being sent just now from «{fileName}» ({at}). Wait until that has ended.',
  'issue.orders.sentUnknown':
    'An order with this number was sent from «{fileName}» ({at}), and its answer was lost. Settle it there first; it may exist already.',
  'issue.orders.idTaken':
    'The WMS refused this number once as already taken (from «{fileName}», {at}). Look it up in the WMS, or give this order another number.',
  'issue.orders.cancelledAfterSending':
    'The file calls it cancelled or returned, but it was sent and accepted (from «{fileName}», {at}), and cannot be cancelled from here. Leave it as it was sent: it goes on the list for the WMS’s people.',
  'issue.orders.sentBefore':
    'An order with this number was accepted before, with other content (from «{fileName}», {at}). Leave it as it was sent, or give it another number if it is a new order.',
  'issue.orders.possibleRepeat':
    'The same order was sent before (number {number}, from «{fileName}», {at}). Is it meant again? Until you say, it is not sent.',
  'issue.orders.maybeSentBefore':
    'This may be one of the orders that were sent from «{fileName}» ({at}): their data was erased, and nothing is left to compare them with. Say of each order whether it is new or was sent already; until then it is not sent. This is asked only once.',
  'issue.orders.changedAfterSending':
    'An order of this customer was sent before with other content (number {number}, from «{fileName}», {at}). If this is that order, leave it as it was sent; if it is a new one, say so.',
  'issue.orders.sentUnderOurNumber':
    'This order went out before the shop gave it a number: under our number {number} (from «{fileName}», {at}). It is not sent again. If it is another order, say so.',
  'issue.orders.alreadySent':
    'Sent and accepted before, with the same content (from «{fileName}», {at}). It is not sent again.',
  'reason.orders.chosen': 'Chosen by you.',
  'reason.orders.profile': 'Known from the saved settings.',
  'reason.orders.replaced': `Another column was chosen (${field}).`,
  'error.orders.editDone': 'Order {order} is accepted already and cannot be changed here. Change it in the WMS.',
  'error.orders.editUnderWay':
    'Order {order} is being sent, or its fate is not known yet. It can be changed when that is settled.',
  'error.orders.editRow':
    'Row {row} cannot be changed here: it is not one of the rows below the headings. Choose a row of the table.',
  'error.orders.editApart':
    'Row {row}, column {column}: what was typed cannot be taken apart, and only the parts are sent. Type each into its own column, further to the right: {parts}.',
  'error.orders.editColumn': 'The sheet has no such column. Paste fewer columns, or begin further to the left.',
  'error.orders.noSuchOrder': 'Order {order} is not in this file any more. Go back to the list.',
  'issue.orders.productUnmapped':
    '{keyKind, select, code {The code} other {The product}} «{value}» is not in the product table. Say once which product of the WMS it is; it then holds for all rows.',
  'option.orders.productUnmapped': '(--products FILE, or products import FILE)',
  'issue.orders.productUnmappedSuggested':
    '{keyKind, select, code {The code} other {The product}} «{value}» is not in the product table. Is it «{suggestion}» (product {product})? If not, say which product of the WMS it is.',
  'issue.orders.productDiffers':
    '«{value}» is product {product}, but «{name}» in the same row is product {other}. {product} is taken; check the row or the product table.',
  'issue.orders.noTablePrice':
    'There is no price for «{value}»: neither in the file nor in the product table. Add it to the product table.',
  'option.orders.noTablePrice': '(products import FILE)',
  'issue.orders.percentNotWhole':
    '{value} per cent of {price, number} is no whole number of soʻm, and nothing is rounded here. Correct the discount or the price.',
  'issue.orders.splitDiscount':
    'The discount {value, number} stands once for {count} products and cannot be divided among them. Clear it, or put each product in a row of its own.',
  'issue.orders.splitQuantity':
    'The quantity {value} differs from what the products’ cell says ({sum}). {sum} is sent; check it.',
  'issue.orders.regionNotInAddress':
    'The address names no region that is known. Type the region into the address («Buxoro viloyati, …»), or choose a column for it.',
  'issue.orders.regionInAddressAmbiguous':
    'The address says only «Toshkent»: the city or the region? Type which one is meant into the address.',
  'issue.orders.unnumbered': 'Order «{value}» has no number of its own yet. Open the file again.',
  'issue.orders.sharedNumber':
    'Order «{value}» and another one have the same number of ours, since data was lost. It is not sent, because the WMS may have it already. If the WMS’s people do not find it, type another id into the row.',
  'issue.orders.letteredIds':
    '{count, plural, one {# order number has} other {# order numbers have}} letters, and the WMS takes whole numbers only. Each order can get a number of its own; the same order gets the same number tomorrow.',
  'option.orders.letteredIds': '(--own-numbers START)',
  'issue.orders.shortenedIds':
    'Excel shortened {count, plural, one {# order number} other {# order numbers}} (such as 1.22E+11), and the digits are lost. Better open the file as the shop system gave it, not as Excel saved it. Else each row becomes an order with a number of its own, which the shop does not know.',
  'option.orders.shortenedIds': '(--every-row START)',
  'issue.orders.ownNumbers':
    'The orders get numbers of their own: «{id}» is {number}. The same order has the same number tomorrow.',
  'issue.orders.everyRow':
    'Rows have no order numbers: each order is known by what it says, and new ones get our numbers, here {start} to {end}.',
  'issue.orders.eachRowAnOrder':
    'No column gives the order number, and each row has a customer of its own: each row is an order. New ones get our numbers, here {start} to {end}; if a column has the number, choose it under Columns.',
  'issue.orders.listKind':
    '{same, plural, =0 {No order} one {# order} other {# orders}} of this file {same, plural, one {was} other {were}} sent before as {same, plural, one {it stands} other {they stand}}; only like earlier ones: {similar}. Does this shop send its whole list every time, or only new orders?',
  'issue.orders.twoColumns': `Two columns could be the ${field}: «{heading}» is taken, «{other}» is not. Choose one of them.`,
  'issue.orders.dateOrderQuestion':
    '{count, plural, one {# date} other {# dates}} such as 3/4/2026 can be read in two ways, and nothing in the column decides. The day is taken to come first; say if it is the month.',
  'issue.orders.toshkentQuestion':
    '{count, plural, one {# order says} other {# orders say}} only «Toshkent». Is it the city or the region? Until you say, it is sent as typed.',
  'issue.orders.regionFromAddressQuestion':
    'No column gives the region, but {found} of {looked} addresses name one. Shall it be taken from the address? What is found is shown in every order.',
  'option.orders.regionFromAddressQuestion': '(--rule regionFromAddress=on, or --map "Heading=region")',
  'issue.orders.regionFromAddress':
    'The region of {count, plural, one {# order} other {# orders}} was taken from the address. Check it before sending.',
  'issue.orders.cellsTakenApart':
    'Each cell of «{heading}» holds several things. They were taken apart into {parts}: «{example}» is {read}. Check a few orders before sending.',
  'option.orders.cellsTakenApart': '(--rule mixedCells=apart or --rule mixedCells=asIs)',
  'issue.orders.cellsCameApart':
    'The cells of «{heading}» hold several things and were taken apart into {parts}: «{example}» is {read}.',
  'issue.orders.cellsApart':
    'The cells of «{heading}» were taken apart into {parts}, as was settled: «{example}» is {read}.',
  'issue.orders.splitQuestion':
    '{count, plural, one {# cell lists} other {# cells list}} products, such as «{example}». Shall each become an item of its own: {parts}?',
  'option.orders.splitQuestion': '(--rule splitItems=on or --rule splitItems=off)',
  'issue.orders.itemsSplit':
    'Cells that list products are split: «{example}» gives {parts}. Check the items before sending.',
  'issue.orders.itemsKnown':
    '{count, plural, one {# cell lists} other {# cells list}} wares with their numbers, such as «{example}». They were split, since the product table knows them, or their prices make the row’s sum: {parts}.',
  'issue.orders.codesAreNumbers':
    '«{heading}» holds codes that are all plain numbers. If they are the WMS’s own product IDs, take them as such; if not, each is mapped in the product table.',
  'issue.orders.percentColumn':
    '«{heading}» gives the discount in per cent ({count, plural, one {# row} other {# rows}}), and the WMS takes soʻm. It can be worked out from the price; as it is, no discount is sent.',
  'issue.orders.percentCells':
    '«{heading}» holds per cent ({count, plural, one {# row} other {# rows}}), and the WMS takes soʻm. It can be worked out from the price; until then these orders are held back.',
  'issue.orders.discountsArePercent': '«{heading}» holds per cent: the discount in soʻm was worked out from the price.',
  'issue.orders.orderDiscountColumn':
    '«{heading}» is a discount on the whole order ({count, plural, one {# row} other {# rows}}), and the WMS takes one on each product. It is not sent; if it is meant for the row’s product, take it.',
  'issue.orders.headingRenamed':
    'In the files of «{profile}» this column was called «{from}»; now it is «{to}». It is taken for the same one; check it.',
  'issue.orders.headingsAdded':
    'Columns that the files of «{profile}» did not have so far: {headings}. Check what they became.',
  'issue.orders.headingsGone':
    'Columns that the files of «{profile}» always had are missing: {headings}. Check whether this is the right file.',
  'answer.wholeList': 'The whole list every time',
  'answer.newOnly': 'Only new orders',
  'answer.eachRow': 'Each row is an order',
  'answer.everyRow': 'Every row is an order; numbers from',
  'answer.ownNumbers': 'Numbers of our own; the first is',
  'answer.numbersFromColumn': 'Take the numbers from a column',
  'answer.undatedAsNew': 'They go as new, without a date',
  'answer.standingDays': 'Take the days that stand beside the orders',
  'answer.noStandingDays': 'They are not the delivery’s',
  'answer.sendAsNew': 'Send as new, without a date',
  'answer.dayFirst': 'The day comes first: 3/4 is 3 April',
  'answer.monthFirst': 'The month comes first: 3/4 is 4 March',
  'answer.toshkentCity': 'The city (Toshkent shahri)',
  'answer.toshkentRegion': 'The region (Toshkent viloyati)',
  'answer.toshkentAsTyped': 'Send it as typed',
  'answer.regionFromAddress': 'Take the region from the address',
  'answer.regionNotFromAddress': 'No, not from the address',
  'answer.cellsApart': 'Yes, take such cells apart',
  'answer.cellsAsIs': 'No, leave the cells as they are',
  'answer.splitItems': 'Split them into items',
  'answer.keepItems': 'Leave each cell as one product',
  'answer.statusAuto': 'Only see by it what is not to be sent',
  'answer.statusFromColumn': 'Send the statuses of this column',
  'answer.sendCancelled': 'Send them all the same',
  'answer.defaultTime': 'Time of delivery',
  'answer.discountPerUnit': 'Read discount and final price as given for one piece',
  'answer.discountPerLine': 'Read discount and final price as given for the whole line',
  'error.orders.noNumberToAdd':
    'No row can be added here: the rows of this order do not say its number. Choose the column with the order numbers on «Columns» first.',
  'error.orders.tooManyAdded':
    '{most, number} rows were added to this file already, which is the most. Put further orders into a file of their own.',
  'issue.orders.waits': `This order waits for the answer to a question about the file (${field}). It stands on «Columns».`,
  'issue.orders.pricesLookSmall':
    'Prices such as {value, number} are hardly in soʻm. Do they stand in thousands? Until you say, these orders are held back.',
  'issue.orders.discountsInThousands':
    'By its heading discounts stand in thousands of soʻm, prices do not: each discount is multiplied by 1000.',
  'issue.orders.pricesInThousands':
    'The heading says that prices stand in thousands of soʻm: each is multiplied by 1000.',
  'issue.orders.discountsLookPercent':
    '«{heading}» holds numbers such as {discount} beside prices such as {price, number}: is it per cent? Until you say, these orders are held back.',
  'issue.orders.datesLookExchanged':
    'Excel seems to have exchanged day and month in cells of dates: beside the text «{text}» stands {shown}, which may be {meant}. Until you say, these orders are held back.',
  'issue.orders.allDatesLookExchanged':
    'Excel seems to have exchanged day and month in all cells of dates: {shown} is hardly a delivery day, {meant} is. Until you say, these orders are held back.',
  'issue.orders.otherCurrency':
    'The sheet says that this price is in «{value}», and the WMS takes soʻm. Put the price in soʻm and clear the currency, or leave the order out.',
  'issue.orders.otherUnit':
    'The sheet counts in «{value}», and the WMS in pieces. Type the number of pieces in place of {quantity}.',
  'issue.orders.unitOfSale':
    'The sheet counts in «{value}», and the row’s total is the price of one times their number: {quantity} is sent as so many pieces.',
  'issue.orders.detailNotSent':
    '«{value}» is not sent: the WMS knows sizes, colours and kinds by the variation ID alone. Add the product with it to the product table, or give the variation ID.',
  'issue.orders.totalDiffers':
    'The total in the sheet is {value, number}, but price, quantity and discount make {sum, number}. Check them; they are sent as they stand.',
  'answer.priceInThousands': 'Prices are in thousands of soʻm',
  'answer.priceInSom': 'Prices are in soʻm as they stand',
  'answer.discountIsSum': 'The discount is in soʻm',
  'answer.datesExchanged': 'Exchange day and month back',
  'answer.datesAsTheyAre': 'The dates are right as they stand',
  'issue.orders.priceOtherUnit':
    '«{value}» is a thousand times, or a thousandth of, what this product costs elsewhere: {first, number}. Choose the right price.',
  'issue.orders.priceInFull':
    '«{value}» is taken in full ({first, number} soʻm), though the other prices are in thousands. Confirm it, or take {second, number}.',
  'issue.orders.priceUnitUnclear':
    '«{value}» may be in thousands like the other prices, or in full: {first, number} or {second, number} soʻm. Choose the right price.',
  'issue.orders.priceThousandth':
    'The price {value, number} is a thousandth of the other prices. Take {suggestion, number}, or say that prices are right as they stand.',
  'issue.orders.pickupPoint':
    'The sheet names a pick-up point for this order: «{value}». Take its address, or type the right one.',
  'issue.orders.correctedRow':
    'This row says that it was corrected. Leave the earlier ones (rows {rows}) out, or this one.',
  'issue.orders.priceWithVat':
    'Prices stand with VAT and without it. «{heading}» is taken, not «{other}». Say which one the customer pays.',
  'issue.orders.marked':
    '{why, select, done {The sheet says that this order is done or delivered already («{value}»)} unpaid {The sheet says that this order is not paid yet («{value}»)} draft {The sheet says that this is a draft, test or sample («{value}»)} pickup {The customer fetches this order («{value}»)} abroad {This order goes to another country («{value}»)} earlier {The sheet has this order among earlier ones («{value}»)} notReady {At this stage («{value}») no order says yet where and when it goes, nor does this one} cancelled {The sheet says that this order is cancelled ({value})} other {The sheet says that this order is not to be sent («{value}»)}}. It is held until you leave it out, or decide to send such orders all the same.',
  'issue.orders.markedOrders':
    '{count, plural, one {# order is} other {# orders are}} marked as not to be sent ({count, plural, one {row} other {rows}} {rows}) and held until you decide: leave {count, plural, one {it out, or send it} other {all of them out, or send them}} all the same.',
  'option.orders.markedOrders': '(--rule markedOrders=send sends them)',
  'issue.orders.markedSent':
    '{count, plural, one {# order is} other {# orders are}} marked as not to be sent, and sent all the same, as was decided for this file. Leave {count, plural, one {it} other {them}} out if that was a mistake.',
  'issue.orders.noteChanges':
    '{about, select, scheduled_at {The note may move the delivery} other {The note may strike out a product}}: «{value}». Read it; the order is sent as it stands.',
  'issue.orders.noteMovesDay':
    'The note moves the delivery: «{value}». Take {suggestion}, or let the orders go as their columns say.',
  'issue.orders.noteOtherPerson':
    'The note names another recipient: «{value}». Take {suggestion}, or let the orders go as their columns say.',
  'issue.orders.notePhone':
    'The note gives another phone as the right one: «{value}». Take {suggestion}, or let the orders go as their columns say.',
  'issue.orders.noteRecipient':
    'The note may name another recipient: «{value}». Read it; the order is sent as it stands.',
  'issue.orders.noteStrikesWare':
    'The note strikes a product out: «{value}» (row {rows}). Leave it out, or let the orders go as their columns say.',
  'issue.orders.repeatedRow':
    'This row is the same as row {row} in every cell. Leave it out if it was pasted twice, or say that equal rows are pieces of their own.',
  'answer.notesAsWritten': 'Go by the columns, not by the notes',
  'answer.rowsArePieces': 'Equal rows are pieces of their own',
  'issue.orders.sectionUnknown':
    'The order stands below the line «{value}», and other lines of the sheet say which orders are to go and which are not. What this one says is not known here, so the order goes like the others. If it is not to go, leave it out with the others below the line.',
  'issue.orders.statusesGo': 'Orders with the status {values} go like the others, as you chose.',
  'answer.statusAsked': 'Ask about these statuses again',
  'issue.orders.statusUnknown':
    'The status «{value}» is not known here, so the order goes like the others. If it says cancelled, returned or delivered, leave out the orders that have it.',
  'answer.statusGoes': 'Send the orders with this status, always',
  'answer.sendMarked': 'Send them all the same',
  'issue.orders.newerValue': `Another column gives a newer ${field}: «{value}». Take it, or type the right one.`,
  'issue.orders.placeholder': `«{value}» is no ${field}: it is still to be asked. Type it, or leave the order out for now.`,
  'issue.orders.deliveryAhead':
    '«{heading}» holds dates that lie ahead: taken as the delivery date. Choose another one if it is not.',
  'issue.orders.prepaid':
    '{sum, number} soʻm were paid before. The WMS is not told, so the courier would take the whole sum. Tell the WMS’s people, or lower the price.',
  'issue.orders.paidAlready':
    'It says «{value}». The WMS is not told, so the courier would take the money again. Tell the WMS’s people.',
  'issue.orders.deliveryFee':
    'A delivery fee of {sum, number} soʻm is not sent: the courier would not take it. Tell the WMS’s people, or add it to a price.',
  'issue.orders.noteOfMoney': 'The note speaks of money: «{value}». Notes are not sent; tell the WMS’s people.',
  'issue.orders.takenInstead': 'The recipient’s cell is blank, so «{heading}» was taken.',
  'issue.orders.twoPeople':
    '{name} and the phone {phone} are of two people: one is the recipient’s, the other of who ordered. Check which phone the courier is to call.',
  'issue.orders.waresAreColumns':
    'The headings of {count, plural, one {# column} other {# columns}} («{first}», «{second}» …) are taken as products, and their cells as the pieces ordered.',
  'issue.orders.nameAndPhoneOfTwo':
    'The name is from «{name}» and the phone from «{phone}»: two people. Choose the columns of the one who gets the order.',
  'issue.orders.onePhoneForTwo':
    'The sheet names who ordered («{customer}») and who gets it («{recipient}»), but has only one phone, «{phone}», and it is not said to be the recipient’s. The orders go out under the name from «{name}» with this phone. Choose whose name the courier gets.',
  'issue.orders.sameAsAbove': '«{value}» means the row above: «{above}» was taken. Check it.',
  'issue.orders.foreignSheet':
    'The headings are in Kazakh or Kyrgyz. Check that the prices are in soʻm: the WMS takes nothing else.',
} as const satisfies Record<string, string>;
