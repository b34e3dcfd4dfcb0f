/** The team's computers hear of one another's changes at once, and not of their own. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../../main/team/database.ts';
import { announceNews, hearNews } from '../../../main/team/news.ts';
import { parseDatabaseUrl } from '../../../main/team/set-up.ts';
import { usePostgres } from './computer.ts';
import { hasPostgres } from './postgres.ts';

describe.skipIf(!hasPostgres)('news', () => {
  const postgres = usePostgres();

  it('comes from the others alone, once their transaction is committed', async () => {
    const url = await postgres().createDatabase();
    const connected = async (heard: string[], name: string) => {
      const client = await connect(parseDatabaseUrl(url, null));
      onTestFinished(() => client.end());
      await hearNews(client, () => heard.push(name));
      return client;
    };
    const heard: string[] = [];
    const [first, second] = [await connected(heard, 'first'), await connected(heard, 'second')];
    await first.query('BEGIN');
    await announceNews(first);
    await second.query('SELECT 1');
    expect(heard).toEqual([]);
    await first.query('COMMIT');
    await expect.poll(() => heard).toEqual(['second']);
    await first.query('SELECT 1');
    expect(heard).toEqual(['second']);
  });
});
