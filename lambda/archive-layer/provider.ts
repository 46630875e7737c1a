import { ArchiveError } from './errors.ts';
import { openGopro } from './gopro.ts';
import type { Waiting } from './retry.ts';

/** OAuth credentials of an account at a provider; no `clientSecret` for a public client (RFC 6749 section 2.1). */
export interface OAuthCredentials {
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly refreshToken: string;
}

export interface TokenGrant {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** A new refresh token, where the provider rotates them. */
  readonly refreshToken: string | null;
}

/** One medium, as small as an execution's payload needs it. */
export interface MediaItem {
  readonly mediaId: string;
  readonly filename: string;
  /** Bytes, where the provider says. */
  readonly size: number | null;
  /** ISO 8601, where the provider says. */
  readonly capturedAt: string | null;
}

export interface MediaPage {
  readonly items: readonly MediaItem[];
  /** Where the next page begins, for the provider alone to read; `null` at the end. */
  readonly next: string | null;
}

/** A cloud that media are fetched from. Every call throws `ArchiveError`s only. */
export interface CloudProvider {
  readonly name: string;
  /** @throws `CredentialsInvalid` and what a request throws */
  refresh(credentials: OAuthCredentials): Promise<TokenGrant>;
  /** A page, from the newest medium on. @throws `AccessTokenRejected` and what a request throws */
  list(accessToken: string, page: string | null, pageSize: number): Promise<MediaPage>;
  /** Where a medium's bytes are to be had for a while. @throws `MediaNotFound`, `MediaUnsupported`, `AccessTokenRejected`, … */
  locate(accessToken: string, mediaId: string): Promise<URL>;
}

export interface ProviderContext extends Waiting {
  readonly baseUrl: URL;
  readonly fetch: typeof fetch;
}

/** Opens a provider by name. */
export type OpenProvider = (context: ProviderContext) => CloudProvider;

/** The providers that the archive knows; another one is a line here and a file. */
export const providers: Readonly<Record<string, OpenProvider>> = { gopro: openGopro };

/** @throws `SettingsInvalid` with the names that there are */
export function openProvider(
  name: string,
  context: ProviderContext,
  registry: Readonly<Record<string, OpenProvider>> = providers,
): CloudProvider {
  const open = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (open !== undefined) return open(context);
  const choices = Object.keys(registry).join(', ');
  throw new ArchiveError('SettingsInvalid', `PROVIDER is ${name}; there is ${choices}`);
}
