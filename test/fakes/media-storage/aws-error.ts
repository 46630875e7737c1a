/** An error as the SDK throws it, as far as the code looks at it. */
export function awsError(name: string, status: number, message = name): Error {
  const error = Object.assign(new Error(message), { $metadata: { httpStatusCode: status } });
  error.name = name;
  return error;
}
