import { ROUTES, routeKey } from '../../shared/contracts/routes.ts';
import { asText } from './intrinsics.ts';
import { functionNamed } from './policies.ts';
import { resourceOf, resourcesOf, synthesise } from './synthesise.ts';

describe.each(['dev', 'prod'] as const)('the API in %s', (name) => {
  const stage = synthesise(name);
  const { config } = stage;
  const routes = resourcesOf(stage, 'AWS::ApiGatewayV2::Route');
  const api = stage.templates.api.Resources;

  it('has every route of the contract and no other', () => {
    expect(routes.map(({ Properties }) => Properties['RouteKey']).sort()).toEqual(
      Object.values(ROUTES).map(routeKey).sort(),
    );
  });

  it('asks every route for a token of the issuer, made for us', () => {
    const authorizer = resourceOf(stage, 'AWS::ApiGatewayV2::Authorizer');
    expect(authorizer.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: config.identity.issuer, Audience: config.identity.audience },
    });
    for (const { Properties } of routes)
      expect(Properties).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: authorizer.id },
      });
  });

  it.each(Object.entries(ROUTES))('hands %s to its function', (_, route) => {
    const found = routes.find(({ Properties }) => Properties['RouteKey'] === routeKey(route));
    const target = asText(stage, 'api', found?.Properties['Target']);
    const [, id = ''] = /^integrations\/<api\/(\w+)>$/.exec(target) ?? [];
    expect(api[id]?.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { 'Fn::GetAtt': [functionNamed(stage, route.function).id, 'Arn'] },
    });
  });

  it('has one integration for each function', () => {
    const functions = new Set(Object.values(ROUTES).map((route) => route.function));
    expect(resourcesOf(stage, 'AWS::ApiGatewayV2::Integration')).toHaveLength(functions.size);
  });

  it('answers the pages of one origin, without credentials of the browser', () => {
    const only = resourceOf(stage, 'AWS::ApiGatewayV2::Api');
    expect(only.Properties).toMatchObject({
      ProtocolType: 'HTTP',
      CorsConfiguration: {
        AllowOrigins: [config.origin],
        AllowMethods: ['GET', 'POST', 'PUT'],
        AllowHeaders: ['authorization', 'content-type', 'if-none-match'],
        ExposeHeaders: ['content-disposition', 'etag', 'x-suivant'],
      },
    });
    expect(only.Properties['CorsConfiguration']).not.toHaveProperty('AllowCredentials');
  });

  it('slows a rush down, and writes calls down without saying who called or from where', () => {
    const deployed = resourceOf(stage, 'AWS::ApiGatewayV2::Stage');
    expect(deployed.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: {
        ThrottlingRateLimit: config.throttling.rate,
        ThrottlingBurstLimit: config.throttling.burst,
      },
    });
    const { Format, DestinationArn } = deployed.Properties['AccessLogSettings'] as {
      Format: string;
      DestinationArn: { 'Fn::GetAtt': string[] };
    };
    expect(Object.keys(JSON.parse(Format))).toContain('status');
    expect(Format).not.toMatch(/sourceIp|userAgent|claims|path/);
    expect(api[DestinationArn['Fn::GetAtt'][0] ?? '']?.Properties).toMatchObject({
      RetentionInDays: config.logRetentionDays,
    });
  });
});
