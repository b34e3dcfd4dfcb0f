// What is left out of the bundled app: the parts of exceljs that read files (the app only writes with it, and its readers
// bring a tree of packages that nobody looks after any more), and what libraries look for in other surroundings. Tests and
// bench run the whole libraries.
const READERS = /\/exceljs\/lib\/(?:csv\/csv|stream\/xlsx\/workbook-reader)(?:\.js)?$/;

/** Packages, by the one that needs them, that are not in the app; no notice is owed for them. */
export const LEFT_OUT_OF = {
  debug: ['supports-color'],
  exceljs: ['dayjs', 'fast-csv', 'tmp', 'unzipper'],
  pg: ['pg-cloudflare'],
};

const EMPTY = '\0left-out';

/** The name of the package that a module belongs to; undefined: it is our own. */
const packageOf = (id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

/** A plugin of the bundler: such a module is empty. The build ends with an error if one comes in all the same. */
export function leaveOut() {
  const leftOut = new Set(Object.values(LEFT_OUT_OF).flat());
  return {
    name: 'leave-out',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const dependent = packageOf(importer ?? '');
      if (!(dependent in LEFT_OUT_OF)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && (READERS.test(found.id) || leftOut.has(packageOf(found.id))) ? EMPTY : found;
    },
    load: (id) => (id === EMPTY ? 'module.exports = class {};' : null),
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const brought = modules.filter((id) => leftOut.has(packageOf(id)));
      if (brought.length > 0) throw new Error(`The app would ship:\n${brought.join('\n')}`);
    },
  };
}
