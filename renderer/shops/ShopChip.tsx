/** Beside the file's name: whose orders it holds, and the menu to say that it is another shop's. */
import { Button, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchShop } from '../../shared/contract/views.ts';
import { DownIcon } from '../theme/icons.tsx';
import { useWords } from '../words/words.ts';
import { useShopAnswer } from './use-shop-answer.ts';

export function ShopChip({ batchId, shop }: { readonly batchId: string; readonly shop: BatchShop }): ReactNode {
  const { t } = useWords();
  const { busy, answer } = useShopAnswer(batchId);
  const { chosen, likeliest } = shop;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="light"
          disabled={busy}
          style={{ flexShrink: 0, maxWidth: 180 }}
          rightSection={<DownIcon />}
          aria-label={chosen === null ? t('shop.ask') : t('shop.of', { shop: chosen.name })}
          data-testid="shop-chip"
        >
          {chosen?.name ?? t('shop.unknown')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shop.ask')}</Menu.Label>
        {likeliest.map(({ id, name }) => (
          <Menu.Item
            key={id}
            fw={id === chosen?.id ? 600 : 400}
            data-testid="shop-chip-choice"
            onClick={() => void answer(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
