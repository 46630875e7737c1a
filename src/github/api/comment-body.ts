import { readMarker, withoutMarker, writeMarker, type CommentMarker } from './comment-marker.ts';
import { readPlanned, writePlanned, type PlannedEnvironment } from './comment-plans.ts';
import { readMark, staleBanner, writeMark, type StaleMark } from './stale-marks.ts';

/** A comment of ours, taken apart: what it says about itself, what it was told since, and what it shows. */
export interface CommentBody {
  readonly marker: CommentMarker;
  /** The plans that it shows; of a long comment, in its first part only. */
  readonly planned: readonly PlannedEnvironment[];
  /** Deployments that have overtaken them. */
  readonly marks: readonly StaleMark[];
  /** Markdown. */
  readonly text: string;
}

/** Characters that everything but the text takes at most: three environments' hidden lines and what they say. */
export const bodyOverhead = 6_000;

const end = '<!-- end of stale -->';

/** @param pull the number of the pull request that it stands on */
export function writeBody({ marker, ...rest }: CommentBody, pull: number): string {
  return writeMarker(marker) + withoutMarkerOf(rest, pull);
}

/** All but the marker's lines. */
export function withoutMarkerOf({ planned, marks, text }: Omit<CommentBody, 'marker'>, pull: number): string {
  return [
    ...planned.map(writePlanned),
    ...(marks.length === 0 ? [] : [...marks.map(writeMark), staleBanner(marks, planned, pull), end]),
    text.trim(),
  ].join('\n');
}

/** `null`: the comment does not begin with our marker. Lines that have not our form exactly are part of its text. */
export function readBody(body: string): CommentBody | null {
  const marker = readMarker(body);
  if (marker === null) return null;
  const lines = withoutMarker(body).split('\n');
  const planned = readWhile(lines, readPlanned);
  const marks = readWhile(lines, readMark);
  const ends = marks.length === 0 ? -1 : lines.indexOf(end);
  return {
    marker,
    planned,
    marks,
    text: lines
      .slice(ends + 1)
      .join('\n')
      .trim(),
  };
}

/** Takes lines off the front as long as they can be read. */
function readWhile<T>(lines: string[], read: (line: string) => T | null): readonly T[] {
  const found: T[] = [];
  for (;;) {
    const one = read(lines[0] ?? '');
    if (one === null) return found;
    found.push(one);
    lines.shift();
  }
}
