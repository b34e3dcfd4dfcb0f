/** The line at the top: file, step, server, language, settings. */
import { ActionIcon, Button, Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useBatch } from '../client/use-batch.ts';
import { BoxIcon, FilesIcon, GearIcon } from '../theme/icons.tsx';
import { ShopChip } from '../shops/ShopChip.tsx';
import { TeamChip } from '../team/TeamChip.tsx';
import { useWords } from '../words/words.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { OperatorMenu } from './OperatorMenu.tsx';
import { baseLocation, useNavigation } from './state/navigation.tsx';
import { ServerChip } from './ServerChip.tsx';
import { StepLine } from './StepLine.tsx';
import classes from './TopLine.module.css';

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function FileName({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { summary } = useBatch(batchId);
  const name = summary?.file.name ?? '';
  useTitle(name ? `${name} – ${t('app.name')}` : t('app.name'));
  return (
    <>
      {summary?.shop ? <ShopChip batchId={batchId} shop={summary.shop} /> : null}
      <Text size="sm" fw={600} truncate title={name} data-testid="file-name">
        {name}
      </Text>
    </>
  );
}

function AppName(): ReactNode {
  const { t } = useWords();
  useTitle(t('app.name'));
  return (
    <Text size="sm" fw={600} truncate>
      {t('app.name')}
    </Text>
  );
}

export function TopLine({ onHelp }: { readonly onHelp: () => void }): ReactNode {
  const { t } = useWords();
  const { location, goToFiles, goToProducts, goToSettings } = useNavigation();
  const batch = baseLocation(location);
  return (
    <header className={classes['line']}>
      <Group gap={4} wrap="nowrap" miw={0}>
        <Tooltip label={t('app.files')}>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            size="compact-md"
            px={8}
            aria-label={t('app.files')}
            data-testid="go-to-files"
            onClick={goToFiles}
          >
            <FilesIcon />
          </Button>
        </Tooltip>
        {batch.screen === 'batch' ? <FileName batchId={batch.batchId} /> : <AppName />}
      </Group>
      {/* The columns and check screens have no room for a heading of their own. */}
      {location.screen === 'batch' && (location.step === 'columns' || location.step === 'check') && (
        <VisuallyHidden component="h1">{t(`step.${location.step}`)}</VisuallyHidden>
      )}
      <StepLine />
      <Group gap={4} wrap="nowrap" justify="flex-end" miw={0}>
        <ServerChip />
        <TeamChip />
        <OperatorMenu />
        <LanguageMenu />
        <Tooltip label={t('guide.open')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="md"
            aria-label={t('guide.open')}
            data-testid="open-guide"
            onClick={onHelp}
          >
            <span aria-hidden style={{ fontWeight: 700 }}>
              ?
            </span>
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('app.products')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="md"
            aria-label={t('app.products')}
            aria-current={location.screen === 'products' ? 'page' : undefined}
            data-testid="go-to-products"
            onClick={goToProducts}
          >
            <BoxIcon />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('app.settings')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="md"
            aria-label={t('app.settings')}
            aria-current={location.screen === 'settings' ? 'page' : undefined}
            data-testid="go-to-settings"
            onClick={goToSettings}
          >
            <GearIcon />
          </ActionIcon>
        </Tooltip>
      </Group>
    </header>
  );
}
