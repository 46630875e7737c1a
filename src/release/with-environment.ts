import type { EnvironmentName } from '../config/environment-name.ts';
import { sha256 } from '../runtime/sha256.ts';
import { releaseId } from './manifest.ts';
import type { Release } from './release.ts';

/**
 * The same release but for the parameters of one environment: templates, functions, site and all other files are the very bytes.
 * @param text of that environment's file
 */
export function withEnvironment(release: Release, environment: EnvironmentName, text: string): Release {
  const bytes = new TextEncoder().encode(text);
  const key = sha256(bytes);
  const { manifest } = release;
  const { path } = manifest.environments[environment];
  const changed = {
    ...manifest,
    environments: { ...manifest.environments, [environment]: { path, sha256: key, size: bytes.length } },
  };
  return {
    id: releaseId(changed),
    manifest: changed,
    read: (wanted) => (wanted === key ? Promise.resolve(bytes) : release.read(wanted)),
  };
}
