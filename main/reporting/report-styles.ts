/** Defines how the cells of report and template look. Each style is one object, so that the workbook holds it once. */
import type { AddWorksheetOptions, Fill, Style } from 'exceljs';
import type { Verdict } from '../../shared/domain/model/order-states.ts';

const font = { name: 'Calibri', size: 11 };

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Text, so that Excel changes nothing in ids, phones and dates. */
export const textStyle: Partial<Style> = { numFmt: '@', font };
export const headingStyle: Partial<Style> = {
  numFmt: '@',
  font: { ...font, bold: true },
  fill: fill('FFE8ECF2'),
  alignment: { vertical: 'top', wrapText: true },
};
/** Headings of the columns that the app added. */
export const addedHeadingStyle: Partial<Style> = { ...headingStyle, fill: fill('FFD6E4F7') };
export const practiceStyle: Partial<Style> = {
  numFmt: '@',
  font: { ...font, bold: true, color: { argb: 'FF7A4B00' } },
  fill: fill('FFFFE8BF'),
};
export const titleStyle: Partial<Style> = { numFmt: '@', font: { ...font, size: 16, bold: true } };
export const sectionStyle: Partial<Style> = { numFmt: '@', font: { ...font, bold: true, color: { argb: 'FF44546A' } } };
export const wrappedStyle: Partial<Style> = { ...textStyle, alignment: { vertical: 'top', wrapText: true } };
export const exampleStyle: Partial<Style> = {
  numFmt: '@',
  font: { ...font, italic: true, color: { argb: 'FF7F7F7F' } },
};

/**
 * How a sheet prints: on A4, all columns on one page's width, the rows up to the headings on every page, pages numbered.
 * @param headingRow the row of the headings, from 1; 0: there are none
 */
export function printedOnA4(headingRow: number): Pick<AddWorksheetOptions, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 9, // A4
      orientation: headingRow > 0 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(headingRow > 0 ? { printTitlesRow: `1:${headingRow}` } : {}),
    },
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  };
}

/** The colour goes with the word, never instead of it. */
export const verdictStyles: Readonly<Record<Verdict, Partial<Style>>> = {
  done: { numFmt: '@', font: { ...font, color: { argb: 'FF14532D' } }, fill: fill('FFDCF3E1') },
  notDone: { numFmt: '@', font: { ...font, color: { argb: 'FF7F1D1D' } }, fill: fill('FFFBE0DF') },
  lookAtIt: { numFmt: '@', font: { ...font, color: { argb: 'FF6B4A00' } }, fill: fill('FFFFEFC7') },
  leftOut: { numFmt: '@', font: { ...font, color: { argb: 'FF4B5563' } }, fill: fill('FFECEEF1') },
  open: { numFmt: '@', font: { ...font, color: { argb: 'FF1E3A6E' } }, fill: fill('FFE1EBFA') },
};
