/** An account is two to twelve digits; exports put dots and spaces in it. Null for anything else. */
export function readAccountNumber(text: string): string | null {
  const digits = text.replace(/[\s.]/gu, '');
  return /^\d{2,12}$/.test(digits) ? digits : null;
}
