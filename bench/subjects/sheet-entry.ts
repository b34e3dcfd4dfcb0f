/** Finds the compressed bytes of a workbook's first sheet; reads just enough of zip for the files that the bench makes. */
import fs from 'node:fs';

export function packedSheet(file: string): Buffer {
  const bytes = fs.readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === 'xl/worksheets/sheet1.xml') {
      const header = bytes.readUInt32LE(at + 42);
      const content = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
      return bytes.subarray(content, content + bytes.readUInt32LE(at + 20));
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  throw new Error('The workbook has no sheet.');
}
