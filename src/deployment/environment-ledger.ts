import type { AwsClients } from '../aws/apis.ts';
import type { EnvironmentDefinition } from '../config/system.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Logger } from '../runtime/logger.ts';
import { ledgerBucket } from './target.ts';

/** The ledger of one system in one environment, read and written as whom the clients are of. */
export async function environmentLedger(
  environment: EnvironmentDefinition,
  clients: AwsClients,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): Promise<Ledger> {
  return openLedger({
    s3: await clients.s3(environment.regions.home),
    bucket: ledgerBucket(environment),
    system: environment.system,
    environment: environment.environment,
    clock,
    logger,
  });
}
