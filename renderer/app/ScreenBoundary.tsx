/** The error boundary of a screen: explains that it broke and offers to draw it again; the rest of the window stays usable. */
import { Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';

function Broken({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const { t } = useWords();
  return (
    <Stack component="main" align="flex-start" p="lg" gap="sm" role="alert" data-testid="screen-broken">
      <Text>{t('error.unexpected', { code: 'screen' })}</Text>
      <Button onClick={onAgain}>{t('app.tryAgain')}</Button>
    </Stack>
  );
}

interface Props {
  readonly children: ReactNode;
}

export class ScreenBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onAgain={() => this.setState({ broken: false })} /> : this.props.children;
  }
}
