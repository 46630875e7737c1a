import { clipped, prose } from './markdown.ts';
import {
  cautionBlocks,
  footer,
  headline,
  problemBlocks,
  wholeText,
  type PlanComment,
} from './plan-comment.ts';
import { driftBlocks } from './drift-blocks.ts';
import { leftOutText, type Shortening } from './plan-left-out.ts';
import { stopTexts } from './plan-notes.ts';
import { planPicture } from './plan-picture.ts';
import type { PlanItem } from './plan-rows.ts';
import { stopBlocks } from './plan-stop-blocks.ts';
import { planTable } from './plan-table.ts';
import { treeBlocks, treeGroups, worstItems, type TreeGroup } from './plan-tree-blocks.ts';

/** GitHub's limit for a comment, in characters. */
export const commentLimit = 65_536;
/** Above this part of the limit, what is alike is told once: it could be read, but nobody would. */
const calmPart = 1 / 4;
/** And as much of it the pictures. */
const picturePart = 0.15;
/** A change takes at least so much: its mark, a name and a type. */
const shortestLine = 20;
/** As much of a place may hold what comes before the trees. */
const headPart = 0.6;

/**
 * The plans of one system as Markdown, in at most so many parts that each have room in the comment's limit: the verdict, one
 * line an environment, what stops, and the changes folded away. If it does not fit, what is alike is told once; then it goes
 * on in further parts; then properties are left out; then all but the most important changes; then all of them. What is
 * left out is counted, and it is said where it stands. Nothing is cut inside a table, a quotation, a fence or a fold.
 *
 * @param most parts, at least one
 * @returns at least one; all within the limit if that is 1,000 or more
 */
export function planParts(comment: PlanComment, most: number): readonly string[] {
  return new Layout(comment, most).parts();
}

/** What a comment is put together from, and what has room in it. */
class Layout {
  readonly #comment: PlanComment;
  readonly #most: number;
  readonly #limit: number;
  readonly #groups: readonly TreeGroup[];
  /** What stands before the trees. */
  readonly #head: readonly string[];
  /** Whether the pictures of the stacks have room. */
  readonly #hasPictures: boolean;
  /** Whether there are none to show. */
  readonly #hasNoPictures: boolean;
  /** Characters of a sentence from outside. */
  readonly #text: number;

  constructor(comment: PlanComment, most: number) {
    this.#comment = comment;
    this.#most = most;
    this.#limit = comment.limit ?? commentLimit;
    this.#groups = treeGroups(comment.entries);
    this.#text = Number.isFinite(this.#limit) ? Math.max(200, Math.floor(this.#limit / 64)) : this.#limit;
    this.#head = this.#fittingHead();
    const pictures = this.#groups.flatMap(({ plan }) => planPicture(plan));
    this.#hasPictures = this.#sizeOf(pictures.join('\n')) <= this.#limit * picturePart;
    this.#hasNoPictures = pictures.length === 0;
  }

  parts(): readonly string[] {
    const hasPicture = this.#hasPictures;
    const all = { alike: 'listed', properties: 'listed', hasPicture } as const;
    const folded = { ...all, alike: 'folded' } as const;
    const bare = { ...folded, properties: 'grave' } as const;
    const calm = Number.isFinite(this.#limit) ? this.#limit * calmPart : this.#limit;
    return (
      this.#laidOut(all, 1, calm) ??
      this.#laidOut(folded, 1) ??
      this.#laidOut(folded, this.#most) ??
      this.#laidOut(bare, this.#most) ??
      this.#mostImportant() ?? [this.#leastOf()]
    );
  }

  /** As many changes of each environment as have room, the most important first. */
  #mostImportant(): readonly string[] | null {
    const ranked = this.#groups.map(({ plan }) => worstItems(plan));
    const longest = Math.min(
      Math.max(0, ...ranked.map((items) => items.length)),
      Math.ceil(this.#limit / shortestLine),
    );
    const withMost = (count: number): readonly string[] | null => {
      const only: ReadonlySet<PlanItem> = new Set(ranked.flatMap((items) => items.slice(0, count)));
      return this.#laidOut({ alike: 'listed', properties: 'grave', only, hasPicture: this.#hasPictures }, 1);
    };
    const count = largest(longest, (each) => withMost(each) !== null);
    return count === null ? null : withMost(count);
  }

  /** `null` where it takes more parts than that, or where a block has no room. */
  #laidOut(shortening: Shortening, most: number, limit = this.#limit): readonly string[] | null {
    const isEmpty = shortening.only?.size === 0;
    const hasPicture = this.#hasNoPictures || (shortening.hasPicture && !isEmpty);
    const left = leftOutText(this.#comment, this.#groups, { ...shortening, hasPicture });
    const first = [...this.#head, ...(left === null ? [] : [left])];
    const detail = {
      ...shortening,
      text: this.#text,
      room: most === 1 ? Number.POSITIVE_INFINITY : Math.floor(limit / 2),
      sizeOf: this.#sizeOf,
    };
    const trees = isEmpty ? [] : this.#groups.flatMap((group) => treeBlocks(group, detail));
    return this.#packed(first, trees, { most, limit });
  }

  /** Puts blocks into parts, in their order; the first part begins with what all is about and ends with the footer. */
  #packed(
    first: readonly string[],
    blocks: readonly string[],
    { most, limit }: { readonly most: number; readonly limit: number },
  ): readonly string[] | null {
    const end = footer(this.#comment);
    const whole = joined([...first, ...blocks, end]);
    if (this.#sizeOf(whole) <= limit) return [whole];
    if (most === 1) return null;
    const reserve = this.#sizeOf(joined([goesOn(most), end])) + 8;
    const parts: string[][] = [[...first]];
    let size = this.#sizeOf(joined(first)) + reserve;
    if (size > limit) return null;
    for (const block of blocks) {
      const added = this.#sizeOf(block) + 2;
      if (size + added > limit) {
        const heading = this.#heading(parts.length + 1, most);
        parts.push([heading]);
        size = this.#sizeOf(heading) + 2;
        if (size + added > limit) return null;
      }
      parts.at(-1)?.push(block);
      size += added;
    }
    if (parts.length > most) return null;
    return parts.map((part, index) =>
      index === 0
        ? joined([...part, goesOn(parts.length), end])
        : joined([this.#heading(index + 1, parts.length), ...part.slice(1)]),
    );
  }

  #heading(part: number, parts: number): string {
    return `### Slipway · ${this.#system()} · changes, part ${part} of ${parts}`;
  }

  #fittingHead(): readonly string[] {
    const limit = Number.isFinite(this.#limit) ? this.#limit * headPart : this.#limit;
    const stops = this.#comment.entries
      .toReversed()
      .flatMap(({ plan }) => (plan === null ? [] : stopTexts(plan)));
    const fits = (head: readonly string[]): boolean => this.#sizeOf(joined(head)) <= limit;
    const rooms = [
      [3, this.#text],
      [1, 200],
      [0, 60],
    ] as const;
    for (const [full, text] of rooms) {
      const withLines = (lines: number): readonly string[] =>
        this.#headWith(stopBlocks(stops, { full, lines, text, whole: wholeText(this.#comment) }), text);
      const lines = largest(stops.length, (each) => fits(withLines(each)));
      if (lines !== null) return withLines(lines);
    }
    return this.#headWith(
      stopBlocks(stops, { full: 0, lines: 0, text: 60, whole: wholeText(this.#comment) }),
      60,
    );
  }

  #headWith(stops: readonly string[], text: number): readonly string[] {
    const { entries } = this.#comment;
    return [
      this.#title(),
      ...cautionBlocks(this.#comment, text),
      planTable(entries),
      ...stops,
      ...driftBlocks(
        entries.flatMap(({ plan }) => plan ?? []),
        text < 200 ? 'headline' : 'listed',
      ),
      ...problemBlocks(entries, text),
    ];
  }

  #title(): string {
    return `### Slipway · ${this.#system()} · ${headline(this.#comment.entries)}`;
  }

  #system(): string {
    return prose(clipped(this.#comment.system, 60));
  }

  /** Where not even the table has room. */
  #leastOf(): string {
    const left = `**Left out here for room:** the table, what stops, and all changes. ${wholeText(this.#comment)} has everything.`;
    const texts = [
      joined([this.#title(), `> ${left}`, footer(this.#comment)]),
      joined([this.#title(), `> ${left}`]),
    ];
    return (
      texts.find((text) => this.#sizeOf(text) <= this.#limit) ??
      '**Slipway:** left out here for room; the full report has everything.'
    );
  }

  readonly #sizeOf = (text: string): number =>
    this.#comment.unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}

const joined = (blocks: readonly string[]): string => blocks.filter((block) => block !== '').join('\n\n');

const goesOn = (parts: number): string =>
  parts === 2
    ? 'The changes go on in the next comment.'
    : `The changes go on in the next ${parts - 1} comments.`;

/** The largest number from 0 to `most` that fits, where fewer always fit if more do; `null`: not even 0. */
function largest(most: number, fits: (count: number) => boolean): number | null {
  if (fits(most)) return most;
  if (!fits(0)) return null;
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
