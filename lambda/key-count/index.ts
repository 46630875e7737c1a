import { awsCaller } from '../shared-aws/call-aws.ts';
import { log } from '../shared-http/log.ts';
import { countKeys } from './count-keys.ts';

/** Milliseconds that one page may take. */
const patience = 10_000;

/** Writes to the log how many API keys there are; a metric filter makes the metric of it. */
export async function handler(): Promise<void> {
  log('info', 'api keys counted', { keys: await countKeys(awsCaller({ env: process.env, patience })) });
}
