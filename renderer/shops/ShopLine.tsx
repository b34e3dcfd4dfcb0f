/** One shop in the list: its name, where its own numbers begin, the account that its orders must go to. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Shop } from '../../shared/domain/model/shop.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly shop: Shop;
  readonly removable: boolean;
  readonly onChanged: () => Promise<void>;
}

/** A whole number above 0, null where blank; undefined where it is neither. */
function numberIn(text: string): number | null | undefined {
  const plain = text.replaceAll(/\s/gu, '');
  if (plain === '') return null;
  const number = Number(plain);
  return Number.isInteger(number) && number > 0 && number <= 2_147_483_647 ? number : undefined;
}

export function ShopLine({ shop, removable, onChanged }: Props): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [act, setAct] = useState<'edit' | 'remove' | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await run('shop.remove', { id: shop.id });
    if (answer.ok) await onChanged();
  };
  if (act === 'remove') {
    return (
      <Confirm
        question={t('shops.remove.sure', { name: shop.name })}
        yes={t('shops.remove')}
        no={t('app.cancel')}
        busy={busy !== null}
        testId="shop-remove"
        onYes={() => void remove()}
        onNo={() => setAct(null)}
      />
    );
  }
  if (act === 'edit') {
    const done = async (): Promise<void> => {
      await onChanged();
      setAct(null);
    };
    return <ShopForm shop={shop} onDone={done} onClose={() => setAct(null)} />;
  }
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap" data-testid="shop-line" data-shop={shop.name}>
      <Text size="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <b>{shop.name}</b>
        {shop.account !== null && ` · ${t('shops.account.is', { account: String(shop.account) })}`}
        {shop.numberStart !== null && ` · ${t('shops.start.is', { start: String(shop.numberStart) })}`}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t('shops.change.of', { name: shop.name })}
          data-testid="shop-change"
          onClick={() => setAct('edit')}
        >
          {t('shops.change')}
        </Button>
        {removable && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t('shops.remove.of', { name: shop.name })}
            data-testid="shop-remove"
            onClick={() => setAct('remove')}
          >
            {t('shops.remove')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

interface FormProps {
  readonly shop: Shop;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

function ShopForm({ shop, onDone, onClose }: FormProps): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [name, setName] = useState(shop.name);
  const [account, setAccount] = useState(String(shop.account ?? ''));
  const [start, setStart] = useState(String(shop.numberStart ?? ''));
  const [accountIs, startIs] = [numberIn(account), numberIn(start)];
  const isValid = name.trim() !== '' && accountIs !== undefined && startIs !== undefined;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isValid || busy !== null) return;
    const change = { name: name.trim(), account: accountIs, numberStart: startIs };
    const answer = await run('shop.change', { id: shop.id, change });
    if (answer.ok) await onDone();
  };
  return (
    <form onSubmit={(event) => void save(event)} data-testid="shop-form">
      <Group gap="xs" grow align="flex-end" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <TextInput
          label={t('shops.add.name')}
          maxLength={60}
          value={name}
          data-testid="shop-form-name"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('shops.account')}
          inputMode="numeric"
          value={account}
          error={accountIs === undefined}
          data-testid="shop-form-account"
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <TextInput
          label={t('shops.start')}
          inputMode="numeric"
          value={start}
          error={startIs === undefined}
          data-testid="shop-form-start"
          onChange={(event) => setStart(event.currentTarget.value)}
        />
      </Group>
      <Group gap="xs" mt="xs" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <Button type="submit" size="compact-md" disabled={!isValid || busy !== null} data-testid="shop-form-save">
          {t('shops.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
