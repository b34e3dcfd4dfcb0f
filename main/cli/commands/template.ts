/** The `template` command writes an empty sheet with the right headings, in the operator's language. */
import { writeTemplate } from '../../reporting/template.ts';
import { exitStatus } from '../exit-status.ts';
import type { CommandContext } from '../context.ts';

export async function saveTemplate(
  { language, translate, terminal }: CommandContext,
  options: { readonly output: string },
): Promise<number> {
  await writeTemplate(options.output, language, Date.now());
  terminal.printNotice(translate('cli.template.saved', { file: options.output }));
  return exitStatus.success;
}
