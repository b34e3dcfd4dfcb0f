/** Parses `--map`, `--set`, `--rule` and their shorthands into choices. */
import { checkNames } from '../../shared/domain/model/checks.ts';
import { isColumnField, isField } from '../../shared/domain/model/fields.ts';
import type { ColumnField, Field } from '../../shared/domain/model/fields.ts';
import { rulesChangeSchema, type RulesChange } from '../../shared/domain/model/rules.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import { largestInt32 } from '../../shared/domain/values/id-number.ts';
import { columnFromLetters } from '../../shared/domain/table/table.ts';
import { FailureError } from '../../shared/result.ts';
import { parseWholeNumber } from './parse-number.ts';

interface Heading {
  readonly column: number;
  readonly heading: string;
}

function fieldNamed(name: string, option: string): Field {
  if (isField(name)) return name;
  throw new FailureError('cli.field', { field: name, option });
}

function columnFieldNamed(name: string, option: string): ColumnField {
  if (isColumnField(name)) return name;
  throw new FailureError('cli.field', { field: name, option });
}

/** Splits at the last `=`: headings may hold one, fields do not. */
function split(option: string, text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new FailureError('cli.assignment', { option, text });
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Columns whose heading is `name` (as written, then ignoring case and outer spaces), else the column with these letters. */
function columnsNamed(name: string, headings: readonly Heading[]): readonly number[] {
  const exact = headings.filter(({ heading }) => heading === name);
  const folded = (text: string): string => text.trim().toLowerCase();
  const found = exact.length > 0 ? exact : headings.filter(({ heading }) => folded(heading) === folded(name));
  if (found.length > 0) return found.map(({ column }) => column);
  const byLetters = columnFromLetters(name);
  return byLetters === undefined ? [] : [byLetters];
}

/**
 * The columns that `--map` decides, in the order given: `Heading=field`, `D=field`, `Heading=` (not sent). The same field
 * twice joins the columns in that order.
 * @throws FailureError `cli.assignment`, `cli.field`, `cli.heading`, `cli.headingTwice`
 */
export function parseMapOptions(options: readonly string[], headings: readonly Heading[]): Choices['columns'] {
  const decided = new Map<number, ColumnField | null>();
  for (const option of options) {
    const [name, fieldName] = split('--map', option);
    const field = fieldName === '' ? null : columnFieldNamed(fieldName, '--map');
    const [column, another] = columnsNamed(name, headings);
    if (column === undefined)
      throw new FailureError('cli.heading', {
        heading: name,
        headings: headings
          .map(({ heading }) => heading)
          .filter((heading) => heading !== '')
          .join(', '),
      });
    if (another !== undefined) throw new FailureError('cli.headingTwice', { heading: name });
    decided.delete(column);
    decided.set(column, field);
  }
  return [...decided].map(([column, field]) => ({ column, field }));
}

/**
 * The constants that `--set field=value` gives: they fill blank cells and missing columns.
 * @throws FailureError `cli.assignment`, `cli.field`
 */
export function parseSetOptions(options: readonly string[]): Partial<Record<Field, string>> {
  const constants: Partial<Record<Field, string>> = {};
  for (const option of options) {
    const at = option.indexOf('=');
    if (at < 1) throw new FailureError('cli.assignment', { option: '--set', text: option });
    constants[fieldNamed(option.slice(0, at), '--set')] = option.slice(at + 1);
  }
  return constants;
}

export interface RuleOptions {
  readonly rule: readonly string[];
  readonly ownNumbers?: string;
  readonly everyRow?: string;
}

function isCheck(name: string): boolean {
  return checkNames.some((check) => check === name);
}

/** `true`, `5` and `uzLatin` as the rules' schema has them. */
function ruleValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,10}$/u.test(text) ? Number(text) : text;
}

/**
 * The rules that `--rule name=value`, `--own-numbers` and `--every-row` change.
 * @throws FailureError `cli.assignment`, `cli.rule`, `cli.number`
 */
export function parseRuleOptions(options: RuleOptions): RulesChange {
  const given: Record<string, unknown> = {};
  const checks: Record<string, string> = {};
  for (const option of options.rule) {
    const at = option.indexOf('=');
    if (at < 1) throw new FailureError('cli.assignment', { option: '--rule', text: option });
    const [name, text] = [option.slice(0, at), option.slice(at + 1)];
    if (isCheck(name)) checks[name] = text;
    else given[name] = ruleValue(text);
  }
  if (Object.keys(checks).length > 0) given['checks'] = checks;
  const start = (option: string, text: string) => parseWholeNumber(option, text, 1, largestInt32);
  if (options.ownNumbers !== undefined)
    given['orderNumbers'] = { kind: 'own', start: start('--own-numbers', options.ownNumbers) };
  if (options.everyRow !== undefined)
    given['orderNumbers'] = { kind: 'everyRow', start: start('--every-row', options.everyRow) };
  const parsed = rulesChangeSchema.strict().safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [
    ...Object.keys(rulesChangeSchema.shape).filter((name) => name !== 'orderNumbers' && name !== 'checks'),
    ...checkNames,
  ].join(', ');
  throw new FailureError('cli.rule', { rule: options.rule.join(' '), names });
}
