import { driftReport, type DriftReport, type DriftText } from './drift-text.ts';
import { clipped, code, prose } from './markdown.ts';
import type { AnyPlan } from '../plan/static-plan.ts';
import { counted, someOf } from './units.ts';

/** So many resources, properties of one, and names in a line are told in a comment; the rest is counted. */
const most = { resources: 5, properties: 4, names: 5 };
/** Characters of a name, and of a value or a reason. */
const [nameLength, textLength] = [200, 300];

/**
 * What plans say of drift, as Markdown that stands before the changes: a quotation an environment, the worst first.
 *
 * @param room `headline`: only what it comes to
 */
export function driftBlocks(
  plans: readonly AnyPlan[],
  room: 'listed' | 'headline' = 'listed',
): readonly string[] {
  return plans.flatMap((plan) => {
    const report = driftReport(plan);
    const headline = report?.headline ?? null;
    return report === null || headline === null ? [] : [block(report, headline, room)];
  });
}

function block(report: DriftReport, headline: string, room: 'listed' | 'headline'): string {
  const head = `**${prose(headline)}.**`;
  const told = room === 'headline' ? [] : report.resources.slice(0, most.resources);
  const more = report.resources.length - told.length;
  const unknown = room === 'headline' ? [] : report.unknown.slice(0, most.resources);
  const lines = [
    head,
    ...told.flatMap(resourceLines),
    ...(more > 0 && told.length > 0 ? [`- and ${counted(more, 'more resource')}, in the full report`] : []),
    ...unknown.map(
      ({ subjects, because }) => `- unknown: ${names(subjects)}: ${prose(clipped(because, textLength))}`,
    ),
    ...(unknown.length > 0 && report.unknown.length > unknown.length
      ? [`- and ${counted(report.unknown.length - unknown.length, 'more reason')}, in the full report`]
      : []),
  ];
  return lines.map((line) => `> ${line}`).join('\n');
}

function resourceLines({ subject, place, fate, properties }: DriftText): readonly string[] {
  const where = place === null ? '' : ` (${prose(clipped(place, nameLength))})`;
  const told = properties
    .slice(0, most.properties)
    .map(({ name, text }) => `${code(clipped(name, nameLength))} ${prose(clipped(text, textLength))}`);
  const more = properties.length - told.length;
  const all = [...told, ...(more > 0 ? [`and ${counted(more, 'more property', 'more properties')}`] : [])];
  return [
    `- ${code(clipped(subject, nameLength))}${where} ${prose(fate)}`,
    ...all.map((text) => `  - ${text}`),
  ];
}

function names(subjects: readonly string[]): string {
  return someOf(
    subjects.map((subject) => code(clipped(subject, nameLength))),
    'resource',
    most.names,
  );
}
