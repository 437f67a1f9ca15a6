/** What there is to do about an issue: verdicts group by it, in this order. */
export const TODOS = [
  'choisir-un-autre-fichier',
  'enregistrer-autrement',
  'corriger-les-intitules',
  'identifier',
  'corriger-une-valeur',
  'completer',
  'rapprocher',
  'verifier',
] as const;
export type Todo = (typeof TODOS)[number];
