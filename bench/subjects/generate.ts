/** Makes the files that are read. */
import { writeOrderFile, type FileKind } from '../order-files.ts';
import { numberOf, textOf, timed, type Subjects } from '../subject.ts';

export const subjects: Subjects = {
  orders: async (args) => {
    const { ms } = await timed(() => writeOrderFile(textOf(args, 'file'), textOf(args, 'kind') as FileKind, numberOf(args, 'rows')));
    return { ms };
  },
};
