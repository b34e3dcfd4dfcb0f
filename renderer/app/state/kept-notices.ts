/** Which notices go with the screen that they are about. */
import type { ShownNotice } from './notices.tsx';

/** ms; what was said while one screen gave way to the next belongs to the next. */
const JUST_NOW = 1500;

/**
 * The notices that stay when another screen or file is shown: good news, which goes by itself, what is about no screen, and
 * what opening a file has just said. @param now ms since 1970
 */
export function keptOnLeaving<N extends Pick<ShownNotice, 'tone' | 'at' | 'stays' | 'ofOpening'>>(
  shown: readonly N[],
  now: number,
): N[] {
  return shown.filter(
    ({ stays, tone, at, ofOpening }) =>
      stays === true || tone === 'done' || (ofOpening === true && now - at < JUST_NOW),
  );
}
