/** Writes a minimal workbook of Excel 95 (BIFF5) with one sheet of texts in a code page, as old accounting programs do. */

function record(type: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

const globals = 0x0005;
const worksheet = 0x0010;

/** @param texts bytes of each cell of the first column, in the code page */
export function biff5Book(codePage: number, texts: readonly Buffer[]): Buffer {
  const bof = (kind: number): Buffer => record(0x0809, numbers(0x0500, kind, 0, 0));
  const eof = record(0x000a, Buffer.alloc(0));
  const labels = texts.map((text, row) => record(0x0204, Buffer.concat([numbers(row, 0, 0, text.length), text])));
  const codePageRecord = record(0x0042, numbers(codePage));
  const name = Buffer.from('List1');
  const boundSheet = (position: number): Buffer => {
    const place = Buffer.alloc(4);
    place.writeUInt32LE(position);
    return record(0x0085, Buffer.concat([place, numbers(0), Buffer.of(name.length), name]));
  };
  const start = bof(globals).length + codePageRecord.length + boundSheet(0).length + eof.length;
  return Buffer.concat([
    bof(globals),
    codePageRecord,
    boundSheet(start),
    eof,
    bof(worksheet),
    record(0x0200, numbers(0, texts.length, 0, 1, 0)),
    ...labels,
    eof,
  ]);
}
