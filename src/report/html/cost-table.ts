import type { StackPlan } from '../../plan/plan.ts';
import { costText, dollars } from '../cost-text.ts';
import { html, type Markup } from './markup.ts';

/** What the monthly bill does, line by line: each price with its source; what has none is listed, never guessed. */
export function costTable(stacks: readonly StackPlan[]): Markup {
  const text = costText(stacks);
  const priced = stacks.flatMap(({ stack, cost }) =>
    (cost?.items ?? []).map((item) => ({ ...item, path: `${stack}/${item.path}` })),
  );
  const open = stacks.flatMap(({ stack, cost }) =>
    [
      ...(cost?.byUse ?? []).map((item) => ({ ...item, word: 'paid by use' })),
      ...(cost?.notPriced ?? []).map((item) => ({ ...item, word: 'not priced' })),
    ].map((item) => ({ ...item, path: `${stack}/${item.path}` })),
  );
  if (priced.length + open.length === 0) return html``;
  const sum = priced.reduce((usd, { before, after }) => usd + after - before, 0);
  const dearest = priced.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return html`<details class="aside fold">
    <summary>Monthly cost <b>${priced.length === 0 ? '' : dollars(sum)}</b></summary>
    ${text === null ? '' : html`<p class="quiet">${text}</p>`}
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th>resource</th>
            <th>type</th>
            <th class="number">before</th>
            <th class="number">after</th>
            <th class="number">difference</th>
            <th>from</th>
          </tr>
        </thead>
        <tbody>
          ${dearest.map(
            (item) =>
              html`<tr>
                <td class="mono">${item.path}</td>
                <td class="mono quiet">${item.type}</td>
                <td class="number">$${item.before.toFixed(2)}</td>
                <td class="number">$${item.after.toFixed(2)}</td>
                <td class="number">${dollars(item.after - item.before)}</td>
                <td class="quiet">
                  ${item.note === undefined ? '' : html`${item.note}<br />`}${item.source}, read ${item.read}
                </td>
              </tr>`,
          )}
          ${open.map(
            (item) =>
              html`<tr>
                <td class="mono">${item.path}</td>
                <td class="mono quiet">${item.type}</td>
                <td colspan="3">${item.word}</td>
                <td class="quiet">${item.because}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
