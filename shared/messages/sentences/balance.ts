import type { RowCode } from '../../domain/issues/codes.ts';
import { frenchDecimal } from '../french-number.ts';
import { isBlank, say, type Template } from './sentence.ts';

/** Of a balance of accounts, and of the accounts of the template. */
export const BALANCE_SENTENCES = {
  NOMENCLATURE_UNKNOWN: (seen) => ({
    expected: 'M21, M22 ou PCG',
    says: `« ${seen} » n'est pas une nomenclature comptable connue. Indiquez M21 (établissement public de santé), M22 (médico-social) ou PCG (établissement privé).`,
    example: 'M21',
  }),
  ACCOUNTS_UNKNOWN: (_seen, { nomenclature = '', exercice = '' }) => ({
    expected: `la liste des comptes numériques ${nomenclature}`,
    says: `le référentiel ne dit pas quels comptes ${nomenclature} sont numériques pour ${exercice} : les titres de charges ont été calculés, pas les charges numériques. Déclarez ces dernières dans le classeur modèle, ou demandez la liste à votre ARS.`,
  }),
  ACCOUNT_MALFORMED: (seen) => ({
    expected: 'un numéro de compte, de deux à douze chiffres',
    says: `« ${seen} » n'est pas un numéro de compte. Corrigez-le, ou retirez la ligne.`,
    example: '615261',
  }),
  LINE_NOT_AN_ACCOUNT: (seen) => ({
    expected: 'un numéro de compte',
    says: `${isBlank(seen) ? 'la ligne' : `la ligne « ${seen} »`} n'a pas de numéro de compte : elle est prise pour un total ou un titre, et n'est pas comptée. Ajoutez son numéro si elle doit l'être.`,
    example: '615261',
  }),
  ACCOUNT_SUBTOTAL: (seen) => ({
    expected: 'des comptes de détail',
    says: `le compte ${seen} est la somme de ses comptes de détail, présents eux aussi : il n'a pas été compté une seconde fois. Vérifiez seulement que ses comptes de détail y sont tous.`,
  }),
  BALANCE_WITHOUT_EXPENSES: say(
    'des comptes de classe 6',
    "la balance ne contient aucun compte de charges (classe 6) : c'est peut-être un bilan, ou une balance partielle. Déposez la balance qui contient les charges de l'exercice.",
  ),
  TITLE_NEGATIVE: (seen, { title = '' }) => ({
    expected: 'un total positif ou nul',
    says: `le total de « ${title} » est négatif (${frenchDecimal(seen)}) : les colonnes de débit et de crédit sont sans doute inversées, ou les charges signées à l'envers. Vérifiez l'export.`,
  }),
  BUDGETS_TOGETHER: (seen) => ({
    expected: 'un budget global, net des flux internes',
    says: `la balance réunit plusieurs budgets (${seen}), additionnés ici sans éliminer les flux entre eux. Retirez les écritures internes, ou vérifiez que le total est bien celui du budget global.`,
  }),
  DIGITAL_PART_MISSING: (_seen, { account = '', label = '' }) => ({
    expected: `la part numérique du compte ${account}`,
    says: `la part numérique du compte ${account}${label ? ` (${label})` : ''} n'est pas indiquée, alors que ce compte n'est numérique qu'en partie : les charges numériques ne sont pas calculées. Indiquez cette part en euros, 0 si elle est nulle.`,
    example: '1234,56',
  }),
  DIGITAL_PART_OVER_AMOUNT: (seen, { account = '', amount = '' }) => ({
    expected: `au plus ${frenchDecimal(amount)}`,
    says: `la part numérique du compte ${account} (${frenchDecimal(seen)}) dépasse le montant du compte (${frenchDecimal(amount)}). Corrigez l'un ou l'autre.`,
    example: frenchDecimal(amount),
  }),
  DIGITAL_PART_OF_NO_ACCOUNT: (seen, { account = '' }) => ({
    expected: 'une part numérique sur un compte numérique',
    says: `une part numérique (${frenchDecimal(seen)}) est indiquée pour le compte ${account}, qui n'est pas dans la liste des comptes numériques : elle n'a pas été comptée. Demandez à votre ARS si le compte doit y figurer.`,
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
