/**
 * A reason as a person would say it: without the wrapping of resource handlers, request ids and tokens, which help nobody
 * and change with every run. `Resource handler returned message: "X (Service: Lambda, Status Code: 400, Request ID: …)"
 * (RequestToken: …, HandlerErrorCode: InvalidRequest)` becomes `X`.
 */
export function plainReason(reason: string): string {
  let text = reason.trim();
  text = text.replace(/\s*\(RequestToken: [^()]*\)\s*$/, '');
  const handler = /^Resource handler returned message: "([\s\S]*)"$/.exec(text);
  if (handler?.[1] !== undefined) text = handler[1];
  text = text.replace(/\s*\(Service: [^()]*(?:\([^()]*\)[^()]*)*\)/g, '');
  return text.trim();
}

/** `Resource creation cancelled` and its kin: the resource did nothing wrong. */
export function isCancellation(reason: string | null): boolean {
  return (
    reason !== null && /^Resource (?:creation|update|deletion|import) cancell?ed\.?$/i.test(reason.trim())
  );
}

/** The stack's own summary of what failed in it, which says nothing of its own. */
export function isSummary(reason: string | null): boolean {
  if (reason === null) return true;
  return (
    /^The following (?:resource\(s\)|hook\(s\)) failed/i.test(reason.trim()) ||
    /^(?:Rollback|Update) (?:requested|cancelled) by user\.?$/i.test(reason.trim()) ||
    /^(?:Rollback requested|Rollback complete|User Initiated)\.?$/i.test(reason.trim())
  );
}
