/** Shows which server orders go to (● the WMS, ◌ practice, in another colour); a click leads to the settings. */
import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { LiveMark, PracticeMark } from '../theme/icons.tsx';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { useNavigation } from './state/navigation.tsx';
import { useServer } from './state/use-server.ts';

/** `wms.bts.uz` of `http://wms.bts.uz:8040/`; the text itself if it is not an address. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

export function ServerChip(): ReactNode {
  const { t } = useWords();
  const { url, practice, inside } = useServer();
  const { goToSettings } = useNavigation();
  const tone = practice ? 'practice' : 'done';
  const about = inside
    ? t('server.practice.about')
    : t(practice ? 'server.practice.elsewhere' : 'server.live.about', { url });
  return (
    <Tooltip label={about} multiline maw={320}>
      <UnstyledButton
        data-testid="server-chip"
        data-practice={practice}
        onClick={goToSettings}
        px={10}
        py={3}
        fz="sm"
        fw={600}
        bg={tintColor(tone)}
        c={textColor(tone)}
        style={{ borderRadius: 12, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 200 }}
      >
        <span style={{ marginRight: 6 }}>{practice ? <PracticeMark /> : <LiveMark />}</span>
        {practice ? t('server.practice') : hostOf(url)}
        <VisuallyHidden>. {about}</VisuallyHidden>
      </UnstyledButton>
    </Tooltip>
  );
}
