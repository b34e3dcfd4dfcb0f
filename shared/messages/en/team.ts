/** The words of the team's ledger: several computers, each order once. */
export const team = {
  'cli.team':
    'several computers, each order once: create URL -o FILE (a team’s ledger in a PostgreSQL database); join FILE; status; leave; go-on (after the database was set back); choose ID ours | theirs (what two people changed at once); upgrade URL (the database to this version)',
  'cli.option.team':
    'the team file (or the variable ORDER_IMPORTER_TEAM); the one that this computer joined with, where none is named',
  'cli.option.alone':
    'goes on without the team’s ledger where it is out of reach, until it answers again: what another computer sends meanwhile may go out twice, and no numbers of our own are given',
  'cli.option.teamOutput': 'the team file to write; whoever has it can join',
  'cli.option.ca': 'file (PEM) of who signed the database’s certificate',
  'cli.team.created':
    'The team’s ledger is made. The others join with {file}: «order-importer team join {file}». Keep it like a key: it holds the way into the database.',
  'cli.team.loopback':
    'This address leads to this computer alone. For the others put the name that they know the database by into the file («host»).',
  'cli.team.joined':
    'This computer is in the team: {count, plural, one {# computer} other {# computers}} in all. What was sent from here before is known to the others.',
  'cli.team.none': 'This computer is in no team.',
  'cli.team.connected': 'Connected to the team’s ledger.',
  'cli.team.howAlone':
    'To go on without it, add --alone: what another computer sends meanwhile may go out twice, and no numbers of our own are given.',
  'cli.team.thisComputer': '{name} (this computer)',
  'cli.team.computer': '{name} · last sign: {sign} · in hand: {inHand} · unknown: {unknown}',
  'cli.team.computerLeft': '{name} · has left the team',
  'cli.team.justNow': 'just now',
  'cli.team.minutesAgo': '{minutes, plural, one {# minute} other {# minutes}} ago',
  'cli.team.waiting':
    '{count, plural, =0 {Everything that was sent from here is told to the team.} one {# entry waits to be told to the team.} other {# entries wait to be told to the team.}}',
  'cli.team.held':
    'The database was set back to an older state. Nothing is sent until these computers have told what they sent: {names}. They do it when the app is opened on them. Where one is gone for good: «order-importer team go-on».',
  'cli.team.goesOn': 'Sending goes on.',
  'cli.team.acceptedTwice':
    'Accepted by the WMS twice, from two computers: {numbers}. Look at these numbers in the WMS.',
  'cli.team.left': 'This computer has left the team. What it knew of the team’s orders stays.',
  'cli.team.leftUntold':
    'This computer has left the team. The ledger could not be reached, so the others do not know of it, nor of what waited to be told. What this computer sent stays known here.',
  'reason.run.teamAway':
    'The team’s ledger cannot be reached: sending waits. It goes on by itself; nothing has been lost. Check the network to the database.',
  'reason.run.teamSetBack':
    'The team’s database was set back to an older state: sending waits until the other computers have told what they sent. Open the app on them.',
  'reason.run.teamAppTooOld':
    'A newer version of the app keeps the team’s ledger. Install that version here; until then nothing is sent from this computer.',
  'reason.run.teamOtherDatabase':
    'The database does not hold this team’s ledger: it is new, empty or another team’s. Ask whoever looks after it; until then nothing is sent.',
  'reason.run.teamOtherTeam': 'This computer is in another team. Leave that one first.',
  'reason.run.teamRefused': 'The team’s database lets this computer in no more ({message}). Ask for a new team file.',
  'reason.run.teamFileMissing':
    'This computer is in a team, and its team file is not there. Join again with the file; until then nothing is sent, so that no order goes out twice.',
  'error.team.act': '«{act}» is none of these: {acts}.',
  'error.team.noUrl': 'Name the database and the file: team create postgres://USER:PASSWORD@HOST/DATABASE -o FILE.',
  'error.team.address':
    'This is no address of a PostgreSQL database. It looks like postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  'error.team.noFile': 'Name the team file: team join FILE.',
  'error.team.notThere': 'There is no file {file}.',
  'error.team.fileExists': '{file} is there already. Name another file.',
  'error.team.notOurs': 'This is no team file of the app. Ask for the file that was saved when the team was made.',
  'error.team.none': 'This computer is in no team.',
  'error.team.exists':
    'This database holds a team’s ledger already. Join it with its team file, or name another database.',
  'error.team.otherDatabase': 'The database does not hold this team’s ledger: it is new, empty or another team’s.',
  'error.team.appTooOld': 'A newer version of the app keeps the team’s ledger. Install that version here.',
  'error.team.otherTeam': 'This computer is in another team. Leave that one first: team leave.',
  'error.team.fileMissing':
    'This computer is in a team, and its team file is not there. Name it with --team FILE, or join again: team join FILE.',
  'error.team.refused': 'The database refuses: {message}',
  'error.team.away': 'The database cannot be reached. Check its address and the network, then try again.',
  'error.team.numbersAway':
    'The team’s ledger cannot be reached, and numbers of our own come from there, so that no two orders get the same one. Check the network to the database, then open the file again.',
  'error.team.underWay': 'Orders are being sent just now. Wait for the end, then try again.',
  'error.team.startAgain':
    'This computer has joined a team while the app was running. Close the app and start it again; until then nothing is sent, so that no order goes out twice.',
  'error.team.changing': 'This computer is just joining or leaving the team. Wait a moment, then try again.',
  'error.team.alreadyIn': 'This computer is in a team already. Leave that one first.',
  'error.team.notAway': 'The team’s ledger is not out of reach: sending goes by it.',
  'error.team.stillThere':
    'That computer was heard of in the last five minutes: it may still be sending. Close the app on it, then try again in five minutes.',
  'error.team.noneChosen': 'Choose the team file first.',
  'error.team.changedMeanwhile':
    'Order {orderId} is another one now: somebody settled or sent it meanwhile. Look at the list again.',
  'issue.sending.notSent.team':
    'The team’s ledger was out of reach at the last moment, so nothing was sent. It will be tried again.',
  'issue.orders.sentBeforeBy':
    'An order with this number was sent by {by} and accepted, with other content (from «{fileName}», {at}). Leave it as it was sent, or give it another number if it is a new order.',
  'issue.orders.idTakenBy':
    'The WMS refused this number to {by} as already taken (from «{fileName}», {at}). Look it up in the WMS, or give this order another number.',
  'issue.orders.cancelledAfterSendingBy':
    'The file calls it cancelled or returned, but {by} sent it and it was accepted (from «{fileName}», {at}), and it cannot be cancelled from here. Leave it as it was sent: it goes on the list for the WMS’s people.',
  'team.unnamedShop':
    'Beside {shops} there is a shop here that nobody named: «{name}» (orders sent: {orders}, products: {products}). Is it one of them? Then choose that one for new files, and remove «{name}» (Settings › Shops): what went out under it does not go out again with the same content. If it is a shop of its own, give it its name there.',
  'state.by': '{state} · {by}, {at}',
  'state.beingSentBy': '{by} is sending it now',
  'before.by': 'Sent by {by}.',
  'standing.fromBy': '{by}, «{file}», {at}',
  'issue.orders.beingSentBy': '{by} is sending it now, from «{fileName}» (since {at}). Wait until that has ended.',
  'issue.orders.leftBehindBy':
    '{by} had this order in hand (from «{fileName}», {at}), and that computer has not been heard of for five minutes. When you send it, it is looked up in the WMS first, and goes out only if it is not there.',
  'issue.orders.sentUnknownBy':
    '{by} sent an order with this number from «{fileName}» ({at}), and its answer was lost. Settle it there first; it may exist already.',
  'issue.orders.alreadySentBy':
    'Sent by {by} and accepted, with the same content (from «{fileName}», {at}). It is not sent again.',
};
