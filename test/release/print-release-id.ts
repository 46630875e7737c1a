/** Builds the sample in the folder that is named, for the test that wants another process. */
import { buildRelease } from '../../src/release/build-release.ts';
import { silentLogger } from '../../src/runtime/logger.ts';
import { memoryStore } from './memory-store.ts';
import { system } from './sample-repository.ts';

const release = await buildRelease({
  root: process.argv[2] ?? '.',
  system,
  store: memoryStore().store,
  logger: silentLogger,
});
process.stdout.write(release.id);
