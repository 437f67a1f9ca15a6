/** A finding of cdk-nag that is left as it is, and why. */
interface Acknowledgement {
  /** The rule and what it found, as cdk-nag writes them: `AwsSolutions-IAM5[Resource::…]`. */
  readonly finding: RegExp;
  /** Where, from the stack on. */
  readonly at: RegExp;
  readonly reason: string;
}

export const ACKNOWLEDGEMENTS: readonly Acknowledgement[] = [
  {
    finding: /^AwsSolutions-IAM5\[Resource::\S*Raw\w+Arn\w*\/(facts|openings|tombstones)\/\*\]$/,
    at: /^(intake|reporting|api)\/\w+Role\/DefaultPolicy\/Resource$/,
    reason:
      'Keys of facts are given when they are opened, so a role names their prefix. No prefix is whole: each function has those of its line in infra/config/access.ts, which a test holds against the policies.',
  },
  {
    finding:
      /^AwsSolutions-IAM5\[Resource::\S*Documents\w+Arn\w*\/(verdicts|bodies|editions|reference|annotated|templates|lake)\/\*\]$/,
    at: /^(intake|reporting|api)\/\w+Role\/DefaultPolicy\/Resource$/,
    reason:
      'Keys of documents hold the hash of what they name, so a role names their prefix, as for facts: infra/config/access.ts.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::\S*(Documents\w+Arn\w*\/lake|Answers\w+Arn\w*)\/\*\]$/,
    at: /^reporting\/Lake\/Analyst\/Resource$/,
    reason:
      'Analysts read the tables, and the answers that Athena keeps for them under keys of its own: a prefix, and a bucket that holds nothing else.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::<Sweep\w+\.Arn>:\*\]$/,
    at: /^reporting\/SchedulerRoleForTarget-\w+\/DefaultPolicy\/Resource$/,
    reason:
      'The schedule may call the sweep, in any of its versions: the library grants both, and the function has one version.',
  },
  {
    finding: /^AwsSolutions-IAM5\[Resource::<Raw\w+\.Arn>\/facts\/\*\]$/,
    at: /^storage\/Arrivals\/Scan\/Role\/Resource$/,
    reason:
      'GuardDuty scans every deposit: its role reads and tags what stands under facts/, and nothing else.',
  },
  {
    finding:
      /^AwsSolutions-IAM5\[Resource::arn:aws:events:\S+:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*\]$/,
    at: /^storage\/Arrivals\/Scan\/Role\/Resource$/,
    reason:
      'GuardDuty names its own rule when the plan is made; the condition on events:ManagedBy holds it to that rule. The statement is the one of its documentation.',
  },
];

/** @param constructPath `<stage>/<stack>/…` */
export function isAcknowledged(finding: string, constructPath: string): boolean {
  const path = constructPath.slice(constructPath.indexOf('/') + 1);
  return ACKNOWLEDGEMENTS.some((row) => row.finding.test(finding) && row.at.test(path));
}
