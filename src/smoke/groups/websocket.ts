import { FixtureError, allOf, each, failed, notEnforceable, passed } from '../check.ts';
import type { Check, Verdict } from '../check.ts';
import { evidenceOf } from '../evidence.ts';
import { forge, type Forgeries } from '../forgeries.ts';
import type { Probe } from '../probe.ts';
import type { SocketProfile } from '../profile.ts';
import { lagNote, settle } from '../settle.ts';
import type { SmokeTarget } from '../target.ts';
import type { TokenChange, TokenSource } from '../tokens.ts';
import type { Handshake, HandshakeAnswer, OpenSocket } from '../web-socket.ts';

const valid = 'websocket/connects';
/** Milliseconds that a message may take there and back. */
const echoPatience = 8000;

/** Who brings a valid token is connected, by each way that clients have, and hears what is said; nobody else is. */
export function websocket(target: SmokeTarget, profile: SocketProfile): readonly Check[] {
  const { url, subprotocol } = profile;
  const tokens = (): TokenSource => {
    if (target.socketTokens === null)
      throw new FixtureError(`the profile names no source of tokens for ${target.environment}`);
    return target.socketTokens;
  };
  const bearer = (token: string): Handshake => ({ url, headers: { authorization: `Bearer ${token}` } });
  const byQuery = (token: string): Handshake => ({ url: `${url}?token=${encodeURIComponent(token)}` });

  async function open(probe: Probe, handshake: Handshake): Promise<HandshakeAnswer> {
    const answer = await target.openSocket(handshake, target.signal);
    probe.attach([
      evidenceOf({
        method: 'GET',
        url: handshake.url.replace(/^ws/, 'http'),
        requestHeaders: handshake.headers ?? {},
        status: answer.kind === 'open' ? 101 : answer.status,
        responseHeaders: {},
      }),
    ]);
    return answer;
  }

  /** Opens, judges and closes again. */
  async function connected(
    probe: Probe,
    handshake: Handshake,
    judge: (socket: OpenSocket) => Verdict | Promise<Verdict> = () => passed(),
  ): Promise<Verdict> {
    const settled = await settle(
      target,
      () => open(probe, handshake),
      ({ kind }) => kind === 'open',
    );
    const answer = settled.value;
    if (answer.kind === 'refused') return failed(described(answer));
    try {
      return allOf([await judge(answer.socket), passed(lagNote(settled))]);
    } finally {
      answer.socket.close();
    }
  }

  async function refused(probe: Probe, handshake: Handshake): Promise<Verdict> {
    const answer = await open(probe, handshake);
    if (answer.kind === 'refused')
      return answer.status === 401 || answer.status === 403 ? passed() : failed(described(answer));
    answer.socket.close();
    return failed('HTTP 101: it was let in');
  }

  const say = (socket: OpenSocket, text: string): void => {
    socket.send(JSON.stringify({ action: profile.action, text, id: target.runId }));
  };
  const hears = async (socket: OpenSocket, text: string): Promise<Verdict> =>
    (await socket.next((message) => textOf(message) === text, echoPatience)) === null
      ? failed(`nothing came back within ${echoPatience / 1000} s`)
      : passed();

  const common = { group: 'websocket', severity: 'critical', pairedWith: valid, want: '401 or 403' } as const;
  const positive = { ...common, pairedWith: null, impliedBy: valid } as const;
  const forged = target.fixture(async (probe) =>
    forge(await tokens().valid(probe), await tokens().publicKeys(probe)),
  );
  const claim = (name: string, change: (now: number) => TokenChange, hint: string): Check => ({
    ...common,
    id: `websocket/${name}`,
    hint: `usually: ${hint}`,
    run: async (probe) => {
      const { sign } = tokens();
      if (sign === null) {
        return notEnforceable(
          `a wrong claim means something only under a trusted signature, and ${target.environment} trusts no test issuer`,
        );
      }
      return refused(probe, bearer(await sign(change(Math.floor(target.clock.now() / 1000)))));
    },
  });

  return [
    {
      ...common,
      id: valid,
      pairedWith: null,
      want: '101 to a valid token in the Authorization header',
      hint: "usually: the authorizer cannot fetch the issuer's keys, audience and issuer differ, or the function of $connect fails",
      run: async (probe) => connected(probe, bearer(await tokens().valid(probe))),
    },
    {
      ...positive,
      id: 'websocket/connects-by-query',
      want: '101 to a valid token in the query, since a browser sets no header',
      hint: 'usually: the authorizer has an IdentitySource, and the gateway refuses who does not bring just that',
      run: async (probe) => connected(probe, byQuery(await tokens().valid(probe))),
    },
    ...(subprotocol === undefined
      ? []
      : [
          {
            ...positive,
            id: 'websocket/connects-by-subprotocol',
            want: `101 to a valid token beside the subprotocol, and ${subprotocol} named back`,
            hint: 'usually: the function of $connect names no Sec-WebSocket-Protocol in its answer, so that browsers hang up',
            run: async (probe: Probe) => {
              const protocols = [subprotocol, `bearer.${await tokens().valid(probe)}`];
              return connected(probe, { url, protocols }, ({ protocol }) =>
                protocol === subprotocol
                  ? passed()
                  : failed(`subprotocol: ${protocol === '' ? 'none' : 'another one'}`),
              );
            },
          },
        ]),
    {
      ...positive,
      id: 'websocket/echo',
      want: 'a message comes back to the connection that sent it, and to another one of its session',
      hint: 'usually: the function of the route may not reach connections (execute-api:ManageConnections), or does not find them in the table',
      run: async (probe) => {
        const handshake = bearer(await tokens().valid(probe));
        return connected(probe, handshake, (first) =>
          connected(probe, handshake, async (second) => {
            const text = `slipway-smoke ${target.runId}`;
            say(first, text);
            const [own, other] = await Promise.all([hears(first, text), hears(second, text)]);
            return own.outcome === 'passed' && other.outcome === 'failed'
              ? failed(`the other connection: ${other.got}`)
              : allOf([own, other]);
          }),
        );
      },
    },
    {
      ...common,
      id: 'websocket/no-token',
      hint: 'usually: the route $connect has no authorizer',
      run: async (probe) =>
        each(
          probe,
          [{ url }, byQuery(''), { url, headers: { authorization: 'Bearer' } }],
          () => 'without a token',
          (handshake, probe) => refused(probe, handshake),
        ),
    },
    {
      ...common,
      id: 'websocket/malformed-token',
      hint: 'usually: a parse error is let through, or the first word is cut off without being read',
      run: async (probe) => {
        const basic = `Basic ${await tokens().valid(probe)}`;
        return each(
          probe,
          [bearer('smoke'), bearer('a.b.c'), byQuery('smoke'), { url, headers: { authorization: basic } }],
          () => 'a token that is none',
          (handshake, probe) => refused(probe, handshake),
        );
      },
    },
    {
      ...common,
      id: 'websocket/forged-token',
      want: '401 or 403 to one token of each known forgery',
      hint: 'usually: the token is decoded and not verified, or the algorithm is taken from the token',
      run: async (probe) => {
        const kinds = Object.entries(await forged(probe)) as [keyof Forgeries, readonly string[]][];
        const cases = kinds.flatMap(([kind, [token]]) => (token === undefined ? [] : [{ kind, token }]));
        return each(
          probe,
          cases,
          ({ kind }) => kind,
          ({ token }, probe) => refused(probe, bearer(token)),
        );
      },
    },
    claim(
      'expired',
      (now) => ({ claims: { iat: now - 7200, nbf: now - 7200, exp: now - 3600 } }),
      'exp is not checked',
    ),
    claim(
      'wrong-issuer',
      () => ({ claims: { iss: 'https://issuer.slipway.invalid' } }),
      'iss is not checked',
    ),
    claim(
      'wrong-audience',
      () => ({ claims: { aud: 'slipway-smoke-other', client_id: 'slipway-smoke-other' } }),
      'neither aud nor client_id is checked',
    ),
    claim(
      'wrong-token-use',
      () => ({ claims: { token_use: 'id' } }),
      'an identity token passes for an access token',
    ),
    claim('missing-scope', () => ({ claims: { scope: 'slipway-smoke/none' } }), 'scopes are not checked'),
  ];
}

function described({ status, reason }: Extract<HandshakeAnswer, { kind: 'refused' }>): string {
  return status === null ? reason : `HTTP ${status}`;
}

function textOf(message: string): unknown {
  try {
    const parsed: unknown = JSON.parse(message);
    return typeof parsed === 'object' && parsed !== null && 'text' in parsed ? parsed.text : undefined;
  } catch {
    return undefined;
  }
}
