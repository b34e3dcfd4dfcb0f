/** Runs the practice WMS in a process of its own, until the process that started it disconnects. */
import { startPracticeServer } from '../../main/practice/practice-server.ts';
import { numberArgument, type Subjects } from '../subject.ts';

export const subjects: Subjects = {
  serve: async (args) => {
    const practice = await startPracticeServer({ latencyMs: numberArgument(args, 'latency') });
    process.send?.({ url: practice.url, identity: practice.identity });
    await new Promise((resolve) => process.once('disconnect', resolve));
    await practice.stop();
    return { ms: 0 };
  },
};
