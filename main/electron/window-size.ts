/** How large the window opens: a laptop of 1366×768 at 150 % has 911×487 for it, less than the window likes to have. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

const wanted: Size = { width: 1366, height: 768 };
const least: Size = { width: 900, height: 560 };

/** In the screen's own units (px divided by its scaling), for what of the screen no taskbar covers. */
export function windowSize({ width, height }: Size): Size & { readonly minWidth: number; readonly minHeight: number } {
  return {
    width: Math.min(wanted.width, width),
    height: Math.min(wanted.height, height),
    minWidth: Math.min(least.width, width),
    minHeight: Math.min(least.height, height),
  };
}
