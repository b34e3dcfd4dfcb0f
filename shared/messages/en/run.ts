/** Sending and the report: the plan, the run, orders whose answer was lost, the page for the boss. */
export const run = {
  'duration.seconds': '{count, plural, one {# second} other {# seconds}}',
  'duration.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'duration.hours': '{hours} h {minutes} min',

  'plan.title': 'What will be sent',
  'plan.orders': '{count, plural, one {order} other {orders}}',
  'plan.amount': 'in all',
  'plan.duration': 'about {duration}',
  'plan.to': 'To',
  'plan.to.practice': 'the practice WMS inside this app; nothing leaves the computer',
  'plan.to.practiceElsewhere': 'the practice WMS at {url}',
  'plan.insecure': 'This address is not encrypted (http): customers’ names and phones can be read on the way.',
  'plan.earlier.practice':
    'This file was sent to the practice WMS before. Now it goes to another server: it goes on as a new file, and all its orders are sent.',
  'plan.earlier.live':
    'This file was sent to {url} before. Now it goes to another server: it goes on as a new file, and all its orders are sent.',
  'plan.sameServer.content':
    '{other} already has {count, plural, one {# order} other {# orders}} of this file, with the same content. Is {server} the same WMS, at a new address? Then nothing goes out twice: what is there already counts as sent.',
  'plan.sameServer.ids':
    '{other} has {count, plural, one {an order} other {# orders}} with the numbers of this file, but with other content. Is {server} another WMS, or the same one at a new address?',
  'plan.sameServer.same': 'The same WMS, it moved',
  'plan.sameServer.other': 'Another WMS',
  'plan.sameServer.about':
    'Nothing is sent before you say. The answer is kept in the settings, where it can be taken back.',
  'plan.held': 'What is held back, and why',
  'plan.held.none': 'Nothing is held back.',
  'plan.held.withErrors':
    '{count, plural, one {# order has errors: put it right, or send it later} other {# orders have errors: put them right, or send them later}}',
  'plan.held.leftOut': '{count, plural, one {# order was left out by you} other {# orders were left out by you}}',
  'plan.held.alreadySent':
    '{count, plural, one {# order was sent before and is skipped} other {# orders were sent before and are skipped}}',
  'plan.held.duplicate':
    '{count, plural, one {# order is for you to decide: the WMS may have it already} other {# orders are for you to decide: the WMS may have them already}}',
  'plan.held.rejected':
    '{count, plural, one {# order was rejected by the WMS: put it right} other {# orders were rejected by the WMS: put them right}}',
  'plan.held.unknown':
    '{count, plural, one {# order’s answer was lost: settle it below} other {# orders’ answers were lost: settle them below}}',
  'plan.held.review': '{count, plural, one {# order must be looked at} other {# orders must be looked at}}',
  'plan.held.show': 'Show',
  'plan.stopped': 'The last sending stopped before its end.',
  'plan.waiting':
    '{count, plural, one {# of them could not be sent the last time: it is tried again} other {# of them could not be sent the last time: they are tried again}}',
  'plan.mayBeNone':
    '{count, plural, one {# of these orders has} other {# of these orders have}} a note about cancelling or returning, or a row struck through. Read once more: what you do not leave out is sent.',
  'plan.warnings': '{count, plural, one {# of them has a warning} other {# of them have a warning}}',
  'plan.warnings.show': '{count, plural, one {Look at it} other {Look at them}}',
  'plan.passed':
    'The delivery time of {count, plural, one {# order} other {# orders}} has passed since the file was opened (rows: {rows}). Correct it on «Check», or send them as they are.',
  'plan.mayBeNone.more': '{count, plural, one {and # more row} other {and # more rows}}',
  'plan.nothing': 'There is nothing to send now',
  'plan.nothing.about': 'Every order is either sent or held back. What is held back is listed here.',
  'plan.noKey': 'The WMS needs an access key before it takes orders.',
  'plan.first': 'Send one first',
  'plan.all': '{count, plural, one {Send # order} other {Send # orders}}',
  'plan.starting': 'Starting…',
  'plan.firstAbout': '«Send one first» sends one order and waits for you. A good habit with a new file.',

  'run.status.running': 'Sending',
  'run.status.lookingUp': 'All went out; waiting to look up lost answers',
  'run.status.pausing': 'Pausing: orders under way are awaited',
  'run.status.paused': 'Paused. Nothing has been lost',
  'run.status.waitingForKey': 'Waiting for an access key. Nothing has been lost',
  'run.status.stopping': 'Stopping: orders under way are awaited',
  'run.status.finished': 'Finished',
  'run.status.stopped': 'Stopped. Nothing has been lost',
  'run.status.idle': 'Not started',
  'run.progress': '{done} of {planned}',
  'run.rate': '{count, plural, one {# order a minute} other {# orders a minute}}',
  'run.left': '{duration} left',
  'run.pace': '{pace} at once',
  'run.paceOf': '{pace} of {concurrency} at once',
  'chart.rate': 'Pace of sending',
  'chart.rate.about': 'Orders a minute over the run: {now} just now, {highest} at best',
  'chart.answers': 'How fast the WMS answers',
  'chart.answers.about': 'Answer times over the run: {now} ms just now, {longest} ms at worst',
  'run.inFlight': '{count} under way',
  'run.toLookUp':
    '{count, plural, one {# answer was lost: it will be looked up} other {# answers were lost: they will be looked up}}',
  'run.lookUpIn':
    '{count, plural, one {# answer was lost. The app looks it up} other {# answers were lost. The app looks them up}} in the WMS by itself in {time}.',
  'run.pause': 'Pause',
  'run.goOn': 'Go on',
  'run.goOn.count': '{count, plural, one {Go on: # order} other {Go on: # orders}}',
  'run.stop': 'Stop',
  'run.stop.sure': 'Stop sending? Orders under way are finished; the rest stay ready.',
  'run.report': 'See the report',
  'run.more': 'One more at once',
  'run.fewer': 'One less at once',
  'run.concurrency': 'Orders at once, at most',
  'run.bar': 'Accepted {done}, rejected {notDone}, look at {lookAtIt}, of {total}',
  'run.waiting': '{count, plural, one {# waiting} other {# waiting}}',
  'run.key.title': 'The WMS did not take the access key. Put in a new one: one order is sent first, then the rest.',

  'lost.title': '{count, plural, one {# order’s answer was lost} other {# orders’ answers were lost}}',
  'lost.about':
    'The order went out, but no answer came back: the WMS may have it or not. It is not sent again by itself, so that nothing is created twice.',
  'lost.show': 'Settle by hand',
  'lost.hide': 'Close the list',
  'lost.copy': 'Copy the list for the WMS’s people',
  'lost.copied':
    '{count, plural, one {# order number was copied} other {# order numbers were copied}}. Paste it into a message to the WMS’s people and ask {count, plural, one {whether they have it} other {which of them they have}}.',
  'lost.lookUp': 'Look it up',
  'lost.there': 'It is there',
  'lost.sendAgain': 'Send again',
  'lost.wmsId': 'WMS id, if you know it',
  'lost.there.yes': 'Yes, it is there',
  'lost.sendAgain.sure':
    'Only if you are certain that order {order} is not in the WMS. Otherwise it will be there twice.',
  'lost.sendAgain.yes': 'It is not there: send again',
  'lost.row': 'row {row}',
  'lost.lookedUp': 'Order {order}: {state}',
  'lost.more': '{count, plural, one {and # more} other {and # more}}',
  again: '{count, plural, one {Send it again} other {Send these # again}}',
  'again.sure':
    '{count, plural, one {Send this order again as it is? The WMS refused it; do it once its people have put something right.} other {Send these # orders again as they are? The WMS refused them; do it once its people have put something right.}}',
  'again.yes': '{count, plural, one {Yes, send it again} other {Yes, send # again}}',
  'again.done':
    '{count, plural, =0 {No order can be sent again as it is} one {# order is ready to be sent again; that is on record} other {# orders are ready to be sent again; that is on record}}',

  'report.title': 'Report',
  'report.practice': 'Practice: these orders went to the practice WMS, not to a real one.',
  'report.of': '{orders} in the file',
  'report.server': 'Sent to {url}',
  'report.notSentYet': 'Nothing has been sent yet.',
  'report.open': '{count, plural, one {# order is ready and not sent yet} other {# orders are ready and not sent yet}}',
  'report.open.send': 'Go to sending',
  'report.amount.done': 'Accepted by the WMS',
  'report.causes': 'What was not done, and what to do',
  'report.causes.none': 'Everything was done.',
  'report.causes.more':
    '{count, plural, one {and # more cause: it is in the list} other {and # more causes: they are in the list}}',
  'report.saveTitle': 'Save report',
  'report.save.xlsx': 'As Excel (xlsx)',
  'report.save.csv': 'As CSV',
  'report.save.pdf': 'As PDF',
  'report.save.jsonl': 'Requests and answers, for engineers',
  'report.copy': 'Copy as text',
  'report.copied': 'The summary was copied. Paste it into a message.',
  'report.regions': 'By region',
  'report.region': 'Region',
  'report.region.done': 'Accepted',
  'report.region.amount': 'Sum',
  'report.saved': 'The report was saved as «{name}».',
  'report.saving': 'Writing the report…',
  'report.saving.percent': 'Writing the report, {percent} %',
  'report.showFile': 'Show it',
  'report.openFailed': 'Open the failed ones',
  'report.openFailed.about': 'As a file of their own, to be put right and sent alone',
  'report.back': 'Back to the list',
  'report.moreFormats': 'Other formats',
  'report.otherPart.open': 'Its report',
  'report.showOrders': 'Show',
  'standing.new': 'New',
  'standing.sent': 'already sent',
  'standing.changed': 'changed after sending',
  'standing.toDecide': 'for you to decide',
  'standing.from': '«{file}», {at}',
  'standing.changed.one': 'Changed after sending',
  'standing.changed.one.short': 'Changed',
  'standing.tickedNew':
    '{count, plural, =0 {Tick those that are new orders} one {The ticked one is a new order} other {The # ticked ones are new orders}}',
  'standing.reopened':
    '«{name}» was sent already: {count} of {total, plural, one {# order} other {# orders}} accepted. Nothing is sent twice.',
  'standing.sentElsewhere':
    '{count, plural, one {# order of this file was} other {# orders of this file were}} sent meanwhile from elsewhere on this computer. Nothing is sent twice; what is held is for you to decide.',
  'standing.toReport': 'Show the report',
  'plan.held.changed':
    '{count, plural, one {# order changed after it was sent: say whether it stays as it was} other {# orders changed after they were sent: say whether they stay as they were}}',
  'before.title': 'Sent before',
  'before.same': 'From «{file}», {at}, with the same content: skipped.',
  'before.accepted':
    'From «{file}», {at}, with other content. If they are the same orders, leave them as they were sent; if not, say that they are new.',
  'before.toDecide': 'From «{file}», {at}. Say of each whether it is a new order; until then it is not sent.',
  'before.taken':
    'The WMS refused these numbers as taken: from «{file}», {at}. Look them up in the WMS, or give new numbers.',
  'before.sending': 'They are being sent from «{file}» just now ({at}). Wait for its end.',
  'before.unknown': 'Sent from «{file}», {at}, and the answer was lost. Settle them in that file first.',
  'before.refused':
    'The WMS says that it has these numbers; this computer did not send them before. Look them up in the WMS: another computer or person may have sent them.',
  'differs.title': 'Accepted, but written down otherwise',
  'differs.about':
    'The WMS has these orders. It answered with another value than was sent: correct it in the WMS if it matters.',
  'differs.items': 'Number of products',
  'differs.example': 'for example «{answered}» instead of «{sent}»',
  'advice.rejected':
    'The WMS did not take them. Put right what it says and send; if it has been put right in the WMS, send them again as they are.',
  'advice.changed':
    'Decide about each: leave it as it was sent and put it on the list for the WMS’s people, or say that it is a new order.',
  'advice.duplicate': 'Decide about each: leave it as it was sent, leave it out, or say that it is a new order.',
  'advice.withErrors': 'They were not sent. Put the errors right on «Check», then send.',
  'advice.leftOut': 'You left them out. Put them back on «Check» if they should go.',
  'advice.unknown': 'The answer was lost. Settle them: look them up, or ask the WMS’s people.',
  'advice.review':
    'The WMS answered something unusual. Open them and read the answer; phone the WMS’s people if it is not clear.',
  'advice.waiting':
    'The server could not be reached. Start sending again when the connection is back: nothing has been lost.',
  'plan.money':
    '{count, plural, one {# order has} other {# orders have}} money that the WMS is not told of: it has no field for it. The courier takes the sum of the items.',
  'plan.money.prepaid': 'Paid before: {sum}.',
  'plan.money.fees': 'Delivery fees: {sum}.',
} as const satisfies Record<string, string>;
