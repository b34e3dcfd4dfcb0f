/** Tables that hold for a server. A practice WMS is a new server at each start, and its tables are to outlast it. */

/** The name under which a server's tables are kept; practice servers share theirs. */
export function serverTableKey(server: string): string {
  return server.startsWith('practice:') ? 'practice' : server;
}
