/** Opens files that are dropped anywhere in the window, on every screen. */
import { Center, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { useFileOpener } from './state/file-opener.tsx';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

export function DropTarget(): ReactNode {
  const { t } = useWords();
  const { openDropped } = useFileOpener();
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void openDropped(files);
  });
  useEffect(() => {
    const hover = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another inside the page has a related target; leaving the window has none.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => dropped(event);
    window.addEventListener('dragenter', hover);
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', hover);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <Center
      data-testid="drop-anywhere"
      pos="fixed"
      inset={0}
      style={{
        zIndex: 400,
        pointerEvents: 'none',
        background: 'color-mix(in srgb, var(--surface) 80%, transparent)',
        outline: '3px dashed var(--sending-solid)',
        outlineOffset: -12,
      }}
    >
      <Text size="xl" fw={600}>
        {t('app.dropAnywhere')}
      </Text>
    </Center>
  );
}
