/** Where the guide opens: the section about the screen that is shown. */
import type { AppLocation } from '../app/state/navigation.tsx';

const ofStep = { file: 'open', columns: 'answer', check: 'fix', send: 'send', report: 'report' } as const;

/** The id of the section. */
export function guidePlace(location: AppLocation): string {
  if (location.screen === 'batch') return ofStep[location.step];
  if (location.screen === 'products') return 'refused';
  return location.screen === 'settings' ? 'team' : 'open';
}
