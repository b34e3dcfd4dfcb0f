/** Finds out who works at the terminal: what is sent, settled and corrected is written down under the name. */
import { operatorNameSchema } from '../../shared/domain/model/settings.ts';
import { FailureError } from '../../shared/result.ts';

/** The name of `--operator`, else of ORDER_IMPORTER_OPERATOR; null: nobody said. @throws FailureError `cli.operator` */
export function terminalOperator(named: string | undefined, environment: NodeJS.ProcessEnv): string | null {
  const name = named ?? environment['ORDER_IMPORTER_OPERATOR'] ?? '';
  if (named === undefined && name.trim() === '') return null;
  const known = operatorNameSchema.safeParse(name);
  if (!known.success) throw new FailureError('cli.operator', { name });
  return known.data;
}
