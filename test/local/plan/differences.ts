/** One fact of a plan that the stand-in and the local AWS tell otherwise. */
export interface Difference {
  /** Kind and place: `property app/Api/PresignFunction Role`. */
  readonly where: string;
  readonly standIn: string | null;
  readonly localAws: string | null;
  readonly because: string;
}

/** The scenarios that are played on the local AWS, each with all in which its plan differs from the stand-in's. */
export const differences: Readonly<Record<string, readonly Difference[]>> = {
  add: [],
  replace: [
    {
      where: 'property app/Api/PresignFunction Environment.Variables.BUCKET',
      standIn: 'photos-dev-app-Storage-2-PhotosBucket-4 → ${Storage/PhotosBucket}',
      localAws: 'photos-prod → ${Storage/PhotosBucket}',
      because: 'the stand-in makes up physical ids; the local AWS, like AWS, takes BucketName for one',
    },
  ],
  'nested-remove': [],
  secret: [],
  empty: [],
  'output-only': [],
  // The local AWS leaves nothing out of its answer, and the plan is the same.
  'incomplete-data': [],
  '2000-changes': [],
  // As if nothing had been changed by hand: what detection finds on the local AWS is tried in drift.test.ts beside this.
  drift: [],
};

/** The scenarios that are not, each with the reason. */
export const notPlayed: Readonly<Record<string, string>> = {
  'failed-child':
    'the stand-in is told which nested stack fails and with which words; on the local AWS only what is wrong fails, as scripts/conformance/scenarios/nested-change-sets.ts plays it',
};
