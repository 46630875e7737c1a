/**
 * Whether a call failed because the bucket could not be reached: no answer, no credentials to ask with, a throttle or a
 * fault of S3 after all attempts. A refusal (another 4xx) is an answer, and falling back would hide a mistake.
 */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = statusOf(error);
  if (status === undefined) return !isProgrammingMistake(error);
  return status >= 500 || status === 429;
}

function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error)) return undefined;
  const metadata = error.$metadata as { readonly httpStatusCode?: number } | undefined;
  return metadata?.httpStatusCode;
}

function isProgrammingMistake(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
