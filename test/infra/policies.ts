import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { asText } from './intrinsics.ts';
import { type Resource, resourceOf, resourcesOf, type StackId, type Synthesised } from './synthesise.ts';

export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What is asked of a role. */
export interface Question {
  readonly action: string;
  readonly resource: string;
  /** The condition keys that AWS would give with the call. @default none */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** The statements of every role, by logical id, from the synthesised templates alone. */
export function rolesOf(stage: Synthesised): ReadonlyMap<string, readonly Statement[]> {
  const policies = resourcesOf(stage, 'AWS::IAM::Policy');
  return new Map(
    resourcesOf(stage, 'AWS::IAM::Role').map(({ id, stack, Properties }) => {
      const attached = policies.filter(
        (policy) =>
          policy.stack === stack &&
          (policy.Properties['Roles'] as { Ref: string }[]).some(({ Ref }) => Ref === id),
      );
      const inline = (Properties['Policies'] ?? []) as { PolicyDocument: unknown }[];
      const documents = [
        ...attached.map((policy) => policy.Properties['PolicyDocument']),
        ...inline.map(({ PolicyDocument }) => PolicyDocument),
      ];
      if (Properties['ManagedPolicyArns']) throw new Error(`${id} has policies that are written elsewhere`);
      return [id, documents.flatMap((document) => statementsOf(stage, stack, document))];
    }),
  );
}

/** The statements of the role of each function. */
export function functionPolicies(stage: Synthesised): ReadonlyMap<FunctionName, readonly Statement[]> {
  const roles = rolesOf(stage);
  return new Map(
    (Object.keys(FUNCTIONS) as FunctionName[]).map((name) => {
      const statements = roles.get(roleOf(stage, name));
      if (!statements) throw new Error(`${name} has no role of ours`);
      return [name, statements];
    }),
  );
}

/** The statements of a policy that is given to people. @param id how its logical id begins or ends */
export function managedPolicy(stage: Synthesised, id: string): readonly Statement[] {
  const { stack, Properties } = resourceOf(stage, 'AWS::IAM::ManagedPolicy', (policy) =>
    policy.id.includes(id),
  );
  return statementsOf(stage, stack, Properties['PolicyDocument']);
}

/** The logical id of the role of a function. */
export function roleOf(stage: Synthesised, name: FunctionName): string {
  const { stack, Properties } = functionNamed(stage, name);
  return /^<\w+\/(\w+)\.Arn>$/.exec(asText(stage, stack, Properties['Role']))?.[1] ?? '';
}

export function functionNamed(
  stage: Synthesised,
  name: FunctionName,
): Resource & { readonly id: string; readonly stack: StackId } {
  return resourceOf(
    stage,
    'AWS::Lambda::Function',
    ({ Properties }) => Properties['FunctionName'] === `collecte-${stage.config.name}-${name}`,
  );
}

function statementsOf(stage: Synthesised, stack: StackId, document: unknown): readonly Statement[] {
  const { Statement } = document as { readonly Statement: readonly Record<string, unknown>[] };
  return Statement.map((statement) => {
    if (statement['NotAction'] || statement['NotResource']) throw new Error('a statement by what it is not');
    return {
      effect: statement['Effect'] as Statement['effect'],
      actions: list(statement['Action']).map(String),
      resources: list(statement['Resource']).map((resource) => asText(stage, stack, resource)),
      condition: Object.fromEntries(
        Object.entries((statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>).map(
          ([operator, keys]) => [
            operator,
            Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, list(values).map(String)])),
          ],
        ),
      ),
    };
  });
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** As IAM answers: a refusal wins; what nothing allows is refused. @throws Error for a condition it does not know. */
export function allows(statements: readonly Statement[], question: Question): boolean {
  const about = statements.filter(
    ({ actions, resources, condition }) =>
      actions.some((pattern) => matches(pattern.toLowerCase(), question.action.toLowerCase())) &&
      resources.some((pattern) => matches(pattern, question.resource)) &&
      holds(condition, question.context ?? {}),
  );
  return about.some(({ effect }) => effect === 'Allow') && !about.some(({ effect }) => effect === 'Deny');
}

function holds(condition: Statement['condition'], context: NonNullable<Question['context']>): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const given = context[key];
      const any = (value: string) => wanted.some((pattern) => matches(pattern, value));
      switch (operator) {
        case 'StringEquals':
          return given?.some((value) => wanted.includes(value)) ?? false;
        case 'StringLike':
          return given?.some(any) ?? false;
        case 'StringLikeIfExists':
          return given?.some(any) ?? true;
        case 'ForAllValues:StringLike':
          return (given ?? []).every(any);
        case 'Null':
          return wanted.includes(String(given === undefined));
        default:
          throw new Error(`unknown condition ${operator}`);
      }
    }),
  );
}

/** `*` is any text, `?` any character. */
function matches(pattern: string, value: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.split('?').map(escaped).join('.'))
    .join('.*');
  return new RegExp(`^${source}$`, 's').test(value);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
}
