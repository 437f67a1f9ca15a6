import path from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, type NodejsFunctionProps, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { BUNDLING, entryOf, ROOT } from './bundling.ts';
import { grantAccess } from './grants.ts';
import { environmentOf, type Resources } from './resources.ts';

export interface NodeFunctionProps
  extends Omit<NodejsFunctionProps, 'entry' | 'functionName' | 'role' | 'logGroup'> {
  readonly config: StageConfig;
  /** The folder under functions/: its size, its time and its access are written beside that name. */
  readonly function: FunctionName;
  /** What it may be given a part of. */
  readonly resources: Resources;
}

/** A function with the house's defaults: Node 24 on arm64, one bundle, its own role and its own log. */
export class NodeFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const { config, function: name, resources, bundling, environment, ...given } = props;
    const { memory, timeout } = FUNCTIONS[name];
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: `/collecte/${config.name}/${name}`,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const reserved = config.reservedConcurrency[name];
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(timeout),
      depsLockFilePath: path.join(ROOT, 'package-lock.json'),
      projectRoot: ROOT,
      ...(reserved === undefined ? {} : { reservedConcurrentExecutions: reserved }),
      ...given,
      entry: entryOf(name),
      functionName: nameIn(config, name),
      logGroup,
      role: functionRole(scope, id, name, logGroup),
      environment: {
        ...environmentOf(name, config, resources),
        ...environment,
      },
      bundling: {
        ...BUNDLING,
        mainFields: [...BUNDLING.mainFields],
        format: OutputFormat.CJS,
        bundleAwsSDK: true,
        ...bundling,
      },
    });
    grantAccess(this, name, resources);
  }
}

/** A role that may write to the function's own log, and nothing else yet. */
function functionRole(scope: Construct, id: string, name: FunctionName, log: LogGroup): IRole {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `Of the function ${name}`,
  });
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.ALLOW,
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [log.logGroupArn],
    }),
  );
  return role;
}
