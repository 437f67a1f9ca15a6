import type { StageConfig } from './stage-config.ts';

/** The name of something of a stage: of a function, a queue, a stack, an alarm. The only place where it is made. */
export function nameIn({ name }: Pick<StageConfig, 'name'>, thing: string): string {
  return `collecte-${name}-${thing}`;
}
