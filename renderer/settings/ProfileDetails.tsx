/** The details of a profile: its columns, its constants, and for experts its rules. */
import { Button, Collapse, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import { isField } from '../../shared/domain/model/fields.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { useAction } from '../app/state/use-action.ts';
import { RulesForm } from '../rules/RulesForm.tsx';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';

interface ProfileDetailsProps {
  readonly profile: ChannelResult<'profile.list'>[number];
  readonly onChanged: () => Promise<void>;
}

export function ProfileDetails({
  profile: { id, columns, constants, rules },
  onChanged,
}: ProfileDetailsProps): ReactNode {
  const { t } = useWords();
  const ofShop = useShopArgument();
  const { run } = useAction();
  const [expert, setExpert] = useState(false);
  const setRules = async (wanted: Rules): Promise<void> => {
    const answer = await run('profile.setRules', { ...ofShop, id, rules: wanted });
    if (answer.ok) await onChanged();
  };
  const mapped = columns.flatMap(({ heading, field }) =>
    field === null ? [] : [`${heading} → ${t(`field.${field}`)}`],
  );
  const given = Object.entries(constants).flatMap(([field, text]) =>
    isField(field) ? [`${t(`field.${field}`)}: ${text}`] : [],
  );
  return (
    <Stack gap={6} py={6} data-testid="profile-detail">
      <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
        {mapped.join(' · ')}
      </Text>
      {given.length > 0 && (
        <Text size="xs" data-testid="profile-constants">
          {given.join(' · ')}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('settings.profiles.change')}
      </Text>
      <Button
        variant="subtle"
        size="compact-sm"
        px={4}
        style={{ alignSelf: 'flex-start' }}
        aria-expanded={expert}
        data-testid="profile-expert"
        onClick={() => setExpert(!expert)}
      >
        {t('columns.expert')}
        {'\u00a0'}
        {expert ? '▴' : '▾'}
      </Button>
      <Collapse expanded={expert}>
        {expert ? <RulesForm rules={rules} onRules={(wanted) => void setRules(wanted)} /> : null}
      </Collapse>
    </Stack>
  );
}
