/** Loads the library that writes workbooks. It is large, so it is loaded only when one is written. */
import type ExcelJS from 'exceljs';

export async function loadExcelJs(): Promise<typeof ExcelJS> {
  return (await import('exceljs')).default;
}
