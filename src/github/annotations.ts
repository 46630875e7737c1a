import type { Position } from '../errors/position.ts';
import { workflowCommand } from './workflow-commands.ts';

export type AnnotationKind = 'error' | 'warning' | 'notice';

/** A remark that GitHub shows beside a line of the change, and in the run's summary. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly title: string;
  readonly message: string;
  /** The file is relative to the workspace. */
  readonly at: Position | null;
  /** Among those of a kind the higher come first; 0 unless given. */
  readonly severity?: number;
}

/** GitHub keeps ten of each kind a step and drops the others without a word (Docs, "Usage limits"). */
export const annotationsOfKind = 10;

const kinds: readonly AnnotationKind[] = ['error', 'warning', 'notice'];

/**
 * The workflow commands for annotations: ten of each kind, the most severe first, the rest counted in one line.
 * @param spent how many of a kind were printed already
 */
export function annotationCommands(
  annotations: readonly Annotation[],
  spent: Readonly<Partial<Record<AnnotationKind, number>>> = {},
): readonly string[] {
  return kinds.flatMap((kind) => {
    const own = annotations
      .filter((each) => each.kind === kind)
      .sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
    const room = Math.max(0, annotationsOfKind - (spent[kind] ?? 0));
    const rest = own.length - room;
    return [
      ...own.slice(0, room).map(command),
      ...(rest > 0 ? [`${rest} more of kind ${kind} are not annotated; the summary lists them\n`] : []),
    ];
  });
}

function command({ kind, title, message, at }: Annotation): string {
  const place = at === null ? {} : { file: at.file, line: at.line, col: at.column };
  return workflowCommand(kind, { title, ...place }, message);
}
