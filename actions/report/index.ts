import { runAction } from '../../src/github/run-action.ts';
import { main } from './main.ts';

await runAction('report', main);
