import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import type { StageConfig, StageName } from '../../infra/config/stage-config.ts';
import { stagesNamed } from '../../infra/config/stages.ts';
import { ROOT } from '../../infra/constructs/bundling.ts';
import { CollecteStage } from '../../infra/stages/collecte-stage.ts';

export const STACKS = ['storage', 'intake', 'reporting', 'api', 'observability'] as const;
export type StackId = (typeof STACKS)[number];

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}

interface Output {
  readonly Value: unknown;
  readonly Description?: string;
  readonly Export?: { readonly Name: unknown };
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, Output>>;
}

export interface Synthesised {
  readonly config: StageConfig;
  readonly templates: Readonly<Record<StackId, Template>>;
  readonly terminationProtection: Readonly<Record<StackId, boolean>>;
}

/** An application as cdk.json has it, without bundling functions and without a word to AWS. */
export function application(outdir: string): App {
  const { context } = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8'));
  // The library's own rules are held by `cdk synth`, and cost more than all the rest.
  process.env['CDK_VALIDATION'] = 'false';
  return new App({ outdir, context: { ...context, 'aws:cdk:bundling-stacks': [] } });
}

/** Runs with a folder that is gone afterwards. */
export function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'synth-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param change what a test plants in the tree before it is synthesised */
export function synthesise(name: StageName, change: (stage: CollecteStage) => void = () => {}): Synthesised {
  const [config] = stagesNamed(name);
  if (!config) throw new Error(`no stage ${name}`);
  return inFolder((folder) => {
    const stage = new CollecteStage(application(folder), name, { config });
    change(stage);
    const { stacks } = stage.synth();
    const byId = (id: StackId) => {
      const artifact = stacks.find(({ stackName }) => stackName.endsWith(`-${id}`));
      if (!artifact) throw new Error(`no stack ${id}`);
      return artifact;
    };
    return {
      config,
      templates: record((id) => byId(id).template as Template),
      terminationProtection: record(
        (id) => (stage.node.findChild(id) as Stack).terminationProtection === true,
      ),
    };
  });
}

function record<T>(of: (id: StackId) => T): Readonly<Record<StackId, T>> {
  return Object.fromEntries(STACKS.map((id) => [id, of(id)])) as Record<StackId, T>;
}

/** Every resource of a type, in whatever stack, with its logical id. */
export function resourcesOf(
  { templates }: Pick<Synthesised, 'templates'>,
  type: string,
): readonly (Resource & { readonly id: string; readonly stack: StackId })[] {
  return STACKS.flatMap((stack) =>
    Object.entries(templates[stack].Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, resource]) => ({ ...resource, id, stack })),
  );
}

/** The one resource of a type of which something holds. @throws Error when there is none, or more than one */
export function resourceOf(
  stage: Pick<Synthesised, 'templates'>,
  type: string,
  holds: (resource: Resource & { readonly id: string; readonly stack: StackId }) => boolean = () => true,
): Resource & { readonly id: string; readonly stack: StackId } {
  const [only, ...others] = resourcesOf(stage, type).filter(holds);
  if (!only || others.length > 0)
    throw new Error(`not one ${type}, but ${only ? others.length + 1 : 'none'}`);
  return only;
}
