import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Three declarants, an external carrier (699909974) and a member that is no declarant (699909982). */
export const SOUND_REFERENCE: Readonly<Record<string, string>> = {
  'declarants.csv': `finess;raison_sociale;statut;categorie;region;departement;finess_ej
699900023;CH fictif B;public;355;84;69;699900023
699900015;CH fictif A;public;355;84;69;699900015
699900031;Clinique fictive C;prive_lucratif;365;01;971;
`,
  'groupes.csv': `groupe;libelle;finess;role;activite_combinee
G2;Groupement 2;699909974;porteur_externe;
G2;Groupement 2;699900031;membre;1,5
G1;Groupement 1;699900023;porteur;10.0625
G1;Groupement 1;699909982;membre;
G1;Groupement 1;699900015;membre;0
`,
  'contacts.csv': `finess;fonction;nom;courriel;telephone
699900015;DSI;Prénom Nom;dsi@exemple.fr;04 00 00 00 00
`,
  'comptes.csv': `nomenclature;millesime;compte;libelle;bloc;mode
M21;2024;64;Rémunérations;personnel;retraitement
M21;2024;615261;Maintenance informatique;general;lecture
PCG;2024;6156;Maintenance;general;retraitement
PCG;2023;6156;Maintenance;general;lecture
`,
  'mesures.csv': `mesure;theme;libelle;niveau_max
GOUV-1;Gouvernance;Un responsable SSI est nommé;4
EXPL-1;Exploitation;Les sauvegardes sont testées;3
`,
  'regles.csv': `code;severite;depuis;motif
SHARE_HIGH;ignoree;2026-05-01;Les CLCC dépassent ce seuil depuis leur informatisation
PART_OVER_WHOLE;Avertissement;1/3/2026;Les titres 2 et 3 ne se recoupent pas avec les comptes numériques
`,
  'campagnes.csv': `campagne;ouverture;echeance;cloture;jeu_de_regles
2026;2026-01-15;30/06/2026;;
`,
  'historique.csv': `campagne;finess;etat;charges_totales;charges_numeriques_retenues;etp_ssi_retenus
2025;699900015;calcule;1000000.00;12345.67;0.50
2025;699900023;non_repondant;;;
`,
  'successions.csv': `finess_ancien;finess;depuis
699900064;699900056;1/7/2025
699900056;699900015;2026-01-01
`,
  'edition_reference.csv': `campagne;finess;region;etat;motifs;charges_totales;charges_numeriques_propres;mutualise_porte;quotes_parts;mutualise_attribue;charges_numeriques_retenues;part_numerique;part_investissement;etp_ssi_propres;etp_ssi_portes;etp_ssi_attribues;etp_ssi_retenus;etp_ssi_externes
2026;699900023;84;non_calcule;comptes-non-clos|champs-manquants;;;;;;;;;;;;;
2026;699900015;84;calcule;;1000000.00;20000.00;0.00;0.00;1875.00;21875.00;0.021875;0,02;0.50;0.00;0.00;0.50;1.25
2026;699900072;84;non_repondant;;;;;;;;;;;;;;
`,
};

/** A sound reference set with one file changed, or taken away (null). */
export function referenceWith(file: string, change: ((sound: string) => string) | null) {
  const sound = SOUND_REFERENCE[file] ?? '';
  const { [file]: _, ...others } = SOUND_REFERENCE;
  return change ? { ...others, [file]: change(sound) } : others;
}

/** Calls `use` with a folder that holds the files, and removes it. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'reference-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const target = join(folder, path);
      mkdirSync(join(target, '..'), { recursive: true });
      writeFileSync(target, content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
