/** Holds the team file that a person chose or dropped, until they say that this computer joins with it. */
import path from 'node:path';
import type { TeamOffer as Shown } from '../../shared/contract/team.ts';
import { FailureError } from '../../shared/result.ts';
import { addressOf, teamFileText } from '../team/team-file.ts';
import { readTeamFile, teamFileEnding } from './team-file-store.ts';

export class TeamOffer {
  #text: string | null = null;

  /** Whether a dropped file is a team file by its name. */
  static isNamed(file: string): boolean {
    return file.toLowerCase().endsWith(`.${teamFileEnding}`);
  }

  /** Reads the file, and says where it leads. @throws FailureError `team.notThere`, `team.notOurs` */
  take(file: string): Shown {
    const read = readTeamFile(file);
    this.#text = teamFileText(read);
    return { fileName: path.basename(file), address: addressOf(read) };
  }

  /** The text of the file that was taken last. @throws FailureError `team.noneChosen` */
  text(): string {
    if (this.#text === null) throw new FailureError('team.noneChosen');
    return this.#text;
  }
}
