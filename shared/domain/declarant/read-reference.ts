import type { CampaignYear } from '../campaign/campaign.ts';
import type { DelimitedContent } from '../deposit/table.ts';
import { readAccounts } from './reading/accounts.ts';
import { readCampaigns } from './reading/campaigns.ts';
import { readContacts } from './reading/contacts.ts';
import { readDeclarants } from './reading/declarants.ts';
import { readEdition } from './reading/edition.ts';
import type { ReferenceFault, ReferenceFaultCode } from './reading/fault.ts';
import { readGroups } from './reading/groups.ts';
import { readHistory } from './reading/history.ts';
import { linesOf } from './reading/lines.ts';
import { readMeasures } from './reading/measures.ts';
import { REQUIRED_FILE, type ReferenceFile } from './reading/reference-files.ts';
import { readRules } from './reading/rules.ts';
import { type NumbersInUse, readSuccessions } from './reading/successions.ts';
import type { Group, ReferenceSet } from './reference-set.ts';

const HIDE_A_BODY: readonly ReferenceFaultCode[] = [
  'HEADER_MISSING',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'CELL_BEYOND_HEADER',
  'FINESS_BLANK',
  'FINESS_MALFORMED',
  'FINESS_KEY',
];

/** Faults of declarants.csv after which a carrier may be on a line that could not be read. */
function hidesABody({ code }: ReferenceFault): boolean {
  return HIDE_A_BODY.includes(code);
}

export type ReferenceReading =
  | { readonly ok: true; readonly reference: ReferenceSet }
  | { readonly ok: false; readonly faults: readonly ReferenceFault[] };

/**
 * The reference set of its files' records, header first; or every reason why it is refused whole, in the order
 * of the files and of their lines. contracts.md, « Reference set ».
 *
 * @param campaign the one in hand, of which edition_reference.csv must be. @default whatever that file says
 */
export function readReference(
  tables: ReadonlyMap<ReferenceFile, DelimitedContent>,
  campaign: CampaignYear | null = null,
): ReferenceReading {
  if (!tables.has(REQUIRED_FILE)) {
    return { ok: false, faults: [{ code: 'FILE_MISSING', file: REQUIRED_FILE, line: null, seen: '' }] };
  }
  const faults: ReferenceFault[] = [];
  const lines = <F extends ReferenceFile>(file: F) => linesOf(file, tables.get(file), faults);

  const { declarants, numbers } = readDeclarants(lines('declarants.csv'));
  const groups = readGroups(lines('groupes.csv'), faults.some(hidesABody) ? null : numbers);
  const accounts = readAccounts(lines('comptes.csv'));
  const measures = readMeasures(lines('mesures.csv'));
  const relaxations = readRules(lines('regles.csv'));
  const contacts = readContacts(lines('contacts.csv'));
  const campaigns = readCampaigns(lines('campagnes.csv'));
  const history = readHistory(lines('historique.csv'));
  const inUse = faults.length > 0 ? null : numbersInUse(numbers, groups);
  const successions = readSuccessions(lines('successions.csv'), inUse);
  const edition = readEdition(lines('edition_reference.csv'), campaign);
  return faults.length > 0
    ? { ok: false, faults }
    : {
        ok: true,
        reference: {
          declarants,
          groups,
          contacts,
          campaigns,
          history,
          successions,
          referenceEdition: tables.has('edition_reference.csv') ? edition : null,
          accounts,
          measures,
          relaxations,
        },
      };
}

function numbersInUse(declarants: ReadonlySet<string>, groups: readonly Group[]): NumbersInUse {
  const externals = groups.filter((group) => group.externalCarrier).map(({ carrier }) => carrier);
  const members = groups.flatMap((group) => group.members.map(({ finess }) => finess));
  return { filers: new Set([...declarants, ...externals]), members: new Set(members) };
}
