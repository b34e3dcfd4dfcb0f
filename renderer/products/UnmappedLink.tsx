/** A link to the product table, shown if the file names products that are not in it. */
import type { ReactNode } from 'react';
import type { CauseView } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { FixButton } from '../review/panel/FixButton.tsx';
import { useWords } from '../words/words.ts';
import { unmappedProductsIn } from './unmapped-products.ts';

export function UnmappedLink({ causes }: { readonly causes: readonly CauseView[] }): ReactNode {
  const { t } = useWords();
  const { goToProducts } = useNavigation();
  const count = unmappedProductsIn(causes).length;
  if (count === 0) return null;
  return (
    <div style={{ marginBottom: 10 }}>
      <FixButton variant="light" testId="open-products" onClick={goToProducts}>
        {t('products.open', { count })}
      </FixButton>
    </div>
  );
}
