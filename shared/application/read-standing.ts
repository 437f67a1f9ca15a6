import type { Finess } from '../domain/finess/finess.ts';
import type { Standing } from '../domain/report/standing.ts';
import type { Generation } from './generation.ts';
import type { Returns } from './ports.ts';
import { standingOf } from './standing.ts';

/** Where these bodies stand, each asked for once; those that are unknown, or have no return, are absent. */
export async function readStanding(
  returns: Pick<Returns, 'getMany'>,
  { scope, directory }: Pick<Generation, 'scope' | 'directory'>,
  bodies: Iterable<Finess>,
): Promise<Standing> {
  const known = [...new Set(bodies)].flatMap((finess) => {
    const territory = directory.territory(finess);
    return territory === null ? [] : [{ finess, territory }];
  });
  const found = await returns.getMany(scope, known);
  return standingOf([...found.values()].map(({ value }) => value));
}
