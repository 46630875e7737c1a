/**
 * Errors of a read that say nothing about the stack: throttling, a service that stumbles, a lost connection. The SDK has
 * retried a few times already when one arrives here; who follows an operation goes on, more slowly.
 * Names: "Common errors" of the CloudFormation API reference and the SDK's own retry classification.
 */
const throttling = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'SlowDown',
]);
const network = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'UND_ERR_SOCKET',
]);

function isThrottling(error: unknown): boolean {
  return error instanceof Error && (throttling.has(error.name) || httpStatus(error) === 429);
}

export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isThrottling(error) || error.name === 'TimeoutError') return true;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && network.has(code)) || (httpStatus(error) ?? 0) >= 500;
}

function httpStatus(error: Error): number | undefined {
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}
