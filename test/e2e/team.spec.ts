/** Two windows on one PostgreSQL: a team is made, joined by its file, and each sees what the other sends. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { defaultSendingRules } from '../../shared/domain/model/profile.ts';
import { hasPostgres, startPostgres } from '../main/team/postgres.ts';
import { expect, test, type App } from '../support/app.ts';
import { accessKey, startWms } from '../support/wms.ts';

const headings = 'Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx';
const order = (id: number): string =>
  `${id};14.06.2030 10:00;Karimova Anora ${id};99890123${4000 + id};Navoiy ${id};Buxoro viloyati;7;1;5000`;

async function openAtCheck(app: App, file: string): Promise<void> {
  await app.drop(file);
  await app.page.getByTestId('columns').waitFor();
  await app.page.getByTestId('next-step').click();
}

test('two windows of a team see each other’s orders, and what to do without the ledger', async ({ start, home }) => {
  test.skip(!hasPostgres, 'no PostgreSQL for this system');
  test.setTimeout(180_000);
  const [wms, postgres] = await Promise.all([startWms({ uniqueIds: false }), startPostgres()]);
  try {
    const settings = {
      language: 'en' as const,
      practice: false,
      server: wms.url,
      sending: { ...defaultSendingRules, quietTime: 0 },
    };
    const file = path.join(home, 'kun.csv');
    writeFileSync(file, [headings, ...[1, 2, 3].map(order)].join('\n'));
    const second = await start({
      settings: { ...settings, operators: ['Bobur'], operator: 'Bobur' },
      home: path.join(home, 'boshqa'),
    });
    const first = await start({ settings: { ...settings, operators: ['Aziza'], operator: 'Aziza' } });
    for (const app of [first, second]) await app.call('accessKey.set', { key: accessKey });
    // Each has mapped the same product, otherwise: whether their shops are one is asked when the second one joins.
    const map = async (app: App, productId: number) =>
      app.call('product.save', {
        products: [{ keyKind: 'name', key: 'Kosa', productId, variationId: null, price: null }],
      });
    const mapped = async (app: App) => (await app.call('product.list', {})).products.map(({ productId }) => productId);
    await map(first, 17);
    await map(second, 19);

    const teamFile = path.join(home, 'office.team');
    await first.answerSaveDialog(teamFile);
    await first.page.getByTestId('go-to-settings').click();
    await expect(first.page.getByTestId('team-chip')).toBeHidden();
    await first.page.getByTestId('team-create').click();
    await first.page.getByTestId('team-address').fill(await postgres.createDatabase());
    await first.page.getByTestId('team-make').click();
    await expect(first.page.getByTestId('team-state')).toContainText('Connected to 127.0.0.1');
    await expect(first.page.getByTestId('team-chip')).toHaveAttribute('data-known', 'connected');

    await openAtCheck(second, file);
    await second.drop(teamFile);
    await expect(second.page.getByTestId('team-offer')).toContainText('office.team');
    await second.page.getByTestId('team-join-yes').click();
    await expect(second.page.getByTestId('team-chip')).toHaveAttribute('data-known', 'questions');
    await expect(first.page.getByTestId('team-computer')).toHaveCount(2);
    await second.page.getByTestId('team-chip').click();
    await second.page.getByTestId('team-to-settings').click();
    const question = second.page.getByTestId('team-question');
    await expect(question).toContainText('The team has a shop that may be this one');
    await question.getByTestId('team-choose-theirs').click();
    await expect(question).toContainText('Product «Kosa»');
    await expect(question).toContainText('Here: 19');
    await question.getByTestId('team-choose-theirs').click();
    await expect(question).toHaveCount(0);
    await expect(second.page.getByTestId('team-chip')).toHaveAttribute('data-known', 'connected');
    expect(await mapped(second)).toEqual([17]);
    await map(second, 20);
    await expect.poll(() => mapped(first)).toEqual([20]);
    await second.page.getByTestId('settings-back').click();

    await first.page.getByTestId('settings-back').click();
    await openAtCheck(first, file);
    await first.page.getByTestId('next-step').click();
    await first.page.getByTestId('send-all').click();
    await expect(first.page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    // The file that is open there knows it without a click.
    await expect(second.page.getByTestId('filter-done')).toContainText('3');
    // Whoever goes through the grid by keys hears with each cell who sent the order.
    const grid = second.page.getByTestId('grid');
    await grid.focus();
    await grid.press('ArrowDown');
    const active = second.page.locator(`[id="${await grid.getAttribute('aria-activedescendant')}"]`);
    await expect(active).toHaveAccessibleDescription(/Aziza, \d/);

    await postgres.kill();
    const chip = second.page.getByTestId('team-chip');
    await expect(chip).toHaveAttribute('data-known', 'away');
    const fresh = path.join(home, 'tushlik.csv');
    writeFileSync(fresh, [headings, order(4)].join('\n'));
    await openAtCheck(second, fresh);
    await chip.click();
    await expect(second.page.getByTestId('team-popover')).toContainText('sending waits');
    await second.page.getByTestId('team-alone').click();
    await second.page.getByTestId('team-alone-yes').click();
    await expect(chip).toHaveAttribute('data-known', 'alone');
    await second.page.getByTestId('next-step').click();
    await second.page.getByTestId('send-all').click();
    await expect(second.page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished');
    await postgres.start();
    await expect(chip).toHaveAttribute('data-known', 'connected', { timeout: 30_000 });
    expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([1, 2, 3, 4]);

    await second.page.getByTestId('go-to-settings').click();
    await second.page.getByTestId('team-leave').click();
    await second.page.getByTestId('team-leave-yes').click();
    await expect(second.page.getByTestId('team-join')).toBeVisible();
    await expect(chip).toBeHidden();
  } finally {
    await postgres.close();
    await wms.stop();
  }
});
