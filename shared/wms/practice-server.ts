/** How a practice WMS is told from a real one: by its identity. It is a new server at each start, and forgets. */

export const practicePrefix = 'practice:';

export function isPracticeServer(identity: string): boolean {
  return identity.startsWith(practicePrefix);
}

/** Whose tables hold where no server is known yet: what was gathered while practising. */
export const anyPracticeServer = practicePrefix;

/** The name under which a server's products and order numbers are kept: practice servers share theirs, which outlast them. */
export function serverTableKey(identity: string): string {
  return isPracticeServer(identity) ? 'practice' : identity;
}
