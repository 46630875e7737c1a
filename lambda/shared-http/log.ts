/**
 * One structured line to the function's log group. The functions run with `LogFormat: JSON`, under which the
 * runtime turns an object given to the console into fields beside time, level and request id
 * (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html). Never a token, URL or form field.
 */
export function log(
  level: 'info' | 'error',
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  // eslint-disable-next-line no-console -- a Lambda function's console is its log
  console[level]({ message, ...fields });
}
