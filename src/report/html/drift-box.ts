import type { AnyPlan } from '../../plan/static-plan.ts';
import { driftReport } from '../drift-text.ts';
import { html, type Markup } from './markup.ts';

/** More resources than that fold away. */
const mostOpen = 12;

/** What a plan says of drift: all resources with all properties, and what nobody knows. */
export function driftBox(plan: AnyPlan): Markup {
  const report = driftReport(plan);
  if (report === null || (report.headline === null && report.resources.length === 0)) return html``;
  const items = [
    ...report.resources.map(
      ({ subject, place, fate, properties }) =>
        html`<li>
          <code>${subject}</code> ${fate}${place === null ? '' : html` <span class="quiet">(${place})</span>`}
          ${
            properties.length === 0
              ? ''
              : html`<ul>
                  ${properties.map(({ name, text }) => html`<li><code>${name}</code> ${text}</li>`)}
                </ul>`
          }
        </li>`,
    ),
    ...report.unknown.map(
      ({ subjects, because }) =>
        html`<li>
          unknown:
          ${subjects.map((subject, index) => html`${index === 0 ? '' : ', '}<code>${subject}</code>`)}:
          ${because}
        </li>`,
    ),
  ];
  const list = html`<ul>
    ${items}
  </ul>`;
  return html`<div class="${report.isGrave ? 'stop' : 'caution'} drift">
    <p><strong>${report.headline ?? `${plan.environment} overwrites no drift`}.</strong></p>
    ${
      items.length <= mostOpen
        ? list
        : html`<details class="fold">
            <summary>${items.length} entries</summary>
            ${list}
          </details>`
    }
  </div>`;
}
