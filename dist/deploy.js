// made by npm run bundle
import { actions } from './bundle/index.js';

await actions['deploy']();
