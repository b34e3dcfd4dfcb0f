/** The product table: searched, extended by hand or from a spreadsheet, corrected, removed from. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ProductImport, ProductTableView } from '../../shared/contract/products.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { Section } from '../settings/Section.tsx';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { ImportChanges } from './ImportChanges.tsx';
import { NewProduct } from './NewProduct.tsx';
import { ProductGrid, type ProductChange } from './ProductGrid.tsx';
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
  const [given, setGiven] = useState<{ readonly sheet: ProductImport; readonly isDone: boolean } | null>(null);
  const [isGrid, setGrid] = useState(false);
  const { show } = useNotices();
  const found = searchProducts(products, text);
  const saveAll = async (products: readonly Product[]): Promise<boolean> => {
    const answer = await run('product.save', { ...ofShop, products: [...products] });
    if (answer.ok) onTable(answer.value);
    return answer.ok;
  };
  const save = (product: Product): Promise<boolean> => saveAll([product]);
  const saveChanges = async (changes: readonly ProductChange[]): Promise<boolean> => {
    const isKept = await saveAll(changes.map(({ after }) => after));
    if (isKept)
      show({
        tone: 'done',
        text: t('products.grid.done', { count: changes.length }),
        action: {
          label: t('products.import.takeBack'),
          run: () => void saveAll(changes.map(({ before }) => before)),
        },
      });
    return isKept;
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
    setGiven(null);
    const answer = await run('product.readSheet', ofShop);
    if (!answer.ok || answer.value.fileName === null) return;
    // What overwrites ids is shown before it is done.
    if (answer.value.changed.length > 0) setGiven({ sheet: answer.value, isDone: false });
    else await takeSheet(answer.value);
  };
  const takeSheet = async (sheet: ProductImport): Promise<void> => {
    const products = [...sheet.added, ...sheet.changed.map(({ after }) => after)];
    if (products.length > 0) {
      const answer = await run('product.save', { ...ofShop, products });
      if (!answer.ok) return;
      onTable(answer.value);
    }
    setGiven({ sheet, isDone: true });
  };
  const takeBack = async ({ added, changed, fileName }: ProductImport): Promise<void> => {
    if (changed.length > 0) {
      const before = await run('product.save', { ...ofShop, products: changed.map((change) => change.before) });
      if (!before.ok) return;
      onTable(before.value);
    }
    if (added.length > 0) {
      const keys = added.map(({ keyKind, key }) => ({ keyKind, key }));
      const without = await run('product.remove', { ...ofShop, keys });
      if (!without.ok) return;
      onTable(without.value);
    }
    setGiven(null);
    show({ tone: 'done', text: t('products.import.takenBack', { name: fileName ?? '' }) });
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
            disabled={isGrid}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="products-search"
          />
        )}
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          {found.length > 0 && !isGrid && (
            <Button
              variant="default"
              disabled={busy !== null}
              data-testid="products-grid"
              onClick={() => setGrid(true)}
            >
              {t('products.grid')}
            </Button>
          )}
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
            {busy === 'product.readSheet' ? t('products.importing') : t('products.import')}
          </Button>
        </Group>
      </Group>
      {given && (
        <ImportChanges
          given={given.sheet}
          isDone={given.isDone}
          busy={busy !== null}
          onImport={() => void takeSheet(given.sheet)}
          onCancel={() => setGiven(null)}
          onTakeBack={() => void takeBack(given.sheet)}
        />
      )}
      {isGrid ? (
        <ProductGrid
          products={found.slice(0, mostShown)}
          further={Math.max(0, found.length - mostShown)}
          busy={busy !== null}
          onSave={saveChanges}
          onClose={() => setGrid(false)}
        />
      ) : (
        <NewProduct products={products} onProduct={save} />
      )}
      {!isGrid && found.length > 0 && (
        <table className={classes.table} data-testid="product-table">
          <thead>
            <tr>
              <th scope="col">{t('products.key')}</th>
              <th scope="col">{t('field.client_product_id')}</th>
              <th scope="col">{t('field.client_product_variation_id')}</th>
              <th scope="col">{t('field.price')}</th>
              <th scope="col" className={classes.acts} aria-label={t('products.acts')} />
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
      {!isGrid && found.length > mostShown && (
        <Text size="sm">{t('products.more', { count: formatCount(found.length - mostShown) })}</Text>
      )}
    </Section>
  );
}
