/** What the main process says itself: dialogs of the system, the samples' names, calls that cannot be answered. */
export const desktop = {
  'dialog.spreadsheets': 'Spreadsheets',
  'dialog.allFiles': 'All files',
  'dialog.excel': 'Excel workbook',
  'dialog.pdf': 'PDF file',
  'dialog.json': 'JSON file',
  'dialog.csv': 'CSV file',
  'dialog.requestLog': 'Requests and answers (JSON)',
  'dialog.templateName': 'Order template.xlsx',
  'dialog.pastedName': 'Pasted {when}.tsv',
  'closing.question': 'Orders are being sent just now. Close the app?',
  'closing.detail':
    'The requests on their way are awaited, then the app closes. Nothing is lost: the rest can be sent when you open the app again.',
  'closing.stay': 'Keep sending',
  'closing.end': 'Close',
  'sample.orders-uz': 'Uzbek headings, Excel · 120 orders',
  'sample.orders-ru': 'Russian headings, CSV (windows-1251) · 60 orders',
  'sample.orders-shopify': 'Shopify export, CSV · 30 orders',
  'sample.orders-mistakes': 'With mistakes to put right, Excel · 24 rows',
  'error.call.stranger': 'This request did not come from the app’s own window and was not carried out.',
  'error.call.unknown': 'This part of the app does not know that request. Please restart the app.',
  'error.call.argument':
    'The app asked for something in the wrong way ({call}). Nothing was changed. Please restart the app; if it comes back, send this sentence to support.',
  'error.pageDied':
    'The window’s content stopped and was loaded again. Nothing has been lost, and what was being sent went on. If it comes back, save the diagnostics (Settings) and send them to support.',
  'error.pageDies':
    'The window’s content stops again and again. Nothing has been lost, and what is being sent goes on. Try again, or close the app and start it anew.',
  'error.threadEnded':
    'A part of the app stopped unexpectedly. Nothing has been lost: please close the app and open it again.',
  'error.batch.gone': 'This file is no longer in the list. Open it again from your computer.',
  'error.batch.otherServer':
    'This file’s orders went to {server} before. To send it to another server, open the file again as a new one.',
  'error.order.gone': 'This order is no longer in the list: its rows changed. Choose it again.',
  'error.order.noId': 'This order has no readable number yet. Correct the number first.',
  'error.profile.none': 'There are no saved settings called «{name}». Choose one of: {names}',
  'error.profile.unreadable':
    'The saved settings in «{name}» cannot be used: {place} is not as it should be. Export them again and try once more.',
  'error.run.none': 'Nothing is being sent from this file just now.',
  'error.run.nothing': 'No order is ready to be sent. Correct the errors or put orders back first.',
  'error.key.missing': 'There is no access key for this server yet. Enter one in Settings or on the Send page.',
  'error.key.unreadable':
    'This does not look like an access key: it must be one word without spaces. Copy it once more and paste it whole.',
  'error.key.character':
    'The access key cannot be sent: its character {place} is {character}, which no key has. Copy the key once more from where you got it and paste it whole.',
  'error.report.nothing': 'This file has no rows to report on.',
  'error.report.allDone': 'Every order of this file is done: there are no failed rows to open.',
  'signal.ended':
    'Sending is over: {done} done{notDone, select, 0 {} other {, {notDone} not done}}{lookAtIt, select, 0 {} other {, {lookAtIt} to look at}}.',
  'signal.stopped': 'Sending has stopped; the window says why. Nothing has been lost.',
  'signal.paused': 'Sending paused and waits for you. Nothing has been lost.',
  'signal.needsKey': 'The WMS wants a new access key. Nothing has been lost.',
  'failedFile.name': '{file} – not done',
  'copied.unknown':
    'Please check whether these orders are in the WMS (server {server}, file «{file}»). Order number – sent at (Toshkent):',
  'dialog.profile': 'Saved settings',
  'dialog.ledger': 'Ledger of sent orders',
  'dialog.ledgerName': 'Sent orders.jsonl',
  'dialog.reports': 'Reports of this app',
} as const satisfies Record<string, string>;
