/** A hook to change the settings from a control; a failure is shown as a notice bar. */
import { useCallback } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useSettings, type ChangeableSettings } from './settings-context.tsx';

/** The returned function resolves to whether the change was saved. */
export function useSettingsChange(): (change: Partial<ChangeableSettings>) => Promise<boolean> {
  const { change } = useSettings();
  const { showFailure } = useNotices();
  return useCallback(
    async (wanted: Partial<ChangeableSettings>) => {
      const answer = await change(wanted);
      if (!answer.ok) showFailure(answer.error);
      return answer.ok;
    },
    [change, showFailure],
  );
}
