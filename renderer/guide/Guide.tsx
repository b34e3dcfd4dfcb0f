/** The guide for operators, beside the work: opened at the section about the screen that is shown. */
import { Drawer, Image, List, Text, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { useSettings } from '../settings/settings-context.tsx';
import { useWords } from '../words/words.ts';
import { guidePlace } from './guide-place.ts';
import { parseGuide, type GuideBlock, type GuideSection } from './parse-guide.ts';

const texts = import.meta.glob<string>('../../docs/guide/*.md', { query: '?raw', import: 'default' });
const pictures = import.meta.glob<string>('../../docs/screenshots/*/{start,columns-questions,check,plan,report}.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

function Block({ block }: { readonly block: GuideBlock }): ReactNode {
  switch (block.kind) {
    case 'picture':
      return (
        <Image
          src={pictures[block.file.replace('../', '../../docs/')]}
          alt={block.about}
          my="xs"
          // As all pictures of the window are: the place to open at does not move while they load.
          style={{ aspectRatio: '1366 / 768', border: '1px solid var(--line)', borderRadius: 4 }}
        />
      );
    case 'steps':
      return (
        <List type="ordered" size="sm" spacing={6} my="xs">
          {block.steps.map((step) => (
            <List.Item key={step}>{step}</List.Item>
          ))}
        </List>
      );
    case 'text':
      return (
        <Text size="sm" my="xs">
          {block.text}
        </Text>
      );
  }
}

function reveal(section: HTMLElement | null): void {
  section?.scrollIntoView();
}

export function Guide({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }): ReactNode {
  const { t } = useWords();
  const {
    settings: { language },
  } = useSettings();
  const place = guidePlace(useNavigation().location);
  const [sections, setSections] = useState<readonly GuideSection[]>([]);
  useEffect(() => {
    if (!opened) return;
    void texts[`../../docs/guide/${language}.md`]?.().then((text) => setSections(parseGuide(text)));
  }, [opened, language]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={t('guide.title')}
      closeButtonProps={{ 'aria-label': t('app.dismiss') }}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      <div data-testid="guide">
        {sections.map(({ id, title, blocks }) => (
          <section
            key={id}
            ref={id === place ? reveal : undefined}
            data-testid={`guide-${id}`}
            data-current={id === place || undefined}
            style={{ scrollMarginTop: 64, marginBottom: 24 }}
          >
            <Title order={2} fz="md">
              {title}
            </Title>
            {blocks.map((block) => (
              <Block key={JSON.stringify(block)} block={block} />
            ))}
          </section>
        ))}
      </div>
    </Drawer>
  );
}
