import { STACKS, type StackId, type Synthesised } from './synthesise.ts';

/**
 * Writes a value of a template as text: a reference is `<stack/LogicalId>`, an attribute `<stack/LogicalId.Attribute>`,
 * and an import is what its exporter gives.
 * @throws Error for an intrinsic function that it does not know
 */
export function asText(stage: Synthesised, stack: StackId, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const [[name, argument] = ['nothing', undefined], ...others] = Object.entries(value ?? {});
  if (others.length > 0) throw new Error(`no intrinsic function: ${JSON.stringify(value)}`);
  const text = (part: unknown) => asText(stage, stack, part);
  switch (name) {
    case 'Ref':
      return `<${stack}/${argument}>`;
    case 'Fn::GetAtt':
      return `<${stack}/${(argument as string[]).join('.')}>`;
    case 'Fn::Join': {
      const [separator, parts] = argument as [string, unknown[]];
      return parts.map(text).join(separator);
    }
    case 'Fn::ImportValue':
      return exported(stage, text(argument));
    default:
      throw new Error(`unknown intrinsic function ${name}`);
  }
}

function exported(stage: Synthesised, name: string): string {
  for (const stack of STACKS)
    for (const { Export, Value } of Object.values(stage.templates[stack].Outputs ?? {}))
      if (Export && asText(stage, stack, Export.Name) === name) return asText(stage, stack, Value);
  throw new Error(`nobody exports ${name}`);
}
