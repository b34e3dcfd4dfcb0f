/** The fields of a product: the WMS's id, its variation, and a price where the files give none. */
import { Group, TextInput } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { sentence } from '../../shared/messages/translator.ts';
import { useWords } from '../words/words.ts';
import { parseTypedProduct, type TypedProduct } from './product-entry.ts';

interface ProductFieldsProps {
  readonly typed: TypedProduct;
  readonly onTyped: (typed: TypedProduct) => void;
  readonly withPrice: boolean;
  readonly first?: RefObject<HTMLInputElement | null>;
}

const widths = { productId: 110, variationId: 110, price: 110 } as const;
const names = {
  productId: 'field.client_product_id',
  variationId: 'field.client_product_variation_id',
  price: 'field.price',
} as const;

export function ProductFields({ typed, onTyped, withPrice, first }: ProductFieldsProps): ReactNode {
  const { t } = useWords();
  const { errors } = parseTypedProduct(typed);
  const shown = withPrice ? (['productId', 'variationId', 'price'] as const) : (['productId', 'variationId'] as const);
  return (
    <Group gap={6} align="flex-start" wrap="wrap">
      {shown.map((field) => {
        const remark = errors[field];
        return (
          <TextInput
            key={field}
            ref={field === 'productId' ? first : undefined}
            size="xs"
            w={widths[field]}
            label={t(names[field])}
            inputMode="numeric"
            autoComplete="off"
            value={typed[field]}
            error={remark === undefined ? null : sentence(t, 'issue', remark.code, remark.params)}
            data-testid={`product-${field}`}
            data-fix={field === 'productId' || undefined}
            onChange={(event) => onTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        );
      })}
    </Group>
  );
}
