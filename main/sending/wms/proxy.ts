/** Decides the route of a request: direct, or through a proxy. */

export type Route =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy';
      /** `http://host:port` or `https://host:port`. */
      readonly origin: string;
      /** Value of Proxy-Authorization; null where the proxy asks for none. */
      readonly authorization: string | null;
    };

/** The routes to an address, the best one first; never empty. */
export type ResolveRoutes = (url: string) => Promise<readonly Route[]>;

const direct: Route = { kind: 'direct' };
export const alwaysDirect: ResolveRoutes = async () => [direct];

/**
 * Reads what a proxy script or Electron's session.resolveProxy answers: `PROXY host:port; HTTPS host:port; DIRECT`. Unsupported
 * kinds (SOCKS) are skipped; where nothing else is left, the route is direct.
 */
export function parseProxyRoutes(answer: string): readonly Route[] {
  const routes = answer.split(';').flatMap((entry): readonly Route[] => {
    const [kind = '', host = ''] = entry.trim().split(/\s+/u, 2);
    if (/^direct$/iu.test(kind)) return [direct];
    const scheme = /^(?:proxy|http)$/iu.test(kind) ? 'http' : /^https$/iu.test(kind) ? 'https' : null;
    const route = scheme === null ? null : proxyRoute(`${scheme}://${host}`);
    return route ? [route] : [];
  });
  return routes.length > 0 ? routes : [direct];
}

/** The proxies that environment variables name: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, lower case first. */
export function environmentRoutes(environment: Readonly<Record<string, string | undefined>>): ResolveRoutes {
  const variable = (name: string): string => (environment[name.toLowerCase()] ?? environment[name] ?? '').trim();
  return async (url) => {
    const { protocol, hostname, port } = new URL(url);
    if (
      isLoopback(hostname) ||
      isExcepted(variable('NO_PROXY'), hostname, port || (protocol === 'https:' ? '443' : '80'))
    )
      return [direct];
    const named = variable(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || variable('ALL_PROXY');
    const route = named === '' ? null : proxyRoute(/^[a-z][a-z\d+.-]*:\/\//iu.test(named) ? named : `http://${named}`);
    return [route ?? direct];
  };
}

function proxyRoute(address: string): Route | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password } = new URL(address);
  if ((protocol !== 'http:' && protocol !== 'https:') || hostname === '') return null;
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    kind: 'proxy',
    origin: `${protocol}//${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`,
    authorization: username === '' ? null : `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`,
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}

/** Whether NO_PROXY lists the host. Entries: `example.com`, `.example.com`, `*.example.com`, with or without a port; `*` is all. */
function isExcepted(list: string, hostname: string, port: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', ofPort] = /^\*?\.?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/u.exec(entry) ?? [];
      return (
        name !== '' && (ofPort === undefined || ofPort === port) && (hostname === name || hostname.endsWith(`.${name}`))
      );
    });
}
