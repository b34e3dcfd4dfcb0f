/** Finds out whether a folder is on a network drive, where SQLite's locks and flushes are not reliable. */
import fs from 'node:fs';

/** Network file systems of Linux (statfs(2), and their own headers). */
const networkTypes: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB2
  0x5346414f, // AFS
  0x73757245, // Coda
  0x564c, // NCP
  0x00c36400, // Ceph
]);

export interface FileSystem {
  /** The folder's real path; on Windows a mapped drive gives its UNC path here. */
  realPath(folder: string): string;
  /** The file system's type, as statfs tells it. */
  type(folder: string): number;
}

const thisComputer: FileSystem = {
  realPath: (folder) => fs.realpathSync.native(folder),
  // Node gives the type as a signed number.
  type: (folder) => fs.statfsSync(folder).type >>> 0,
};

/** Whether the folder (which exists) is known to lie on a network drive. Unknown ones count as local. */
export function isOnNetworkDrive(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  system: FileSystem = thisComputer,
): boolean {
  try {
    if (platform === 'win32') return [folder, system.realPath(folder)].some(isUnc);
    return platform === 'linux' && networkTypes.has(system.type(folder));
  } catch {
    return false;
  }
}

/** `\\server\share`, also as `\\?\UNC\…`; `\\?\C:\` and `\\.\` are this computer's. */
function isUnc(path: string): boolean {
  return /^[\\/]{2}(?![?.][\\/])/u.test(path) || /^[\\/]{2}[?.][\\/]unc[\\/]/iu.test(path);
}
