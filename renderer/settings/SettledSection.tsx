/** What was settled about a shop's files: what texts mean, rows left out, headings; each to be taken back. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ColumnField } from '../../shared/domain/model/fields.ts';
import type { SettledThing } from '../../shared/domain/model/settled.ts';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

interface Line {
  readonly thing: SettledThing;
  readonly what: string;
  readonly at: number;
}

interface Part {
  readonly kind: SettledThing['kind'];
  readonly title: string;
  readonly lines: readonly Line[];
}

export function SettledSection(): ReactNode {
  const { t, failureSentence, formatDateTime } = useWords();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const { value: settled, failure, reload } = useChannelQuery('settled.get', ofShop);
  useEvent('team.shared', () => void reload());
  const takeBack = async (thing: SettledThing): Promise<void> => {
    if ((await run('settled.takeBack', { ...ofShop, thing })).ok) await reload();
  };
  const nameOf = (field: ColumnField | null): string => (field === null ? t('word.notSent') : t(`field.${field}`));
  const parts: readonly Part[] = [
    {
      kind: 'value',
      title: t('settled.values'),
      lines: (settled?.values ?? []).map(({ at, ...one }) => ({
        thing: { kind: 'value', ...one },
        what: t('settled.value', { name: nameOf(one.field), value: one.value, text: one.text }),
        at,
      })),
    },
    {
      kind: 'rows',
      title: t('settled.rows'),
      lines: (settled?.rows ?? []).map(({ at, ...one }) => ({
        thing: { kind: 'rows', ...one },
        what: t('settled.row', one),
        at,
      })),
    },
    {
      kind: 'heading',
      title: t('settled.headings'),
      lines: (settled?.headings ?? []).map(({ at, ...one }) => ({
        thing: { kind: 'heading', ...one },
        what: t('settled.heading', { heading: one.heading, name: nameOf(one.field) }),
        at,
      })),
    },
  ];
  const isEmpty = parts.every(({ lines }) => lines.length === 0);
  return (
    <Section title={t('settled.title')} testId="settings-settled">
      {failure && <Text size="sm">{failureSentence(failure)}</Text>}
      <Text size="sm" c="dimmed">
        {settled && isEmpty ? t('settled.none') : t('settled.about')}
      </Text>
      {parts
        .filter(({ lines }) => lines.length > 0)
        .map(({ kind, title, lines }) => (
          <Stack key={kind} gap={6} data-testid={`settled-${kind}`}>
            <Text size="sm" fw={600} component="h3" m={0}>
              {title}
            </Text>
            {lines.map(({ thing, what, at }) => (
              <Group key={what} gap="sm" wrap="nowrap" data-testid="settled-line">
                <Text size="sm" style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                  {what}
                  <Text span size="xs" c="dimmed">
                    {' '}
                    · {formatDateTime(at)}
                  </Text>
                </Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy !== null}
                  aria-label={t('settled.takeBack.of', { what })}
                  data-testid="settled-take-back"
                  onClick={() => void takeBack(thing)}
                >
                  {t('settled.takeBack')}
                </Button>
              </Group>
            ))}
          </Stack>
        ))}
    </Section>
  );
}
