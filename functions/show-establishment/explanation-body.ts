import type { FigureExplanation } from '../../shared/application/explain-figure.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { COLUMNS } from '../../shared/domain/deposit/columns.ts';
import type { ColumnDetail } from '../../shared/domain/explain/column-details.ts';
import type { ExplainedShare, FigureInput } from '../../shared/domain/explain/explain-figure.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { formatHundredths } from '../../shared/domain/numbers/format-hundredths.ts';
import { formatRatio, ratio } from '../../shared/domain/numbers/ratio.ts';
import { FIGURE_TYPES } from '../../shared/domain/report/figure-texts.ts';
import { exactAnnualFte } from '../../shared/domain/return/annual-fte.ts';
import type { Origin } from '../../shared/domain/return/fold.ts';
import { figurePath } from '../../shared/lambda/http/explanation-paths.ts';
import { declaredRule } from '../../shared/messages/declared-rules.ts';
import { accountRule, staffRule } from '../../shared/messages/detail-rules.ts';
import { figureInWords, figureSymbols, inputName } from '../../shared/messages/explain-figures.ts';
import { shareRule } from '../../shared/messages/figure-rules.ts';
import { fileInWords } from '../../shared/messages/file.ts';
import { placeInWords } from '../../shared/messages/place.ts';
import { REASON_SENTENCES } from '../../shared/messages/reasons.ts';
import { FIGURE_FIELDS } from '../../shared/messages/schemas/results.ts';

type Body = RouteAnswer<'explain-figure'>;
type InputBody = Body['entrees'][number];

const UNITS = { amount: 'euros', fte: 'etp', ratio: 'part' } as const;

export function explanationBody(campaign: CampaignYear, finess: Finess, found: FigureExplanation): Body {
  const { explained, rules, published } = found;
  const { figure, outcome, value, inputs } = explained;
  return {
    campagne: campaign,
    finess,
    chiffre: figure,
    unite: UNITS[FIGURE_TYPES[figure]],
    etat: outcome.state,
    motifs:
      outcome.state === 'non_calcule'
        ? outcome.reasons.map((code) => ({ code, phrase: REASON_SENTENCES[code] }))
        : [],
    valeur: value,
    formule: {
      mots: figureInWords(figure, rules),
      symboles: figureSymbols(explained),
      jeu_de_regles: rules.id,
    },
    entrees: inputs.map((input) => inputBody(input, campaign, finess, found)),
    publie: published && { edition: published.edition, valeur: published.value },
  };
}

function inputBody(
  input: FigureInput,
  campaign: CampaignYear,
  finess: Finess,
  { rules, groups }: FigureExplanation,
): InputBody {
  const base = { role: input.role, nom: inputName(input) };
  const alone = { explication: null, origine: null, detail: [], mutualisation: null };
  switch (input.kind) {
    case 'figure': {
      const { figure, value } = input;
      return {
        ...base,
        ...alone,
        genre: 'chiffre',
        libelle: FIGURE_FIELDS[figure].title,
        valeur: value,
        regle: figureInWords(figure, rules),
        explication: figurePath(campaign, finess, figure),
      };
    }
    case 'declared': {
      const { column, value, origin, details } = input;
      const isSummed = origin?.at.lastLine !== undefined || origin?.at.cell?.includes(':') === true;
      return {
        ...base,
        ...alone,
        genre: 'declare',
        libelle: COLUMNS[column].label,
        valeur: value === null ? null : formatHundredths(value),
        regle: declaredRule(column, { isSummed, isDetailed: false }),
        origine: origin && originBody(origin),
        detail: details.map((detail) => detailBody(detail, column)),
      };
    }
    case 'share':
      return {
        ...base,
        ...alone,
        genre: 'mutualisation',
        libelle: `Part reçue du groupement ${input.label}`,
        valeur: input.value === null ? null : formatHundredths(input.value),
        regle: shareRule(input.column, input.group),
        origine: input.origin && originBody(input.origin),
        mutualisation: shareBody(input, groups),
      };
  }
}

function detailBody(detail: ColumnDetail, column: string): InputBody['detail'][number] {
  if (detail.kind === 'account') {
    const { label, account, digital, at } = detail.line;
    return {
      libelle: label === '' ? `Compte ${account}` : `${label} (compte ${account})`,
      valeur: formatHundredths(digital),
      regle: accountRule(detail.line, column),
      lieu: placeInWords(at),
    };
  }
  const { function: post, at } = detail.line;
  return {
    libelle: post,
    valeur: formatRatio(exactAnnualFte([detail.line]), 4),
    regle: staffRule(detail.line),
    lieu: placeInWords(at),
  };
}

function shareBody(share: ExplainedShare, groups: string | null): NonNullable<InputBody['mutualisation']> {
  return {
    groupe: share.group,
    libelle: share.label,
    porteur: share.carrier,
    mutualise: share.pooled === null ? null : formatHundredths(share.pooled),
    activite: activityText(share.activity),
    activites: activityText(share.activities),
    membres: share.members,
    reliquat: share.luck === 1,
    groupes_sha256: groups,
  };
}

/** Ten-thousandths, as decimal text. */
function activityText(activity: bigint | null): string | null {
  return activity === null ? null : formatRatio(ratio(activity, 10_000n), 4);
}

function originBody({ source, at }: Origin): NonNullable<InputBody['origine']> {
  return {
    depot: source.fact,
    fichier: fileInWords(source),
    sha256: source.sha256,
    feuille: at.sheet ?? null,
    cellule: at.cell ?? null,
    ligne: at.line ?? null,
    derniere_ligne: at.lastLine ?? null,
    colonne: at.column ?? null,
    jour: source.day,
    lieu: placeInWords(at),
  };
}
