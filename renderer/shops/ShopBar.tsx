/** The bar about a file of which nothing tells whose orders it holds: the question, the likeliest shop first. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { useBatch } from '../client/use-batch.ts';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { useShopAnswer } from './use-shop-answer.ts';

/** Whether nobody knows yet whose orders the file holds. */
export function asksForShop(summary: BatchSummary | null): boolean {
  return summary !== null && summary.shop !== null && summary.shop.chosen === null;
}

export function ShopBar({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { summary } = useBatch(batchId);
  const { busy, answer } = useShopAnswer(batchId);
  const shop = summary?.shop ?? null;
  if (shop === null || shop.chosen !== null) return null;
  return (
    <section aria-label={t('shop.ask')} data-testid="shop-question" style={{ background: tintColor('look-at-it') }}>
      <Group gap="sm" px="md" py={6}>
        <Text span c={textColor('look-at-it')} fw={700} aria-hidden>
          ?
        </Text>
        <Text size="sm" role="status" style={{ flex: '1 1 260px' }}>
          <b>{t('shop.ask')}</b>{' '}
          {shop.removed === null ? t('shop.ask.about') : t('shop.ask.removed', { name: shop.removed })}
        </Text>
        <Group gap="xs">
          {shop.likeliest.map(({ id, name }) => (
            <Button
              key={id}
              size="compact-md"
              variant="default"
              disabled={busy}
              data-testid="shop-answer"
              onClick={() => void answer(id)}
            >
              {name}
            </Button>
          ))}
        </Group>
      </Group>
    </section>
  );
}
