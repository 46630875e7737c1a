import * as v from 'valibot';
import { environmentNames } from '../config/environment-name.ts';
import { UserError } from '../errors/slipway-error.ts';
import { canonicalJson } from '../runtime/canonical-json.ts';
import { sha256 } from '../runtime/sha256.ts';
import type { ReleaseManifest, Sha256 } from './release.ts';

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex'));
const file = {
  path: v.pipe(v.string(), v.nonEmpty()),
  sha256: digest,
  size: v.pipe(v.number(), v.integer()),
};
const releasedFile = v.strictObject(file);
const siteFile = v.strictObject({ ...file, contentType: v.string(), cacheControl: v.string() });

const manifestSchema = v.strictObject({
  schema: v.literal(1),
  system: v.pipe(v.string(), v.nonEmpty()),
  templates: v.array(releasedFile),
  stacks: v.record(v.string(), v.strictObject({ template: digest, region: v.picklist(['home', 'edge']) })),
  functions: v.array(releasedFile),
  definition: releasedFile,
  environments: v.strictObject(v.entriesFromList(environmentNames, releasedFile)),
  smoke: v.nullable(releasedFile),
  site: v.nullable(v.array(siteFile)),
});

/** The manifest's bytes: what the release's id is the digest of. */
export function manifestBytes(manifest: ReleaseManifest): Uint8Array {
  return new TextEncoder().encode(canonicalJson(manifest));
}

/** The release's id. */
export function releaseId(manifest: ReleaseManifest): Sha256 {
  return sha256(manifestBytes(manifest));
}

/**
 * Reads a manifest back.
 *
 * @throws UserError `RELEASE_MANIFEST` where the bytes are no manifest that this version of Slipway knows
 */
export function parseManifest(bytes: Uint8Array, location: string): ReleaseManifest {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new UserError('RELEASE_MANIFEST', `${location} is not JSON, so it is no release`, { cause });
  }
  const result = v.safeParse(manifestSchema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new UserError(
    'RELEASE_MANIFEST',
    `${location} is not a release that this version of Slipway can read: ${v.getDotPath(issue) ?? 'the manifest'}: ${issue.message}`,
    { next: 'Make the release again: slipway release <system>' },
  );
}

/** Which objects a place needs: everything, or only what CloudFormation reads there (templates and code). */
export type ReleaseContents = 'everything' | 'stacks';

/** The keys of a release's artifacts, each once, the manifest last. */
export function artifactKeys(
  manifest: ReleaseManifest,
  contents: ReleaseContents = 'everything',
): readonly Sha256[] {
  const stacks = [...manifest.templates, ...manifest.functions];
  const rest = [
    manifest.definition,
    ...Object.values(manifest.environments),
    ...(manifest.smoke ? [manifest.smoke] : []),
    ...(manifest.site ?? []),
  ];
  const files = contents === 'stacks' ? stacks : [...stacks, ...rest];
  return [...new Set([...files.map((each) => each.sha256), releaseId(manifest)])];
}
