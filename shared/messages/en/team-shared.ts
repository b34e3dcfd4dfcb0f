/** The words of what a team shares besides orders, and of what two of its people changed at once. */
export const teamShared = {
  'team.sharing':
    'Shared with the team: shops with their product tables, numbers of our own, what was settled, saved settings (without customers’ fixed values), and which addresses are one WMS. Access keys, customers and practice stay on this computer.',
  'team.older':
    'The team’s database is of an older version of the app: orders are kept apart, but what came since (shared shops, products and saved settings, one pace for all) may be missing until it is brought to this version. Computers with an older app go on beside it.',
  'cli.team.older':
    'The team’s database is of an older version of the app: orders are kept apart, but what came since (shared shops, products and saved settings, one pace for all) may be missing until it is brought to this version. Computers with an older app go on beside it. Whoever looks after it runs «order-importer team upgrade postgres://…» once.',
  'team.newer':
    'A newer version of the app keeps the team’s database. This computer goes on beside it; install that version here to have all that the others share.',
  'team.upgrade': 'Bring it to this version…',
  'team.upgrade.about':
    'The address of the database’s owner, as when the team was made. It is used once and kept nowhere.',
  'team.upgrade.yes': 'Bring it to this version',
  'team.questions': 'Changed by two people at once',
  'team.questions.about':
    'Each of you has your own value until one is chosen. What is chosen holds for the whole team; everything else is shared already.',
  'team.chip.questions': '{count, plural, one {Team: # to choose} other {Team: # to choose}}',
  'team.chip.questions.about':
    '{count, plural, one {A thing was} other {# things were}} changed by two people at once. Choose in the team’s settings which value counts.',
  'team.question.ours': 'Here: {value}',
  'team.question.theirs': '{by}, {at}: {value}',
  'team.choose.ours': 'Keep ours',
  'team.choose.theirs': 'Take theirs',
  'team.choose.apart': 'These are two shops',
  'team.choose.oneShop': 'It is one shop',
  'team.choose.oneShopCalled': 'One shop: {value}',
  'team.choose.shop':
    'The team has a shop that may be this one: products stand in both tables otherwise, or under no common name. If they are two shops, the one here stays this computer’s own and is not shared.',
  'team.choose.of': '{what}: {choice}',
  'team.asked.shop': '{what, select, nameless {The shop without a name} other {Shop «{what}»}}',
  'team.asked.server': '{of} and {what}',
  'team.asked.product': 'Product «{what}»',
  'team.asked.value': '{of}: «{what}»',
  'team.asked.rows': 'Rows where «{of}» is «{what}»',
  'team.asked.heading': 'Heading «{what}»',
  'team.asked.profile': 'Saved settings «{what}»',
  'team.asked.profileHeadings': 'Saved settings for the same headings',
  'team.asked.ofShop': 'shop «{shop}»',
  'team.asked.part.server': 'other address',
  'team.asked.part.columns': 'other columns',
  'team.asked.part.constants': 'other fixed values',
  'team.asked.part.rules': 'other rules',
  'team.asked.part.sending': 'other pace of sending',
  'team.said.none': 'removed',
  'team.said.leftOut': 'are left out',
  'team.said.sameWms': 'one WMS',
  'team.said.otherWms': 'two WMSs',
  'team.said.nameless': 'without a name',
  'team.said.columns': '{count, plural, one {# column} other {# columns}}',
  'team.said.numberStart': 'numbers from {start}',
  'team.said.account': 'account {account}',
  'cli.team.toChoose':
    '{count, plural, one {A thing was} other {# things were}} changed by two people of the team at once. Choose which value counts: order-importer team status.',
  'cli.team.question': '{id} · {what}\n  ours: {ours}\n  theirs ({by}, {at}): {theirs}',
  'cli.team.howToChoose': '  choose: order-importer team choose {id} ours | theirs',
  'cli.team.howToChooseShop':
    '  one shop: order-importer team choose {id} ours | theirs; two shops, ours is not shared: order-importer team choose {id} apart',
  'cli.team.chosen': 'Chosen.',
  'cli.team.upgraded': 'The team’s database is of this version now: shops, products and saved settings are shared.',
  'cli.team.upToDate': 'The team’s database is of this version already.',
  'error.team.questionGone': 'That was changed again meanwhile, or somebody has chosen. Look at the list once more.',
  'error.team.noChoice': 'Name the thing and the answer, as «team status» shows them: team choose ID {choices}.',
  'error.team.noUpgradeUrl': 'Name the database with its owner: team upgrade postgres://USER:PASSWORD@HOST/DATABASE.',
  'error.team.certificateName':
    'The team’s database is spoken to as {host}, and its certificate is for another name than {host}. Put the name that stands in the certificate into the team file («host»), or ask whoever looks after the database.',
  'reason.run.teamCertificateName':
    'The team’s database is spoken to as {host}, and its certificate is for another name than {host}. Put the name that stands in the certificate into the team file («host»), or ask whoever looks after the database.',
  'error.team.certificate':
    'The certificate of the team’s database at {host} is not signed by whom this computer, or the team file, trusts, or it has run out. Ask whoever looks after the database for a team file with the right signer (--ca).',
  'reason.run.teamCertificate':
    'The certificate of the team’s database at {host} is not signed by whom this computer, or the team file, trusts, or it has run out. Ask whoever looks after the database for a team file with the right signer (--ca).',
  'error.team.noTls':
    'The team’s database at {host} does not speak TLS, and nothing goes there in the clear. Ask whoever looks after it to switch TLS on.',
  'reason.run.teamNoTls':
    'The team’s database at {host} does not speak TLS, and nothing goes there in the clear. Ask whoever looks after it to switch TLS on.',
};
