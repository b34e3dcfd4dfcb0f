/** Preloaded by a computer's process in a test (`--import`): its wall clock is ahead by the milliseconds in a file. */
import fs from 'node:fs';

const file = process.env['AHEAD_FILE'] ?? '';
const now = Date.now;
Date.now = () => now() + Number(fs.readFileSync(file, 'utf8'));
