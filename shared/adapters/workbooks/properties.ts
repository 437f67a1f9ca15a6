/** Shown as the author in the properties of a workbook. */
export const PUBLISHER = 'Collecte numérique en santé';

/** Creation date of a workbook without any deposit: it has none of its own. */
export const EPOCH = new Date(Date.UTC(2000, 0, 1));
