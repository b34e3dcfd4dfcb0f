/** The library that writes workbooks. It is large, and loaded only when one is written: nobody's start waits for it. */
import type ExcelJS from 'exceljs';

export async function loadExcelJs(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default;
}
