/** The window's root component: providers for settings, words and theme; the top line, the notice bars, the current screen. */
import { Button, MantineProvider, Stack, Text } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/result.ts';
import { SettingsProvider, useSettings } from '../settings/settings-context.tsx';
import { StartScreen } from '../start/StartScreen.tsx';
import { cssVariables, theme } from '../theme/theme.ts';
import { loadWords, wordsOf, WordsContext, type Words } from '../words/words.ts';
import classes from './App.module.css';
import { BatchBars } from './BatchBars.tsx';
import { DropTarget } from './DropTarget.tsx';
import { NavigationProvider, placeKey, useNavigation, type AppLocation } from './state/navigation.tsx';
import { PasteTarget } from './PasteTarget.tsx';
import { NoticeBars } from './NoticeBars.tsx';
import { NoticesProvider } from './state/notices.tsx';
import { FileOpenerProvider } from './state/file-opener.tsx';
import { ReadingBar } from './ReadingBar.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { TopLine } from './TopLine.tsx';
import { useFocusOnScreenChange } from './state/use-focus.ts';
import { useLazyScreens, type LazyScreens } from './state/use-lazy-screens.ts';
import { useServer } from './state/use-server.ts';

function Screen({ place, later }: { readonly place: AppLocation; readonly later: LazyScreens }): ReactNode {
  if (place.screen === 'start') return <StartScreen />;
  if (later === 'broken') throw new Error('The later screens could not be loaded.');
  if (!later) return null;
  switch (place.screen) {
    case 'settings':
      return <later.SettingsScreen />;
    case 'queue':
      return <later.QueueScreen />;
    case 'products':
      return <later.ProductsScreen />;
    case 'batch':
      return <later.BatchFrame place={place} />;
  }
}

function Frame(): ReactNode {
  const { practice } = useServer();
  const { location } = useNavigation();
  const later = useLazyScreens();
  const [guide, setGuide] = useState(false);
  const key = placeKey(location);
  const screen = useFocusOnScreenChange(key);
  return (
    <div className={classes['frame']} data-practice={practice || undefined}>
      <TopLine onHelp={() => setGuide(true)} />
      {location.screen === 'batch' ? <BatchBars key={location.batchId} batchId={location.batchId} /> : null}
      <div ref={screen} className={classes['screen']} tabIndex={-1}>
        {/* The key resets the boundary: going elsewhere is another try. */}
        <ScreenBoundary key={key}>
          <Screen place={location} later={later} />
        </ScreenBoundary>
      </div>
      {later && later !== 'broken' ? <later.PinPrompt /> : null}
      {later && later !== 'broken' ? <later.TeamOfferPrompt /> : null}
      {later && later !== 'broken' ? <later.Guide opened={guide} onClose={() => setGuide(false)} /> : null}
      <div className={classes['floating']}>
        <ReadingBar />
        <NoticeBars />
      </div>
      <DropTarget />
      <PasteTarget />
    </div>
  );
}

/** Applies language and theme as soon as the settings change. */
function AppearanceProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { settings } = useSettings();
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const words = wordsOf(settings.language);
  useEffect(() => {
    document.documentElement.lang = words.t.locale;
  }, [words]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={settings.theme === 'system' ? system : settings.theme}
    >
      <WordsContext value={words}>{children}</WordsContext>
    </MantineProvider>
  );
}

/** ms; a start that takes no longer shows no message. */
const usualStart = 500;

/** Shown until the settings have come. Their language is not known yet: a slow or failed start is explained in the default one. */
function BeforeSettings({
  failure,
  retry,
}: {
  readonly failure: Failure | null;
  readonly retry: () => void;
}): ReactNode {
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    const speaking = setTimeout(() => void loadWords('uz').then(setWords), failure ? 0 : usualStart);
    return () => clearTimeout(speaking);
  }, [failure]);
  if (!words) return null;
  const { t, failureSentence } = words;
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Stack align="flex-start" p="lg" gap="sm">
        <Text>{failure ? failureSentence(failure) : t('app.starting')}</Text>
        {failure && <Button onClick={retry}>{t('app.tryAgain')}</Button>}
      </Stack>
    </MantineProvider>
  );
}

const beforeSettings = (failure: Failure | null, retry: () => void): ReactNode => (
  <BeforeSettings failure={failure} retry={retry} />
);

export function App(): ReactNode {
  return (
    <SettingsProvider fallback={beforeSettings}>
      <AppearanceProvider>
        <NoticesProvider>
          <NavigationProvider>
            <FileOpenerProvider>
              <Frame />
            </FileOpenerProvider>
          </NavigationProvider>
        </NoticesProvider>
      </AppearanceProvider>
    </SettingsProvider>
  );
}
