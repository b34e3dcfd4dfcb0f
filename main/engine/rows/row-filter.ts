/** Decides which rows of a batch are shown: by their order's state, by cause, by text. */
import { isChangedAfterSending } from '../../../shared/domain/orders/send-history-state.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { verdictOf } from '../../../shared/domain/model/order-states.ts';
import type { EditedTable } from '../../../shared/domain/table/edited-table.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { soundsOf } from '../../../shared/domain/values/script-key.ts';
import { hasWarning } from '../views/order-marks.ts';

const apostropheClass = "[ʻʼ‘’‛′`´'ʹʽ＇]*";
/** Characters between the digits of a phone number or a sum. */
const digitGaps = '[\\s\\u00A0\\u202F()+-]*';

/** A test for cells that contain the text: case, apostrophes and the script («Раҳимов», «Raximov») are ignored, and gaps between digits where it is a number. */
export function searchPattern(search: string): RegExp | null {
  const text = search.trim();
  if (text === '') return null;
  const digits = text.replace(/[\s()+-]/g, '');
  if (digits.length >= 3 && /^\d+$/.test(digits)) return new RegExp([...digits].join(digitGaps), 'u');
  const letters = text.replace(/[ʻʼ‘’‛′`´'ʹʽ＇]/gu, '');
  if (letters === '') return null;
  const escaped = (piece: string): string =>
    [...piece].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join(apostropheClass);
  return new RegExp(
    soundsOf(letters)
      .map((sound) => (sound.length === 1 ? escaped(sound[0] ?? '') : `(?:${sound.map(escaped).join('|')})`))
      .join(apostropheClass),
    'iu',
  );
}

/** Whether the order belongs to what is shown. Rows of no order stand only under «all». */
export function isOrderShown(show: RowFilter['show'], entry: OrderEntry | undefined): boolean {
  if (show === 'all') return true;
  if (entry === undefined) return false;
  switch (show) {
    case 'errors':
      return entry.state === 'withErrors';
    case 'warnings':
      return hasWarning(entry);
    case 'ready':
      return entry.state === 'ready';
    case 'leftOut':
      return entry.state === 'leftOut';
    case 'changed':
      return isChangedAfterSending(entry);
    case 'toDecide':
      return entry.state === 'duplicate' && !isChangedAfterSending(entry);
    case 'done':
    case 'notDone':
    case 'lookAtIt':
      return verdictOf(entry.state) === show;
  }
}

/** Whether a cell of the row, or its order's id, contains what is searched. */
export function rowContains(
  table: EditedTable,
  index: number,
  entry: OrderEntry | undefined,
  pattern: RegExp,
): boolean {
  if (entry?.orderId != null && pattern.test(entry.key)) return true;
  let found = false;
  table.forEachText(index, (text) => {
    found ||= pattern.test(text);
  });
  return found;
}
