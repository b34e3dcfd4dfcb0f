/** Handles the calls about the team's ledger. */
import { app } from 'electron';
import { chmod, readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { teamFileEnding } from '../../services/team-file-store.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type TeamHandlers = Pick<Handlers, Extract<keyof Handlers, `team.${string}`>>;

/** The team file leads into the database: for its owner alone. */
async function writeTeamFile(file: string, text: string): Promise<void> {
  await replaceFile(file, async (out) => void out.write(text));
  await chmod(file, 0o600);
}

export function teamHandlers(context: AppContext): TeamHandlers {
  const { team } = context.threads;
  const choosePlace = async () => {
    const t = await context.translator();
    return context.chooseSavePath(path.join(app.getPath('documents'), `order-importer.${teamFileEnding}`), {
      name: t('team.file'),
      extensions: [teamFileEnding],
    });
  };
  return {
    'team.getState': async () => ({ team: await team.state() }),
    'team.getView': () => team.view(),
    'team.create': async ({ url, withCertificate }) => {
      await team.checkAddress(url);
      const nothing = { fileName: null, isForThisComputerAlone: false };
      const certificate = withCertificate
        ? await context.chooseFile({
            name: (await context.translator())('team.certificate'),
            extensions: ['pem', 'crt', 'cer'],
          })
        : null;
      if (withCertificate && certificate === null) return nothing;
      const file = await choosePlace();
      if (file === null) return nothing;
      const made = await team.create(url, certificate === null ? null : await readFile(certificate, 'utf8'));
      // Joined first: where the file cannot be written it can be saved again from here.
      await team.join(made.text);
      await writeTeamFile(file, made.text);
      return { fileName: path.basename(file), isForThisComputerAlone: made.isForThisComputerAlone };
    },
    'team.upgrade': async ({ url }) => ({ isChanged: await team.upgrade(url) }),
    'team.saveFile': async () => {
      const text = await team.fileText();
      const file = await choosePlace();
      if (file === null) return { fileName: null };
      await writeTeamFile(file, text);
      return { fileName: path.basename(file) };
    },
    'team.chooseFile': async () => {
      const file = await context.chooseFile({
        name: (await context.translator())('team.file'),
        extensions: [teamFileEnding],
      });
      if (file !== null) context.events.send('team.offered', context.teamOffer.take(file));
      return {};
    },
    'team.join': async () => {
      await team.join(context.teamOffer.text());
      return {};
    },
    'team.leave': async () => ({ isTold: await team.leave() }),
    'team.goOn': async () => {
      await team.goOn();
      return {};
    },
    'team.goAlone': async () => {
      await team.goAlone();
      return {};
    },
    'team.settle': async (decision) => {
      await team.settle(decision);
      return {};
    },
    'team.choose': async ({ id, choice }) => {
      await team.choose(id, choice);
      return {};
    },
    'team.takeOver': async ({ computer }) => ({ count: await team.takeOver(computer) }),
  };
}
