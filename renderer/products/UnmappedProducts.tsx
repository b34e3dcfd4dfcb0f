/** Products of the open file that are not in the table: each once, with its number of rows, to be mapped here or in a sheet. */
import { Button, Group, Text } from '@mantine/core';
import { useRef, useState, type ClipboardEvent, type FormEvent, type ReactNode } from 'react';
import type { ProductTableView } from '../../shared/contract/products.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { useNotices } from '../app/state/notices.tsx';
import { Callout } from '../app/Callout.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import { fixLabel } from '../review/issue-words.ts';
import { FixButton } from '../review/panel/FixButton.tsx';
import { Section } from '../settings/Section.tsx';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { pasteProducts, productFields } from './paste-products.ts';
import { emptyTypedProduct, parseTypedProduct, type TypedProduct } from './product-entry.ts';
import { ProductFields } from './ProductFields.tsx';
import { unmappedProductsIn, type UnmappedProductView } from './unmapped-products.ts';
import classes from './Products.module.css';

interface UnmappedProductsProps {
  readonly batchId: string;
  readonly onTable: (table: ProductTableView) => void;
}

/** A longer list is filled in faster in a sheet. */
const mostShown = 100;

export function UnmappedProducts({ batchId, onTable }: UnmappedProductsProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const { summary } = useBatch(batchId);
  const { value: causes } = useChannelQuery('batch.listCauses', { batchId }, summary?.version ?? 0);
  const { show } = useNotices();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const list = useRef<HTMLDivElement>(null);
  /** What was typed, by the product's cause. */
  const [typed, setTyped] = useState<Readonly<Record<string, TypedProduct>>>({});
  if (!summary || !causes) return null;
  const unmapped = unmappedProductsIn(causes);
  const shown = unmapped.slice(0, mostShown);
  const filled = shown.flatMap(({ keyKind, key, cause }) => {
    const { values } = parseTypedProduct(typed[cause] ?? emptyTypedProduct);
    return values === null ? [] : [{ keyKind, key, ...values }];
  });
  const saveAll = async (products: readonly Product[]): Promise<boolean> => {
    const answer = await run('product.save', { ...ofShop, products: [...products] });
    if (!answer.ok) return false;
    onTable(answer.value);
    list.current?.focus({ preventScroll: true });
    return true;
  };
  const save = async (product: Product, count: number): Promise<void> => {
    if (await saveAll([product]))
      show({ tone: 'done', text: t('products.said', { key: product.key, product: product.productId, count }) });
  };
  const saveFilled = async (): Promise<void> => {
    if (await saveAll(filled)) show({ tone: 'done', text: t('products.saidAll', { count: filled.length }) });
  };
  const paste = (event: ClipboardEvent, at: number): void => {
    const place = (event.target as HTMLElement).dataset['testid'];
    const field = productFields.find((name) => place === `product-${name}`);
    const lines = shown.map(({ cause }) => typed[cause]);
    const pasted = field && pasteProducts(lines, at, field, event.clipboardData.getData('text/plain'));
    if (!pasted) return;
    event.preventDefault();
    setTyped(Object.fromEntries(shown.map(({ cause }, index) => [cause, pasted.lines[index] ?? emptyTypedProduct])));
    if (pasted.left > 0) show({ tone: 'warning', text: t('products.pasteLeft', { count: pasted.left }) });
  };
  const exportSheet = async (): Promise<void> => {
    const answer = await run('product.exportUnmapped', { batchId });
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('products.exported', { count: answer.value.count, name: answer.value.fileName }) });
  };
  if (unmapped.length === 0) {
    return (
      <Callout tone="done" testId="all-mapped">
        ✓ {t('products.allMapped', { name: summary.file.name })}
      </Callout>
    );
  }
  return (
    <Section title={t('products.unmapped', { count: unmapped.length, name: summary.file.name })} testId="unmapped">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {t('products.unmapped.about')}
        </Text>
        <Button
          variant="default"
          size="compact-md"
          style={{ flexShrink: 0 }}
          disabled={busy !== null}
          data-testid="products-export"
          onClick={() => void exportSheet()}
        >
          {t('products.export')}
        </Button>
      </Group>
      <div ref={list} tabIndex={-1} className={classes.lines}>
        {shown.map((one, at) => (
          <UnmappedLine
            key={one.cause}
            unmapped={one}
            typed={typed[one.cause] ?? emptyTypedProduct}
            onTyped={(line) => setTyped((old) => ({ ...old, [one.cause]: line }))}
            onPaste={(event) => paste(event, at)}
            onProduct={(product) => void save(product, one.count)}
          >
            {one.suggestion && fixLabel(words, one.suggestion)}
          </UnmappedLine>
        ))}
      </div>
      {filled.length > 1 && (
        <Button
          size="compact-md"
          disabled={busy !== null}
          style={{ alignSelf: 'flex-end' }}
          data-testid="unmapped-save-all"
          onClick={() => void saveFilled()}
        >
          {t('products.saveAll', { count: filled.length })}
        </Button>
      )}
      {unmapped.length > mostShown && (
        <Text size="sm">{t('products.unmapped.more', { count: unmapped.length - mostShown })}</Text>
      )}
    </Section>
  );
}

interface UnmappedLineProps {
  readonly unmapped: UnmappedProductView;
  readonly typed: TypedProduct;
  readonly onTyped: (typed: TypedProduct) => void;
  /** A column of ids fills this line and those below. */
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onProduct: (product: Product) => void;
  /** The label of the button that takes the similar product. */
  readonly children: ReactNode;
}

function UnmappedLine({
  unmapped: { keyKind, key, count, suggestion },
  typed,
  onTyped,
  onPaste,
  onProduct,
  children,
}: UnmappedLineProps): ReactNode {
  const { t } = useWords();
  const { values } = parseTypedProduct(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (values !== null) onProduct({ keyKind, key, ...values });
  };
  const take = (): void => {
    if (suggestion)
      onProduct({
        keyKind,
        key,
        productId: suggestion.productId,
        variationId: suggestion.variationId,
        price: suggestion.price,
      });
  };
  return (
    <div className={classes.unmapped} data-testid="unmapped-product" data-key={key}>
      <div className={classes.key}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {key}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`field.product_${keyKind}`)} · {t('word.rows', { count })}
        </Text>
        {suggestion && (
          <FixButton variant="default" testId="near-use" onClick={take}>
            {children}
          </FixButton>
        )}
      </div>
      <form
        onSubmit={submit}
        onPaste={onPaste}
        aria-label={t('products.say', { key })}
        data-testid="product-answer"
        data-key={key}
      >
        <Group gap={6} align="flex-end" wrap="wrap">
          <ProductFields typed={typed} onTyped={onTyped} withPrice />
          <Button size="xs" type="submit" variant="light" disabled={values === null} data-testid="product-use">
            {t('products.use', { count })}
          </Button>
        </Group>
      </form>
    </div>
  );
}
