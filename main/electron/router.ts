/** Routes the page's calls to the handlers: checks sender, name and argument first; every answer is a Result. */
import type { WebContents } from 'electron';
import { channels } from '../../shared/contract/channels.ts';
import type { ChannelResult, ChannelName, ParsedChannelArgument } from '../../shared/contract/channels.ts';
import type { EventData, EventName } from '../../shared/contract/events.ts';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { toFailure } from '../platform/remote.ts';
import type { ErrorLog } from '../platform/remote.ts';
import { isOurPage } from './window.ts';

/** One function per channel: a channel without its handler does not compile. They fail by throwing FailureError. */
export type Handlers = {
  readonly [N in ChannelName]: (argument: ParsedChannelArgument<N>) => Promise<ChannelResult<N>> | ChannelResult<N>;
};

function isChannel(name: unknown): name is ChannelName {
  return typeof name === 'string' && Object.hasOwn(channels, name);
}

type Listener = (event: Electron.IpcMainInvokeEvent, ...given: readonly unknown[]) => unknown;

/** IPC listeners: for calls by name, and for dropped files. */
export interface PageCalls {
  readonly call: Listener;
  readonly openFiles: Listener;
}

/** Answers calls with `handlers`, and dropped files with `openFiles`; `guard` refuses a call by throwing FailureError. */
export function createPageCalls(
  handlers: Handlers,
  guard: (name: ChannelName, argument: unknown) => Promise<void>,
  openFiles: (paths: readonly string[]) => Promise<readonly string[]>,
  log: ErrorLog,
): PageCalls {
  const answer = async (event: Electron.IpcMainInvokeEvent, act: () => unknown): Promise<Result<unknown>> => {
    if (!isOurPage(event.senderFrame)) return failure('call.stranger');
    try {
      return success(await act());
    } catch (error) {
      return { ok: false, error: toFailure(error, log) };
    }
  };
  return {
    call: (event, name, argument) => {
      if (!isChannel(name)) return failure('call.unknown');
      const parsed = channels[name].argument.safeParse(argument);
      if (!parsed.success) return failure('call.argument', { call: name });
      // The table guarantees that this handler takes what this channel's schema gave.
      const handler = handlers[name] as (argument: unknown) => unknown;
      return answer(event, async () => {
        await guard(name, parsed.data);
        return handler(parsed.data);
      });
    },
    openFiles: (event, paths) => {
      if (!Array.isArray(paths) || !paths.every((path): path is string => typeof path === 'string' && path !== ''))
        return failure('call.argument', { call: 'open-files' });
      return answer(event, () => openFiles(paths));
    },
  };
}

/** Sends events to the page, numbered without gaps. */
export class EventSender {
  #sequence = 0;
  readonly #contents: () => WebContents | null;

  constructor(contents: () => WebContents | null) {
    this.#contents = contents;
  }

  send<N extends EventName>(name: N, data: EventData<N>): void {
    const contents = this.#contents();
    if (!contents || contents.isDestroyed()) return;
    contents.send('event', { sequence: ++this.#sequence, name, data });
  }
}
