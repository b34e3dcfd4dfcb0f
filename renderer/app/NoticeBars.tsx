/** The newest notice, over the page: a failure or a finding as a sentence. One is shown at a time. */
import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { call } from '../client/call.ts';
import { useEvent } from '../client/use-event.ts';
import { textColor, tintColor, type Tone } from '../theme/state-look.ts';
import { updateSentence } from '../words/update-sentence.ts';
import { useWords } from '../words/words.ts';
import classes from './App.module.css';
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
      show({ tone: 'info', stays: true, text: (words) => updateSentence(state, words) });
  });
  const notice = shown.at(-1);
  const look = notice && looks[notice.tone];
  return (
    <section
      aria-label={t('app.messages')}
      aria-live="polite"
      className={notice && classes['notice']}
      data-testid="notices"
    >
      {notice && look ? (
        <Group
          key={notice.id}
          role={notice.tone === 'error' ? 'alert' : 'status'}
          data-testid={`notice-${notice.tone}`}
          wrap="nowrap"
          gap="sm"
          px="md"
          py={8}
          bg={tintColor(look.tone)}
          style={{ borderRadius: 6 }}
        >
          <Text span c={textColor(look.tone)} fw={700} aria-hidden>
            {look.mark}
          </Text>
          <Text size="sm" style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {noticeText(notice, words)}
          </Text>
          {notice.supportCode !== undefined && <SupportCode key={notice.id} code={notice.supportCode} />}
          {notice.action && (
            <Button
              size="compact-sm"
              variant="default"
              style={{ flexShrink: 0 }}
              onClick={() => {
                notice.action?.run();
                dismiss(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          )}
          {shown.length > 1 && (
            <Text size="xs" c="dimmed" style={{ flexShrink: 0 }} data-testid="notices-more">
              {t('app.moreMessages', { count: shown.length - 1 })}
            </Text>
          )}
          <CloseButton
            size="sm"
            aria-label={t('app.dismiss')}
            data-testid="notice-dismiss"
            onClick={() => dismiss(notice.id)}
          />
        </Group>
      ) : null}
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
      <Text span size="xs" ff="monospace" data-testid="support-code">
        {code}
      </Text>
      <Button size="compact-sm" variant="default" data-testid="copy-support-code" onClick={() => void copy()}>
        {t(isCopied ? 'app.supportCode.copied' : 'app.supportCode.copy')}
      </Button>
    </Group>
  );
}
