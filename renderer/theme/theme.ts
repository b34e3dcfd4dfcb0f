/** Mantine's theme, and the few CSS variables that it lacks. Colours of both schemes keep WCAG AA contrast. */
import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core';

const fontFamily = "'Segoe UI', 'Noto Sans', system-ui, sans-serif";

/** Buttons without a border must still look like something to click, in both schemes. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const accent = input.color === undefined || input.color === 'blue';
  if (!accent) return colors;
  if (input.variant === 'subtle') return { ...colors, color: 'var(--sending-text)', hover: 'var(--sending-tint)' };
  if (input.variant === 'light')
    return {
      ...colors,
      color: 'var(--sending-text)',
      background: 'var(--sending-tint)',
      hover: 'var(--sending-tint)',
      border: '1px solid var(--sending-solid)',
    };
  return colors;
};

export const theme = createTheme({
  fontFamily,
  headings: { fontFamily, fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  primaryColor: 'blue',
  variantColorResolver: variantColors,
  // Mantine's own shade 6 is too light for white text on it.
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // Without the placeholder the first item gets the focus, and the menu has no element that is not an item.
    Menu: { defaultProps: { transitionProps: { duration: 100 }, withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 100 } } },
  },
});

/** Mantine's dimmed and placeholder greys miss AA on white. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59616b',
    '--mantine-color-placeholder': '#6b7280',
    '--mantine-color-error': '#b42318',
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb5',
    '--mantine-color-placeholder': '#98a0aa',
    '--mantine-color-error': '#ff8a80',
  },
});
