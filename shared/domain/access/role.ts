/** What a person is to the collection; the words are those of the API and of the right that is granted. */
export const ROLES = ['etablissement', 'ars', 'dns', 'administrateur'] as const;
export type Role = (typeof ROLES)[number];
