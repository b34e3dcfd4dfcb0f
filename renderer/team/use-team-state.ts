/** How the team's ledger stands, kept up to date. */
import { useState } from 'react';
import type { TeamState } from '../../shared/contract/team.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent, useEventGap } from '../client/use-event.ts';

/** Undefined until it is known; null where this computer is in no team. */
export function useTeamState(): TeamState | undefined {
  const [count, setCount] = useState(0);
  const { value } = useChannelQuery('team.getState', {}, count);
  const again = (): void => setCount((before) => before + 1);
  useEvent('team.changed', again);
  useEventGap(again);
  return value?.team;
}
