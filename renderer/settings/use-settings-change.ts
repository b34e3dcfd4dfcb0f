/** A hook to change the settings from a control; a failure is shown as a notice bar. */
import { useCallback } from 'react';
import { useFailureBar } from '../app/state/use-failure-bar.ts';
import { useSettings, type ChangeableSettings } from './settings-context.tsx';

/** The returned function resolves to whether the change was saved. */
export function useSettingsChange(): (change: Partial<ChangeableSettings>) => Promise<boolean> {
  const { change } = useSettings();
  const withFailureBar = useFailureBar();
  return useCallback(
    async (wanted: Partial<ChangeableSettings>) => (await withFailureBar(change(wanted))).ok,
    [change, withFailureBar],
  );
}
