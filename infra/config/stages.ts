import { DEV } from './dev.ts';
import { PROD } from './prod.ts';
import { STAGE_NAMES, type StageConfig, type StageName } from './stage-config.ts';
import { STAGING } from './staging.ts';

const STAGES: Readonly<Record<StageName, StageConfig>> = { dev: DEV, staging: STAGING, prod: PROD };

/** @param name of one stage. @default all of them. @throws Error that names the stages, for any other name. */
export function stagesNamed(name?: string): readonly StageConfig[] {
  if (name === undefined) return Object.values(STAGES);
  const config = Object.values(STAGES).find((stage) => stage.name === name);
  if (!config) throw new Error(`no stage is called ${name}: there are ${STAGE_NAMES.join(', ')}`);
  return [config];
}
