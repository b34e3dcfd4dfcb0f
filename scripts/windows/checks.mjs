// Counts checks and says each in a line.
export function checks() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const check = (name, found, wanted) => {
    const good = Object.is(found, wanted);
    sum[good ? 'passed' : 'failed'] += 1;
    console.log(good ? `✓ ${name}` : `✗ ${name}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
    return good;
  };
  return { sum, check };
}
