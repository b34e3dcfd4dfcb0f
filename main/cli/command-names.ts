/** What the app's entry must know of the terminal before it loads it. */

/** The words after which the packed app is a command and not a window. */
const commandNames = [
  'read',
  'check',
  'send',
  'resume',
  'settle',
  'batches',
  'ledger',
  'report',
  'template',
  'products',
  'profiles',
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
