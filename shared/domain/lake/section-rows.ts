import { SECTIONS } from '../deposit/columns.ts';
import type { Finess } from '../finess/finess.ts';
import type { Standing } from '../report/standing.ts';
import type { LakeRow } from './lake-tables.ts';

/** One line per body and section in force, the bodies in their order, their sections in that of the template. */
export function sectionRows(bodies: Iterable<Finess>, standing: Standing): readonly LakeRow<'sections'>[] {
  return [...bodies].flatMap((finess) => {
    const sections = standing.get(finess)?.state.sections ?? {};
    return SECTIONS.flatMap((section) => {
      const source = sections[section];
      if (!source) return [];
      const { file, sha256, day, fact } = source;
      return [{ finess, section, fichier: file, sha256, jour_depot: day, fait: fact }];
    });
  });
}
