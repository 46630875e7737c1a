import { clipped, code, prose } from './markdown.ts';
import type { StopText } from './plan-notes.ts';
import { someOf } from './units.ts';

export interface StopRoom {
  /** So many are told in full; one more is, too, where it would be the only one in a line. */
  readonly full: number;
  /** So many of the others get a line each, with their word; what is beyond is counted. */
  readonly lines: number;
  /** Characters of any text from outside. */
  readonly text: number;
  /** Where those that are only counted stand: `The full report`. */
  readonly whole: string;
}

/** Characters of a resource's path, of a property's and of a file's. */
const nameLength = 300;
/** More lines than that fold away. */
const openLines = 5;

/**
 * What stops a plan, or was let through: the worst in full, others in a line each, and those beyond counted by what they
 * would do. Every stop is either told or counted.
 *
 * @param stops of all environments
 * @returns blocks of Markdown
 */
export function stopBlocks(stops: readonly StopText[], room: StopRoom): readonly string[] {
  const sorted = [0, 1, 2].flatMap((weight) => stops.filter((stop) => weightOf(stop) === weight));
  const full = sorted.length === room.full + 1 && room.full > 0 ? sorted.length : room.full;
  const listed = sorted.slice(full, full + room.lines);
  const beyond = sorted.slice(full + room.lines);
  const lines = listed.map(stopLine);
  const list =
    lines.length <= openLines
      ? lines.map((line) => `> ${line}`).join('\n')
      : `<details><summary>${lines.length} more: ${countedByHeadline(listed)}</summary>\n\n${lines.join('\n')}\n\n</details>`;
  return [
    ...sorted.slice(0, full).map((stop) => stopBlock(stop, room.text)),
    ...(lines.length > 0 ? [list] : []),
    ...(beyond.length > 0 ? [beyondBlock(beyond, full + lines.length, room)] : []),
  ];
}

/** What no word mends, then what waits for one, then what has one. */
function weightOf({ label, overridden }: StopText): number {
  if (overridden) return 2;
  return label === null ? 0 : 1;
}

function stopBlock(stop: StopText, text: number): string {
  const cause = stop.property === null ? '' : `: ${nameText(stop.property)} changes`;
  const where = stop.place === null ? '' : ` (${prose(clipped(stop.place, nameLength))})`;
  const lines = [
    `> **${prose(clipped(stop.headline, nameLength))}${stop.overridden ? ', and may' : ''}.** ${nameText(stop.subject)}${cause}${where}.`,
    `> ${prose(clipped(stop.fate, text))}`,
  ];
  if (stop.label !== null) {
    lines.push(
      stop.overridden
        ? `> Allowed by ${code(stop.label)}.`
        : `> If you mean it, add the label ${code(stop.label)} (this release, this environment, this resource, this action; nothing else).`,
    );
  }
  return lines.join('\n');
}

function stopLine(stop: StopText): string {
  const label =
    stop.label === null ? '' : ` ${stop.overridden ? 'Allowed by' : 'Label'} ${code(stop.label)}.`;
  return `- ${prose(clipped(stop.headline, nameLength))}: ${nameText(stop.subject)}.${label}`;
}

function beyondBlock(beyond: readonly StopText[], told: number, { whole }: StopRoom): string {
  const more = told === 0 ? `${beyond.length} in all` : `${beyond.length} more`;
  const has = beyond.some(({ label }) => label !== null) ? 'names each, with its label' : 'names each';
  return `> **Left out here for room: ${more}.** ${countedByHeadline(beyond)}. ${whole} ${has}.`;
}

/** `12 × prod would replace a bucket`, the most frequent first. */
function countedByHeadline(stops: readonly StopText[]): string {
  const groups = Map.groupBy(stops, ({ headline, overridden }) => headline + (overridden ? ', and may' : ''));
  const texts = [...groups]
    .sort(([, left], [, right]) => right.length - left.length)
    .map(([headline, those]) => `${those.length} × ${prose(clipped(headline, nameLength))}`);
  return someOf(texts, 'kind', 5);
}

const nameText = (text: string): string => code(clipped(text, nameLength));
