/** Handles the calls about what an office without a team carries to another computer. */
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type OfficeHandlers = Pick<Handlers, Extract<keyof Handlers, `office.${string}`>>;

export function officeHandlers(context: AppContext): OfficeHandlers {
  const { ledger, store } = context.threads;
  return {
    'office.chooseFolder': async () => {
      const copyFolder = await context.chooseFolder();
      if (copyFolder === null) return { fileName: null };
      const fileName = await ledger.saveOffice(copyFolder);
      await store.settings.set({ copyFolder });
      return { fileName };
    },
    'office.saveNow': async () => {
      const { copyFolder } = await context.settings();
      return { fileName: copyFolder === null ? null : await ledger.saveOffice(copyFolder) };
    },
    'office.stopSaving': async () => {
      await store.settings.set({ copyFolder: null });
      return {};
    },
    'office.look': async () => {
      const file = await context.chooseFile({
        name: (await context.translator())('office.title'),
        extensions: ['office'],
      });
      return file === null ? null : ledger.lookAtOffice(file);
    },
    'office.take': async ({ theirs }) => {
      await ledger.takeOffice(theirs, (await context.translator())('shop.first'));
      return {};
    },
  };
}
