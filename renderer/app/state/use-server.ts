/** The server that orders go to now. Main knows whether an address is a practice WMS; the settings only say what was chosen. */
import type { Answer } from '../../../shared/contract/channels.ts';
import { useAnswer } from '../../client/use-answer.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import { useNavigation } from './navigation.tsx';

export type ServerInUse = Omit<Answer<'server.inUse'>, 'identity'> & {
  /** Its identity in the ledger; null until it is known. */
  readonly identity: string | null;
};

/** Asked again on every screen: a practice WMS in a terminal comes and goes. Until the answer is here, what was chosen. */
export function useServer(): ServerInUse {
  const { settings } = useSettings();
  const { place } = useNavigation();
  const { value } = useAnswer('server.inUse', {}, `${settings.practice} ${settings.server} ${JSON.stringify(place)}`);
  const chosen = { url: settings.server, identity: null, practice: settings.practice, inside: settings.practice };
  // An answer about the server before must not stand beside the new one's name.
  const isOfChosen = value !== null && value.inside === settings.practice && (settings.practice || value.url === settings.server);
  return isOfChosen ? value : chosen;
}
