/** A day's work as a screen reader tells it: role, name, state and value of every control; the grid; live results. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, sample, test } from '../support/app.ts';
import { AccessibilityTree, type SpokenNode } from '../support/accessibility-tree.ts';

const controls: ReadonlySet<string> = new Set([
  'button',
  'link',
  'textbox',
  'searchbox',
  'combobox',
  'checkbox',
  'radio',
  'menuitem',
  'option',
  'tab',
  'switch',
  'spinbutton',
  'slider',
]);

/** Controls without a name, or whose state is not told. */
function untold(nodes: readonly SpokenNode[]): string[] {
  const stateOf: Readonly<Record<string, string>> = {
    tab: 'selected',
    checkbox: 'checked',
    radio: 'checked',
    switch: 'checked',
  };
  return nodes
    .filter(({ role }) => controls.has(role))
    .flatMap((node) => {
      const state = stateOf[node.role];
      const isTold = state === undefined || state in node.states;
      return node.name.trim() !== '' && isTold ? [] : [`${node.role} «${node.name}» ${JSON.stringify(node.states)}`];
    });
}

test('a day’s work can be heard: from the open file to the saved report', async ({ start, home }) => {
  test.setTimeout(180_000);
  const app = await start({ settings: { language: 'en', practice: true } });
  const { page } = app;
  const tree = await AccessibilityTree.of(page);
  const hear = async (screen: string): Promise<readonly SpokenNode[]> => {
    const nodes = await tree.nodes();
    expect.soft(untold(nodes), screen).toEqual([]);
    return nodes;
  };
  const find = (nodes: readonly SpokenNode[], role: string, name: RegExp): SpokenNode => {
    const found = nodes.find((node) => node.role === role && name.test(node.name));
    if (!found) throw new Error(`nothing tells of ${role} ${String(name)}`);
    return found;
  };

  const first = await hear('first screen');
  find(first, 'button', /^Open a file/u);
  find(first, 'heading', /./u);

  await page.getByTestId('open-guide').click();
  await page.getByTestId('guide-open').waitFor();
  find(await hear('guide'), 'dialog', /^Guide$/u);
  await page.keyboard.press('Escape');
  await page.getByTestId('guide').waitFor({ state: 'hidden' });

  await app.drop(sample('orders-mistakes.xlsx'));
  await page.getByTestId('columns').waitFor();
  find(await hear('columns'), 'heading', /^Columns$/u);

  await page.getByTestId('step-check').click();
  await app.cell(5, 'D').waitFor();
  const check = await hear('check');
  expect(find(check, 'button', /^Errors.*12/u).states).toMatchObject({ pressed: 'false' });
  expect(find(check, 'tab', /^Problems/u).states).toMatchObject({ selected: true });
  find(check, 'grid', /^Orders and their rows$/u);
  expect(check.filter(({ role }) => role === 'columnheader').length).toBeGreaterThan(4);
  expect(check.filter(({ role }) => role === 'row').length).toBeGreaterThan(10);
  expect(check.filter(({ role }) => role === 'rowheader').map(({ name }) => name)).toContain('5');

  // The active cell: which it is, what it holds, that it is wrong; and the next one after an arrow key.
  await app.selectCell(5, 'D');
  const grid = await tree.focused();
  expect(grid).toMatchObject({ role: 'grid', active: { role: 'gridcell' } });
  expect(grid?.active?.name).toContain('99890123');
  expect(grid?.active?.states).toMatchObject({ invalid: 'true', selected: true });
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await tree.focused())?.active?.name).toContain('+998905104486');
  await page.keyboard.press('ArrowUp');

  // Correcting: the editor is a text field with the cell's text.
  await page.keyboard.press('F2');
  await expect.poll(async () => (await tree.focused())?.role).toBe('textbox');
  const editor = await tree.focused();
  expect(editor?.value).toBe('99890123');
  expect(editor?.name).not.toBe('');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('+998901234567');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('filter-errors')).toContainText('11');
  find(await hear('corrected'), 'button', /^Errors.*11/u);

  await page.getByTestId('next-step').click();
  await page.getByTestId('plan').waitFor();
  find(await hear('plan'), 'heading', /^What will be sent$/u);
  await page.getByTestId('send-all').click();
  await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'finished', { timeout: 60_000 });
  const sent = await hear('sent');
  // What happens while nobody touches anything is told by itself.
  const live = sent.filter(({ states }) => states['live'] === 'polite' || states['live'] === 'assertive');
  expect(live.length).toBeGreaterThan(0);
  expect(sent.some(({ role, name }) => (role === 'StaticText' || role === 'status') && /Finished/u.test(name))).toBe(
    true,
  );

  await page.getByTestId('step-report').click();
  await page.getByTestId('report-screen').waitFor();
  const report = await hear('report');
  find(report, 'heading', /^Report/u);
  find(report, 'button', /^Save report$/u);
  const file = path.join(home, 'hisobot.xlsx');
  writeFileSync(file, '');
  await app.answerSaveDialog(file);
  await page.getByTestId('save-report').click();
  await expect(page.getByTestId('notice-done')).toContainText('hisobot.xlsx', { timeout: 30_000 });
  const saved = await hear('report saved');
  find(saved, 'StaticText', /hisobot\.xlsx/u);
  expect(saved.some(({ role, states }) => role === 'status' && states['live'] === 'polite')).toBe(true);

  await page.getByTestId('go-to-settings').click();
  await page.getByTestId('settings-screen').waitFor();
  await hear('settings');
  await page.getByTestId('go-to-products').click();
  await page.getByTestId('products-screen').waitFor();
  await hear('products');
});
