/**
 * Declares every call between the window and main, each once, as zod schemas. The handlers in main/ and the
 * window's client are typed by these tables: a missing handler does not compile. Every call is answered by a `Result`
 * and never rejects.
 */
import type { z } from 'zod';
import { appChannels } from './app-channels.ts';
import { batchChannels } from './batch-channels.ts';
import { recordChannels } from './record-channels.ts';
import { sendingChannels } from './sending-channels.ts';
import { shopChannels } from './shop-channels.ts';
import { teamChannels } from './team.ts';

export const channels = {
  ...appChannels,
  ...batchChannels,
  ...shopChannels,
  ...sendingChannels,
  ...recordChannels,
  ...teamChannels,
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ChannelArgument<N extends ChannelName> = z.input<Channels[N]['argument']>;
export type ParsedChannelArgument<N extends ChannelName> = z.output<Channels[N]['argument']>;
export type ChannelResult<N extends ChannelName> = z.output<Channels[N]['result']>;

/** What the preload script puts into the window as `window.orderImporter`. */
export interface Bridge {
  call(name: string, argument: unknown): Promise<unknown>;
  /** Calls `listener` for every event; returns a function that unsubscribes. */
  onEvent(
    listener: (event: { readonly sequence: number; readonly name: string; readonly data: unknown }) => void,
  ): () => void;
  /** Opens dropped or pasted files; their paths never reach the page. Resolves to a Result of batch ids. */
  openFiles(files: readonly unknown[]): Promise<unknown>;
}
