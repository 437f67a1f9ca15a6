import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  type HttpRouteIntegration,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { FUNCTIONS, type FunctionName, type FunctionOf } from '../../shared/contracts/functions.ts';
import { ROUTES } from '../../shared/contracts/routes.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { NodeFunction } from '../constructs/node-function.ts';
import type { Resources } from '../constructs/resources.ts';

export interface ApiStackProps extends StackProps {
  readonly config: StageConfig;
  readonly resources: Resources;
}

/**
 * What is written of a call: enough to count and to find it again in the function's log. No address, no subject, no
 * query: who called stands in the function's log, by what it did.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  refusal: '$context.authorizer.error',
  error: '$context.integrationErrorMessage',
};

/** The API: every route of the contract, none without a token. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { config, resources, ...props }: ApiStackProps) {
    super(scope, id, props);
    const { issuer, audience } = config.identity;
    const api = new HttpApi(this, 'Api', {
      apiName: nameIn(config, 'api'),
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Identity', issuer, { jwtAudience: [...audience] }),
      corsPreflight: {
        allowOrigins: [config.origin],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT],
        allowHeaders: ['authorization', 'content-type', 'if-none-match'],
        exposeHeaders: ['content-disposition', 'etag', 'x-suivant'],
        maxAge: Duration.hours(1),
      },
    });
    this.route(api, this.integrations(config, resources));

    const { rate, burst } = config.throttling;
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/collecte/${config.name}/api`,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: rate, burstLimit: burst },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    new CfnOutput(this, 'Url', { value: stage.url, description: 'Where the API answers' });
  }

  /** One function and one integration for each folder that routes name. */
  private integrations(
    config: StageConfig,
    resources: Resources,
  ): ReadonlyMap<FunctionName, HttpRouteIntegration> {
    const names = (Object.keys(FUNCTIONS) as FunctionName[]).filter(isApi);
    return new Map(
      names.map((name) => {
        const fn = new NodeFunction(this, pascal(name), { config, function: name, resources });
        return [name, new HttpLambdaIntegration(`${pascal(name)}Integration`, fn)];
      }),
    );
  }

  private route(api: HttpApi, integrations: ReadonlyMap<FunctionName, HttpRouteIntegration>): void {
    for (const { method, path, function: name } of Object.values(ROUTES)) {
      const integration = integrations.get(name);
      if (!integration) throw new Error(`the route ${method} ${path} has no function`);
      api.addRoutes({ path, methods: [HttpMethod[method]], integration });
    }
  }
}

function isApi(name: FunctionName): name is FunctionOf<'api'> {
  return FUNCTIONS[name].trigger === 'api';
}

/** `open-deposit` as an id of the tree: `OpenDeposit`. */
function pascal(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
