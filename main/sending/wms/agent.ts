/** Creates the HTTP client's agents. Loaded when something is first sent: the app's start does not wait for the client. */
import { Agent, DecoratorHandler, type Dispatcher } from 'undici';
import { ConnectFailure } from './connect-failure.ts';
import { type Certificates, createDirectConnector, createTunnelConnector } from './connectors.ts';
import type { Route } from './proxy.ts';
import type { Timeouts } from './timeouts.ts';

/**
 * A server may close an idle connection just as a request goes out on it, and that looks like a lost answer: so none is
 * kept idle for longer than this (milliseconds).
 */
const keepAlive = 1000;

/** `isTunnelled`: through a proxy by CONNECT, so that the proxy cannot read the request. */
export function createAgent(route: Route, isTunnelled: boolean, timeouts: Timeouts, certificates: Certificates): Agent {
  return new Agent({
    connect:
      route.kind === 'proxy' && isTunnelled
        ? createTunnelConnector(route, timeouts.connect, certificates)
        : createDirectConnector(timeouts.connect, certificates, route.kind === 'proxy'),
    pipelining: 1,
    keepAliveTimeout: keepAlive,
    keepAliveMaxTimeout: keepAlive,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.headers,
  });
}

/** Asks, once the connection stands and before the first byte is written, whether the request may still go out. */
function heldRequest(handler: Dispatcher.DispatchHandler, mayWrite: () => boolean): Dispatcher.DispatchHandler {
  const held: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
  const start = held.onRequestStart?.bind(held);
  held.onRequestStart = (controller, context) => {
    if (mayWrite()) start?.(controller, context);
    else controller.abort(new ConnectFailure('team', null));
  };
  return held;
}

/** The agent, for a request that goes out only where `mayWrite` says so at the last moment. */
export function heldBy(agent: Agent, mayWrite: () => boolean): Dispatcher {
  return agent.compose((dispatch) => (options, handler) => dispatch(options, heldRequest(handler, mayWrite)));
}
