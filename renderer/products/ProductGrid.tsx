/** The product table as a grid: ids, variations and prices typed or pasted as columns; what changes is shown before it is kept. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Product } from '../../shared/domain/products/product.ts';
import { productText } from '../../shared/messages/product-text.ts';
import { sentence } from '../../shared/messages/translator.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useWords } from '../words/words.ts';
import { pasteProducts, productFields, type ProductField } from './paste-products.ts';
import { changedProducts, parseTypedProduct, toTypedProduct, type TypedProduct } from './product-entry.ts';
import classes from './Products.module.css';

interface Props {
  readonly products: readonly Product[];
  /** How many more were found; they are not in the grid. */
  readonly further: number;
  readonly busy: boolean;
  /** Keeps the changes; resolves to whether they are kept. */
  readonly onSave: (changes: readonly ProductChange[]) => Promise<boolean>;
  readonly onClose: () => void;
}

export interface ProductChange {
  readonly before: Product;
  readonly after: Product;
}

/** Further changes are only counted. */
const mostListed = 20;

const names = {
  productId: 'field.client_product_id',
  variationId: 'field.client_product_variation_id',
  price: 'field.price',
} as const;

export function ProductGrid({ products, further, busy, onSave, onClose }: Props): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const [lines, setLines] = useState<readonly TypedProduct[]>(() => products.map(toTypedProduct));
  const parsed = lines.map(parseTypedProduct);
  const changes = changedProducts(products, lines);
  const wrong = parsed.flatMap(({ values, errors }, at) =>
    values === null ? [{ key: products[at]?.key ?? '', remark: Object.values(errors)[0] }] : [],
  );
  const type = (at: number, field: ProductField, text: string): void =>
    setLines((old) => old.map((line, index) => (index === at ? { ...line, [field]: text } : line)));
  const paste = (event: ClipboardEvent, at: number, field: ProductField): void => {
    const pasted = pasteProducts(lines, at, field, event.clipboardData.getData('text/plain'));
    if (!pasted) return;
    event.preventDefault();
    setLines(pasted.lines);
    if (pasted.left > 0) show({ tone: 'warning', text: t('products.pasteLeft', { count: pasted.left }) });
  };
  /** Up and down as in a sheet; Enter goes down. */
  const move = (event: KeyboardEvent, at: number, field: ProductField): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = event.currentTarget.closest('table')?.querySelector(`[data-cell="${field} ${at + step}"]`);
    if (next instanceof HTMLInputElement) {
      next.focus();
      next.select();
    }
  };
  const save = async (): Promise<void> => {
    if (await onSave(changes)) onClose();
  };
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('products.grid.about')}
      </Text>
      {further > 0 && (
        <Text size="sm" fw={600} data-testid="grid-first">
          {t('products.grid.first', { shown: products.length, further })}
        </Text>
      )}
      <table className={classes.table} data-testid="product-grid">
        <thead>
          <tr>
            <th scope="col">{t('products.key')}</th>
            {productFields.map((field) => (
              <th key={field} scope="col">
                {t(names[field])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product, at) => {
            const line = lines[at] ?? toTypedProduct(product);
            const before = toTypedProduct(product);
            return (
              <tr key={`${product.keyKind} ${product.key}`} data-testid="grid-line" data-key={product.key}>
                <th scope="row">
                  {product.key} <span className={classes.kind}>{t(`field.product_${product.keyKind}`)}</span>
                </th>
                {productFields.map((field) => (
                  <td key={field} className={classes.cell}>
                    <input
                      className={classes.input}
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={`${product.key}: ${t(names[field])}`}
                      aria-invalid={parsed[at]?.errors[field] !== undefined}
                      data-cell={`${field} ${at}`}
                      data-changed={line[field].trim() !== before[field] || undefined}
                      data-testid={`grid-${field}`}
                      value={line[field]}
                      onChange={(event) => type(at, field, event.currentTarget.value)}
                      onPaste={(event) => paste(event, at, field)}
                      onKeyDown={(event) => move(event, at, field)}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {wrong.length > 0 && (
        <Text size="sm" c="var(--not-done-text)" role="status" data-testid="grid-wrong">
          {t('products.grid.wrong', { key: wrong[0]?.key ?? '', count: wrong.length })}{' '}
          {wrong[0]?.remark && sentence(t, 'issue', wrong[0].remark.code, wrong[0].remark.params)}
        </Text>
      )}
      {changes.length > 0 && (
        <div data-testid="grid-changes">
          <Text size="sm" fw={600}>
            {t('products.grid.changes', { count: changes.length })}
          </Text>
          <ul className={classes.skipped}>
            {changes.slice(0, mostListed).map(({ before, after }) => (
              <li key={`${after.keyKind} ${after.key}`} data-testid="grid-change">
                {after.key}: {productText(t, before)} → <b>{productText(t, after)}</b>
              </li>
            ))}
            {changes.length > mostListed && (
              <li>{t('products.import.more', { count: changes.length - mostListed })}</li>
            )}
          </ul>
        </div>
      )}
      <Group gap="xs">
        <Button
          size="compact-md"
          disabled={busy || changes.length === 0 || wrong.length > 0}
          data-testid="grid-save"
          onClick={() => void save()}
        >
          {t('products.saveAll', { count: changes.length })}
        </Button>
        <Button size="compact-md" variant="default" disabled={busy} data-testid="grid-close" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </>
  );
}
