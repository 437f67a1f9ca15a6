import type { Contact } from '../reference-set.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

/** contacts.csv, by FINESS and, for one FINESS, in the order of the file. */
export function readContacts(lines: readonly Line<'contacts.csv'>[]): readonly Contact[] {
  const contacts = lines.map((line): Contact | null => {
    const finess = line.finess('finess');
    if (finess === null) return null;
    const [role, name] = [line.text('fonction'), line.text('nom')];
    return { finess, role, name, email: line.text('courriel'), phone: line.text('telephone') };
  });
  return contacts.filter((contact) => contact !== null).sort(byText((contact) => contact.finess));
}
