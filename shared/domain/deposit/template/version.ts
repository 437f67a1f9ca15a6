/** Versions of the template workbook that can be read, oldest first; the name of the cell that holds it. */
export const TEMPLATE_VERSIONS = ['2026-1', '2026-2'] as const;
export const TEMPLATE_VERSION_NAME = 'modele_version';
