import { readFileSync } from 'node:fs';
import { parseSmokeProfile } from '../../src/smoke/parse-profile.ts';
import type { SmokeProfile } from '../../src/smoke/profile.ts';

const file = 'params/companycam/smoke.yml';

/** The real profile, with the API's exposed headers filled in so that every check there is runs. */
export function profileOfCompanycam(): SmokeProfile {
  const source = readFileSync(file, 'utf8').replace(
    'headers: [authorization, content-type]',
    'headers: [authorization, content-type]\n    exposes: [ETag]',
  );
  return parseSmokeProfile(source, file);
}
