/** The name of the workbook in which a file is handed back: `2026/notre balance.csv` → `notre balance - annoté.xlsx`. */
export function annotatedName(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  return `${name.replace(/(?<=.)\.[^.]*$/, '')} - annoté.xlsx`;
}
