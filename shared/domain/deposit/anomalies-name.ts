/** The defined name that marks the sheet of anomalies in a workbook handed back: it is no table of the depositor. */
export const ANOMALIES_NAME = '_controle_anomalies';
