/** Entry of the script that a page test injects before the page's own; `window.fakeOptions` configures the fake. */
import { fakeBridge, type FakeBridge, type FakeOptions } from '../fake-bridge.ts';

declare global {
  interface Window {
    fakeOptions?: FakeOptions;
    fake?: FakeBridge;
  }
}

const bridge = fakeBridge(window.fakeOptions);
window.fake = bridge;
Object.defineProperty(window, 'orderImporter', { value: bridge });
