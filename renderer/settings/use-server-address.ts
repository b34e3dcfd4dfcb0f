/** The server's address as it is typed: what is on the screen is what is saved, tested and signed in to. */
import { useRef, useState } from 'react';
import { parseServerAddress } from '../../shared/wms/addresses.ts';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

export interface ServerAddressDraft {
  readonly text: string;
  readonly isValid: boolean;
  readonly type: (text: string) => void;
  /** Saves what is typed, completed, and resolves to the address in use; null where it is none, or could not be saved. */
  readonly save: () => Promise<string | null>;
}

/** `onSaved` is called once another address is in use. */
export function useServerAddress(onSaved: () => void): ServerAddressDraft {
  const { settings } = useSettings();
  const change = useSettingsChange();
  /** What was typed and not saved yet, beside the address that it was to replace. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly instead: string } | null>(null);
  /** Leaving the field and pressing a button save at the same time: the second waits for the first. */
  const saving = useRef<Promise<string | null> | null>(null);
  const text = typed?.instead === settings.server ? typed.text : settings.server;
  const parsed = parseServerAddress(text);
  const saveNow = async (): Promise<string | null> => {
    if (!parsed.ok) return null;
    if (parsed.value !== settings.server) {
      if (!(await change({ server: parsed.value }))) return null;
      onSaved();
    }
    setTyped(null);
    return parsed.value;
  };
  return {
    text,
    isValid: parsed.ok,
    type: (next) => setTyped({ text: next, instead: settings.server }),
    save: () =>
      (saving.current ??= saveNow().finally(() => {
        saving.current = null;
      })),
  };
}
