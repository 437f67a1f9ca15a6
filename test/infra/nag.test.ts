import { App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ACKNOWLEDGEMENTS, isAcknowledged } from '../../infra/aspects/acknowledgements.ts';
import { AcknowledgedChecks, check } from '../../infra/aspects/check.ts';
import { stagesNamed } from '../../infra/config/stages.ts';
import { CollecteStage } from '../../infra/stages/collecte-stage.ts';
import { application, inFolder } from './synthesise.ts';

/** Every finding, with where it was made, of the tree as it is once synthesised. */
function findingsOf(checks: AwsSolutionsChecks, change: (app: App) => void = () => {}) {
  return inFolder((folder) => {
    const app = application(folder);
    for (const config of stagesNamed()) new CollecteStage(app, config.name, { config });
    change(app);
    app.synth();
    return checks
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath = '' }) => ({ ruleName, constructPath })),
      );
  });
}

describe('cdk-nag', () => {
  const all = findingsOf(new AwsSolutionsChecks());

  it('finds nothing that is not acknowledged', () => {
    expect(findingsOf(new AcknowledgedChecks())).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
  });

  it.each(ACKNOWLEDGEMENTS)('finds what is acknowledged: $finding', ({ finding, at, reason }) => {
    expect(
      all.some(
        ({ ruleName, constructPath }) =>
          finding.test(ruleName) && at.test(constructPath.slice(constructPath.indexOf('/') + 1)),
      ),
    ).toBe(true);
    expect(reason.length).toBeGreaterThan(40);
  });

  it.each([
    ['AwsSolutions-IAM5[Resource::*]', 'prod/api/ShowNationRole/DefaultPolicy/Resource'],
    ['AwsSolutions-IAM5[Action::s3:*]', 'prod/api/ShowNationRole/DefaultPolicy/Resource'],
    ['AwsSolutions-IAM5[Resource::<Raw72517081.Arn>/*]', 'prod/storage/Arrivals/Scan/Role/Resource'],
    [
      'AwsSolutions-IAM5[Resource::collecte-prod-storage:ExportsOutputFnGetAttRaw72517081Arn8AABA17C/*]',
      'prod/api/ShowNationRole/DefaultPolicy/Resource',
    ],
    ['AwsSolutions-S1', 'prod/storage/Raw/Resource'],
  ])('is not told to be silent about %s', (finding, path) => {
    expect(isAcknowledged(finding, path)).toBe(false);
  });

  it('has the synthesis of an application fail on a finding', () => {
    const planted = (plant: (app: App) => void) =>
      inFolder((outdir) => {
        const app = new App({ outdir, context: { '@aws-cdk/core:failSynthOnValidationErrors': true } });
        plant(app);
        check(app);
        return app.synth();
      });
    expect(() => planted((app) => new Bucket(new Stack(app, 'Planted'), 'Open'))).toThrow(/AwsSolutions-S1/);
    expect(() => planted((app) => new Stack(app, 'Empty'))).not.toThrow();
  });
});
