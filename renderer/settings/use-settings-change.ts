/** A hook to change the settings from a control; a failure is shown as a notice bar. */
import { useCallback } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useSettings } from './settings-context.tsx';

/** The returned function resolves to whether the change was saved. */
export function useSettingsChange(): (change: Partial<Settings>) => Promise<boolean> {
  const { change } = useSettings();
  const { showFailure } = useNotices();
  return useCallback(
    async (wanted: Partial<Settings>) => {
      const answer = await change(wanted);
      if (!answer.ok) showFailure(answer.error);
      return answer.ok;
    },
    [change, showFailure],
  );
}
