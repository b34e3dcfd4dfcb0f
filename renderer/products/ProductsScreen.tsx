/** The product table of a shop on the server in use: what a shop calls its products, and what the WMS calls them. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProductTableView } from '../../shared/contract/products.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { useBatch } from '../client/use-batch.ts';
import { ShopChoice } from '../shops/ShopChoice.tsx';
import { ShopInView, useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { ProductList } from './ProductList.tsx';
import { UnmappedProducts } from './UnmappedProducts.tsx';

/** Of the open file's shop, or of the one that is chosen. */
export function ProductsScreen(): ReactNode {
  const { location } = useNavigation();
  const batchId = 'behind' in location && location.behind.screen === 'batch' ? location.behind.batchId : null;
  return batchId === null ? <ProductsOfShop batchId={null} /> : <ProductsOfBatch batchId={batchId} />;
}

function ProductsOfBatch({ batchId }: { readonly batchId: string }): ReactNode {
  const { summary } = useBatch(batchId);
  const shop = summary?.shop?.chosen?.id;
  return <ProductsOfShop batchId={batchId} {...(shop === undefined ? {} : { shopOfBatch: shop })} />;
}

interface OfShopProps {
  readonly batchId: string | null;
  /** Id of the shop whose orders the open file holds; none: there is no file, only one shop, or nobody knows. */
  readonly shopOfBatch?: string;
}

function ProductsOfShop({ batchId, shopOfBatch }: OfShopProps): ReactNode {
  const { value: shops } = useChannelQuery('shop.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  if (shops === null) return null;
  const shop = shops.find(({ id }) => id === (chosen ?? shopOfBatch))?.id ?? shops[0]?.id ?? '';
  const isOfBatch = shops.length < 2 || shopOfBatch === shop;
  return (
    <ShopInView value={shop}>
      <Products
        key={shop}
        batchId={isOfBatch ? batchId : null}
        choice={<ShopChoice shops={shops} shop={shop} onShop={setChosen} />}
      />
    </ShopInView>
  );
}

function Products({ batchId, choice }: { readonly batchId: string | null; readonly choice: ReactNode }): ReactNode {
  const { t, failureSentence } = useWords();
  const { leavePage } = useNavigation();
  const { value: first, failure, reload } = useChannelQuery('product.list', useShopArgument());
  const [latest, setLatest] = useState<ProductTableView | null>(null);
  useEvent('team.shared', () => void reload().then(() => setLatest(null)));
  const table = latest ?? first;
  return (
    <main data-testid="products-screen" style={{ height: '100%', overflowY: 'auto', scrollbarGutter: 'stable' }}>
      <Stack gap="md" p="lg" maw={1000} mx="auto">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={1} fz={20}>
              {t('products.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('products.about')}
            </Text>
            {table && (
              <Text size="sm" c="dimmed" data-testid="products-server">
                {table.server.practice
                  ? t('products.server.practice')
                  : t('products.server', { url: table.server.url })}
              </Text>
            )}
          </div>
          <Button variant="default" data-testid="products-back" style={{ flexShrink: 0 }} onClick={leavePage}>
            ← {t('app.back')}
          </Button>
        </Group>
        {choice}
        {batchId !== null && <UnmappedProducts batchId={batchId} onTable={setLatest} />}
        {table ? (
          <ProductList products={table.products} practice={table.server.practice} onTable={setLatest} />
        ) : (
          <Text size="sm">{failure ? failureSentence(failure) : t('app.loading')}</Text>
        )}
      </Stack>
    </main>
  );
}
