import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildTemplate } from '../../shared/adapters/template/build-template.ts';
import { templateFiller } from '../../shared/adapters/template/fill-template.ts';
import { requestOfAnyone } from '../../shared/domain/deposit/template/make-request.ts';
import { LONER } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { valuesOf } from '../builders/return.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const REAL = join(import.meta.dirname, '../../../shared/data');
/** Beyond it a file only makes each mutant slower. */
const LARGEST = 64 * 1024;

/** Files that mutants are made of: those of the project, and the real ones where they are. */
export async function seedFiles(): Promise<readonly Uint8Array[]> {
  const fill = await templateFiller(CAMPAIGN);
  const entries = { finess: LONER, campaign: String(CAMPAIGN), values: valuesOf() };
  const own = [
    await buildTemplate(requestOfAnyone(CAMPAIGN)),
    await fill(entries),
    ...TABLES.map((text) => new TextEncoder().encode(text)),
  ];
  // Sound files lead further in than those that were refused already.
  return [...Array.from({ length: SOUND_WEIGHT }, () => own).flat(), ...[FIXTURES, REAL].flatMap(filesUnder)];
}

const SOUND_WEIGHT = 8;

function filesUnder(folder: string): readonly Uint8Array[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .filter((path) => statSync(path).size <= LARGEST)
    .map((path) => readFileSync(path));
}

/** One table of each kind, so that each reader is reached. */
const TABLES = [
  `finess;campagne;cloture;date_cloture;charges_titre1;num_personnel;etp_total;etp_ssi_internes;maturite_date
${LONER};2026;definitive;20/05/2026;1000,50;10;5;0,5;2026-03-01
`,
  `finess;exercice;compte;libelle;budget;debit;credit;part_numerique
${LONER};2025;64;Personnel;H;100;0;
${LONER};2025;6411;Rémunérations;H;100;0;10,5
${LONER};2025;615261;Maintenance;A;50,25;0,25;
`,
  `finess;exercice;fonction;type;quotite;mois;nombre
${LONER};2025;RSSI;interne;80 %;12;1
${LONER};2025;SOC;externe;0,5;6;2
`,
  `finess;exercice;mesure;niveau;non_applicable;commentaire;maturite_date
${LONER};2025;M1;3;;fait;2026-03-01
${LONER};2025;M2;;oui;;2026-03-01
`,
  `Finess EJ;Finess ET;Année;Dépenses Titre I Budget global;Dépenses Titre II Budget global;Dépenses Titre III Budget global;Dépenses Titre IV Budget global
${LONER};;2025;-38315470.489920005;-7262125.21;-6790615.45;-4168425.8
`,
];
