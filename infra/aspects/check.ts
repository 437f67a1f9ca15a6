import { type App, type PolicyValidationPluginReport, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { isAcknowledged } from './acknowledgements.ts';

/**
 * cdk-nag's AwsSolutions, less what is acknowledged. Its own way asks for the exact id of each finding, in which stand
 * logical ids and the names of exports: ours are patterns, read in one table.
 */
export class AcknowledgedChecks extends AwsSolutionsChecks {
  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const report = super.validateScope(scope);
    const violations = report.violations.flatMap((violation) => {
      const violatingResources = violation.violatingResources.filter(
        ({ constructPath = '' }) => !isAcknowledged(violation.ruleName, constructPath),
      );
      return violatingResources.length > 0 ? [{ ...violation, violatingResources }] : [];
    });
    return { ...report, success: violations.length === 0, violations };
  }
}

/** Has synthesis fail on any finding that is not acknowledged. */
export function check(app: App): void {
  Validations.of(app).addPlugins(new AcknowledgedChecks(app));
}
