/** The `settled` commands list, settle and take back what holds for every further file of a shop (docs/domain.md, «What was settled»). */
import { columnFields, isColumnField, type ColumnField } from '../../../shared/domain/model/fields.ts';
import { settledThingSchema, nothingSettled, type SettledThing } from '../../../shared/domain/model/settled.ts';
import { canBeSettled } from '../../../shared/domain/settled/meanings.ts';
import { FailureError } from '../../../shared/result.ts';
import { exitStatus } from '../exit-status.ts';
import { withExistingStore, withStore } from '../home-store.ts';
import { requiredShop, type ShopOption } from '../shop-option.ts';
import { tellTeam } from '../team-option.ts';
import type { CommandContext } from '../context.ts';

export interface SettledOptions extends ShopOption {
  readonly json?: boolean;
  readonly forget?: boolean;
}

export async function listSettled(
  { home, translate, terminal }: CommandContext,
  options: SettledOptions,
): Promise<number> {
  return withExistingStore(home, (store) => {
    const settled = store?.settled.get(requiredShop(options, store)) ?? nothingSettled;
    const { values, rows, headings } = settled;
    const nameOf = (field: ColumnField | null): string =>
      field === null ? translate('word.notSent') : translate(`field.${field}`);
    if (options.json) terminal.print(JSON.stringify(settled));
    else if (values.length + rows.length + headings.length === 0) terminal.print(translate('cli.always.none'));
    else {
      for (const { field, value, text } of values)
        terminal.print(translate('settled.value', { name: nameOf(field), value, text }));
      for (const one of rows) terminal.print(`${translate('settled.rows')}: ${translate('settled.row', { ...one })}`);
      for (const { heading, field } of headings)
        terminal.print(translate('settled.heading', { heading, name: nameOf(field) }));
    }
    return exitStatus.success;
  });
}

/** Settles the thing, or takes it back with `--forget`. */
function settle(context: CommandContext, options: SettledOptions, thing: SettledThing): Promise<number> {
  const { home, translate, terminal } = context;
  return withStore(home, async (store) => {
    const shop = requiredShop(options, store);
    if (options.forget !== true) store.settled.settle(shop, [thing]);
    else if (!store.settled.takeBack(shop, thing)) throw new FailureError('settled.notThere');
    await tellTeam(store, context);
    terminal.printNotice(translate(options.forget === true ? 'cli.always.forgotten' : 'cli.always.done'));
    return exitStatus.success;
  });
}

function fieldNamed(name: string, isFit: (field: ColumnField) => boolean): ColumnField {
  if (isColumnField(name) && isFit(name)) return name;
  throw new FailureError('settled.field', { field: name, fields: columnFields.filter(isFit).join(', ') });
}

/** @param meaning what the text is read as; needless where it is taken back */
export function settleValue(
  context: CommandContext,
  options: SettledOptions,
  name: string,
  value: string,
  meaning: string | undefined,
): Promise<number> {
  const text = meaning ?? (options.forget === true ? value : '');
  const field = fieldNamed(name, canBeSettled);
  return settle(context, options, checked({ kind: 'value', field, value, text }));
}

export function settleRows(
  context: CommandContext,
  options: SettledOptions,
  heading: string,
  value: string,
): Promise<number> {
  return settle(context, options, checked({ kind: 'rows', heading, value }));
}

/** @param name of the field; `none`: the column is not sent */
export function settleHeading(
  context: CommandContext,
  options: SettledOptions,
  heading: string,
  name: string | undefined,
): Promise<number> {
  if (name === undefined && options.forget !== true) throw new FailureError('settled.noMeaning');
  const field = name === undefined || name === 'none' ? null : fieldNamed(name, () => true);
  return settle(context, options, checked({ kind: 'heading', heading, field }));
}

function checked(thing: SettledThing): SettledThing {
  const parsed = settledThingSchema.safeParse(thing);
  if (!parsed.success) throw new FailureError('settled.noMeaning');
  return parsed.data;
}
