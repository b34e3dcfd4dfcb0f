/** What every command gets besides its own options. */
import type { Language, Translator } from '../../shared/messages/translator.ts';
import type { StartForeignReader } from '../ports.ts';
import type { Terminal } from './terminal.ts';
import type { OpenStoredAccessKeys } from './terminal-access-key.ts';

export interface CommandContext {
  readonly home: string;
  readonly language: Language;
  readonly translate: Translator;
  /** Who works at this terminal: `--operator`, else ORDER_IMPORTER_OPERATOR; null: nobody said. */
  readonly operator: string | null;
  readonly terminal: Terminal;
  readonly foreign: StartForeignReader;
  /** Null: this process cannot read the keys that the window keeps. */
  readonly openStoredAccessKeys: OpenStoredAccessKeys | null;
  /** Gives what opens texts that the window sealed; null: this process cannot. */
  readonly openUnseal: OpenUnseal | null;
}

/** Null where a text was sealed by another user or computer. */
export type OpenUnseal = () => Promise<(sealed: Uint8Array) => string | null>;
