import type { PlanComment } from './plan-comment.ts';
import { planParts } from './plan-parts.ts';

export { headline, type PlanComment, type PlanEntry } from './plan-comment.ts';

/** The plans of one system for a pull request, in one text (`planParts` says what is left out if it has no room). */
export function planMarkdown(comment: PlanComment): string {
  return planParts(comment, 1)[0] ?? '';
}
