/** The page « Déposer »: the address says which of its views is asked for. */
import { bodyChoice } from './body-choice.js';
import { depositForm } from './deposit-form.js';
import { depositList } from './deposit-list.js';
import { showDepositView } from './deposit-view.js';
import { el } from './dom.js';
import { downloadButton } from './download.js';
import { showContent, startPage } from './page.js';
import { showReceiptView } from './receipt.js';
import { showReturnView } from './return-view.js';
import { makeTemplate } from './routes.js';

await startPage({
  action: 'deposit.read',
  forbidden: 'Votre rôle ne permet pas de consulter des dépôts.',
  show(context) {
    const { asked } = context;
    const [deposit, receipt, finess] = ['depot', 'recepisse', 'declaration'].map((name) => asked.get(name));
    if (deposit) return showDepositView(context, deposit);
    if (receipt) return showReceiptView(context, receipt);
    if (finess) return showReturnView(context, finess);
    return showHome(context);
  },
});

/** @param {import('./page.js').Context} context */
async function showHome(context) {
  const { profile, campaign } = context;
  const list = depositList(context);
  const mayDeposit = profile.actions.includes('deposit.open');
  const bodies = mayDeposit ? await bodyChoice(context) : null;
  showContent(
    mayDeposit ? 'Déposer une déclaration' : 'Dépôts',
    bodies && depositForm(context, bodies, () => void list.restart()),
    profile.role === 'etablissement' && ownReturns(profile.perimetre.split(' '), campaign),
    el('section', { 'aria-labelledby': 'depots' }, el('h2', { id: 'depots' }, 'Dépôts'), list.block),
  );
  await list.restart();
}

/**
 * @param {readonly string[]} numbers
 * @param {number} campaign
 */
function ownReturns(numbers, campaign) {
  return el(
    'section',
    { 'aria-labelledby': 'declarations' },
    el('h2', { id: 'declarations' }, numbers.length === 1 ? 'Ma déclaration' : 'Mes déclarations'),
    el('p', {}, 'Vos chiffres, ceux de l’an dernier, la médiane de votre catégorie, et votre certification.'),
    el(
      'ul',
      { class: 'returns' },
      numbers.map((finess) =>
        el(
          'li',
          {},
          el(
            'a',
            { href: `?declaration=${finess}&campagne=${campaign}` },
            `Ma déclaration – FINESS ${finess}`,
          ),
          downloadButton(
            'Télécharger le modèle prérempli',
            () => makeTemplate(campaign, finess),
            `Télécharger le modèle prérempli de FINESS ${finess}`,
          ),
        ),
      ),
    ),
  );
}
