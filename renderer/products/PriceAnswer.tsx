/** The form for the price of a product that has none, neither in the file nor in the product table: it is kept there. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { sentence } from '../../shared/messages/translator.ts';
import type { Product } from '../../shared/domain/products/product.ts';
import { useWords } from '../words/words.ts';
import { parseTypedProduct, toTypedProduct } from './product-entry.ts';

interface PriceAnswerProps {
  readonly product: Product;
  /** Number of rows that the answer settles. */
  readonly count: number;
  readonly onProduct: (product: Product) => void;
}

export function PriceAnswer({ product, count, onProduct }: PriceAnswerProps): ReactNode {
  const { t } = useWords();
  const id = useId();
  const [price, setPrice] = useState('');
  const { values, errors } = parseTypedProduct({ ...toTypedProduct(product), price });
  const isGiven = values !== null && values.price !== null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isGiven) onProduct({ ...product, price: values.price });
  };
  return (
    <form
      onSubmit={submit}
      style={{ marginTop: 6 }}
      aria-label={t('products.price.say', { key: product.key })}
      data-testid="price-answer"
      data-key={product.key}
    >
      <Group gap={6} align="flex-end" wrap="wrap">
        <TextInput
          size="xs"
          w={130}
          label={t('products.price')}
          inputMode="numeric"
          autoComplete="off"
          value={price}
          error={errors.price !== undefined}
          aria-describedby={errors.price === undefined ? undefined : id}
          data-testid="price-text"
          data-fix
          onChange={(event) => setPrice(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" variant="light" disabled={!isGiven} data-testid="price-use">
          {t('products.use', { count })}
        </Button>
      </Group>
      {errors.price === undefined ? null : (
        <Text id={id} size="xs" c="var(--not-done-text)" mt={4} role="status">
          {sentence(t, 'issue', errors.price.code, errors.price.params)}
        </Text>
      )}
    </form>
  );
}
