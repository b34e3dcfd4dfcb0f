/** The words of sending: states, reasons, what to do. */
export const sending = {
  'issue.sending.notSent.name':
    'The server’s name was not found, so nothing was sent. Check the address and the internet connection.',
  'issue.sending.notSent.refused':
    'The server took no connection, so nothing was sent. It will be sent when the server is back.',
  'issue.sending.notSent.unreachable':
    'There was no way to the server, so nothing was sent. Check the internet connection.',
  'issue.sending.notSent.timeout': 'The server did not pick up in time, so nothing was sent. It will be tried again.',
  'issue.sending.notSent.tls':
    'No secure connection could be made, so nothing was sent. Check the address, and this computer’s date and time.',
  'issue.sending.notSent.proxy':
    'The proxy of this network did not let it through, so nothing was sent. Ask whoever looks after the network.',
  'issue.sending.notSent.request':
    'The request could not be made as HTTP demands it, so nothing was sent. Give the access key once more.',
  'issue.sending.lost.connection':
    'The connection broke before the answer came. The WMS may have the order: it will be looked up, not sent blindly again.',
  'issue.sending.lost.timeout':
    'The answer did not come in time. The WMS may have the order: it will be looked up, not sent blindly again.',
  'issue.sending.lost.interrupted':
    'The app was closed, or the computer slept, while the order was being sent. The WMS may have it: it will be looked up, not sent blindly again.',
  'issue.sending.forgotten':
    'This computer’s records are older than the sending of this order. The WMS may have it: it will be looked up, not sent blindly again.',
  'issue.sending.unauthorized':
    'The WMS did not accept the access key, so it took nothing. The order goes out with a new key.',
  'issue.sending.forbidden':
    'This account may not create orders, so the WMS took nothing. Ask the WMS’s people for the right, or use another account.',
  'issue.sending.wrongAddress':
    'At this address there is no WMS that takes orders (code {status}). Nothing was taken; check the address in the settings.',
  'issue.sending.slowDown':
    'The WMS asked to wait (code {status}) and took nothing. The order goes out after the wait.',
  'issue.sending.serverTrouble':
    'The WMS had an error of its own (code {status}). It may have the order all the same: it will be looked up.',
  'issue.sending.unreadable':
    'The answer was not the WMS’s (code {status}). It may have the order all the same. Check the address and whether this network asks for a sign-in.',
  'issue.sending.contradictory':
    'The WMS’s answer contradicts itself (code {status}, but it speaks of errors or gives no usable id). It may have the order all the same: look there.',
  'issue.sending.otherOrder':
    'The WMS answered for another order ({answered}, WMS id {wmsId}). Look in the WMS what it wrote down.',
  'issue.sending.unclear':
    'The WMS did not take the order and did not say which value is wrong (code {status}). Look at its answer, or ask its people.',
  'issue.sending.takenAfterLost':
    'An answer was lost earlier, and now the WMS says that it has this order id. It is being looked up whether that is this order.',
  'issue.sending.foundByLookup': 'The answer was lost, but the order was found in the WMS with the same content.',
  'issue.sending.lookupDiffers': 'The WMS has an order of this id, but with other content. Compare the two in the WMS.',
  'issue.sending.lookupUnproven':
    'The WMS has an order of this id, but does not show enough of it to tell whether it is this one. Look it up in the WMS.',
  'issue.sending.lookupSeveral': 'The WMS has more than one order of this id. Ask its people to keep one.',
  'issue.sending.lookupFailed': 'The WMS could not be asked just now. Look it up again later.',
  'issue.sending.takenNoLookup':
    'The WMS says that it has this order id, and cannot be asked whose order it is. Look it up in the WMS.',
  'issue.sending.lookupNotOffered':
    'This WMS does not show whether it has the order. Look there, or ask its people; then say «it is there» or «send again».',
  'issue.sending.lookupUntrusted':
    'The look-up does not find it, nor an order that is certainly there, so it proves nothing. Look in the WMS.',
  'issue.sending.lookupAbsent':
    'The answer was lost, and the WMS does not have the order. It can be sent again safely.',
  'issue.sending.neverThere':
    'It was sent {count, plural, one {# time} other {# times}} without an answer, and the WMS does not have it. Ask its people what is wrong with this order.',
  'issue.sending.settledByOperator': 'Marked by the operator: it is in the WMS.',
  'issue.sending.echo':
    'Accepted, but the WMS wrote down «{answered}» instead of «{sent}». Correct it in the WMS if it matters.',
  'issue.sending.echoItems':
    'Accepted, but the WMS wrote down {answered} products instead of {sent}. Correct it in the WMS.',

  'reason.run.byOperator': 'Paused. Nothing has been lost.',
  'reason.run.firstSent': 'The first order was sent. Look at what became of it, then go on with the rest.',
  'reason.run.unauthorized':
    'The WMS does not accept the access key: it may have expired. Give a new one to go on. Nothing has been lost.',
  'reason.run.expired': 'The access key has run out. Give a new one to go on. Nothing has been lost.',
  'reason.run.forbidden':
    'This account may not create orders. Ask the WMS’s people for the right, or give the key of another account.',
  'reason.run.wrongAddress':
    'At this address there is no WMS that takes orders (code {status}). Check it in the settings. Nothing has been lost.',
  'reason.run.notTheWms':
    'Something else than the WMS answered (code {status}): perhaps this network asks for a sign-in. Open any page in a browser, then go on.',
  'reason.run.contradictory':
    'The WMS answers with success and with errors at once (code {status}): it cannot be told whether it takes the orders. Look there, and ask its people, before you go on.',
  'reason.run.otherOrder':
    'The WMS answered for another order than the one that was sent. Look at that order before you go on.',
  'reason.run.sameId':
    'The WMS gave one number ({wmsId}) to two orders, {other} and {orderId}: perhaps it has kept only one of them. Look there, and ask its people, before you go on.',
  'reason.run.tooMany': 'The WMS asked for fewer orders at a time.',
  'reason.run.tooManyForLong':
    'For two hours the WMS has asked for fewer orders and taken none, so sending has ended. What is left waits: send again later, and ask the WMS’s people about the limit.',
  'reason.run.serverBusy': 'The WMS is overloaded or under maintenance.',
  'reason.run.serverSlow': 'The WMS answers too slowly.',
  'reason.run.offline': 'Connection lost; goes on by itself. Nothing has been lost.',
  'reason.run.journalFailed':
    'The records on this computer cannot be written ({message}), so sending has stopped. Check the disk, then send again.',
  'reason.run.journalDamaged':
    'The records on this computer are damaged ({message}), so sending has stopped. Close the app and start it again: it puts them in order. Nothing is sent twice.',
  'reason.run.journalReplaced':
    'The records on this computer were put in order, or moved, by somebody else in the meantime, so sending has stopped here. Close this window or terminal and start it again; nothing is sent twice.',
  'reason.run.witnessFailed':
    'The second record on this computer cannot be written ({message}), so sending has stopped. Check the disk, then send again.',
  'reason.run.failed':
    'Sending has stopped because of an error in the app ({message}). Nothing has been lost; start it again.',

  'error.sending.noBatch': 'This file is no longer in the list. Open it again.',
  'error.sending.alreadyRunning': 'Orders of this file are being sent already. Wait for the end, or stop it first.',
  'error.sending.cannotStart': 'Sending cannot start: {message}. Check the disk, then try again.',
  'error.sending.notRecovered':
    'It cannot be told what was sent before: {message}. Until that is put right nothing is sent, so that no order goes out twice. Check the disk, then start the app again.',
  'error.sending.neverSent': 'Order {orderId} was never sent from this file. Send it first.',
  'error.sending.underWay': 'Order {orderId} is under way just now. Wait a moment, then try again.',
  'error.sending.cannotSettle': 'There is nothing to settle for order {orderId}: look at its state.',
  'error.sending.settleThere':
    'Order {orderId} went out from «{fileName}», and it is not known yet what became of it. Settle it in that file first.',
  'error.sending.notSendable': 'This order has errors. Put them right first, then send it.',
  'error.sending.unreachable': 'The server {server} did not answer. Check the address and the internet connection.',
  'error.sending.loginRefused': 'The WMS did not accept the login or password. Check both and try again. {message}',
  'error.sending.loginUnreadable':
    'At {server} nobody can sign in this way. Check the address, or paste an access key.',
  'error.sending.viewRefused':
    'The WMS does not show this order with the access key in use. Give a new key and try again.',
  'error.sending.viewUnreadable': 'The WMS does not show this order. Look it up there by its WMS id.',
  'error.sending.notAccepted':
    'This order is not known to be in the WMS. Only accepted orders with a WMS id can be looked at there.',
  'error.sending.interrupted':
    'Last time the app was closed while {count, plural, one {# order was} other {# orders were}} being sent. Nothing is sent blindly again: go on with sending, and they are looked up in the WMS.',
  'error.sending.forgotten':
    'The records on this computer are older than they should be: {count, plural, one {# order was} other {# orders were}} sent that they do not know of. Nothing is sent blindly again: go on with sending to look them up, and check the disk.',
  'error.sending.witnessBroken':
    'The second record of what was sent (witness.log) was changed or is incomplete. Orders of the last sending may be missing: look them up in the WMS. Nothing is sent until you say that you have seen this.',
  'error.sending.witnessUnseen':
    'Nothing is sent: the second record of what was sent (witness.log) was changed or is incomplete. Look in the WMS whether it has the orders of the last sending, then say that you have seen this.',
  'servers.none': 'No address was said to be another name of a WMS.',
  'servers.same': '{server} is the same WMS as {other}.',
  'servers.other': '{server} is another WMS than {other}.',
  'servers.forgotten': 'What was said of {server} and {other} is taken back; it will be asked again.',
  'error.servers.underWay': 'Orders are being sent just now. Wait for the end, then answer.',
  'error.servers.maybeSame':
    'Nothing was sent: {other} has {count, plural, one {# order} other {# orders}} of this file with the same content. Is {server} the same WMS under another name? Then they are there already. Say which it is.',
  'error.servers.maybeOther':
    'Nothing was sent: {other} has {count, plural, one {an order} other {# orders}} with the numbers of this file, with other content. Is {server} another WMS, or the same one under another name? Say which it is.',
  'option.servers.maybeSame': '(order-importer servers same {server} {other}, or servers other {server} {other})',
  'option.servers.maybeOther': '(order-importer servers other {server} {other}, or servers same {server} {other})',
  'option.sending.witnessUnseen': '(order-importer witness --seen)',

  'error.store.newer':
    'The data of this computer was written by a newer version of the app. Install that version; nothing was changed.',
  'error.store.networkHome':
    'The app keeps its records in {folder}, which is on a network drive. There they are not safe: choose a folder on this computer.',
  'error.store.damagedInUse':
    'The app’s records in {folder} are damaged, and another window or terminal is using them. Close it, then start again: they are then put in order.',
  'error.store.damagedFound':
    'The app’s records on this computer do not fit together: nothing is sent. Close the app and start it again: it puts them in order. Nothing is sent twice.',
  'error.store.expiredReady':
    'These files are past the time that customers’ data is kept, but have orders that were never sent: {files}. Send them, or remove the files.',
  'error.store.busy':
    'Another window or terminal of the app has kept the records busy for too long: perhaps it hangs or was stopped. Nothing has been lost. Close it if it does not answer, then try again.',
  'error.store.replaced':
    'The app’s records were put in order by another window in the meantime. Close this one and start it again.',
  'error.store.rebuilt':
    'The app’s records were damaged. They were set aside in {folder} and made anew: {files, plural, one {# file} other {# files}}, {orders, plural, one {# order} other {# orders}}. What is missing is not sent blindly again: look at the files, and check the disk.',
  'error.store.lost':
    'The app’s records were gone. {files, plural, one {# file was} other {# files were}} found again; corrections that were made in them are lost. What was sent is not sent blindly again: look it through, and check the disk.',
  'error.store.cannotOpen':
    'The app’s data in {folder} cannot be opened ({message}). Check that the disk is there and not full, then start again.',
  'error.batch.sending': 'Orders of this file are under way. Wait for the end, then remove it.',
} as const satisfies Record<string, string>;
