const environment = (account: string): string =>
  `account: '${account}'
regions: { home: eu-west-1, edge: us-east-1 }
values: { app: {} }
`;

/** The sample repository as a system that can be loaded: its one stack, with a function two templates deep. */
export const photosWithoutSite: Readonly<Record<string, string>> = {
  'params/photos/system.yml': `system: photos
description: Photos
stacks:
  app: { template: templates/photos/app.yml, region: home }
promotion: { approval: [prod] }
`,
  'params/photos/dev.yml': environment('111111111111'),
  'params/photos/sit.yml': environment('222222222222'),
  'params/photos/prod.yml': environment('333333333333'),
};
