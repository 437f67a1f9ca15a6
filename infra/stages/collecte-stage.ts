import { type Environment, Stage, type StageProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { ApiStack } from '../stacks/api-stack.ts';
import { IntakeStack } from '../stacks/intake-stack.ts';
import { ObservabilityStack } from '../stacks/observability-stack.ts';
import { ReportingStack } from '../stacks/reporting-stack.ts';
import { StorageStack } from '../stacks/storage-stack.ts';

export interface CollecteStageProps extends StageProps {
  readonly config: StageConfig;
}

/** One whole deployment. */
export class CollecteStage extends Stage {
  constructor(scope: Construct, id: string, { config, ...props }: CollecteStageProps) {
    super(scope, id, { env: environmentOf(config), ...props });
    const terminationProtection = config.removal === 'retain';
    const common = (name: string) => ({ config, stackName: nameIn(config, name), terminationProtection });

    const { resources } = new StorageStack(this, 'storage', common('storage'));
    const intake = new IntakeStack(this, 'intake', { ...common('intake'), resources });
    new ReportingStack(this, 'reporting', { ...common('reporting'), resources: intake.resources });
    new ApiStack(this, 'api', { ...common('api'), resources });
    new ObservabilityStack(this, 'observability', common('observability'));

    Tags.of(this).add('projet', 'collecte-numerique-sante');
    Tags.of(this).add('etape', config.name);
  }
}

/** The account may be unknown: synthesis asks nothing of AWS. */
function environmentOf({ account = process.env['CDK_DEFAULT_ACCOUNT'], region }: StageConfig): Environment {
  return account === undefined ? { region } : { account, region };
}
