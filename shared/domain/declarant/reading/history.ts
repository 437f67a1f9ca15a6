import { campaignYear } from '../../campaign/campaign.ts';
import { readHundredths } from '../../numbers/read-hundredths.ts';
import type { PastFigures } from '../reference-set.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';
import type { ReferenceColumn } from './reference-files.ts';

type HistoryLine = Line<'historique.csv'>;
type FigureColumn = Exclude<ReferenceColumn<'historique.csv'>, 'campagne' | 'finess' | 'etat'>;

const COMPUTED = 'calcule';
const OTHER_STATES: readonly string[] = ['non_repondant', 'non_calcule'];

/**
 * historique.csv, in the form of figures.csv: only what was computed then becomes past figures, by campaign
 * then FINESS. Amounts in cents, FTE in hundredths.
 */
export function readHistory(lines: readonly HistoryLine[]): readonly PastFigures[] {
  const firstLines = new Map<string, number>();
  const history: PastFigures[] = [];
  for (const line of lines) {
    const campaign = campaignYear(line.text('campagne'));
    if (campaign === null) line.fault('CAMPAIGN_UNREADABLE', 'campagne');
    const finess = line.finess('finess');
    const state = line.text('etat');
    if (state !== COMPUTED && !OTHER_STATES.includes(state)) line.fault('STATE_UNKNOWN', 'etat');
    if (campaign === null || finess === null) continue;

    const key = `${campaign} ${finess}`;
    const first = firstLines.get(key);
    if (first !== undefined) line.fault('FIGURES_TWICE', 'finess', { first: String(first) });
    else firstLines.set(key, line.line);
    if (state !== COMPUTED) continue;
    history.push({
      campaign,
      finess,
      totalExpenses: figure(line, 'charges_totales'),
      retainedDigital: figure(line, 'charges_numeriques_retenues'),
      retainedSsiFte: figure(line, 'etp_ssi_retenus'),
      ownDigital: optional(line, 'charges_numeriques_propres'),
      carriedDigital: optional(line, 'mutualise_porte'),
      contributions: optional(line, 'quotes_parts'),
      ownSsiFte: optional(line, 'etp_ssi_propres'),
      carriedSsiFte: optional(line, 'etp_ssi_portes'),
      externalSsiFte: optional(line, 'etp_ssi_externes'),
    });
  }
  return history.sort(byText((past) => `${past.campaign} ${past.finess}`));
}

/** Of a column that the file may lack, or leave blank. */
function optional(line: HistoryLine, column: FigureColumn): bigint | null {
  return line.text(column) === '' ? null : figure(line, column);
}

function figure(line: HistoryLine, column: FigureColumn): bigint {
  const reading = readHundredths(line.text(column));
  if (!reading.ok) {
    line.fault('FIGURE_UNREADABLE', column);
    return 0n;
  }
  if (reading.value < 0n) line.fault('FIGURE_NEGATIVE', column);
  return reading.value;
}
