import type { Role } from '../domain/access/role.ts';
import { frenchDay } from '../domain/calendar/day.ts';
import type { JustifiedAlert } from '../domain/report/justified-alerts.ts';

const AUTHORS: Readonly<Record<Role, string>> = {
  etablissement: "l'établissement",
  ars: "l'ARS",
  dns: 'la DNS',
  administrateur: "l'administrateur de la collecte",
};

/**
 * Who answered a doubt, and how: « l'établissement, dans le fichier « comptes.xlsx » », « l'ARS, par un acte ». An answer
 * older than the figures says so: « …, avant le dépôt du 15/07/2026 ». Blank where there is none.
 */
export function justificationAuthor({
  justification,
  takenSince,
}: Pick<JustifiedAlert, 'justification' | 'takenSince'>): string {
  if (!justification) return '';
  const { by, file } = justification;
  return [
    AUTHORS[by],
    file === undefined ? 'par un acte' : `dans le fichier « ${file} »`,
    ...(takenSince ? [`avant le dépôt du ${frenchDay(takenSince.day)}`] : []),
  ].join(', ');
}
