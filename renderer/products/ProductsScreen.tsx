/** The product table of the server in use: what a shop calls its products, and what the WMS calls them. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProductTableView } from '../../shared/contract/products.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { ProductList } from './ProductList.tsx';
import { UnmappedProducts } from './UnmappedProducts.tsx';

export function ProductsScreen(): ReactNode {
  const { t, failureSentence } = useWords();
  const { location, leavePage } = useNavigation();
  const { value: first, failure } = useChannelQuery('product.list', {});
  const [latest, setLatest] = useState<ProductTableView | null>(null);
  const table = latest ?? first;
  const batchId = 'behind' in location && location.behind.screen === 'batch' ? location.behind.batchId : null;
  return (
    <main data-testid="products-screen" style={{ height: '100%', overflowY: 'auto' }}>
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
