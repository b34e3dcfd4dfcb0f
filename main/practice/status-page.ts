/** Renders the web page of the practice WMS: what it is, and the orders that it has accepted. */
import type { Translator } from '../../shared/messages/translator.ts';
import type { PracticeOrder } from './practice-ledger.ts';

const shown = 200;

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** HTML without scripts; the newest orders first. */
export function renderStatusPage(orders: readonly PracticeOrder[], translate: Translator): string {
  const rows = orders
    .slice(-shown)
    .reverse()
    .map(({ id, orderId, request, at }) => {
      const cells = [
        String(id),
        String(orderId),
        request.full_name,
        request.region,
        String(request.order_items.length),
        new Date(at).toISOString(),
      ];
      return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
    });
  const headings = [
    translate('practice.page.wmsId'),
    translate('field.order_id'),
    translate('field.full_name'),
    translate('field.region'),
    translate('practice.page.items'),
    translate('practice.page.time'),
  ];
  return `<!DOCTYPE html>
<html lang="${translate.language}">
<head>
<meta charset="utf-8">
<title>${escape(translate('practice.page.title'))}</title>
<style>
body { font: 14px 'Segoe UI', 'Noto Sans', sans-serif; margin: 24px; color-scheme: light dark; }
table { border-collapse: collapse; } th, td { text-align: left; padding: 4px 12px; border-bottom: 1px solid #8884; }
</style>
</head>
<body>
<h1>${escape(translate('practice.page.title'))}</h1>
<p>${escape(translate('practice.page.explanation'))}</p>
<p>${escape(translate('practice.page.count', { count: orders.length }))}</p>
<table><thead><tr>${headings.map((heading) => `<th>${escape(heading)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
</body>
</html>
`;
}
