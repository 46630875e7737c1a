import { environmentNames, type EnvironmentName } from '../../config/environment-name.ts';
import { rollbackHistory } from '../../ledger/find-release.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { isArtifactKey } from './plan-sweep.ts';
import { SweepBlocked, type NeededReleases, type StoredObject } from './sweep.ts';

/** One ledger of an account. */
export interface LedgerPlace {
  readonly system: string;
  readonly environment: EnvironmentName;
}

/**
 * The ledgers that a bucket holds, by its keys.
 * @throws SweepBlocked for one of an environment that this version does not know
 */
export function ledgersIn(objects: readonly StoredObject[], bucket: string): readonly LedgerPlace[] {
  const found = new Map<string, LedgerPlace>();
  for (const { key } of objects) {
    const [, folder, system, name] = /^(ledger\/([^/]+)\/([^/]+))\//.exec(key) ?? [];
    if (folder === undefined || system === undefined) continue;
    const environment = environmentNames.find((each) => each === name);
    if (environment === undefined)
      throw new SweepBlocked(`s3://${bucket}/${folder} is of an environment that is not known here`);
    found.set(folder, { system, environment });
  }
  return [...found.values()];
}

/** Reads which releases ledgers need, and remembers records, which never change. */
export class LedgerReader {
  readonly #known = new Map<string, { readonly sequence: number; readonly releases: readonly string[] }>();

  /**
   * The releases that one ledger needs: what runs, what ran well, what is being deployed (also by a run that was killed), and
   * every one that a rollback can name.
   * @throws SweepBlocked where it can't be read
   */
  async neededBy(ledger: Ledger, { system, environment }: LedgerPlace): Promise<NeededReleases> {
    try {
      const head = await ledger.readHead();
      let known = this.#known.get(ledger.location);
      if (known?.sequence !== head.sequence) {
        const records = await ledger.records({ limit: rollbackHistory });
        known = { sequence: head.sequence, releases: records.map(({ release }) => release) };
        this.#known.set(ledger.location, known);
      }
      const ids = [head.release, head.goodRelease, head.lock?.release, ...known.releases];
      // what locks for something else than a release names none
      return new Map(
        ids.flatMap((id) =>
          typeof id === 'string' && isArtifactKey(id) ? [[id, `the ledger of ${system} ${environment}`]] : [],
        ),
      );
    } catch (error) {
      throw new SweepBlocked(
        `the ledger of ${system} ${environment} can't be read: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }
}
