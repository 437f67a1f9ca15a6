import type { Template } from './synthesise.ts';

/** Ways that lead from a resource back to itself, which CloudFormation refuses to make. */
export function cyclesIn({ Resources }: Template): readonly string[] {
  const needs = new Map(
    Object.entries(Resources).map(([id, { Properties, DependsOn = [] }]) => [
      id,
      [...new Set([...referredTo(Properties), ...[DependsOn].flat()])].filter((other) => other in Resources),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (id: string, way: readonly string[]): void => {
    if (way.includes(id)) cycles.push([...way.slice(way.indexOf(id)), id].join(' → '));
    else if (!done.has(id)) for (const other of needs.get(id) ?? []) visit(other, [...way, id]);
    done.add(id);
  };
  for (const id of needs.keys()) visit(id, []);
  return cycles;
}

function referredTo(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'Ref') return [String(part)];
    if (name === 'Fn::GetAtt') return [String([part].flat()[0])];
    return referredTo(part);
  });
}
