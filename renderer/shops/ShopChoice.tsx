/** Chooses the shop that a page is about, where there are several. */
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly shops: readonly Shop[];
  readonly shop: string;
  readonly onShop: (shop: string) => void;
}

export function ShopChoice({ shops, shop, onShop }: Props): ReactNode {
  const { t } = useWords();
  if (shops.length < 2) return null;
  return (
    <NativeSelect
      label={t('shop.word')}
      w={260}
      data-testid="shop-choice"
      value={shop}
      data={shops.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => onShop(event.currentTarget.value)}
    />
  );
}
