/** The form to add a product by hand. */
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import {
  foldProductKey,
  productKeyKinds,
  type ProductKeyKind,
  type Product,
} from '../../shared/domain/products/product.ts';
import { productText } from '../../shared/messages/product-text.ts';
import { useWords } from '../words/words.ts';
import { ProductFields } from './ProductFields.tsx';
import { emptyTypedProduct, parseTypedProduct } from './product-entry.ts';

interface NewProductProps {
  /** The table: a product that is in it would be changed, which is said before. */
  readonly products: readonly Product[];
  /** Resolves to whether the product was saved. */
  readonly onProduct: (product: Product) => Promise<boolean>;
}

export function NewProduct({ products, onProduct }: NewProductProps): ReactNode {
  const { t } = useWords();
  const [keyKind, setKeyKind] = useState<ProductKeyKind>('name');
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState(emptyTypedProduct);
  const field = useRef<HTMLInputElement>(null);
  const { values } = parseTypedProduct(typed);
  const folded = foldProductKey(keyKind, key);
  const known =
    folded === ''
      ? undefined
      : products.find((one) => one.keyKind === keyKind && foldProductKey(keyKind, one.key) === folded);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (values === null || key.trim() === '' || !(await onProduct({ keyKind, key: key.trim(), ...values }))) return;
    setKey('');
    setTyped(emptyTypedProduct);
    field.current?.focus();
  };
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={t('products.add')} data-testid="new-product">
      <Group gap={6} align="flex-end" wrap="wrap">
        <NativeSelect
          size="xs"
          w={160}
          label={t('products.kind')}
          value={keyKind}
          data={productKeyKinds.map((kind) => ({ value: kind, label: t(`field.product_${kind}`) }))}
          onChange={(event) => setKeyKind(event.currentTarget.value === 'code' ? 'code' : 'name')}
          data-testid="new-kind"
        />
        <TextInput
          ref={field}
          size="xs"
          style={{ flex: '1 1 200px' }}
          label={t(`field.product_${keyKind}`)}
          maxLength={1000}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          data-testid="new-key"
        />
        <ProductFields typed={typed} onTyped={setTyped} withPrice />
        <Button
          size="xs"
          type="submit"
          variant="light"
          disabled={values === null || key.trim() === ''}
          data-testid="new-add"
        >
          {t(known ? 'products.save' : 'products.add')}
        </Button>
      </Group>
      {known && (
        <Text size="sm" mt={4} c="var(--look-at-it-text)" role="status" data-testid="new-known">
          {t('products.add.known', { key: known.key })} {productText(t, known)}
          {values === null ? '' : ` → ${productText(t, values)}`}
        </Text>
      )}
    </form>
  );
}
