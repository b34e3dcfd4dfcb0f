/** The terminal: help, remarks, refusals of its options. */
export const cli = {
  'cli.description': 'Turns spreadsheets of orders into orders in the warehouse system (WMS), each of them once.',
  'cli.read': 'show the cells that a file holds, as they were read',
  'cli.check': 'show what a file holds and what is wrong with it; sends and writes nothing',
  'cli.send': 'send the orders of a file',
  'cli.resume': 'go on with a file whose sending stopped (the last one, where none is named)',
  'cli.batches': 'list the files that were opened or sent',
  'cli.report': 'save the report of a file',
  'cli.settle': 'say what became of an order whose answer was lost',
  'cli.witness': 'whether the second record of what was sent is whole; --seen: I have seen that it is not, send on',
  'cli.servers':
    'which addresses are one WMS: list; same ADDRESS OTHER: it moved; other ADDRESS OTHER: two WMSs; forget ADDRESS OTHER: ask again',
  'cli.option.seen': 'a person has seen that the record is broken',
  'cli.option.removeExpired': 'removes files past their time whose orders were never sent',
  'cli.template': 'save an empty sheet with the right headings',
  'cli.practice': 'run a practice WMS on this computer',
  'cli.option.home': 'folder in which everything is kept (or the variable ORDER_IMPORTER_HOME)',
  'cli.option.lang': 'language of what is printed: uz, ru or en',
  'cli.option.sheet': 'name or number of the sheet',
  'cli.option.sheetOrAll': 'name or number of the sheet, or all',
  'cli.option.table': 'range of the table on the sheet, such as A3:F20, or all',
  'cli.option.member': 'name of the spreadsheet in a zip with several',
  'cli.option.encoding':
    'encoding of a text file, where the one found is wrong: utf-8, windows-1251, koi8-r, ibm866, x-mac-cyrillic, iso-8859-5',
  'cli.option.cellsJson': 'print a JSON object for every row',
  'cli.option.count': 'print only the number of rows and cells, and the milliseconds',
  'cli.option.profile': 'name of a saved profile, or a profile file (.json)',
  'cli.option.map':
    'a column’s field: Heading=field, D=field, or Heading= for not sent; the same field twice joins the columns',
  'cli.option.set': 'a value for blank cells and missing columns: field=value',
  'cli.option.json': 'print one JSON object and nothing else',
  'cli.option.payloads': 'write the request of every ready order into this file, one a line',
  'cli.option.url': 'address of the WMS',
  'cli.option.tokenEnv':
    'variable that holds the access key (WMS_TOKEN without it); WMS_LOGIN with WMS_PASSWORD, or WMS_REFRESH_TOKEN, get one and renew it',
  'cli.option.concurrency': 'most requests at once, 1 to 16',
  'cli.option.lookup': 'whether lost answers are looked up in the WMS: on or off',
  'cli.option.quietTime': 'seconds to wait before a lost answer is looked up',
  'cli.option.report': 'save a report into this file (.xlsx or .csv) at the end',
  'cli.option.output': 'file to write',
  'cli.option.order': 'number of the order',
  'cli.option.there': 'the order is in the WMS',
  'cli.option.wmsId': 'its id in the WMS, where known',
  'cli.option.sendAgain': 'the order is not there: send it again',
  'cli.option.refused': 'send again, as it is, what the WMS refused (once it has been put right there)',
  'cli.option.port': 'port to listen on; a free one without it',
  'cli.option.fault': 'a fault and how often it happens, such as lost-answer=0.1 (faults: see docs/practice.md)',
  'cli.option.latency': 'milliseconds that an answer takes',
  'cli.option.seed': 'the same number gives the same faults',
  'cli.option.limit': 'takes no more than so many orders in so many seconds, such as 50/600',
  'cli.practice.ready':
    'Practice WMS on {url} (any access key that begins with «practice» is accepted; Ctrl+C ends it)',
  'cli.template.saved': 'Template saved: {file}',
  'cli.report.saved': 'Report saved: {file}',
  'cli.payloads.saved': '{count, plural, one {# request} other {# requests}} written to {file}',
  'cli.batches.none': 'No files yet.',
  'cli.batches.counts':
    'done {done} · not done {notDone} · look at it {lookAtIt} · not finished {open} · left out {leftOut}',
  'cli.read.file':
    '{name}: {format}{encoding, select, none {} other {, {encoding}}}{delimiter, select, none {} other {, delimiter «{delimiter}»}}',
  'cli.read.sheet':
    'Sheet «{sheet}»{hidden, select, yes { (hidden)} other {}}: {rows, plural, one {# row} other {# rows}}, {cells, plural, one {# cell} other {# cells}}',
  'cli.read.unread': 'Sheet «{sheet}»{hidden, select, yes { (hidden)} other {}}: not read',
  'cli.check.file':
    '{name}: {format}, sheet «{sheet}», headings in row {row}, {rows, plural, one {# row} other {# rows}}',
  'cli.check.column': '{column}  {heading} → {field}',
  'cli.check.orders':
    'Orders: {total}. Ready {ready}, with errors {withErrors}, already sent {alreadySent}, for you to decide {duplicate}',
  'cli.check.more': '{count, plural, one {# more remark} other {# more remarks}}; --json shows them all',
  'cli.send.batch': 'File {batch}: {ready} of {total} orders to send to {server}',
  'cli.send.practice': 'This is a practice WMS: nothing reaches a real warehouse.',
  'cli.send.estimate': 'About {minutes} minutes.',
  'cli.send.mayBeNone':
    '{count, plural, one {# order has} other {# orders have}} a note about cancelling or returning, or a row struck through, and {count, plural, one {is} other {are}} sent all the same: rows {rows}.',
  'cli.send.again':
    '{count, plural, =0 {No refused order can be sent again as it is} one {# refused order is sent again as it is} other {# refused orders are sent again as they are}}',
  'cli.send.state': '{state}: {count}',
  'cli.send.ended.finished': 'Finished.',
  'cli.send.ended.paused': 'Paused: {reason}',
  'cli.send.ended.stopped': 'Stopped. {reason}',
  'cli.send.next': 'Go on later with: order-importer resume {batch}',
  'cli.send.renewed': 'The access key had run out; a new one was got.',
  'cli.send.newKey':
    'Put a new access key into {name}, or login and password into WMS_LOGIN and WMS_PASSWORD: then a new key is got by itself.',
  'cli.settled': 'Order {order}: {state}',
  'cli.witness.whole': 'The second record of what was sent (witness.log) is whole.',
  'cli.witness.broken':
    'The second record of what was sent (witness.log) is broken in {count, plural, one {# place} other {# places}} that nobody has seen. Look in the WMS whether it has the orders of the last sending; then: order-importer witness --seen',
  'cli.witness.seen': 'Noted. Sending goes on.',
  'cli.batches.expired':
    'Past the time that customers’ data is kept, but with orders that were never sent: {files}. Send them, or: order-importer batches --remove-expired',
  'cli.batches.removed': '{count, plural, =0 {Nothing to remove.} one {# file removed.} other {# files removed.}}',
  'error.servers.act': '«{act}» is none of these: {acts}.',
  'error.servers.two': 'Name both addresses: servers {act} ADDRESS OTHER.',
  'error.servers.itself': 'These are one address already. Name two that differ.',
  'error.cli.field':
    'There is no field «{field}» ({option}). The fields are: order_id, scheduled_at, fulfillment_status, full_name, phone, address, region, country, city, zip, client_product_id, client_product_variation_id, quantity, price, discount, final_price; product_code, product_name (--map).',
  'error.cli.assignment':
    '«{text}» cannot be read: {option} is written with an equals sign, such as --map "Telefon=phone" or --set country=Uzbekistan.',
  'error.cli.heading':
    'No column is called «{heading}». The headings are: {headings}. Column letters (such as D) can be used as well.',
  'error.cli.headingTwice': 'Several columns are called «{heading}». Use the column’s letter instead, such as D=phone.',
  'error.cli.number': '{option} must be a whole number from {least} to {most}, not «{text}».',
  'error.cli.batch': 'No file is known as «{batch}». «order-importer batches» lists them.',
  'error.cli.noBatch': 'There is nothing to go on with: no file was sent from this home yet.',
  'error.cli.noServer':
    'Where should the orders go? Name the WMS with --url, or use a profile that has a server. Nothing was sent.',
  'error.cli.noToken':
    'There is no access key in the variable {name}. Put it there, or login and password into WMS_LOGIN and WMS_PASSWORD, and start again. Nothing was sent.',
  'error.cli.keyCharacter':
    'The access key in {name} cannot be sent: its character {place} is {character}, which no key has. Put the key there once more, copied whole. Nothing was sent.',
  'error.cli.otherServer':
    'This file’s orders go to {server}, not to {url}. Leave --url out, or send the file anew with «send».',
  'error.cli.settleHow':
    'Say what became of the order: --there (with --wms-id where known) or --send-again, one of the two.',
  'error.cli.orderUnknown': 'File {batch} has no order {order} whose fate is open.',
  'error.cli.reportKind': 'A report ends in .xlsx or .csv, not as «{file}» does.',
  'cli.ledger':
    'which orders were sent: export FILE, merge FILE from another computer, refill REPORT from an old report, or changes: what the WMS’s people have to change (-o FILE.xlsx, --json)',
  'cli.option.ledgerUrl': 'address of the WMS that an old report’s orders went to (refill)',
  'cli.option.changesOutput': 'file (.xlsx) for the list of changes (changes)',
  'error.ledger.noFile': 'Name the file: ledger {act} FILE.',
  'error.ledger.changesKind': 'The list of changes ends in .xlsx, not as «{file}» does.',
  'cli.ledger.exported': '{count, plural, one {# order} other {# orders}} written to {file}',
  'cli.ledger.merged': 'New here: {added}. Known before: {known}. Settled by it: {settled}.',
  'error.ledger.act': '«{act}» is none of these: {acts}.',
  'error.ledger.notOurs':
    'This is no whole ledger file. Save it anew on the other computer (on «Sent orders», or with «ledger export»), and copy it as it is.',
  'error.ledger.newer': 'A newer version of the app wrote this ledger. Install that version here, then merge it.',
  'cli.ledger.unproven':
    'This ledger was saved by an older version: it does not show whether it is whole. Save it anew on the other computer with this version, and merge it again.',
  'error.ledger.changed':
    'The ledger was cut or changed after it was saved, so nothing was taken. Save it anew on the other computer, and copy it as it is.',
  'error.ledger.broken':
    'Line {line} of the ledger was changed, so nothing was taken. Export it again on the other computer.',
  'error.ledger.noServer': 'Which WMS did the orders of this report go to? Name it with --url.',
  'error.ledger.noReport': '{file} is no report of this app: its columns are missing. Choose a report as it was saved.',
  'error.ledger.practiceReport':
    '{file} is a report of practice: nothing in it reached a real WMS. Choose another one.',
  'cli.option.rule': 'a rule of the profile: name=value, such as splitItems=on or dateOrder=monthFirst',
  'cli.option.ownNumbers': 'give every order a lasting number of our own; the first is this one',
  'cli.option.everyRow': 'every row is an order; numbers from this one on',
  'cli.option.products': 'a sheet of products to use with the product table (send keeps it there)',
  'cli.products': 'the product table of a WMS: codes and names, and their ids there',
  'cli.products.import': 'take the products of a sheet into the table',
  'cli.products.exportUnmapped': 'write the products of a file that are not in the table as a sheet to be filled in',
  'cli.products.list': 'show the table',
  'cli.products.none': 'The product table is blank.',
  'cli.products.imported': '{added} added, {changed} changed, {unchanged} as before.',
  'cli.products.exported': '{count, plural, one {# product} other {# products}} to map: {file}',
  'cli.profiles': 'the saved sets of choices, and their files',
  'cli.profiles.list': 'list the profiles',
  'cli.profiles.export': 'save a profile as a file, for another computer',
  'cli.profiles.import': 'take a profile out of a file',
  'cli.profiles.none': 'No profiles yet.',
  'cli.profiles.line': '{name}: {columns, plural, one {# column} other {# columns}}, WMS {server}',
  'cli.profiles.exported': 'Profile «{name}» saved: {file}',
  'cli.profiles.imported': 'Profile «{name}» is here now.',
  'cli.profiles.replaced': 'Profile «{name}» was replaced.',
  'error.cli.table':
    '«{table}» is no range of a sheet. Write its first and its last cell, such as A3:F20, or all for the whole sheet.',
  'error.cli.rule':
    '«{rule}» is no rule, or has no such value. The rules are: {names}. docs/profile.schema.json names their values.',
  'cli.option.carryOver': 'carry the corrections of the file as it was opened before over to this one, where they fit',
  'cli.earlier.left':
    '«{file}» was opened before, on {at}, and there is work on it. {work, select, none {} other {It would fit this file: {work}. }}{unfit, plural, =0 {} one {# thing would not fit. } other {# things would not fit. }}Nothing of it is used without --carry-over.',
  'cli.earlier.carried': 'Carried over from «{file}» of {at}: {work}.',
  'cli.earlier.unfit': '{count, plural, one {# thing does not fit this file} other {# things do not fit this file}}:',
  'cli.send.money':
    '{count, plural, one {# order has} other {# orders have}} money that the WMS is not told of (paid before: {prepaid, number} soʻm, delivery fees: {fees, number} soʻm). See «check».',
} as const satisfies Record<string, string>;
