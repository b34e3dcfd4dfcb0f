/** The notice bars at the top: failures and findings as sentences, each shown until it is closed. */
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { call } from '../client/call.ts';
import { useEvent } from '../client/use-event.ts';
import { textColor, tintColor, type Tone } from '../theme/state-look.ts';
import { updateSentence } from '../words/update-sentence.ts';
import { useWords } from '../words/words.ts';
import { noticeText, useNotices, type Notice } from './state/notices.tsx';

const looks: Readonly<Record<Notice['tone'], { readonly tone: Tone; readonly mark: string }>> = {
  error: { tone: 'not-done', mark: '✕' },
  warning: { tone: 'look-at-it', mark: '?' },
  done: { tone: 'done', mark: '✓' },
  info: { tone: 'sending', mark: 'i' },
};

export function NoticeBars(): ReactNode {
  const words = useWords();
  const { t } = words;
  const { shown, show, dismiss } = useNotices();
  // A look that failed is no news for somebody at work; the settings say it.
  useEvent('updates.changed', (state) => {
    if (state.status === 'announced' || state.status === 'ready')
      show({ tone: 'info', text: (words) => updateSentence(state, words) });
  });
  return (
    <section aria-label={t('app.messages')} aria-live="polite" data-testid="notices">
      {shown.map((notice) => {
        const { id, tone, action, supportCode } = notice;
        const look = looks[tone];
        return (
          <Group
            key={id}
            role={tone === 'error' ? 'alert' : 'status'}
            data-testid={`notice-${tone}`}
            wrap="nowrap"
            gap="sm"
            px="md"
            py={6}
            bg={tintColor(look.tone)}
            style={{ borderBottom: '1px solid var(--line)' }}
          >
            <Text span c={textColor(look.tone)} fw={700} aria-hidden>
              {look.mark}
            </Text>
            <Text size="sm" style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {noticeText(notice, words)}
            </Text>
            {supportCode !== undefined && <SupportCode code={supportCode} />}
            {action && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  action.run();
                  dismiss(id);
                }}
              >
                {action.label}
              </Button>
            )}
            <CloseButton
              size="sm"
              aria-label={t('app.dismiss')}
              data-testid="notice-dismiss"
              onClick={() => dismiss(id)}
            />
          </Group>
        );
      })}
    </section>
  );
}

/** The code of a failure, and the button that copies it with the version for those who help. */
function SupportCode({ code }: { readonly code: string }): ReactNode {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const info = await call('app.getInfo', {});
    const about = info.ok ? `Order Importer ${info.value.version}, ${info.value.platform}` : 'Order Importer';
    await navigator.clipboard.writeText(`${about}: ${code}, ${new Date().toISOString()}`);
    setCopied(true);
  };
  return (
    <Group gap={6} wrap="nowrap">
      <Text span size="xs" c="dimmed" ff="monospace" data-testid="support-code">
        {code}
      </Text>
      <Button size="compact-xs" variant="subtle" data-testid="copy-support-code" onClick={() => void copy()}>
        {t(isCopied ? 'app.supportCode.copied' : 'app.supportCode.copy')}
      </Button>
    </Group>
  );
}
