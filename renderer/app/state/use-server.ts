/** The server that orders go to now. Only main knows whether an address is a practice WMS; the settings say what was chosen. */
import type { ChannelResult } from '../../../shared/contract/channels.ts';
import { useChannelQuery } from '../../client/use-channel-query.ts';
import { useSettings } from '../../settings/settings-context.tsx';
import { useNavigation } from './navigation.tsx';

export type ServerInUse = Omit<ChannelResult<'server.getInUse'>, 'identity'> & {
  /** Its identity in the ledger; null until it is known. */
  readonly identity: string | null;
};

/** Asks main again on every screen, as a practice WMS in a terminal may start or end. Until main answers: the chosen server. */
export function useServer(): ServerInUse {
  const { settings } = useSettings();
  const { location } = useNavigation();
  const { value } = useChannelQuery(
    'server.getInUse',
    {},
    `${settings.practice} ${settings.server} ${JSON.stringify(location)}`,
  );
  const chosen = { url: settings.server, identity: null, practice: settings.practice, inside: settings.practice };
  // An answer about the previous server must not be shown with the new one's name.
  const isOfChosen =
    value !== null && value.inside === settings.practice && (settings.practice || value.url === settings.server);
  return isOfChosen ? value : chosen;
}
