/** What was found while reading a file, and why one cannot be read. Each refusal names the file and the next step. */
export const reading = {
  'issue.reading.uncalculated':
    '{count, plural, one {# formula has} other {# formulas have}} no result in the file. Open it in Excel, save it, and open it here again.',
  'issue.reading.longCell':
    'This cell holds {characters, number} characters; Excel allows {limit, number}. Shorten the text: it was probably glued together by mistake.',
  'issue.reading.hiddenRows':
    '{count, plural, one {# hidden row was} other {# hidden rows were}} read too. Leave out what must not be sent.',
  'issue.reading.hiddenColumns':
    '{count, plural, one {Hidden column {columns} was} other {Hidden columns {columns} were}} read too. If they must not be sent, set them to «not sent».',
  'issue.reading.damagedCharacters':
    '{count, plural, one {# character is} other {# characters are}} damaged in the file and shown as �. Look for them and correct them, or choose another encoding.',
  'issue.reading.openQuote':
    'A quotation mark opens here and never closes, so everything after it became one cell. Close or remove the mark in the file, or get the file again: it may be cut.',
  'issue.reading.strayQuote':
    'A quotation mark stands in the middle of a cell, so this row may have swallowed others. Correct the mark in the file and open it again.',
  'issue.reading.longRow':
    '{cells} cells in this row, but the table has {columns} columns: its values may have moved. Check the row, and put a text that holds the delimiter into quotation marks.',
  'issue.reading.shortRow':
    '{cells, plural, one {# cell} other {# cells}} in this row, but the table has {columns} columns. Check whether a line break has cut it in two.',
  'issue.reading.shortRows':
    '{count, plural, one {# row is} other {# rows are}} shorter than the heading ({columns} columns). The missing cells were taken as empty; check a few of them.',
  'issue.reading.otherReader':
    'This workbook is built in an unusual way, so a second reader was used for it. Compare a few rows with Excel before you send.',
  'issue.reading.hiddenSheet': 'Sheet «{sheet}» is hidden. It was read because the visible sheets are empty.',
  'issue.reading.rowsOnSheets':
    '{count, plural, one {# row stands} other {# rows stand}} on two sheets with the same customer and wares (such as rows {row} and {other}): both are sent. Leave out what is one order.',
  'issue.reading.otherSheets':
    '{read, plural, =1 {Sheet «{sheet}» was} other {Sheets «{sheet}» were}} read. {count, plural, one {There are rows on another sheet too} other {There are rows on # other sheets too}} (their number in brackets): {sheets}. If you need those, choose the sheet.',
  'sheets.beside':
    '{count, plural, one {Another sheet of this file has orders, too, which are not sent with it} other {Other sheets of this file have orders, too, which are not sent with it}}: {sheets}.',
  'sheets.beside.choose': 'Choose sheets',
  'sheets.beside.ownFile': 'a file of its own, not sent yet',
  'issue.reading.unseenSheets':
    '{count, plural, one {Sheet {sheets} was} other {# sheets ({sheets}) were}} not looked into: the workbook has too many sheets, or they are too large or damaged. If {count, plural, one {it has} other {they have}} orders, choose {count, plural, one {it} other {them}} on «File».',
  'issue.reading.missingSheets':
    '{count, plural, one {Sheet {sheets} is named in the workbook, but is} other {Sheets {sheets} are named in the workbook, but are}} not in the file. The other sheets were read; if you miss rows, open the file in Excel, save it, and open it here again.',
  'issue.reading.noStyles':
    'The number formats are missing in this file, so dates were read as plain numbers. {count, plural, one {# number may be a date} other {# numbers may be dates}}: look at {count, plural, one {it} other {them}}, or open the file in Excel, save it, and open it here again.',
  'issue.reading.shownZeros':
    '{count, plural, one {# number is} other {# numbers are}} shown with zeros in front by the format of {columnCount, plural, one {column {columns}} other {columns {columns}}}, such as {shown} for {held}. The zeros are kept, as in Excel: in post codes, codes and texts they are sent, in order numbers, quantities and sums they change nothing.',
  'issue.reading.preferredSheet':
    'Sheet «{sheet}» was read because its headings are those of orders; the first sheet is «{first}». If that one is meant, choose it.',
  'issue.reading.currentSheet':
    'Sheet «{sheet}» was read because its delivery days are still to come; sheet «{earlier}» holds earlier orders, by its days or its name. If that one is meant, choose it.',
  'issue.reading.otherTables':
    '{count, plural, one {# table stands} other {# tables stand}} on this sheet. The one in {range} was read; these were not (rows and headings in brackets): {tables}. Choose the one with your orders.',
  'issue.reading.sheetsTogether': '{count} sheets are read as one list: {sheets}.',
  'issue.reading.correctionsAside':
    '{count, plural, one {# correction} other {# corrections}} made on «{sheets}» {count, plural, one {does} other {do}} not count now, because the file is read differently. {count, plural, one {It is} other {They are}} kept, and {count, plural, one {comes} other {come}} back when «{sheets}» is read as before.',
  'issue.reading.tablesTogether':
    'This sheet has {count} tables with the same fields. They were read as one, with the columns of the first (rows and headings in brackets): {tables}. If only one of them holds your orders, choose it.',
  'issue.reading.rowsCountedOn':
    'Table {range} stands beside the others: its rows are counted on below theirs, its row {row} is row {here}.',
  'issue.reading.joinQuestion':
    'Sheet «{orders}» holds orders, and sheet «{items}» their items: {known, number} of {ids, number} order numbers are on both. Only «{sheet}» was read so far. Are they to be read as one table?',
  'issue.reading.joinTables':
    'Table {orders} holds orders, and table {items} their items: {known, number} of {ids, number} order numbers are in both. Are they to be read as one table?',
  'issue.reading.tablesJoined':
    'Tables {orders} and {items} were read as one by their order numbers. If that is wrong, read one of them alone.',
  'issue.reading.messages':
    '{count, plural, one {The text is # message; it was read as one row} other {The text holds # messages; each was read as a row}}. Lines are counted as in the file.',
  'issue.reading.messagesLeft':
    '{count, plural, one {The text in row {rows} is no order and was left out} other {# texts are no orders and were left out, in rows {rows}}}: «{text}». If one of them is an order, open it by itself, or add its row.',
  'issue.reading.axesExchanged':
    'The fields stand one below the other and the orders ({count}) beside each other, in columns {first} to {last}: columns were read as rows, column {first} is row {row}.',
  'issue.reading.blanks':
    '{count, plural, one {The sheet is an order blank: the labels above its table were read as columns} other {The sheet holds # order blanks: the labels above each table were read as columns}}. Rows are counted as in the file.',
  'issue.reading.blankNotes':
    '{count, plural, one {Row {rows} of the order blanks holds neither a ware nor a customer and was left out} other {# rows of the order blanks hold neither a ware nor a customer and were left out: {rows}}}.',
  'issue.reading.blankRowsLeft':
    '{count, plural, one {Row {rows} of the order blanks has no quantity and was left out. If it was ordered} other {# rows of the order blanks have no quantity and were left out: {rows}. If one of them was ordered}}, type its quantity in the file and open it again.',
  'issue.reading.partDoubtful':
    '«{text}» in this cell was taken as «{heading}», though it may be something else. Check it.',
  'issue.reading.partLeft':
    'This part of the cell is in none of the columns and is not sent: «{rest}». Check whether the order needs it.',
  'issue.reading.sheetsJoined':
    'Sheets «{orders}» and «{items}» were read as one table by their order numbers. If that is wrong, read one of them alone.',
  'issue.reading.ordersWithoutItems':
    '{count, plural, one {# order} other {# orders}} of sheet «{sheet}» ({count, plural, one {row} other {rows}} {rows}) {count, plural, one {has} other {have}} no items on sheet «{items}» and will not be sent. If that is wrong, add the items in the file and open it again.',
  'issue.reading.itemWithoutOrder':
    'Sheet «{sheet}» has no order with this number, so the customer is not known. Correct the number, type in what is missing, or leave the row out.',
  'issue.reading.orderTwice':
    'This order stands more than once on sheet «{sheet}», with different cells (rows {rows}). Leave one of them in the file and open it again, or leave the order out.',
  'answer.joinSheets': 'Read both sheets as one table',
  'answer.separateSheets': 'Read one sheet alone',
  'answer.readSheet': 'Read sheet «{sheet}»',
  'answer.readTable': 'Read the table in {range}',
  'answer.notMessages': 'Read it as a table instead',
  'answer.sheetsTogether': 'Take these {count} sheets together: {sheets}',
  'answer.tablesTogether': 'Read the tables together',
  'answer.wholeSheet': 'Read the whole sheet as one table',
  'place.onSheet': 'Sheet «{sheet}» · {place}',
  'option.reading.otherSheets': '(--sheet "NAME", several times for several sheets as one, or --sheet all)',
  'option.reading.unseenSheets': '(--sheet "NAME")',
  'option.reading.currentSheet': '(--sheet "NAME")',
  'option.reading.preferredSheet': '(--sheet "NAME")',
  'option.reading.otherTables': '(--table A1:F20, --table together or --table all)',
  'option.reading.sheetsTogether': '(--sheet "NAME")',
  'option.reading.tablesTogether': '(--table A1:F20, --table together or --table all)',
  'option.reading.joinQuestion': '(--rule joinSheets=on)',
  'option.reading.sheetsJoined': '(--rule joinSheets=off)',
  'option.reading.joinTables': '(--rule joinSheets=on)',
  'option.reading.tablesJoined': '(--rule joinSheets=off)',

  'error.reading.cancelled': '«{file}»: opening was stopped. Nothing has been changed; open it again when you like.',
  'error.reading.notFound':
    '«{file}» is not there any more. It may have been moved or renamed: find it and open it again.',
  'error.reading.folder': '«{file}» is a folder. Open the spreadsheet inside it.',
  'error.reading.notAFile':
    '«{file}» is not an ordinary file. Save the spreadsheet on this computer and open it from there.',
  'error.reading.empty': '«{file}» is empty. Check whether it was saved or downloaded completely, and open it again.',
  'error.reading.zeros': '«{file}» holds only zeros: copying it went wrong. Copy or download it again.',
  'error.reading.locked':
    '«{file}» is in use by another program. Close it there (in Excel, for example) and open it here again.',
  'error.reading.noAccess':
    '«{file}» may not be read. Close it in Excel if it is open there, or copy it to your own folder and open the copy.',
  'error.reading.driveGone':
    'The drive with «{file}» does not answer. Check the network or the cable, or copy the file to this computer.',
  'error.reading.unreadable': '«{file}» could not be read ({reason}). Copy it to this computer and open the copy.',
  'error.reading.lockFile':
    '«{file}» is open in another program, and you chose the hidden mark that the program sets beside it. Choose the file itself.',
  'error.reading.downloading':
    '«{file}» is still being downloaded. Wait until the browser has finished, and open the finished file.',
  'error.reading.incomplete':
    '«{file}» is not complete: its end is missing. Wait until it is downloaded, or download or copy it again.',
  'error.reading.brokenZip':
    '«{file}» is damaged inside. Download or copy it again; if that does not help, ask the sender for it once more.',
  'error.reading.brokenWorkbook':
    '«{file}» is damaged: parts of the workbook are missing or cut. Open it in Excel, let Excel repair it, and save it as .xlsx.',
  'error.reading.hostileXml':
    '«{file}» holds definitions (DOCTYPE) that no spreadsheet needs and that could harm this computer, so it was not opened. Ask the sender to save it again in Excel.',
  'error.reading.bomb':
    '«{file}» swells to more than {megabytes} MB when it is opened, so the reading was stopped. Save only the rows you need as a new file.',
  'error.reading.tooBig': '«{file}» has {megabytes} MB; {limit} MB is the most. Split it into several files.',
  'error.reading.tooManyParts':
    '«{file}» has {count} parts inside; {limit} is the most. Save only the sheet you need as a new file.',
  'error.reading.tooManyCells': '«{file}» has more than {limit, number} filled cells. Split it into several files.',
  'error.reading.tooMuchText': '«{file}» holds more text than this computer can keep. Split it into several files.',
  'error.reading.tooHeavy':
    '«{file}» needs more than {megabytes, number} MB of memory in this format. Open it in Excel, save it as .xlsx, and open that here.',
  'error.reading.tooSlow':
    '«{file}» could not be read within {seconds, number} seconds. Open it in Excel, save it as .xlsx, and open that here.',
  'error.reading.tooManyLongCells':
    '«{file}» has too many cells with more than {limit, number} characters. Check whether this is the right file.',
  'error.reading.beyondSheet':
    '«{file}» names a cell that no sheet has ({address}). Open it in Excel and save it again as .xlsx.',
  'error.reading.recordTooLong':
    '«{file}»: a cell in row {row} has millions of characters. A quotation mark is probably open there: close or remove it, and open the file again.',
  'error.reading.unknownPacking':
    '«{file}» is packed in a way that this app does not know ({method}). Open it in Excel and save it again as .xlsx.',
  'error.reading.passwordProtected':
    '«{file}» is protected by a password. Open it in Excel, remove the password (File › Info › Protect Workbook), save it, and open it here again.',
  'error.reading.packedPassword':
    '«{file}» is an archive with a password. Unpack it with the password, and open the spreadsheet inside.',
  'error.reading.noSheets': '«{file}» has no sheet with cells. Check whether this is the right file.',
  'error.reading.noCells':
    '«{file}» has no filled cells. Check whether it was saved with its rows, and whether it is the right file.',
  'error.reading.onlyPictures':
    '«{file}» holds only pictures, and no cells. Ask the sender for the table that they show.',
  'error.reading.sheetListsOther':
    'Sheet «{sheet}» lists something else than sheet «{first}»: too few of its headings are the same. Read it by itself.',
  'error.reading.sheetHasTables':
    'Sheet «{sheet}» holds several tables that are not one list, so it cannot be taken together with sheet «{first}». Read it by itself and choose its table.',
  'error.reading.sheetUnit':
    'Sheet «{sheet}» has «{heading}» where sheet «{first}» has «{under}»: their numbers do not mean the same, so they are no one list. Read it by itself.',
  'error.reading.sheetColumn':
    'Column «{heading}» of sheet «{sheet}» would not be read with the other sheets as it is by itself: their headings differ too much for one list. Read the sheet by itself, or give the sheets the same headings.',
  'error.reading.sheetDay':
    'Sheet «{sheet}» has no column of delivery dates, as the others have: its orders would go out without a day. Read it by itself.',
  'error.reading.sheetRepeats':
    'Sheet «{sheet}» has {count, plural, one {# row that stands} other {# rows that stand}} on the other sheets, too, with the same customer and wares: together they would be sent twice. Take the sheets without it.',
  'error.reading.sheetDoubt':
    'On sheet «{sheet}» {about, select, percent {the discounts look like per cent} smallPrice {the prices look like thousands} other {day and month look exchanged}}, which is not so on the other sheets: asked about all of them, one of them would be wrong. Read it by itself.',
  'error.reading.sheetPrice':
    'Below «{heading}» sheet «{sheet}» has another price than sheet «{first}»: in one list only one of them would count. Read it by itself.',
  'error.reading.sheetsTooLarge':
    'These sheets have more than {limit, number} filled cells together. Take fewer of them at once.',
  'error.reading.noSuchSheet':
    '«{file}» has no sheet «{wanted}». {count, plural, one {It has the sheet {sheets}: choose it} other {It has the sheets {sheets}: choose one of them}}.',
  'error.reading.xls':
    '«{file}» is in the old Excel format (.xls) and could not be read: it may be damaged. Open it in Excel, save it as .xlsx, and open that here.',
  'error.reading.xlsb':
    '«{file}» is a binary Excel workbook (.xlsb) and could not be read: it may be damaged. Open it in Excel, save it as .xlsx, and open that here.',
  'error.reading.ods':
    '«{file}» is a LibreOffice spreadsheet (.ods) and could not be read: it may be damaged. Open it there, save it as .xlsx, and open that here.',
  'error.reading.xml2003':
    '«{file}» is in the XML format of Excel 2003 and could not be read: it may be damaged or cut. Open it in Excel, save it as .xlsx, and open that here.',
  'error.reading.brokenChat':
    '«{file}» is a messenger’s export, but its messages could not be read: it may be cut. Export the chat again.',
  'error.reading.html':
    '«{file}» is a web page, even if its name ends in .xls, and its table could not be read: it may be cut. Download it again, or open it in Excel and save it as .xlsx.',
  'error.reading.pageWithoutTable':
    '«{file}» is a web page without a table: perhaps a sign-in page that was saved instead of the file. Sign in and download the file again.',
  'error.reading.numbers':
    '«{file}» is a spreadsheet of Apple Numbers. Export it there as Excel (.xlsx), and open that here.',
  'error.reading.pdf': '«{file}» is a PDF, not a spreadsheet. Ask the sender for the Excel file.',
  'error.reading.word':
    '«{file}» is a document, not a spreadsheet. Ask the sender for the Excel file, or copy the table into Excel and save it.',
  'error.reading.image': '«{file}» is a picture. Ask the sender for the Excel file that it shows.',
  'error.reading.archive': '«{file}» is an archive. Unpack it, and open the spreadsheet inside.',
  'error.reading.shortcut': '«{file}» is only a shortcut to a file. Open the file that it leads to.',
  'error.reading.googleShortcut':
    '«{file}» is only a link to Google Sheets. Open it in the browser, choose File › Download › Microsoft Excel, and open that here.',
  'error.reading.notSpreadsheet': '«{file}» is not a spreadsheet. Choose an Excel file (.xlsx) or a .csv.',
  'error.reading.zipWithoutSheet': '«{file}» holds no spreadsheet. Check whether this is the right file.',
  'error.reading.zipManyFiles':
    '«{file}» holds {count, plural, one {# spreadsheet} other {# spreadsheets}}: {files}. Choose one of them.',
  'error.reading.noSuchMember': '«{file}» holds no spreadsheet «{member}». It holds: {files}. Check the name.',
  'option.reading.zipManyFiles': '(--member "NAME")',
  'error.reading.unknownEncoding':
    '«{encoding}» is not a known encoding. Choose one from the list, such as utf-8 or windows-1251.',
  'error.reading.unknownDelimiter': '«{delimiter}» cannot be a delimiter. Choose a comma, a semicolon, a tab or |.',
} as const satisfies Record<string, string>;
