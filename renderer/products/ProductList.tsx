/** The product table: searched, extended by hand or from a spreadsheet, corrected, removed from. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProductImportResult, ProductTableView } from '../../shared/contract/products.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { useAction } from '../app/state/use-action.ts';
import { call } from '../client/call.ts';
import { Section } from '../settings/Section.tsx';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { NewProduct } from './NewProduct.tsx';
import { ProductLine } from './ProductLine.tsx';
import { searchProducts } from './product-search.ts';
import classes from './Products.module.css';

interface ProductListProps {
  readonly products: readonly Product[];
  /** Whether it is the table of the practice WMS. */
  readonly practice: boolean;
  readonly onTable: (table: ProductTableView) => void;
}

/** Further ones are found by searching. */
const mostShown = 200;

export function ProductList({ products, practice, onTable }: ProductListProps): ReactNode {
  const { t, formatCount } = useWords();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const [text, setText] = useState('');
  const [imported, setImported] = useState<ProductImportResult | null>(null);
  const found = searchProducts(products, text);
  const save = async (product: Product): Promise<boolean> => {
    const answer = await run('product.save', { ...ofShop, products: [product] });
    if (answer.ok) onTable(answer.value);
    return answer.ok;
  };
  const remove = async ({ keyKind, key }: Product): Promise<void> => {
    const answer = await run('product.remove', { ...ofShop, keys: [{ keyKind, key }] });
    if (answer.ok) onTable(answer.value);
  };
  const takeFromPractice = async (): Promise<void> => {
    const answer = await run('product.copyFromPractice', ofShop);
    if (answer.ok) onTable(answer.value);
  };
  const importSheet = async (): Promise<void> => {
    setImported(null);
    const answer = await run('product.import', ofShop);
    if (!answer.ok || answer.value.fileName === null) return;
    setImported(answer.value);
    const table = await call('product.list', ofShop);
    if (table.ok) onTable(table.value);
  };
  return (
    <Section
      title={products.length === 0 ? t('products.list.empty') : t('products.list', { count: products.length })}
      testId="products"
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        {products.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('products.none')}
          </Text>
        ) : (
          <TextInput
            size="sm"
            style={{ flex: '0 1 340px' }}
            placeholder={t('products.search')}
            aria-label={t('products.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="products-search"
          />
        )}
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {practice ? null : (
            <Button
              variant="default"
              disabled={busy !== null}
              data-testid="products-from-practice"
              onClick={() => void takeFromPractice()}
            >
              {t('products.fromPractice')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={busy !== null}
            data-testid="products-import"
            onClick={() => void importSheet()}
          >
            {busy === 'product.import' ? t('products.importing') : t('products.import')}
          </Button>
        </Group>
      </Group>
      {imported && <ImportOutcome outcome={imported} />}
      <NewProduct onProduct={save} />
      {found.length > 0 && (
        <table className={classes.table} data-testid="product-table">
          <thead>
            <tr>
              <th scope="col">{t('products.key')}</th>
              <th scope="col">{t('field.client_product_id')}</th>
              <th scope="col">{t('field.client_product_variation_id')}</th>
              <th scope="col">{t('field.price')}</th>
              <th scope="col" aria-label={t('products.acts')} />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, mostShown).map((product) => (
              <ProductLine
                key={`${product.keyKind} ${product.key}`}
                product={product}
                onSave={save}
                onRemove={remove}
              />
            ))}
          </tbody>
        </table>
      )}
      {products.length > 0 && found.length === 0 && <Text size="sm">{t('products.notFound', { text })}</Text>}
      {found.length > mostShown && (
        <Text size="sm">{t('products.more', { count: formatCount(found.length - mostShown) })}</Text>
      )}
    </Section>
  );
}
