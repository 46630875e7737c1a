#!/usr/bin/env node
// The `slipway` command. It runs on Node 24, which the repository brings along; see scripts/run.mjs.
process.argv.splice(2, 0, 'slipway');
await import('../scripts/run.mjs');
