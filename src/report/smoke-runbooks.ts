import type { SmokeGroup } from '../smoke/report.ts';

/** Where to read on when a check of a group fails; relative to the repository. */
export const smokeRunbooks: Readonly<Record<SmokeGroup, string>> = {
  'presigned-put': 'docs/runbooks/presigned-urls.md',
  'presigned-post': 'docs/runbooks/presigned-urls.md',
  bucket: 'docs/runbooks/bucket-exposure.md',
  'service-level': 'docs/runbooks/smoke-runs.md',
  jwt: 'docs/runbooks/jwt.md',
  'cors-api': 'docs/runbooks/cors.md',
  'cors-bucket': 'docs/runbooks/cors.md',
  site: 'docs/runbooks/site.md',
  headers: 'docs/runbooks/site.md',
  'basic-auth': 'docs/runbooks/basic-auth.md',
  tls: 'docs/runbooks/tls.md',
  'cache-connectivity': 'docs/runbooks/cache-connectivity.md',
  cdn: 'docs/runbooks/site.md',
  websocket: 'docs/runbooks/chat-socket.md',
  'state-machine': 'docs/runbooks/state-machine.md',
  'rate-limit': 'docs/runbooks/keys-not-made.md',
  cleanup: 'docs/runbooks/smoke-runs.md',
};
