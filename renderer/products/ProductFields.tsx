/** The fields of a product: the WMS's id, its variation, and a price where the files give none. */
import { Group, Text, TextInput } from '@mantine/core';
import { useId, type ReactNode, type RefObject } from 'react';
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
  const id = useId();
  const { errors } = parseTypedProduct(typed);
  const shown = withPrice ? (['productId', 'variationId', 'price'] as const) : (['productId', 'variationId'] as const);
  // Under a narrow field the sentence would be six lines of two words.
  const remarks = shown.flatMap((field) => {
    const remark = errors[field];
    return remark === undefined ? [] : [{ field, text: sentence(t, 'issue', remark.code, remark.params) }];
  });
  return (
    <div>
      <Group gap={6} align="flex-start" wrap="wrap">
        {shown.map((field) => (
          <TextInput
            key={field}
            ref={field === 'productId' ? first : undefined}
            size="xs"
            w={widths[field]}
            label={t(names[field])}
            inputMode="numeric"
            autoComplete="off"
            value={typed[field]}
            error={errors[field] !== undefined}
            aria-describedby={errors[field] === undefined ? undefined : `${id}-${field}`}
            data-testid={`product-${field}`}
            data-fix={field === 'productId' || undefined}
            onChange={(event) => onTyped({ ...typed, [field]: event.currentTarget.value })}
          />
        ))}
      </Group>
      {remarks.map(({ field, text }) => (
        <Text key={field} id={`${id}-${field}`} size="xs" c="var(--not-done-text)" mt={4} role="status">
          {text}
        </Text>
      ))}
    </div>
  );
}
