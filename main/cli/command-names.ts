/** Names the commands of the terminal, so that the app's entry can recognise one before it loads them. */

/** First arguments with which the packed app runs a command instead of opening its window. */
const commandNames = [
  'read',
  'check',
  'send',
  'resume',
  'settle',
  'witness',
  'servers',
  'batches',
  'ledger',
  'team',
  'report',
  'template',
  'products',
  'profiles',
  'shops',
  'settled',
  'month',
  'watch',
  'office',
  'practice',
  'help',
  '--help',
  '-h',
  '--version',
  '-V',
] as const;

export function isCommand(word: string): boolean {
  return (commandNames as readonly string[]).includes(word);
}
