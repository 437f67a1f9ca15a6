import { App } from 'aws-cdk-lib';
import { check } from './aspects/check.ts';
import { stagesNamed } from './config/stages.ts';
import { CollecteStage } from './stages/collecte-stage.ts';

/**
 * Every stage, or the one of `-c stage=dev`. The command line would let a finding pass that lies in a stack which it
 * was not asked for, and `cdk synth` asks for none of a stage: the application itself fails.
 */
const app = new App({ postCliContext: { '@aws-cdk/core:failSynthOnValidationErrors': true } });
for (const config of stagesNamed(app.node.tryGetContext('stage') as string | undefined))
  new CollecteStage(app, config.name, { config });
check(app);
