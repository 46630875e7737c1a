import { clickAddress } from './front/click.ts';
import type { IssuerKey, OAuthClient, TokenClaims } from './front/issuers.ts';

import type { Placeholder } from './front/placeholders.ts';

/** A running local AWS, whether it runs in this process or in another. */
export interface LocalAws {
  readonly port: number;
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  /** For `HTTPS_PROXY` and `HTTP_PROXY`: with it the real host names work. */
  readonly proxyUrl: string;
  /** What clients have to trust: the path is for `NODE_EXTRA_CA_CERTS`. */
  readonly caCertificate: { readonly path: string; readonly pem: string };
  readonly accounts: readonly string[];
  /** An identity token as GitHub Actions gives it to a job; lives five minutes unless told otherwise. */
  issueGithubToken(claims: {
    readonly subject: string;
    readonly audience?: string;
    readonly lifetimeSeconds?: number;
    /** Further claims, `repository_id` for one. */
    readonly claims?: Readonly<Record<string, unknown>>;
  }): Promise<string>;
  /** A token of any issuer of the local AWS, `https://login.dev.companycam.com` for one. */
  signToken(issuer: string, claims: TokenClaims, lifetimeSeconds?: number): Promise<string>;
  /** Issuer and private key of an environment's smoke issuer. */
  smokeIssuer(environment: string, domain?: IssuerDomain): Promise<IssuerKey>;
  /** Makes an OAuth client known to an environment's login issuer; returns where it gets its tokens. */
  registerClient(
    environment: string,
    client: OAuthClient,
    domain?: IssuerDomain,
  ): Promise<{ readonly tokenUrl: string }>;
  /** Resources of types that the emulator refuses, which do nothing here. */
  placeholders(): Promise<readonly Placeholder[]>;
  /** The address that a person clicks for a real one: `http://d1.cloudfront.localhost:<port>/`. */
  clickAddress(url: string): string;
  stop(): Promise<void>;
}

/** Domains below which the front plays token issuers. */
export type IssuerDomain = 'companycam.com' | 'specwizard.com';

export function loginIssuerOf(environment: string, domain: IssuerDomain = 'companycam.com'): string {
  return `https://login.${environment}.${domain}`;
}

function smokeIssuerOf(environment: string, domain: IssuerDomain = 'companycam.com'): string {
  return `https://smoke-issuer.${environment}.${domain}`;
}

/** The handle of a front that listens on that port; everything it does goes over HTTP, so it works from any process. */
export function handleOf(
  front: {
    readonly port: number;
    readonly accounts: readonly string[];
    readonly caFile: string;
    readonly caCertificate: string;
  },
  stop: () => Promise<void>,
): LocalAws {
  const endpoint = `http://127.0.0.1:${front.port}`;

  async function ask<T>(path: string, body: unknown): Promise<T> {
    const answer = await fetch(`${endpoint}${path}`, { method: 'POST', body: JSON.stringify(body) });
    if (!answer.ok)
      throw new Error(`The local AWS answered ${answer.status} to ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async function signToken(
    issuer: string | undefined,
    claims: TokenClaims,
    lifetimeSeconds?: number,
  ): Promise<string> {
    return (await ask<{ token: string }>('/_slipway/token', { issuer, claims, lifetimeSeconds })).token;
  }

  return {
    port: front.port,
    endpoint,
    proxyUrl: endpoint,
    caCertificate: { path: front.caFile, pem: front.caCertificate },
    accounts: front.accounts,
    issueGithubToken: ({ subject, audience = 'sts.amazonaws.com', lifetimeSeconds, claims }) =>
      signToken(undefined, { ...claims, sub: subject, aud: audience }, lifetimeSeconds),
    signToken,
    smokeIssuer: (environment, domain) =>
      ask('/_slipway/issuer-key', { issuer: smokeIssuerOf(environment, domain) }),
    registerClient: async (environment, client, domain) => {
      const issuer = loginIssuerOf(environment, domain);
      await ask('/_slipway/client', { issuer, client });
      return { tokenUrl: `${issuer}/oauth2/token` };
    },
    placeholders: async () => {
      const answer = await fetch(`${endpoint}/_slipway/placeholders`);
      return (await answer.json()) as readonly Placeholder[];
    },
    clickAddress: (url) => clickAddress(url, front.port),
    stop,
  };
}
