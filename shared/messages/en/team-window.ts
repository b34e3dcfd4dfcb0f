/** The words of the window's part of the team's ledger. */
export const teamWindow = {
  'team.title': 'Team: one ledger for several computers',
  'team.about':
    'Computers of one office share a ledger in a PostgreSQL database: each order goes out once, whichever of them sends it. A single computer needs none. Customers’ names, phones and addresses never get into it.',
  'team.file': 'Team file',
  'team.certificate': 'Certificate',
  'team.join': 'Join with a team file…',
  'team.join.about': 'Whoever made the team has its file. It can also be dropped on the window.',
  'team.join.title': 'Join the team?',
  'team.join.question':
    '«{fileName}» leads to the team’s ledger at {address}. The others will know what was sent from this computer, and this computer what they sent. Join before the day’s sending, not while another computer sends.',
  'team.join.yes': 'Join',
  'team.joined': 'This computer is in the team.',
  'team.create': 'Make a team…',
  'team.create.about':
    'For the person with the database: an empty PostgreSQL database, and a user who owns it and may create roles.',
  'team.create.address': 'Address of the database',
  'team.create.certificate':
    'The database’s certificate is signed by the office itself: choose that signer’s file (PEM)',
  'team.create.make': 'Make it and save the team file…',
  'team.created':
    'The team is made, and this computer is in it. The others join with «{fileName}». Keep that file like a key: it holds the way into the database.',
  'team.created.alone':
    'The team is made, but its address leads to this computer alone. For the others put the name that they know the database by into «{fileName}» («host»).',
  'team.saveFile': 'Save the team file…',
  'team.fileSaved': 'Saved: {fileName}. Whoever has it can read and write the ledger.',
  'team.connected': 'Connected to {address} since {at}.',
  'team.name': 'Team',
  'team.chip.connected': 'The team’s ledger answers: each order goes out once.',
  'team.chip.away': 'Team: waits',
  'team.chip.alone': 'Team: alone',
  'team.toSettings': 'Team settings',
  'team.goAlone': 'Go on alone',
  'team.goAlone.question':
    'Send from this computer without the ledger until it answers again? What another computer sends meanwhile may go out twice, and no numbers of our own are given.',
  'team.goAlone.yes': 'Send without it',
  'team.isAlone':
    'This computer sends without the team’s ledger until it answers again. What another computer sends meanwhile may go out twice.',
  'team.computers': 'Computers',
  'team.thisComputer': '{name} (this computer)',
  'team.sign': 'last sign {at}',
  'team.sign.now': 'there now',
  'team.sign.left': 'has left the team',
  'team.inHand': '{count, plural, one {# order in hand} other {# orders in hand}}',
  'team.unknown': '{count, plural, one {# order unknown} other {# orders unknown}}',
  'team.takeOver': 'Take over…',
  'team.takeOver.question':
    'Take over {count, plural, one {the order} other {the # orders}} that {name} had in hand? {count, plural, one {It becomes unknown until it is} other {They become unknown until they are}} looked up in the WMS, and that computer sends nothing more of {count, plural, one {it} other {them}}.',
  'team.takeOver.yes': 'Take over',
  'team.takenOver':
    '{count, plural, one {# order is} other {# orders are}} unknown now. Open {count, plural, one {its} other {their}} file here and send: each is looked up in the WMS first.',
  'team.left': 'Left behind',
  'team.left.about':
    'These orders are of computers that are not heard of. Open their file here and send: each is looked up in the WMS first, and goes out only where it is not there.',
  'team.left.claimed': 'was about to be sent',
  'team.left.sending': 'was being sent',
  'team.left.unknown': 'unknown (answer lost)',
  'team.left.there': 'It is in the WMS…',
  'team.left.notThere': 'It is not there…',
  'team.left.there.question':
    'Did you see order {orderId} in the WMS, with this customer? It then counts as accepted for the whole team.',
  'team.left.notThere.question': 'Is order {orderId} surely not in the WMS? Then anyone of the team may send it.',
  'team.left.wmsId': 'ID in the WMS (if you see it)',
  'team.left.yes': 'Yes',
  'team.held':
    'Nothing is sent until these computers have told again what they sent: {names}. They do it when the app is opened on them.',
  'team.goOn': 'Go on without them…',
  'team.goOn.question':
    'Go on though {names} told nothing? What they alone knew is forgotten: an order may be sent twice. Do it only where they are gone for good.',
  'team.goOn.yes': 'Go on',
  'team.leave': 'Leave the team…',
  'team.leave.question':
    'Leave the team? From then on this computer sends by itself, and what the others send meanwhile may go out twice.',
  'team.leave.yes': 'Leave',
};
