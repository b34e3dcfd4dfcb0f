/** The button that leads to the product table from a problem that has to be put right there. */
import type { ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { FixButton } from '../review/panel/FixButton.tsx';
import { useWords } from '../words/words.ts';

export function TableLink(): ReactNode {
  const { t } = useWords();
  const { goToProducts } = useNavigation();
  return (
    <div style={{ marginTop: 4 }}>
      <FixButton variant="default" testId="open-product-table" onClick={goToProducts}>
        {t('products.toTable')}
      </FixButton>
    </div>
  );
}
