/** What an office without a team carries to another computer. */
export const office = {
  'error.office.notOurs': 'This is not a file that this app saved for another computer. It ends in .office.',
  'error.office.newer': 'This file was saved by a newer version of the app. Update the app here first.',
  'error.office.changed':
    'This file is not whole: it was cut or changed. Nothing was taken in. Save it anew on the other computer.',
  'error.office.folderGone':
    'The copy for another computer was not saved: the folder {folder} is not there. Is the stick plugged in? Sending goes on; the copy is saved after the next run.',
  'error.office.nothing': 'Choose a file first.',
  'office.title': 'Another computer',
  'office.about':
    'After each run the sent orders (without customers), products, saved settings and shops are saved to a folder or a stick, and taken in on another computer. Access keys are never in it. The team’s ledger carries orders alone: the rest comes this way in a team, too.',
  'office.folder': 'Saved to: {folder}',
  'office.none': 'Not saved anywhere yet.',
  'office.choose': 'Choose folder…',
  'office.saveNow': 'Save now',
  'office.off': 'Save no more',
  'office.saved': 'Saved: {name}',
  'office.look': 'Take over from another computer…',
  'office.from': 'From {computer}, {at}. Nothing here is erased.',
  'office.shops': 'New shops: {names}',
  'office.products': 'Products: {added} new, {other} otherwise here',
  'office.profiles': 'Saved settings: {added} new, {other} otherwise here',
  'office.orders': 'Sent orders: {added} new of {count}',
  'office.nothing': 'Everything in it is here already.',
  'office.ours': 'Where both have something, keep what is here',
  'office.theirs': 'Where both have something, take theirs',
  'office.take': 'Take over',
  'office.taken': 'Taken over from {computer}.',
  'cli.office':
    'save FOLDER: what the office knows, for another computer · show FILE: what taking it in would change · take FILE',
  'cli.option.theirs': 'where both have a product or saved settings, take theirs',
  'error.cli.office': '«{act}» is no act of office. There are: {acts}; each with a folder or a file.',
} as const satisfies Record<string, string>;
