/** Lists the orders that are not done, by state and cause, with what to do about each. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CauseView } from '../../shared/contract/views.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import { sentence, type Translator } from '../../shared/messages/translator.ts';
import { changedAfterSendingCodes } from '../../shared/domain/model/sent-changes.ts';
import { useNavigation, type ShowFilter } from '../app/state/navigation.tsx';
import { ResendOrders } from '../send/ResendOrders.tsx';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

/** The states that need action, the most urgent first, with where their orders are found. */
const pressing = [
  ['unknown', 'lookAtIt'],
  ['review', 'lookAtIt'],
  ['waiting', 'lookAtIt'],
  ['rejected', 'notDone'],
  ['changed', 'changed'],
  ['duplicate', 'toDecide'],
  ['withErrors', 'errors'],
  ['leftOut', 'leftOut'],
] as const satisfies readonly (readonly [keyof StateCounts | 'changed', ShowFilter])[];

/** Causes that the page names; all of them are in the review's list and in the saved report. */
const MOST_CAUSES = 8;

/** The sentence with its field's name in front, unless it names the field itself. */
function causeSentence(t: Translator, field: CauseView['field'], text: string): string {
  const name = field === null ? '' : t(`field.${field}`);
  return name === '' || text.toLowerCase().includes(name.toLowerCase()) ? text : `${name}: ${text}`;
}

function Causes({ batchId, causes }: { readonly batchId: string; readonly causes: readonly CauseView[] }): ReactNode {
  const { t, formatCount } = useWords();
  if (causes.length === 0) return null;
  return (
    <Stack component="ul" gap={2} pl={24} m={0} style={{ listStyle: 'none' }}>
      {causes.slice(0, MOST_CAUSES).map(({ cause, code, params, field, orderCount, resendableCount }) => (
        <Group component="li" key={cause} gap="xs" wrap="wrap" align="baseline" data-testid="report-cause">
          <Text size="sm" fw={600} miw={40} ta="right">
            {formatCount(orderCount)}
          </Text>
          <Text size="sm" style={{ flex: 1 }}>
            {causeSentence(t, field, sentence(t, 'issue', code, params))}
          </Text>
          {resendableCount > 0 && <ResendOrders batchId={batchId} orders={{ cause }} count={resendableCount} />}
        </Group>
      ))}
      {causes.length > MOST_CAUSES && (
        <Text component="li" size="sm" c="dimmed" pl={48}>
          {t('report.causes.more', { count: causes.length - MOST_CAUSES })}
        </Text>
      )}
    </Stack>
  );
}

interface Props {
  readonly batchId: string;
  readonly counts: StateCounts;
  /** How many of the duplicates are in the WMS with other content. */
  readonly changed: number;
  readonly causes: readonly CauseView[];
}

export function NotDone({ batchId, counts, changed, causes }: Props): ReactNode {
  const { t, formatCount } = useWords();
  const { goToStep } = useNavigation();
  const errors = causes.filter(({ severity }) => severity === 'error');
  const causesOf = (word: keyof StateCounts | 'changed'): readonly CauseView[] =>
    errors.filter(
      ({ state, code }) => (changedAfterSendingCodes.has(code) ? 'changed' : (state ?? 'withErrors')) === word,
    );
  const countOf = { ...counts, changed, duplicate: counts.duplicate - changed };
  const lines = pressing.filter(([state]) => countOf[state] > 0);
  // Not everything is done while orders are still to go out, or are under way: the page says how many, above.
  if (lines.length === 0 && counts.ready + counts.sending + counts.verifying > 0) return null;
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-causes">
      <Title order={2} fz="md" mb="xs">
        {t('report.causes')}
      </Title>
      {lines.length === 0 && <Text>{t('report.causes.none')}</Text>}
      <Stack gap="sm">
        {lines.map(([state, show]) => {
          const { tone, mark } = stateLook(state === 'changed' ? 'duplicate' : state);
          return (
            <div key={state} data-testid={`report-state-${state}`}>
              <Group gap="xs" wrap="nowrap" align="baseline">
                <Text c={textColor(tone)} fw={600} style={{ whiteSpace: 'nowrap' }}>
                  {mark} {formatCount(countOf[state])} · {t(`states.${state}`)}
                </Text>
                <Text size="sm" style={{ flex: 1 }}>
                  {t(`advice.${state}`)}
                </Text>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  style={{ flexShrink: 0 }}
                  onClick={() => goToStep(state === 'unknown' || state === 'waiting' ? 'send' : 'check', show)}
                >
                  {t('report.showOrders')}
                </Button>
              </Group>
              <Causes batchId={batchId} causes={causesOf(state)} />
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
