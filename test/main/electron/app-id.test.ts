/** What the Windows setup tells Windows of the app, so that window, shortcuts, «recent files» and «Open with» belong together. */
import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { appId } from '../../../main/electron/app-id.ts';
import { isSpreadsheetName } from '../../../main/watch/file-names.ts';

const builder = z
  .object({ appId: z.string(), win: z.object({ extraFiles: z.array(z.object({ to: z.string() })) }) })
  .parse(load(readFileSync('electron-builder.yml', 'utf8')));
const setup = readFileSync('build/installer.nsh', 'utf8');

it('the window has the id that the setup writes into the shortcuts', () => {
  expect(builder.appId).toBe(appId);
});

it('«Open with» and «recent files» know the kinds of spreadsheets, and those that other programs own are left to them', () => {
  const kinds = [...setup.matchAll(/\\SupportedTypes" "(\.\w+)"/gu)].map((match) => match[1] ?? '');
  const known = ['.xlsx', '.xlsm', '.xlsb', '.xls', '.ods', '.csv', '.tsv', '.txt', '.zip'];
  expect(known.every((kind) => isSpreadsheetName(`kun${kind}`))).toBe(true);
  expect(kinds).toEqual(known.filter((kind) => !['.txt', '.zip'].includes(kind)));
});

it('the uninstaller removes each file that the setup puts beside the program', () => {
  for (const { to } of builder.win.extraFiles) expect(setup).toContain(`Delete "\${FOLDER}\\${to}"`);
});
