/** The `check` command reads a file and prints its orders and issues. It reads the ledger and writes nothing but `--payloads`. */
import { once } from 'node:events';
import type { Translator } from '../../../shared/messages/translator.ts';
import { isWareColumn } from '../../../shared/domain/model/mapping.ts';
import { columnWord } from '../../../shared/messages/column-word.ts';
import type { Batch } from '../../engine/batch.ts';
import type { IssueJson } from '../../engine/views/check-json.ts';
import { sheetsName } from '../../../shared/domain/model/file-part.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { resolveServer } from '../../services/resolve-server.ts';
import { withExistingStore } from '../home-store.ts';
import { openSender } from '../terminal-run.ts';
import { exitStatusOfCheck } from '../exit-status.ts';
import { groupSimilarIssues, issueLine } from '../issue-lines.ts';
import { resolveFile, openFile, resolveProfile } from '../open-file.ts';
import { printJson } from '../json-output.ts';
import { otherShopsJson, otherShopsProducts, sayOtherShopsProducts } from '../other-shops-products.ts';
import { readOnlyStore } from '../read-only-store.ts';
import { shopOption, unsureShop } from '../shop-option.ts';
import type { FileOptions } from '../open-file.ts';
import type { CommandContext } from '../context.ts';
import { connectTeam, openCommandTeam, teamJson, type TeamOption } from '../team-option.ts';
import type { Terminal } from '../terminal.ts';

/** Writes the exact body of every ready order, one a line. @throws FailureError those of {@link replaceFile} */
function writePayloads(batch: Batch, file: string): Promise<number> {
  return replaceFile(file, async (out) => {
    let count = 0;
    for (const body of batch.payloads()) {
      if (!out.write(`${body}\n`)) await once(out, 'drain');
      count++;
    }
    return count;
  });
}

const mostIssuesShown = 200;
function printCheckResult(batch: Batch, issues: Iterable<IssueJson>, terminal: Terminal, translate: Translator): void {
  const { file, counts } = batch.summary();
  terminal.print(
    translate('cli.check.file', {
      name: file.name,
      format: file.format,
      sheet: file.together.length > 0 ? sheetsName(file.together) : file.sheet,
      row: file.headerRow ?? 0,
      rows: file.rows,
    }),
  );
  for (const column of batch.columns().columns) {
    terminal.print(
      translate('cli.check.column', {
        column: column.letters,
        heading: column.heading,
        field: columnWord(translate, { field: column.field, isWare: isWareColumn(column) }),
      }),
    );
  }
  const { said, more } = groupSimilarIssues(issues, mostIssuesShown);
  for (const alike of said) terminal.print(issueLine(alike, translate));
  if (more > 0) terminal.print(translate('cli.check.more', { count: more }));
  terminal.print(
    translate('cli.check.orders', {
      total: counts.total,
      ready: counts.ready,
      withErrors: counts.withErrors,
      alreadySent: counts.alreadySent,
      duplicate: counts.duplicate,
    }),
  );
}

export async function checkFile(
  context: CommandContext,
  file: string,
  options: FileOptions & TeamOption & { readonly payloads?: string; readonly json?: boolean },
): Promise<number> {
  const { home, translate, terminal } = context;
  return withExistingStore(home, async (store) => {
    const team = store && (await openCommandTeam(store, options, context));
    if (store) openSender(store, context, team);
    await connectTeam(team, context);
    await team?.close();
    // Which ledger counts: the profile's server, else the one in the settings.
    const profile = (await resolveProfile(options.profile, store, shopOption(options, store)))?.profile;
    const settings = store?.settings.get();
    const address = profile?.server ?? (settings && !settings.practice ? settings.server : null);
    const server = address ? (await resolveServer(address)).identity : null;
    const { batch } = await openFile(
      await resolveFile(file, options.member),
      options,
      context,
      store,
      server,
      undefined,
      store && readOnlyStore(store),
    );
    if (options.payloads !== undefined) {
      const count = await writePayloads(batch, options.payloads);
      if (!options.json) terminal.printNotice(translate('cli.payloads.saved', { count, file: options.payloads }));
    }
    const shops = store?.shops.list() ?? [];
    const shop = shops.find(({ id }) => id === batch.shop)?.name ?? '';
    if (batch.shop === null && (shops.length > 1 || batch.shopHints.removedShop !== null) && !options.json)
      terminal.printNotice(translate('cli.check.shopUnsure', unsureShop(store, batch.shopHints.removedShop)));
    const { counts, file: shown } = batch.summary();
    const { name, format, encoding, delimiter, sheet, sheets, together, tables, range, pair, headerRow } = shown;
    const { issues, ...result } = batch.checkJson(translate);
    const ofOthers = await otherShopsProducts(batch, store, server);
    if (options.json)
      await printJson(
        terminal,
        {
          file: {
            name,
            format,
            encoding,
            delimiter,
            sheet,
            sheets: sheets.map((one) => ({ name: one.name, hidden: one.hidden })),
            ...(together.length > 0 ? { together } : {}),
            ...(tables.length > 1 ? { tables, range } : {}),
            ...(pair === null ? {} : { pair }),
            headerRow,
          },
          ...(shops.length > 1 ? { shop: shop === '' ? null : shop } : {}),
          ...result,
        },
        { name: 'issues', elements: issues },
        { ...otherShopsJson(ofOthers), ...(store ? teamJson(store, team) : {}) },
      );
    else {
      if (shops.length > 1 && shop !== '') terminal.print(translate('cli.check.shop', { shop }));
      printCheckResult(batch, issues, terminal, translate);
      sayOtherShopsProducts(ofOthers, context);
    }
    return exitStatusOfCheck(counts);
  });
}
