/** Which run wrote something about a pull request; of two, the one with the higher numbers is newer. */
export interface RunNumber {
  readonly id: number;
  readonly attempt: number;
}

/** What a comment of ours says about itself in its first line, which GitHub does not show. */
export interface CommentMarker {
  readonly system: string;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly run: RunNumber;
}

const pattern =
  /^<!-- slipway:(?<system>[A-Za-z0-9-]+)(?: part (?<part>\d{1,3})\/(?<parts>\d{1,3}))? -->\n<!-- run (?<id>\d{1,15})\.(?<attempt>\d{1,6}) -->\n/;

export function writeMarker({ system, part, parts, run }: CommentMarker): string {
  const place = parts === 1 ? '' : ` part ${part}/${parts}`;
  return `<!-- slipway:${system}${place} -->\n<!-- run ${run.id}.${run.attempt} -->\n`;
}

/** The marker that a comment begins with; anywhere else it is somebody's quotation. */
export function readMarker(body: string): CommentMarker | null {
  const groups = pattern.exec(lines(body))?.groups;
  if (!groups) return null;
  return {
    system: groups['system'] ?? '',
    part: Number(groups['part'] ?? 1),
    parts: Number(groups['parts'] ?? 1),
    run: { id: Number(groups['id']), attempt: Number(groups['attempt']) },
  };
}

/** What a comment shows, without the marker. */
export function withoutMarker(body: string): string {
  return lines(body).replace(pattern, '').trim();
}

export function isNewer(run: RunNumber, other: RunNumber): boolean {
  return run.id > other.id || (run.id === other.id && run.attempt > other.attempt);
}

/** GitHub hands line ends on as they came, from a browser with carriage returns. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');
