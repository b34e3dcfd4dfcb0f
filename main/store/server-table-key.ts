/**
 * The key under which a server's tables are stored. Practice servers share theirs: a practice WMS is a new server at each
 * start, and its tables must outlast it.
 */
export function serverTableKey(server: string): string {
  return server.startsWith('practice:') ? 'practice' : server;
}
