import type { CloudFormation } from '@aws-sdk/client-cloudformation';
import type { IAM } from '@aws-sdk/client-iam';
import type { S3 } from '@aws-sdk/client-s3';
import type { STS } from '@aws-sdk/client-sts';
import type { FormData } from 'undici';
import type { Notebook } from './observation.ts';

/** What begins the name of everything that any run makes. */
export const namePrefix = 'slipway-conformance-';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Clients of one identity in one region. */
export interface Clients {
  readonly cloudFormation: CloudFormation;
  readonly s3: S3;
  /** Signs requests for S3's real host names and sends none. */
  readonly signer: S3;
  readonly iam: IAM;
  readonly sts: STS;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** Where scenarios run: an account of AWS, or the local one. */
export interface World {
  /** Whether this is the local AWS. */
  readonly isLocal: boolean;
  readonly account: string;
  readonly region: string;
  /** As who runs the scenarios. */
  readonly clients: Clients;
  /** As somebody else. */
  as(keys: Keys): Clients;
  /** Asks an address as anybody could; follows no redirect. */
  ask(url: string, question?: Question): Promise<Answer>;
  /** How often to look, and how long at most, in milliseconds. */
  readonly pace: { readonly every: number; readonly within: number };
  sleep(ms: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends the run; what was made is still removed. */
  readonly signal: AbortSignal;
}

/** What a scenario is given: the world, a name of its own, and where to write down what it sees. */
export interface Stage extends World {
  /** Begins the name of everything that the scenario makes. */
  readonly name: string;
  readonly notes: Notebook;
}

/** Something that AWS does, tried by doing it. */
export interface Scenario {
  /** Lower case, with hyphens; at most 20 characters, for it is part of bucket names. */
  readonly name: string;
  readonly title: string;
  /** What it makes, in plain words: it is shown before anything is made. */
  readonly creates: readonly string[];
  /** Rules that it looks at; those it did not come to are `not-seen`. */
  readonly verifies: readonly string[];
  /** Minutes that it takes on AWS, about: *assumed* until somebody has run it there. */
  readonly minutes: number;
  /** It is left out unless `--with` names it: it takes long, or is not free. */
  readonly onlyWith?: 'cloudfront';
  run(stage: Stage): Promise<void>;
}

/**
 * Asks until there is an answer that is not undefined.
 * @throws Error once the pace's time is over, or the run is ended
 */
export async function until<T>(
  world: World,
  what: string,
  ask: () => Promise<T | undefined>,
  within = world.pace.within,
): Promise<T> {
  const deadline = world.now() + within;
  for (;;) {
    world.signal.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (world.now() > deadline) throw new Error(`${what} did not happen within ${within / 1000} s`);
    await world.sleep(world.pace.every);
  }
}
