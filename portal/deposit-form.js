/** @import { BodyChoice } from './body-choice.js' */
/** @import { Context } from './page.js' */
import { annotatedFile, depositLinks } from './deposit-links.js';
import { el, fill } from './dom.js';
import { size } from './format.js';
import { announce } from './page.js';
import { previewBlock } from './preview.js';
import { problemBlock } from './problem.js';
import { checkFile } from './routes.js';
import { MOST_BYTES, open, send, UploadRefused, verdictOf } from './upload.js';
import { verdictBlock } from './verdict.js';

/**
 * Choose or drop a file, send it, read its verdict, all on the spot.
 *
 * @param {Context} context
 * @param {BodyChoice} bodies
 * @param {() => void} deposited when a deposit has its verdict, or waits for it
 */
export function depositForm({ campaign }, bodies, deposited) {
  const input = el('input', {
    type: 'file',
    id: 'fichier',
    accept: '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'aria-describedby': 'fichier-aide',
    change: () => choose(input.files?.[0]),
  });
  const chosen = el('p', { class: 'chosen', 'aria-live': 'polite' }, 'Aucun fichier choisi.');
  const button = el('button', { type: 'submit', class: 'primary' }, 'Déposer le fichier');
  const dryRun = el(
    'button',
    { type: 'button', 'aria-describedby': 'controle-aide', click: () => void start(check) },
    'Vérifier sans déposer',
  );
  const result = el('div', { id: 'resultat' });
  const zone = el(
    'div',
    { class: 'drop', dragover: hover, dragleave: () => zone.classList.remove('over'), drop },
    el('label', { for: 'fichier' }, 'Fichier à déposer'),
    el(
      'p',
      { id: 'fichier-aide', class: 'hint' },
      'Classeur Excel (.xlsx) ou CSV, 25 Mo au plus. Choisissez-le, ou faites-le glisser ici.',
    ),
    input,
    chosen,
  );
  /** @type {File | undefined} */
  let file;

  /** @param {File | undefined} candidate */
  function choose(candidate) {
    file = candidate;
    fill(result);
    fill(
      chosen,
      file
        ? [`Fichier choisi : `, el('strong', {}, file.name), ` (${size(file.size)}).`]
        : 'Aucun fichier choisi.',
    );
  }

  /** @param {Event} event */
  function hover(event) {
    event.preventDefault();
    zone.classList.add('over');
  }

  /** @param {Event} event */
  function drop(event) {
    event.preventDefault();
    zone.classList.remove('over');
    const { files } = /** @type {DragEvent} */ (event).dataTransfer ?? {};
    if (files?.length === 1) choose(files[0]);
    else refuse('Déposez un seul fichier à la fois.');
  }

  /** @param {string} why */
  function refuse(why) {
    fill(result, el('p', { class: 'notice', role: 'alert' }, why));
  }

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    void start(deposit);
  }

  /** @param {(file: File) => Promise<void>} task */
  async function start(task) {
    if (!file) {
      input.focus();
      return refuse('Choisissez d’abord un fichier.');
    }
    if (file.size > MOST_BYTES)
      return refuse('Ce fichier dépasse 25 Mo : retirez les feuilles et les images inutiles, ou scindez-le.');
    button.disabled = true;
    dryRun.disabled = true;
    try {
      await task(file);
    } catch (error) {
      fill(result, error instanceof UploadRefused ? notReceived() : problemBlock(error));
    } finally {
      button.disabled = false;
      dryRun.disabled = false;
    }
  }

  /** @param {File} checked */
  async function check(checked) {
    step('Vérification en cours…', el('progress', { 'aria-label': 'Vérification du fichier' }));
    const { apercu, ...verdict } = await checkFile(campaign, checked, bodies.chosen());
    fill(
      result,
      el('h2', {}, `Vérification : ${checked.name}`),
      el('p', { class: 'notice' }, 'Ce fichier n’a pas été déposé : rien n’est conservé.'),
      verdictBlock(verdict),
      previewBlock(apercu, campaign),
    );
    announce(verdict.summary);
  }

  /** @param {File} sent */
  async function deposit(sent) {
    step('Calcul de l’empreinte du fichier…');
    const { depot, envoi } = await open(campaign, sent, bodies.chosen());
    const bar = el('progress', { max: 100, value: 0, 'aria-label': 'Envoi du fichier' });
    step('Envoi du fichier…', bar);
    await send(envoi, sent, (done, total) => {
      bar.value = total > 0 ? (100 * done) / total : 100;
    });
    step('Fichier reçu. Lecture en cours…', el('progress', { 'aria-label': 'Lecture du fichier' }));
    const read = await verdictOf(campaign, depot);
    if (read?.verdict) {
      fill(
        result,
        el('h2', {}, `Verdict : ${read.fichier}`),
        verdictBlock(read.verdict, annotatedFile(campaign, depot, read.verdict)),
        links(depot),
      );
      announce(read.verdict.summary);
    } else {
      fill(
        result,
        el(
          'p',
          { class: 'notice' },
          'Votre fichier est bien reçu ; sa lecture prend plus de temps que d’habitude. Son verdict sera à cette page :',
        ),
        links(depot),
      );
      announce('Votre fichier est bien reçu ; son verdict viendra plus tard.');
    }
    deposited();
  }

  /** @param {string} id */
  function links(id) {
    return [
      el('p', {}, el('a', { href: `./?depot=${id}&campagne=${campaign}` }, 'Page de ce dépôt')),
      depositLinks(campaign, id),
    ];
  }

  /**
   * @param {string} words
   * @param {HTMLElement} [bar]
   */
  function step(words, bar) {
    fill(result, el('p', {}, words), bar);
    announce(words);
  }

  return el(
    'form',
    {
      class: 'deposit',
      novalidate: true,
      submit,
      'aria-label': 'Déposer un fichier',
    },
    bodies.field,
    zone,
    el('div', { class: 'actions' }, button, dryRun),
    el(
      'p',
      { id: 'controle-aide', class: 'hint' },
      'Vérifier (4 Mo au plus) donne le verdict et les chiffres que donnerait le fichier, sans rien conserver.',
    ),
    result,
  );
}

function notReceived() {
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('p', { class: 'title' }, 'Le fichier n’a pas été reçu.'),
    el(
      'p',
      {},
      'Il a peut-être changé depuis que vous l’avez choisi, ou l’envoi a trop attendu : choisissez-le de nouveau et redéposez-le.',
    ),
  );
}
