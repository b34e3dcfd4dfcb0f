/** The `send` and `resume` commands send orders without asking anything: what a person must decide ends the run and is reported. */
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { SendingRules } from '../../../shared/domain/model/profile.ts';
import type { RunServer } from '../../../shared/domain/sending/run.ts';
import { FailureError } from '../../../shared/result.ts';
import { accessKeyOwner } from '../../../shared/domain/model/shop.ts';
import { fold } from '../../../shared/domain/values/fold.ts';
import { decidedShop, shopOfFileOption, shopOption } from '../shop-option.ts';
import { createReportSource, restOfFile, saveReport, shopNameOf } from '../../services/report-service.ts';
import { systemClock } from '../../ports.ts';
import type { Sender } from '../../sending/sender.ts';
import type { FileToRead } from '../../reading/read-file.ts';
import { readProductFile } from '../../services/product-service.ts';
import { environmentRoutes } from '../../sending/wms/proxy.ts';
import { resolveServer } from '../../services/resolve-server.ts';
import type { Store } from '../../store/store.ts';
import { exitStatus } from '../exit-status.ts';
import { demandPin, findBatch, withStore } from '../home-store.ts';
import { parseWholeNumber } from '../parse-number.ts';
import { resolveFile, resolveProfile } from '../open-file.ts';
import type { FileOptions } from '../open-file.ts';
import type { CommandContext } from '../context.ts';
import { connectToSend, openCommandTeam, teamJson, type AloneOption, type TeamOption } from '../team-option.ts';
import { teamNumbers } from '../../services/team-numbers.ts';
import type { TeamSession } from '../../team/session.ts';
import { otherShopsJson, otherShopsProducts, sayOtherShopsProducts } from '../other-shops-products.ts';
import { announceQueue, saveDayReport, saveShopReports } from '../several-files.ts';
import { openOrCreateBatch, shopOfFile } from '../stored-file.ts';
import { saveOfficeAfterRun } from './office.ts';
import { openStoredBatch } from './report.ts';
import { TerminalAccessKey } from '../terminal-access-key.ts';
import { openSender, runInTerminal, type TerminalRunOptions } from '../terminal-run.ts';

export interface SendingOptions extends TeamOption, AloneOption {
  readonly url?: string;
  /** Names of variables with access keys: `NAME`, or `SHOP=NAME` for one shop's. */
  readonly tokenEnv?: readonly string[];
  readonly concurrency?: string;
  readonly lookup?: 'on' | 'off';
  readonly quietTime?: string;
  readonly report?: string;
  /** Folder for a report of each shop. */
  readonly shopReports?: string;
  readonly json?: boolean;
  readonly carryOver?: boolean;
  /** The shop's account in the WMS. */
  readonly account?: string;
  /** Sends again, unchanged, what the WMS refused. */
  readonly refused?: boolean;
}

/** The rules of the profile (or the settings), with the options on top. */
function rulesOf(options: SendingOptions, base: SendingRules): SendingRules {
  return {
    ...base,
    ...(options.concurrency === undefined
      ? {}
      : { concurrency: parseWholeNumber('--concurrency', options.concurrency, 1, 16) }),
    ...(options.lookup === undefined ? {} : { lookup: options.lookup === 'on' }),
    ...(options.quietTime === undefined
      ? {}
      : { quietTime: parseWholeNumber('--quiet-time', options.quietTime, 0, 3600) }),
  };
}

/** The variable with the shop's key, and whether it was named for this shop alone; undefined: the usual one. */
function variableOf(
  shop: string,
  { tokenEnv = [] }: SendingOptions,
  store: Store,
): { readonly name: string | undefined; readonly isOwn: boolean } {
  const named = store.shops.get(shop)?.name ?? '';
  const ofShop = tokenEnv.flatMap((given) => {
    const at = given.lastIndexOf('=');
    return at > 0 && fold(given.slice(0, at)) === fold(named) ? [given.slice(at + 1).trim()] : [];
  });
  const own = ofShop.at(-1);
  return { name: own ?? tokenEnv.findLast((given) => !given.includes('=')), isOwn: own !== undefined };
}

/** @param ofThisShopOnly files of several shops go out: a key that was not given for this one alone is not taken */
async function createAccessKey(
  server: RunServer,
  shop: string,
  options: SendingOptions,
  { terminal, openStoredAccessKeys }: CommandContext,
  store: Store,
  ofThisShopOnly = false,
): Promise<TerminalAccessKey> {
  const variable = variableOf(shop, options, store);
  const storedKeys = openStoredAccessKeys?.(store.secrets) ?? null;
  const isKeptAlone = ofThisShopOnly && !variable.isOwn;
  if (isKeptAlone && ((await storedKeys?.get(accessKeyOwner(server.identity, shop))) ?? null) === null)
    throw new FailureError('cli.shopKey', { shop: store.shops.get(shop)?.name ?? '' });
  const environment = isKeptAlone ? {} : terminal.environment;
  return new TerminalAccessKey({
    server,
    shop,
    environment,
    tokenEnv: isKeptAlone ? undefined : variable.name,
    loginPath: store.settings.get().loginPath,
    connectionOptions: { routesFor: environmentRoutes(terminal.environment) },
    storedKeys,
  });
}

/** Keeps the account that the shop's orders must go to. @throws FailureError `cli.number`, those of {@link demandPin} */
async function keepAccount(
  store: Store,
  shop: string,
  { account }: SendingOptions,
  context: CommandContext,
): Promise<void> {
  if (account === undefined) return;
  const wanted = parseWholeNumber('--account', account, 1, 2_147_483_647);
  if (store.shops.get(shop)?.account === wanted) return;
  await demandPin(store, context);
  store.shops.change(shop, { account: wanted });
}

/** Checks the report's file name before anything is sent. @throws FailureError `cli.reportKind` */
function checkReportName(file: string | undefined): void {
  if (file !== undefined && !/\.(xlsx|csv)$/iu.test(file)) throw new FailureError('cli.reportKind', { file });
}

/** Runs to the end, writes the report, prints the result. */
async function runAndReport(
  context: CommandContext,
  store: Store,
  sending: TerminalRunOptions,
  sender: Sender,
  options: SendingOptions,
  team: TeamSession | null,
): Promise<number> {
  const { language, translate, terminal } = context;
  const { batch, server } = sending;
  const ended = await runInTerminal(sending, sender, store, context);
  const ofOthers = await otherShopsProducts(batch, store, server.identity);
  await saveOfficeAfterRun(store, context);
  const rest = restOfFile(batch, store.batches.otherParts(batch.batchId), server);
  if (options.report !== undefined) {
    await saveReport(options.report, {
      ...createReportSource(batch, server, language, systemClock.now(), shopNameOf(batch, store.shops.list())),
      ...rest,
    });
    if (!options.json) terminal.printNotice(translate('cli.report.saved', { file: options.report }));
  }
  if (options.json) {
    const { end, counts } = ended;
    terminal.print(
      JSON.stringify({
        batch: batch.batchId,
        file: batch.fileName,
        ended: end.status,
        reason: ended.reason,
        orders: counts,
        attempts: end.attempts,
        durationMs: Math.round(end.durationMs),
        report: options.report ?? null,
        ...(rest.sheetsBeside.length === 0 ? {} : { sheetsNotSent: rest.sheetsBeside.map(({ name }) => name) }),
        ...otherShopsJson(ofOthers),
        ...teamJson(store, team),
      }),
    );
  } else {
    for (const line of ended.lines) terminal.print(line);
    sayOtherShopsProducts(ofOthers, context);
  }
  return ended.status;
}

/** What the person allows the run to do. */
function consentOf({ refused, alone }: SendingOptions): Pick<TerminalRunOptions, 'resendRefused' | 'goesAlone'> {
  return { resendRefused: refused === true, goesAlone: alone === true };
}

/** Runs `act` with what sends, in the team that the command belongs to. */
async function inTeam(
  context: CommandContext,
  store: Store,
  options: TeamOption & AloneOption,
  act: (team: TeamSession | null, sender: Sender) => Promise<number>,
): Promise<number> {
  const team = await openCommandTeam(store, options, context);
  try {
    // What a dead process or only the witness knows is in the log of outcomes before that is told.
    const sender = openSender(store, context, team);
    await connectToSend(team, options, store, context);
    return await act(team, sender);
  } finally {
    await team?.close();
  }
}

/** A file that is about to be sent. */
interface FileToSend {
  readonly wanted: FileToRead & { readonly name: string };
  readonly shop: string;
}

/** Whose orders each file holds: nothing is opened or sent before that is known of all. @throws FailureError `cli.unsureFile` */
async function filesWithShops(
  context: CommandContext,
  files: readonly string[],
  options: FileOptions & SendingOptions,
  store: Store,
  server: RunServer,
  shop: string | null,
): Promise<readonly FileToSend[]> {
  const found: FileToSend[] = [];
  for (const file of files) {
    const wanted = await resolveFile(file, options.member);
    try {
      found.push({ wanted, shop: shop ?? (await shopOfFile(wanted, options, context, store, server)) });
    } catch (error) {
      if (files.length > 1 && error instanceof FailureError && error.failure.code === 'shop.unsure')
        throw new FailureError('cli.unsureFile', { ...error.failure.params, file: wanted.name });
      throw error;
    }
  }
  return found;
}

/** Sends the files one after another, each with the key of its shop; what of each will go out is said before. */
export async function sendFiles(
  context: CommandContext,
  files: readonly string[],
  options: FileOptions & SendingOptions,
): Promise<number> {
  return withStore(context.home, async (store) => {
    store.actAs(context.operator);
    const isMany = files.length > 1;
    const resolved = await resolveProfile(options.profile, store, shopOption(options, store));
    const profile = resolved?.profile;
    const address = options.url ?? profile?.server;
    if (!address) throw new FailureError('cli.noServer');
    checkReportName(options.report);
    if (isMany && options.report !== undefined && !/\.xlsx$/iu.test(options.report))
      throw new FailureError('cli.oneReport', { file: options.report });
    const rules = rulesOf(options, profile?.sending ?? defaultSendingRules);
    const server = await resolveServer(address);
    const known = shopOfFileOption(options, store) ?? resolved?.shop ?? null;
    const wanted = await filesWithShops(context, files, options, store, server, known);
    const shops = new Set(wanted.map(({ shop }) => shop));
    const keys = new Map<string, { readonly source: TerminalAccessKey; readonly accessKey: string }>();
    for (const shop of shops) {
      await keepAccount(store, shop, options, context);
      const source = await createAccessKey(server, shop, options, context, store, shops.size > 1);
      keys.set(shop, { source, accessKey: await source.obtain() });
      // Stored, so that `resume` has the products too.
      if (options.products !== undefined)
        store.products.save(server.identity, shop, (await readProductFile(options.products, context)).products);
    }
    return inTeam(context, store, options, async (team, firstSender) => {
      // The witness may have given shops back that an older database did not know.
      if (known !== null && (resolved?.shop ?? null) === null && shopOfFileOption(options, store) !== known)
        decidedShop(null, store);
      const runs: TerminalRunOptions[] = [];
      for (const { wanted: file, shop } of wanted) {
        const key = keys.get(shop);
        if (!key) continue;
        const batch = await openOrCreateBatch(context, file, options, store, server, shop, team);
        const { accessKey, source: accessKeySource } = key;
        runs.push({ batch, server, accessKey, accessKeySource, rules, ...consentOf(options) });
      }
      if (isMany) announceQueue(runs, store, context);
      let status: number = exitStatus.success;
      for (const [at, sending] of runs.entries()) {
        if (context.terminal.signal.aborted) break;
        if (isMany)
          context.terminal.printNotice(context.translate('cli.queue.begins', { file: sending.batch.fileName }));
        const sender = at === 0 ? firstSender : openSender(store, context, team);
        const { report, ...withoutReport } = options;
        status = Math.max(
          status,
          await runAndReport(context, store, sending, sender, isMany ? withoutReport : options, team),
        );
        if (isMany && report !== undefined && at === runs.length - 1)
          await saveDayReport(report, runs, store, context, options);
      }
      if (options.shopReports !== undefined) await saveShopReports(options.shopReports, runs, store, context, options);
      return context.terminal.signal.aborted ? Math.max(status, exitStatus.unfinished) : status;
    });
  });
}

export async function resumeBatch(
  context: CommandContext,
  name: string | undefined,
  options: SendingOptions,
): Promise<number> {
  return withStore(context.home, async (store) => {
    store.actAs(context.operator);
    const stored =
      name === undefined ? store.batches.list().find(({ server }) => server !== null) : findBatch(store, name);
    if (!stored) throw new FailureError('cli.noBatch');
    const address = options.url ?? stored.server?.url;
    if (!address) throw new FailureError('cli.noServer');
    checkReportName(options.report);
    const shop = decidedShop(stored.shop, store);
    const profile = stored.profile === null ? null : store.profiles.get(shop, stored.profile);
    const rules = rulesOf(options, profile?.sending ?? defaultSendingRules);
    const server = await resolveServer(address);
    if (stored.server && !store.sameServers.namesOf(server.identity).includes(stored.server.identity))
      throw new FailureError('cli.otherServer', { server: stored.server.url, url: server.url });
    await keepAccount(store, shop, options, context);
    const accessKeySource = await createAccessKey(server, shop, options, context, store);
    const accessKey = await accessKeySource.obtain();
    store.batches.touch(stored.id);
    const sending = { server, accessKey, accessKeySource, rules, ...consentOf(options) };
    return inTeam(context, store, options, async (team, sender) => {
      const archive = { ...store, ...teamNumbers(store, () => team) };
      const batch = await openStoredBatch(stored, context, store, server.identity, archive);
      return runAndReport(context, store, { ...sending, batch }, sender, options, team);
    });
  });
}
