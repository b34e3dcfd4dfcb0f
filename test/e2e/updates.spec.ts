/** New versions: off, looked for in a folder on a local server, announced calmly; nothing is installed by this build. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/app.ts';

test('a newer version is looked for where an address was set, and said once, calmly', async ({ start }) => {
  let version = '0.0.1';
  const server = createServer((request, response) => {
    const isList = request.url === '/releases/latest-linux.yml';
    response.writeHead(isList ? 200 : 404).end(`version: ${version}\nfiles:\n  - url: app.deb\n    sha512: abc\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const app = await start({ settings: { language: 'en' } });
    const { page } = app;
    await page.getByTestId('go-to-settings').click();
    const section = page.getByTestId('settings-updates');
    await expect(section.getByTestId('update-state')).toContainText('not looked for');
    await expect(section.getByTestId('update-check')).toBeDisabled();

    const address = section.getByTestId('update-address');
    await address.fill('not an address');
    await expect(section).toContainText('begins with https://');
    await address.fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/releases`);
    await address.blur();
    await section.getByTestId('update-check').click();
    await expect(section.getByTestId('update-state')).toContainText('newest');
    expect(await page.getByTestId('notices').textContent()).toBe('');

    version = '99.0.0';
    await section.getByTestId('update-check').click();
    await expect(section.getByTestId('update-state')).toContainText('99.0.0');
    await expect(page.getByTestId('notice-info')).toHaveCount(1);

    server.close();
    server.closeAllConnections();
    await section.getByTestId('update-check').click();
    await expect(section.getByTestId('update-state')).toContainText('did not answer');
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
