import type { Todo } from '../domain/issues/todo.ts';

/** The heading under which a verdict gathers issues: what there is to do about them. */
export const TODO_TITLES: Readonly<Record<Todo, string>> = {
  'choisir-un-autre-fichier': 'Choisir un autre fichier',
  'enregistrer-autrement': 'Enregistrer le fichier autrement',
  'corriger-les-intitules': "Corriger la ligne d'intitulés",
  identifier: "Corriger l'établissement ou l'année",
  'corriger-une-valeur': 'À corriger dans les cellules',
  completer: 'À compléter',
  rapprocher: 'À rapprocher : ces valeurs ne vont pas ensemble',
  verifier: 'À vérifier',
};
