/** Debugging switches of the packed app: which are taken away, and that the fuses of Node's own are off in the package. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropDebugSwitches } from '../../../main/electron/debug-switches.ts';
import { temporaryFolder } from '../../support/terminal.ts';

/** The switches that are left of those given, where the app starts with them. */
function left(given: readonly string[], isPackaged: boolean, word: object = {}): readonly string[] {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'order-importer', ...word }));
  const switches = new Set(given);
  dropDebugSwitches({
    isPackaged,
    getAppPath: () => folder,
    commandLine: {
      hasSwitch: (name) => switches.has(name),
      removeSwitch: (name) => void switches.delete(name),
    },
  });
  return [...switches];
}

describe('the packed app', () => {
  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'remote-debugging-address',
    'remote-allow-origins',
    'auto-open-devtools-for-tabs',
    'js-flags',
    'load-extension',
    'disable-web-security',
    'renderer-cmd-prefix',
  ])('starts without --%s, and leaves what is harmless', (name) => {
    expect(left([name, 'lang'], true)).toEqual(['lang']);
    expect(left(['lang', 'remote-debugging-port', name], true)).toEqual(['lang']);
  });

  it('keeps them where its own archive says that it was made to be tried, and in no other word', () => {
    const given = ['remote-debugging-port'];
    expect(left(given, true, { madeForTrying: true })).toEqual(given);
    for (const word of [{ madeForTrying: 'yes' }, { madeForTrying: 1 }, { madefortrying: true }])
      expect(left(given, true, word)).toEqual([]);
  });

  it('is the only one: the app in development keeps them', () => {
    expect(left(['remote-debugging-port'], false)).toEqual(['remote-debugging-port']);
  });

  it('has Node’s own ways in switched off by fuses', () => {
    const fuses = /^electronFuses:\n((?: .*\n)+)/mu.exec(readFileSync('electron-builder.yml', 'utf8'))?.[1] ?? '';
    for (const way of ['runAsNode', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments'])
      expect(fuses).toContain(`  ${way}: false\n`);
    expect(fuses).toContain('  onlyLoadAppFromAsar: true\n');
  });
});
