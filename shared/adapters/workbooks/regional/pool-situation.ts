import type { PoolBlock, PoolMember } from '../../../domain/report/regional-report.ts';

/** Where a pool stands, in words. */
export function poolSituation({ closed, charges }: PoolBlock): string {
  if (!closed) return "Non close : le porteur n'a pas encore déclaré sa mutualisation sur comptes clos.";
  if (charges === null)
    return "Clé absente : l'activité combinée d'un membre est inconnue, ou leur somme est nulle.";
  return 'Close et partagée.';
}

export const MEMBER_SITUATIONS: Readonly<Record<PoolMember['situation'], string>> = {
  calcule: 'Chiffres calculés',
  'sans-chiffres': 'Sans chiffres',
  'hors-champ': 'Hors champ',
  'autres-regions': 'Autres régions',
};
