/** One product of the table: edited in place, removed after a confirmation. */
import { Button, Group } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Product } from '../../shared/domain/products/product.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useFocusOnOpen } from '../app/state/use-focus.ts';
import { useWords } from '../words/words.ts';
import { ProductFields } from './ProductFields.tsx';
import { parseTypedProduct, toTypedProduct } from './product-entry.ts';
import classes from './Products.module.css';

interface ProductLineProps {
  readonly product: Product;
  /** Resolves to whether the product was saved. */
  readonly onSave: (product: Product) => Promise<boolean>;
  readonly onRemove: (product: Product) => Promise<void>;
}

export function ProductLine({ product, onSave, onRemove }: ProductLineProps): ReactNode {
  const { t, formatCount } = useWords();
  const [act, setAct] = useState<'edit' | 'remove' | null>(null);
  const { keyKind, key, productId, variationId, price } = product;
  const name = (
    <th scope="row">
      {key} <span className={classes.kind}>{t(`field.product_${keyKind}`)}</span>
    </th>
  );
  if (act === 'edit') {
    return (
      <tr data-testid="product-line" data-key={key}>
        {name}
        <td colSpan={4}>
          <Correction product={product} onSave={onSave} onClose={() => setAct(null)} />
        </td>
      </tr>
    );
  }
  if (act === 'remove') {
    return (
      <tr data-testid="product-line" data-key={key}>
        {name}
        <td colSpan={4}>
          <Confirm
            question={t('products.remove.sure')}
            yes={t('start.remove.yes')}
            no={t('start.remove.no')}
            testId="product-remove"
            onYes={() => void onRemove(product)}
            onNo={() => setAct(null)}
          />
        </td>
      </tr>
    );
  }
  return (
    <tr data-testid="product-line" data-key={key}>
      {name}
      <td data-testid="product-line-id">{productId}</td>
      <td>{variationId ?? '–'}</td>
      <td>{price === null ? '–' : formatCount(price)}</td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('products.edit', { key })}
            data-testid="product-edit"
            onClick={() => setAct('edit')}
          >
            {t('products.edit.short')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('products.remove', { key })}
            data-testid="product-remove"
            onClick={() => setAct('remove')}
          >
            {t('start.remove.yes')}
          </Button>
        </Group>
      </td>
    </tr>
  );
}

interface CorrectionProps extends Pick<ProductLineProps, 'product' | 'onSave'> {
  readonly onClose: () => void;
}

function Correction({ product, onSave, onClose }: CorrectionProps): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState(() => toTypedProduct(product));
  const first = useFocusOnOpen<HTMLInputElement>();
  const { values } = parseTypedProduct(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (values !== null && (await onSave({ ...product, ...values }))) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('products.edit', { key: product.key })}>
      <Group gap={6} align="flex-end" wrap="wrap" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <ProductFields typed={typed} onTyped={setTyped} withPrice first={first} />
        <Button size="xs" type="submit" variant="light" disabled={values === null} data-testid="product-save">
          {t('products.save')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
