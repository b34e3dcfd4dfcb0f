/** Finds the cell formats whose font is struck through. (ECMA-376 part 1, 18.8.22 and 18.4.10) */
import { isTrue, ownTags } from './xml-tags.ts';

/** 1 for each struck one, by index of the cell format (`cellXfs`); null where there is none, as in nearly all workbooks. */
export function readStruckFormats(xml: string): Uint8Array | null {
  // Without such a tag there is nothing to look for.
  if (!/<(?:[^\s<>:]+:)?strike[\s/>]/.test(xml)) return null;
  const struckFonts: boolean[] = [];
  const fontIds: number[] = [];
  let part = '';
  for (const { tag } of ownTags(xml)) {
    if (tag.name === 'fonts' || tag.name === 'cellXfs') part = tag.closing || tag.selfClosing ? '' : tag.name;
    else if (tag.closing) continue;
    else if (part === 'fonts' && tag.name === 'font') struckFonts.push(false);
    else if (part === 'fonts' && tag.name === 'strike')
      struckFonts[struckFonts.length - 1] = isTrue(tag.attributes.get('val') ?? '1');
    else if (part === 'cellXfs' && tag.name === 'xf') fontIds.push(Number(tag.attributes.get('fontId') ?? 0));
  }
  const struck = Uint8Array.from(fontIds, (id) => (struckFonts[id] === true ? 1 : 0));
  return struck.includes(1) ? struck : null;
}
