/** Reads what a cell of OpenDocument holds from its attributes. (ODF 1.3 part 3, 19.385) */
import type { CellKind } from '../../../../shared/domain/table/table.ts';
import { isBlank } from '../../cells.ts';
import { losslessNumber } from '../lossless-number.ts';
import { shownZerosOf } from '../../xlsx/number-formats.ts';

export type OdsCellValue = readonly [kind: CellKind, held: string | number];

/** @param text the cell's paragraphs. Undefined for an empty cell. */
export function odsCellValueOf(attributes: ReadonlyMap<string, string>, text: string): OdsCellValue | undefined {
  const type = attributes.get('office:value-type') ?? attributes.get('calcext:value-type');
  if (attributes.get('calcext:value-type') === 'error') return ['error', text === '' ? '#ERROR!' : text];
  switch (type) {
    case 'float':
    case 'currency':
      return numberOf('number', attributes.get('office:value'), text);
    case 'percentage':
      return numberOf('percent', attributes.get('office:value'), text);
    case 'date':
      return numberOf('date', attributes.get('office:date-value'), text);
    case 'time':
      return timeOf(attributes.get('office:time-value'), text);
    case 'boolean':
      return ['boolean', attributes.get('office:boolean-value') === 'true' ? 'TRUE' : 'FALSE'];
    default:
      return textOf(attributes.get('office:string-value') ?? text, attributes);
  }
}

function textOf(text: string, attributes: ReadonlyMap<string, string>): OdsCellValue | undefined {
  if (!isBlank(text)) return ['text', text];
  // A formula of text type with an empty result is empty; one without any type has no result.
  const isUncalculated = attributes.has('table:formula') && !attributes.has('office:value-type');
  return isUncalculated ? ['uncalculated', ''] : undefined;
}

function numberOf(kind: CellKind, value: string | undefined, text: string): OdsCellValue | undefined {
  if (value === undefined || value === '') return isBlank(text) ? undefined : ['text', text];
  const held = losslessNumber(value);
  return [kind, (kind === 'number' ? shownZerosOf(held, text) : undefined) ?? held];
}

/** `PT14H30M00S`: a time of day is the part of a day; a duration of a day or more is a number of days. (ISO 8601, 4.4.3.2) */
function timeOf(value: string | undefined, text: string): OdsCellValue | undefined {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(value ?? '');
  if (!parts) return numberOf('text', value, text);
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts;
  const inDays =
    Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) / 86_400;
  return sign === '' && inDays < 1 ? ['date', inDays] : ['number', sign === '' ? inDays : -inDays];
}
