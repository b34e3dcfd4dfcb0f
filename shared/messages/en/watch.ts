/** The watched folder: what comes by it, and what is left. */
export const watch = {
  'watch.title': 'Watched folder',
  'watch.about':
    'A spreadsheet that appears in this folder (from mail, a bot, a network drive) is checked and waits in «Earlier files» as new. Nothing is sent by itself.',
  'watch.rules':
    'Taken are files whose headings were opened here before, or have saved settings; folders inside it are not looked into.',
  'watch.computers':
    'Two computers must not watch one folder without a team: each would have the same orders to send. In a team each order goes out once.',
  'watch.none': 'No folder is watched.',
  'watch.folder': 'Folder: {folder}',
  'watch.choose': 'Choose folder…',
  'watch.off': 'Watch no more',
  'watch.status.watching': 'New files are noticed at once.',
  'watch.status.polled': 'The folder is looked through every {seconds, plural, one {second} other {# seconds}}.',
  'watch.status.away': 'The folder cannot be reached now. It is tried again by itself, and nothing is missed.',
  'watch.status.elsewhere': 'Another window or terminal on these data watches it now.',
  'watch.polling': 'Look into the folder',
  'watch.polling.auto': 'As needed (over the network every 30 seconds)',
  'watch.polling.every': 'Every {seconds} seconds',
  'watch.before':
    '{count, plural, one {# file lay there already and was not taken.} other {# files lay there already and were not taken.}}',
  'watch.takeBefore': 'Take the old files too',
  'watch.left': 'Not taken from the watched folder',
  'watch.open': 'Open it nevertheless',
  'watch.hide': 'Hide',
  'watch.hideFile': 'Hide the line about «{name}»',
  'watch.new': 'new',
  'watch.arrivedOne': 'New: «{name}». {ready} of {total} orders ready.',
  'watch.arrived': '{files, plural, one {# new file} other {# new files}}: {ready} of {total} orders ready.',
  'watch.show': 'See',
  'error.watch.noFolder': 'There is no folder {folder}. Check its name, and whether the drive or the network is there.',
  'error.watch.ownFolder':
    'In {folder} the app keeps its own files: it cannot be watched. Choose the folder that files come to.',
  'error.watch.elsewhere':
    'Another window or terminal on these data watches {folder} already. End that one first, or watch another folder.',
  'error.watch.unknownHeadings':
    '«{file}»: headings like these ({headings}) were never opened here. Open it once; from then on such files are taken by themselves.',
  'error.watch.ownReport': '«{file}» is a report of this app. What was not done is opened from the report page.',
  'cli.watch':
    'watch a folder: spreadsheets that appear in it are checked and kept as new files; nothing is ever sent by it',
  'cli.option.once': 'take what is there now, and end',
  'cli.option.poll': 'look into the folder every so many seconds (network folders: 30 without it)',
  'cli.watch.begins': '{folder} is watched. Nothing is sent by itself. Ctrl+C ends it.',
  'cli.watch.taken': 'New: {file}: {ready} of {total} orders ready. File {batch}',
  'cli.watch.left': 'Not taken: {message}',
  'cli.watch.waits': 'Waits: {message}',
} as const satisfies Record<string, string>;
