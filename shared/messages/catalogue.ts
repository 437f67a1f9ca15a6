import { ALERT_CODES, type AlertCode } from '../domain/figures/alert-codes.ts';
import { REASONS } from '../domain/figures/figures.ts';
import { FILE_CODES, type IssueCode, ROW_CODES, type Severity } from '../domain/issues/codes.ts';
import { TODOS } from '../domain/issues/todo.ts';
import { TODO_OF } from '../domain/issues/todo-of.ts';
import { RELAXABLE_CODES } from '../domain/rules/relaxation.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { ALERT_WORDINGS } from './alerts.ts';
import { ALERT_EXAMPLES, ISSUE_EXAMPLES } from './examples.ts';
import { frenchWording } from './fr.ts';
import { REASON_SENTENCES } from './reasons.ts';
import { ISSUE_SOURCES } from './sources.ts';
import { TODO_TITLES } from './todos.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'bloquant (le fichier, ou la ligne, est refusé)',
  warning: 'avertissement (la ligne est prise)',
};
const RELAXABLE: readonly IssueCode[] = RELAXABLE_CODES;

/** Everything that the product can say of a file or of a figure, with its source, as a page of Markdown. */
export function catalogue(rules: RuleSet): string {
  const codes: readonly IssueCode[] = [...FILE_CODES, ...ROW_CODES];
  const issues = TODOS.flatMap((todo) => [
    `## ${TODO_TITLES[todo]}`,
    ...codes.filter((code) => TODO_OF[code] === todo).flatMap((code) => issueLines(code, rules)),
  ]);
  return `${[
    '# Messages',
    `Tout ce que le système peut dire d'un fichier ou d'un chiffre, sous le jeu de règles ${rules.id}. Page produite par le code (\`npm run messages\`) : ne pas la modifier à la main. Chaque phrase est donnée sur un exemple ; un code ne change jamais de sens.`,
    ...issues,
    '## Alertes sur les chiffres',
    'Une alerte ne bloque jamais : une justification y répond. Toutes peuvent être ignorées par `regles.csv`.',
    ...ALERT_CODES.flatMap((code) => alertLines(code, rules)),
    "## Motifs d'absence de calcul",
    "Tant qu'un de ces motifs demeure, aucun chiffre n'est calculé pour le déclarant. Ils ne peuvent pas être abaissés.",
    REASONS.map((reason) => `- \`${reason}\` : ${REASON_SENTENCES[reason]}`).join('\n'),
  ].join('\n\n')}\n`;
}

function issueLines(code: IssueCode, rules: RuleSet): readonly string[] {
  const { message, expected, example } = frenchWording.issue({ code, ...ISSUE_EXAMPLES[code] });
  const lines = [
    `- Gravité : ${SEVERITIES[rules.severities[code]]}`,
    `- Attendu : ${expected}`,
    ...(example === '' ? [] : [`- Exemple : \`${example}\``]),
    `- Source : ${ISSUE_SOURCES[code]}`,
    `- Peut être abaissé par \`regles.csv\` : ${RELAXABLE.includes(code) ? 'oui' : 'non'}`,
  ];
  return [`### ${code}`, `> ${message}`, lines.join('\n')];
}

function alertLines(code: AlertCode, { alerts }: RuleSet): readonly string[] {
  const { label, sentence, limit } = ALERT_WORDINGS[code];
  const lines = [
    `- Intitulé : ${label}`,
    `- Seuil : ${limit(alerts[code].limit)}`,
    `- Source : ${alerts[code].source}`,
  ];
  return [`### ${code}`, `> ${sentence(ALERT_EXAMPLES[code])}`, lines.join('\n')];
}
