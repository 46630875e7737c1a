import type { Clock } from '../../src/runtime/clock.ts';
import { createChangeSets } from './cloudformation/change-sets.ts';
import type { Recreation } from './cloudformation/recreation.ts';
import { fromClick, toClick } from './click.ts';
import { directoryOf } from './directory.ts';
import { createEdge } from './edge/edge.ts';
import type { Emulators } from './emulators.ts';
import type { Issuers } from './issuers.ts';
import type { SocketRoute } from './listener.ts';
import { keysIn, knownKeys } from './keys.ts';
import {
  headerOf,
  pathOf,
  textResponse,
  xmlResponse,
  type FrontRequest,
  type FrontResponse,
} from './message.ts';
import { answerOwn } from './own.ts';
import { credentialOf, hostName, isLoopback, placeOf, serviceOf, type Place } from './place.ts';
import type { Placeholder } from './placeholders.ts';
import { turnsOf, type Turns } from './turns.ts';
import { refuseWebIdentity } from './web-identity.ts';

/**
 * How many requests reach an account's APIs at once. The emulator starts a process for every call of a function that finds
 * none idle, and starting costs more than waiting.
 */
const apiCallsAtOnce = 3;

export interface FrontParts {
  readonly emulators: Emulators;
  readonly issuers: Issuers;
  readonly recreation: Recreation;
  readonly placeholders: () => readonly Placeholder[];
  readonly clock: Clock;
  /** One line a request, and what went wrong; nothing secret. */
  readonly log: (line: string) => void;
}

export interface Front {
  /** @param account the account whose Lambda functions use this listener; `undefined` on the public port */
  answer(request: FrontRequest, account?: string): Promise<FrontResponse>;
  /** Where a WebSocket goes: APIs have them, nothing else does. */
  routeSocket(request: FrontRequest): Promise<SocketRoute>;
}

/** The front itself: finds the account and the part of AWS that a request is for, and adds what the emulator lacks. */
export function createFront({ emulators, issuers, recreation, placeholders, clock, log }: FrontParts): Front {
  const keys = knownKeys(emulators.accounts);
  const directory = directoryOf(emulators, () => clock.now());
  const edge = createEdge({ emulators, directory, clock });
  const changeSets = createChangeSets({ emulators, recreation, clock, log });

  const turns = new Map<string, Turns>();
  function turnsFor(account: string): Turns {
    const known = turns.get(account) ?? turnsOf(apiCallsAtOnce);
    turns.set(account, known);
    return known;
  }

  async function service(request: FrontRequest, caller: string | undefined): Promise<FrontResponse> {
    const form = formOf(request);
    const key = credentialOf(request);
    const account =
      accountOfRole(form?.get('RoleArn') ?? undefined, form?.get('Action') ?? undefined) ??
      (key === undefined ? undefined : keys.accountOf(key)) ??
      caller ??
      emulators.accounts[0];
    if (account === undefined || !emulators.accounts.includes(account)) {
      return xmlResponse(403, accessDenied(`The local AWS has no account ${account ?? ''}.`));
    }
    if (key !== undefined && caller !== undefined) keys.remember(key, account);
    const forward = (): Promise<FrontResponse> => emulators.send(account, request);
    if (form?.get('Action') === 'AssumeRoleWithWebIdentity') {
      const refusal = await refuseWebIdentity({ emulators, issuers }, account, form);
      if (refusal !== undefined) return refusal;
    }
    if (form !== undefined && serviceOf(request) === 'cloudformation') {
      return (await changeSets.answer(account, request, form, forward)) ?? forward();
    }
    const response = await forward();
    if (edge.invalidations.isFor(request)) return edge.invalidations.answer(request, response);
    if (response.status === 200 && handsOutKeys(form, serviceOf(request))) {
      for (const handedOut of keysIn(response.body.toString())) keys.remember(handedOut, account);
    }
    return response;
  }

  async function bucket(
    name: string,
    request: FrontRequest,
    caller: string | undefined,
  ): Promise<FrontResponse> {
    const key = credentialOf(request);
    const account =
      (await directory.accountOfBucket(name)) ??
      (key === undefined ? undefined : keys.accountOf(key)) ??
      caller ??
      emulators.accounts[0] ??
      '';
    return emulators.send(account, request);
  }

  async function api(
    apiId: string,
    region: string,
    request: FrontRequest,
    caller: string | undefined,
  ): Promise<FrontResponse> {
    const account = await directory.accountOfApi(apiId, region);
    if (account === undefined) return noSuchApi;
    // A signature covers the host.
    const renamed = credentialOf(request) === undefined ? inEmulator(request, apiId) : request;
    // What a function asks of an API goes at once: it may hold a turn itself.
    if (caller !== undefined) return emulators.send(account, renamed);
    return turnsFor(account).take(() => emulators.send(account, renamed));
  }

  async function at(place: Place, request: FrontRequest, caller: string | undefined): Promise<FrontResponse> {
    switch (place.kind) {
      case 'own':
        return answerOwn({ emulators, issuers, placeholders }, request);
      case 'issuer':
        return issuers.answer(place.issuer, request);
      case 'distribution':
        return edge.answer(place.label, request);
      case 'api':
        return api(place.apiId, place.region, request, caller);
      case 'bucket':
        return bucket(place.bucket, request, caller);
      case 'service':
        return service(request, caller);
    }
  }

  async function routeSocket(request: FrontRequest): Promise<SocketRoute> {
    const place = placeOf(request);
    if (place?.kind !== 'api') return { refusal: textResponse(400, 'No WebSocket is served here.\n') };
    const account = await directory.accountOfApi(place.apiId, place.region);
    if (account === undefined) return { refusal: noSuchApi };
    return { port: emulators.portOf(account), request: inEmulator(request, place.apiId) };
  }

  return {
    routeSocket: async (request) => {
      const route = await routeSocket(request);
      const end = 'refusal' in route ? String(route.refusal.status) : 'handed on';
      log(`${request.method} ${request.scheme}://${request.host}${pathOf(request)} socket ${end}`);
      return route;
    },
    answer: async (asked, caller) => {
      const started = clock.now();
      const request = fromClick(asked) ?? asked;
      const place = placeOf(request);
      if (place === undefined) return textResponse(502, `The local AWS has no host ${request.host}.\n`);
      const standsForHttps = place.kind === 'service' || isLoopback(hostName(request.host));
      const response = await at(place, standsForHttps ? { ...request, scheme: 'https' } : request, caller);
      const took = `${clock.now() - started} ms`;
      const byRoot = /^\d{12}$/.test(credentialOf(request) ?? '') ? ' by the root key' : '';
      log(
        `${request.method} ${request.scheme}://${request.host}${pathOf(request)} ${callOf(request, place)} ${response.status} ${took}${byRoot}`,
      );
      return request === asked ? response : toClick(response, asked.host.slice(hostName(asked.host).length));
    },
  };
}

/** API Gateway answers a request for an API that does not exist with 403 Forbidden (assumed). */
const noSuchApi = textResponse(403, '{"message":"Forbidden"}', [['x-amzn-errortype', 'ForbiddenException']]);

/** The emulator knows an API by this name. */
function inEmulator(request: FrontRequest, apiId: string): FrontRequest {
  return { ...request, host: `${apiId}.execute-api.localhost` };
}

/** The fields of a call in AWS' query protocol. */
function formOf(request: FrontRequest): URLSearchParams | undefined {
  const type = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (request.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(request.body.toString());
}

/** What a request asks for, in a word: `cloudformation:DescribeStacks`, `distribution`. */
function callOf(request: FrontRequest, place: Place): string {
  if (place.kind !== 'service') return place.kind;
  const action = formOf(request)?.get('Action') ?? headerOf(request, 'x-amz-target')?.split('.').at(-1);
  return [serviceOf(request) ?? 'service', ...(action === undefined ? [] : [action])].join(':');
}

/** STS looks a role up in the role's own account, whoever asks. */
function accountOfRole(arn: string | undefined, action: string | undefined): string | undefined {
  return action?.startsWith('AssumeRole') === true ? arn?.split(':')[4] : undefined;
}

function handsOutKeys(form: URLSearchParams | undefined, service: string | undefined): boolean {
  const action = form?.get('Action') ?? '';
  if (/^(AssumeRole|GetSessionToken|GetFederationToken)/.test(action)) return true;
  return service === 'iam' && action === 'CreateAccessKey';
}

function accessDenied(message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>${message}</Message></Error></ErrorResponse>`;
}
