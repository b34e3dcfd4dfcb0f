/** The context that provides the settings; a change is stored by main before it is shown. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../client/call.ts';
import { loadWords } from '../words/words.ts';

/** What the page may change; the rest main changes itself. */
export type ChangeableSettings = Omit<Settings, 'copyFolder' | 'watchFolder' | 'watchPolling'>;

export interface SettingsAccess {
  readonly settings: Settings;
  readonly change: (change: Partial<ChangeableSettings>) => Promise<Result<Settings>>;
  /** Asks main again, where something else than {@link change} changed them. */
  readonly reload: () => Promise<void>;
}

const SettingsContext = createContext<SettingsAccess | null>(null);

interface ProviderProps {
  readonly children: ReactNode;
  /** Rendered until the settings have loaded, and if that failed. */
  readonly fallback: (failure: Failure | null, retry: () => void) => ReactNode;
}

export function SettingsProvider({ children, fallback }: ProviderProps): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = useCallback(async (answer: Result<Settings>): Promise<Result<Settings>> => {
    if (!answer.ok) return answer;
    // Load a language before anything is rendered in it.
    await loadWords(answer.value.language);
    setSettings(answer.value);
    return answer;
  }, []);
  const load = useCallback(async () => {
    const answer = await take(await call('settings.get', {}));
    setFailure(answer.ok ? null : answer.error);
  }, [take]);
  useEffect(() => {
    void load();
  }, [load]);
  const change = useCallback(
    async (change: Partial<ChangeableSettings>) => take(await call('settings.set', change)),
    [take],
  );
  const access = useMemo(() => (settings ? { settings, change, reload: load } : null), [settings, change, load]);
  if (!access) return fallback(failure, () => void load());
  return <SettingsContext value={access}>{children}</SettingsContext>;
}

export function useSettings(): SettingsAccess {
  const access = use(SettingsContext);
  if (!access) throw new Error('useSettings outside of SettingsProvider');
  return access;
}
