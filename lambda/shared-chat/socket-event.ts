/**
 * As much of a WebSocket event as the chat's functions read (API Gateway Developer Guide, "Set up integration requests in
 * API Gateway" for WebSocket APIs). `headers` comes with `$connect` only, `body` with messages only.
 */
export interface SocketEvent {
  readonly headers?: Readonly<Record<string, string | undefined>> | null;
  readonly requestContext: {
    readonly connectionId: string;
    /** What the authorizer of `$connect` has put into its context, on every event of the connection. Values are texts. */
    readonly authorizer?: Readonly<Record<string, unknown>> | null;
  };
  readonly body?: string | null;
  readonly isBase64Encoded: boolean;
}

export interface SocketAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who is behind a connection, as the authorizer has told. */
export interface Member {
  readonly subject: string;
  readonly session: string;
  /** When the token ends that opened the connection, in seconds since 1970. */
  readonly expiresAt: number;
}

/** What the authorizer gives along for `memberOf` to read: texts and numbers, for a context holds nothing else. */
export function contextOf(member: Member): Readonly<Record<string, string | number>> {
  return { subject: member.subject, session: member.session, expiresAt: member.expiresAt };
}

/** Undefined where no authorizer stands before the route, or one that tells nothing of sessions. */
export function memberOf(event: SocketEvent): Member | undefined {
  const { subject, session, expiresAt } = event.requestContext.authorizer ?? {};
  if (typeof subject !== 'string' || typeof session !== 'string' || session === '') return undefined;
  return { subject, session, expiresAt: Number(expiresAt) };
}

/** A header by name, whatever case the client wrote it in. */
export function headerOf(event: Pick<SocketEvent, 'headers'>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === wanted)?.[1];
}
