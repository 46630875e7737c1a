import type { Emulators } from './emulators.ts';
import { firstText, xmlUnescape } from './xml.ts';

/**
 * Which account holds a bucket, an API or a distribution. Names of buckets are global on AWS, ids of APIs and
 * distributions are unique, so the first account that has one is the one meant. Only what was found is kept.
 */
export interface Directory {
  accountOfBucket(bucket: string): Promise<string | undefined>;
  accountOfApi(apiId: string, region: string): Promise<string | undefined>;
  /** @param label the first part of its own name, or one of its aliases */
  distributionOf(label: string): Promise<Distribution | undefined>;
}

export interface Distribution {
  readonly account: string;
  readonly id: string;
  /** Its own name, `d1.cloudfront.net`. */
  readonly domain: string;
}

/** How long an account is taken to have a bucket without looking again, in milliseconds. */
const bucketLifetime = 2000;

export function directoryOf(emulators: Emulators, now: () => number): Directory {
  const buckets = new Map<string, { readonly account: string; readonly until: number }>();
  const apis = new Map<string, string>();
  const distributions = new Map<string, Distribution>();

  async function firstAccount(has: (account: string) => Promise<boolean>): Promise<string | undefined> {
    const found = await Promise.all(
      emulators.accounts.map(async (account) => ((await has(account)) ? account : undefined)),
    );
    return found.find((account) => account !== undefined);
  }

  async function hasBucket(account: string, bucket: string): Promise<boolean> {
    const answer = await emulators.asRoot(account, {
      service: 's3',
      region: 'us-east-1',
      method: 'HEAD',
      target: `/${encodeURIComponent(bucket)}`,
    });
    return answer.status !== 404;
  }

  async function hasApi(account: string, apiId: string, region: string): Promise<boolean> {
    for (const target of [`/restapis/${apiId}`, `/v2/apis/${apiId}`]) {
      const answer = await emulators.asRoot(account, {
        service: 'apigateway',
        region,
        method: 'GET',
        target,
      });
      if (answer.status === 200) return true;
    }
    return false;
  }

  return {
    accountOfBucket: async (bucket) => {
      const known = buckets.get(bucket);
      if (known !== undefined && known.until > now()) return known.account;
      const account = await firstAccount((candidate) => hasBucket(candidate, bucket));
      if (account !== undefined) buckets.set(bucket, { account, until: now() + bucketLifetime });
      return account;
    },
    accountOfApi: async (apiId, region) => {
      const known = apis.get(apiId);
      if (known !== undefined) return known;
      const account = await firstAccount((candidate) => hasApi(candidate, apiId, region));
      if (account !== undefined) apis.set(apiId, account);
      return account;
    },
    distributionOf: async (label) => {
      const known = distributions.get(label);
      if (known !== undefined) return known;
      for (const account of emulators.accounts) {
        const answer = await emulators.asRoot(account, {
          service: 'cloudfront',
          region: 'us-east-1',
          method: 'GET',
          target: '/2020-05-31/distribution',
        });
        for (const summary of answer.body.toString().split('<DistributionSummary>').slice(1)) {
          const id = firstText(summary, 'Id');
          const domain = xmlUnescape(firstText(summary, 'DomainName') ?? '');
          if (id === undefined) continue;
          const names = [domain.split('.')[0] ?? domain, ...aliasesIn(summary)];
          for (const name of names) distributions.set(name, { account, id, domain });
        }
      }
      return distributions.get(label);
    },
  };
}

/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionSummary.html */
function aliasesIn(summary: string): readonly string[] {
  const aliases = /<Aliases>(.*?)<\/Aliases>/s.exec(summary)?.[1] ?? '';
  return [...aliases.matchAll(/<CNAME>(.*?)<\/CNAME>/gs)].map(([, name = '']) => xmlUnescape(name));
}
