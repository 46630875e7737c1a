import type { Edit } from '../work-copy.ts';

/** The commits that the rehearsal plays, each one line of the sources. */
export const edits = {
  /** Three stacks deep: app → photos function. */
  moreMemory: {
    file: 'templates/modules/photos-function.yml',
    from: 'MemorySize: 512',
    to: 'MemorySize: 1024',
  },
  /** One asset of the site; its name carries its hash, and so the page that names it changes too. */
  newLogo: { file: 'site/src/assets/logo.svg', from: '</svg>', to: '<title>Photos</title></svg>' },
  /** The classic mistake: the function answers with whatever origin asks. */
  anyOrigin: {
    file: 'lambda/shared-http/cors.ts',
    from: 'return policy.origins.find((allowed) => allowed === origin);',
    to: 'return origin ?? policy.origins[0];',
  },
  /** SQS takes 0 to 43,200 seconds. */
  badQueue: {
    file: 'templates/modules/photo-events.yml',
    from: 'VisibilityTimeout: 30',
    to: 'VisibilityTimeout: 999999',
  },
} as const satisfies Record<string, Edit>;
