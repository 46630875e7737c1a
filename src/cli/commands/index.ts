import type { Register } from '../command.ts';
import { registerBootstrap } from './bootstrap.ts';
import { registerCleanup } from './cleanup.ts';
import { registerDeploy } from './deploy.ts';
import { registerDoctor } from './doctor.ts';
import { registerInit } from './init.ts';
import { registerInvalidate } from './invalidate.ts';
import { registerLint } from './lint.ts';
import { registerLocal } from './local.ts';
import { registerOutputs } from './outputs.ts';
import { registerPlan } from './plan.ts';
import { registerPromote } from './promote.ts';
import { registerRelease } from './release.ts';
import { registerRestore } from './restore.ts';
import { registerRollback } from './rollback.ts';
import { registerSecret } from './secret.ts';
import { registerSite } from './site.ts';
import { registerSmoke } from './smoke.ts';
import { registerStatus } from './status.ts';
import { registerSwitch } from './switch.ts';
import { registerTearDown } from './tear-down.ts';

/** In the order in which a change goes through them. */
export const commands: readonly Register[] = [
  registerInit,
  registerLint,
  registerRelease,
  registerPlan,
  registerDeploy,
  registerSite,
  registerInvalidate,
  registerSmoke,
  registerPromote,
  registerRollback,
  registerSwitch,
  registerStatus,
  registerOutputs,
  registerRestore,
  registerSecret,
  registerCleanup,
  registerTearDown,
  registerBootstrap,
  registerDoctor,
  registerLocal,
];
