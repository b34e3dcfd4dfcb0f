/** Handles the calls about the month. */
import { app } from 'electron';
import path from 'node:path';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type MonthHandlers = Pick<Handlers, Extract<keyof Handlers, `month.${string}`>>;

export function monthHandlers(context: AppContext): MonthHandlers {
  const { month } = context.threads;
  return {
    'month.get': (query) => month.month(query),
    'month.orders': (query) => month.orders(query),
    'month.compare': async (query) => {
      const t = await context.translator();
      const file = await context.chooseFile({
        name: t('dialog.spreadsheets'),
        extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'xls', 'ods'],
      });
      return file === null ? null : month.compare(query, file);
    },
    'month.save': async (query) => {
      const t = await context.translator();
      const name = `${t('month.title')} ${query.from} – ${query.to}.xlsx`;
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), name), {
        name: t('dialog.excel'),
        extensions: ['xlsx'],
      });
      if (file === null) return { fileName: null };
      await month.save(query, file, t.language);
      return { fileName: path.basename(file) };
    },
  };
}
