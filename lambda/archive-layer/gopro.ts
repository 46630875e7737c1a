import * as v from 'valibot';
import { ArchiveError } from './errors.ts';
import type { CloudProvider, MediaItem, OAuthCredentials, ProviderContext } from './provider.ts';
import { readJson, request, requestJson, type ProviderRequest } from './request.ts';
import { retrying } from './retry.ts';

/*
 * GoPro publishes no description of its cloud's API. Paths, fields and media types are those of the community's OpenAPI
 * description (github.com/dustin/gopro-api); what is read is checked, so that a change is named and does not do harm.
 */

const grantSchema = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.optional(v.pipe(v.number(), v.minValue(1)), 3600),
  refresh_token: v.nullish(v.pipe(v.string(), v.nonEmpty()), null),
});

const mediaSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  filename: v.nullish(v.string(), null),
  file_size: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), null),
  captured_at: v.nullish(v.string(), null),
});

const searchSchema = v.object({
  _embedded: v.object({ media: v.array(mediaSchema) }),
  _pages: v.object({
    current_page: v.pipe(v.number(), v.integer()),
    total_pages: v.pipe(v.number(), v.integer()),
  }),
});

const fileSchema = v.object({ url: v.string(), available: v.optional(v.boolean(), true) });
const downloadSchema = v.object({
  _embedded: v.object({
    files: v.optional(v.array(fileSchema), []),
    variations: v.optional(
      v.array(v.object({ ...fileSchema.entries, label: v.nullish(v.string(), null) })),
      [],
    ),
  }),
});

/** Fields asked for, so that a page stays small. */
const fields = 'id,filename,file_size,captured_at';

/** The provider `gopro`: OAuth refresh, listing by pages, and where to download a medium, over HTTP. */
export function openGopro(context: ProviderContext): CloudProvider {
  const { baseUrl } = context;
  const url = (path: string, query: Readonly<Record<string, string>> = {}): URL => {
    const found = new URL(`${baseUrl.pathname.replace(/\/$/, '')}${path}`, baseUrl);
    for (const [name, value] of Object.entries(query)) found.searchParams.set(name, value);
    return found;
  };
  const ask = (init: RequestInit, at: URL): ProviderRequest => ({ ...context, url: at, init });
  const bearer = (accessToken: string, kind: string): RequestInit => ({
    headers: {
      authorization: `Bearer ${accessToken}`,
      accept: `application/vnd.gopro.jk.${kind}+json; version=2.0.0`,
    },
  });

  return {
    name: 'gopro',

    async refresh(credentials) {
      // 400 and 401 carry the reason as JSON (RFC 6749 section 5.2).
      const answer = await retrying(
        () => request({ ...ask(tokenRequest(credentials), url('/v1/oauth2/token')), accept: [400, 401] }),
        context,
      );
      const body = await readJson(answer).catch((error: unknown) => {
        if (answer.ok) throw error;
        return null;
      });
      if (!answer.ok) {
        const reason = v.safeParse(v.object({ error: v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)) }), body);
        const said = reason.success ? reason.output.error : `status ${answer.status}`;
        throw new ArchiveError('CredentialsInvalid', `the provider refuses the credentials: ${said}`);
      }
      const grant = read(grantSchema, body, 'the grant');
      return {
        accessToken: grant.access_token,
        expiresIn: grant.expires_in,
        refreshToken: grant.refresh_token,
      };
    },

    async list(accessToken, page, pageSize) {
      const number = page ?? '1';
      const query = { page: number, per_page: String(pageSize), order_by: 'created_at', fields };
      const body = await retrying(
        () => requestJson(ask(bearer(accessToken, 'media.search'), url('/media/search', query))),
        context,
      );
      const { _embedded: embedded, _pages: pages } = read(searchSchema, body, 'the list');
      if (embedded.media.length > pageSize) {
        throw new ArchiveError('ProviderAnswerInvalid', `the page holds more than the ${pageSize} asked for`);
      }
      const isLast = Number(number) >= pages.total_pages || embedded.media.length === 0;
      return { items: embedded.media.map(mediaItem), next: isLast ? null : String(Number(number) + 1) };
    },

    async locate(accessToken, mediaId) {
      const path = `/media/${encodeURIComponent(mediaId)}/download`;
      const body = await retrying(() => requestJson(ask(bearer(accessToken, 'media'), url(path))), context);
      const { files, variations } = read(downloadSchema, body, 'the download')._embedded;
      const source = variations.find(({ label, available }) => label === 'source' && available);
      const parts = files.filter(({ available }) => available);
      if (source === undefined && parts.length > 1) {
        throw new ArchiveError('MediaUnsupported', `${mediaId} consists of ${parts.length} files`);
      }
      const found = source ?? parts[0];
      if (found === undefined) {
        throw new ArchiveError('MediaNotFound', `${mediaId} has no file to download`);
      }
      return downloadUrl(found.url, baseUrl);
    },
  };
}

/** Refreshing an access token (RFC 6749 section 6). */
function tokenRequest({ clientId, clientSecret, refreshToken }: OAuthCredentials): RequestInit {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: clientId,
    refresh_token: refreshToken,
  });
  if (clientSecret !== null) body.set('client_secret', clientSecret);
  return { method: 'POST', headers: { accept: 'application/json' }, body };
}

function mediaItem({
  id,
  filename,
  file_size: size,
  captured_at: capturedAt,
}: v.InferOutput<typeof mediaSchema>): MediaItem {
  const date = capturedAt === null ? Number.NaN : Date.parse(capturedAt);
  return {
    mediaId: id,
    filename: safeName(filename ?? '') || id.slice(0, longestName),
    size,
    capturedAt: Number.isNaN(date) ? null : new Date(date).toISOString(),
  };
}

/** Characters; a step takes no longer name (`mediaItemSchema`). */
const longestName = 100;

/** A file's name without what has a meaning in keys, tags and paths (Amazon S3 User Guide, "Naming Amazon S3 objects"). */
const safeName = (name: string): string =>
  name
    .replaceAll(/[^\w.()-]+/g, '_')
    .replace(/^\.+/, '')
    .slice(0, longestName);

/** Where the provider says the bytes are: over TLS, unless the provider itself is asked without it. */
function downloadUrl(text: string, baseUrl: URL): URL {
  const found = URL.parse(text);
  if (found?.protocol === 'https:' || (found !== null && found.protocol === baseUrl.protocol)) return found;
  throw new ArchiveError('ProviderAnswerInvalid', 'the download has no address over HTTPS');
}

/** The answer in the form that is expected; where it has another one, the field is named and its value is not. */
function read<S extends v.GenericSchema>(schema: S, body: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const at = v.getDotPath(result.issues[0]);
  throw new ArchiveError(
    'ProviderAnswerInvalid',
    `${what} of the provider has another form at ${at ?? 'its root'}`,
  );
}
