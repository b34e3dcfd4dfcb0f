/** Subject: generates the files that the others read. */
import { writeOrderFile, type FileKind } from '../order-files.ts';
import { numberArgument, textArgument, timed, type Subjects } from '../subject.ts';

export const subjects: Subjects = {
  orders: async (args) => {
    const { ms } = await timed(() =>
      writeOrderFile(textArgument(args, 'file'), textArgument(args, 'kind') as FileKind, numberArgument(args, 'rows')),
    );
    return { ms };
  },
};
