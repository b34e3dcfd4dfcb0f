/** What the system says of a file that cannot be read, as a person can act on it. */
import { expect, it } from 'vitest';
import { fileFault } from '../../../../shared/domain/table/file-faults.ts';

it.each([
  ['of another user of the computer, on Windows', 'EPERM', 'reading.noAccess'],
  ['of another user of the computer, elsewhere', 'EACCES', 'reading.noAccess'],
  ['that another program keeps to itself', 'EBUSY', 'reading.locked'],
  ['that is not there', 'ENOENT', 'reading.notFound'],
  ['on a drive that is not there', 'ENODEV', 'reading.driveGone'],
  ['that cannot be read for another reason', 'EINVAL', 'reading.unreadable'],
] as const)('a file %s', (_what, code, fault) => {
  expect(fileFault(code, false)).toBe(fault);
});

it('a file that was open and is not found any more was on a drive that is gone', () => {
  expect(fileFault('ENOENT', true)).toBe('reading.driveGone');
});
