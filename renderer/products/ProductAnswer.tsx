/** The form for «this name is product 17», which then holds for all rows and all files that go to this server. */
import { Button, Group } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Product, ProductKey } from '../../shared/domain/products/product.ts';
import { useFocusOnOpen } from '../app/state/use-focus.ts';
import { baseLocation, useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { ProductFields } from './ProductFields.tsx';
import { emptyTypedProduct, parseTypedProduct } from './product-entry.ts';

interface ProductAnswerProps {
  readonly product: ProductKey;
  /** Number of rows that the answer settles. */
  readonly count: number;
  /** The operator opened the form: its first field takes the focus. */
  readonly opened?: boolean;
  readonly onProduct: (product: Product) => void;
}

export function ProductAnswer({ product, count, opened = false, onProduct }: ProductAnswerProps): ReactNode {
  const { t } = useWords();
  const [typed, setTyped] = useState(emptyTypedProduct);
  const first = useFocusOnOpen<HTMLInputElement>(opened);
  const { values } = parseTypedProduct(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (values !== null) onProduct({ keyKind: product.keyKind, key: product.key, ...values });
  };
  return (
    <form
      onSubmit={submit}
      style={{ marginTop: 6 }}
      aria-label={t('products.say', { key: product.key })}
      data-testid="product-answer"
      data-key={product.key}
    >
      <Group gap={6} align="flex-end" wrap="wrap">
        <ProductFields typed={typed} onTyped={setTyped} withPrice={false} first={first} />
        <Button size="xs" type="submit" variant="light" disabled={values === null} data-testid="product-use">
          {t('products.use', { count })}
        </Button>
      </Group>
      <Offers product={product} onProduct={onProduct} />
    </form>
  );
}

/** What other shops call by this name: only offered, with the shop's name. */
function Offers({ product, onProduct }: Pick<ProductAnswerProps, 'product' | 'onProduct'>): ReactNode {
  const { location } = useNavigation();
  const batch = baseLocation(location);
  return batch.screen === 'batch' ? (
    <OffersOfBatch batchId={batch.batchId} product={product} onProduct={onProduct} />
  ) : null;
}

function OffersOfBatch({
  batchId,
  product: { keyKind, key },
  onProduct,
}: Pick<ProductAnswerProps, 'product' | 'onProduct'> & { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { value: offers } = useChannelQuery('product.listOffers', { batchId, keyKind, key });
  return offers?.map(({ shop, product }) => (
    <Button
      key={shop}
      mt={6}
      size="compact-sm"
      h="auto"
      py={4}
      styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
      variant="default"
      data-testid="product-offer"
      onClick={() => onProduct(product)}
    >
      {t(product.variationId === null ? 'products.offer' : 'products.offer.variation', {
        shop,
        product: String(product.productId),
        variation: String(product.variationId),
      })}
    </Button>
  ));
}
