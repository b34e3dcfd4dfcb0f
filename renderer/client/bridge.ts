/** The one way out of the page: `window.orderImporter`, put there by the preload script. */
import type { Bridge } from '../../shared/contract/channels.ts';

declare global {
  interface Window {
    readonly orderImporter: Bridge;
  }
}

export function bridge(): Bridge {
  return window.orderImporter;
}
