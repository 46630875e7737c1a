import { runAction } from '../../src/github/run-action.ts';
import { releaseLock } from '../../src/github/steps/release-lock.ts';

await runAction('deploy', releaseLock);
