/** Orders that computers left behind which are not heard of any more, each with what a person can say of it. */
import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { LeftOrder } from '../../shared/contract/team.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly left: readonly LeftOrder[];
  readonly onChanged: () => Promise<void>;
}

export function LeftOrders({ left, onChanged }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Stack gap={6} data-testid="team-left">
      <Text size="sm" fw={600}>
        {t('team.left')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('team.left.about')}
      </Text>
      {left.map((order) => (
        <LeftOrderLine key={`${order.server} ${order.orderId} ${order.version}`} order={order} onChanged={onChanged} />
      ))}
    </Stack>
  );
}

function LeftOrderLine({
  order,
  onChanged,
}: {
  readonly order: LeftOrder;
  readonly onChanged: () => Promise<void>;
}): ReactNode {
  const { t, formatDateTime } = useWords();
  const { busy, run } = useAction();
  const [act, setAct] = useState<'there' | 'notThere' | null>(null);
  const [wmsId, setWmsId] = useState<number | null>(null);
  const { server, orderId, version, by, at, fileName } = order;
  const settle = async (): Promise<void> => {
    if (act === null) return;
    await run('team.settle', { server, orderId, version, act, wmsId });
    setAct(null);
    await onChanged();
  };
  return (
    <Stack gap={4} data-testid="team-left-order" data-order={orderId}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <Text span fw={600} size="sm">
          {orderId}
        </Text>{' '}
        {t(`team.left.${order.state}`)}
        <Text span size="sm" c="dimmed">
          {' · '}
          {by}, {formatDateTime(at)}
          {fileName !== '' && `, «${fileName}»`}
        </Text>
      </Text>
      {act === null ? (
        <Group gap="xs">
          {(['there', 'notThere'] as const).map((answer) => (
            <Button
              key={answer}
              size="compact-sm"
              variant="default"
              data-testid={`team-left-${answer}`}
              onClick={() => setAct(answer)}
            >
              {t(`team.left.${answer}`)}
            </Button>
          ))}
        </Group>
      ) : (
        <>
          {act === 'there' && (
            <NumberInput
              size="xs"
              label={t('team.left.wmsId')}
              hideControls
              allowDecimal={false}
              allowNegative={false}
              maw={240}
              value={wmsId ?? ''}
              data-testid="team-left-wms-id"
              onChange={(value) => setWmsId(typeof value === 'number' && value > 0 ? value : null)}
            />
          )}
          <Confirm
            question={t(`team.left.${act}.question`, { orderId: String(orderId) })}
            yes={t('team.left.yes')}
            no={t('app.cancel')}
            busy={busy !== null}
            testId="team-left-settle"
            onYes={() => void settle()}
            onNo={() => setAct(null)}
          />
        </>
      )}
    </Stack>
  );
}
