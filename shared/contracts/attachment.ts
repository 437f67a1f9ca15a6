/**
 * The Content-Disposition under which a browser saves a file: the name for every browser (RFC 6266, in the UTF-8 of
 * RFC 5987), after one in plain ASCII. Folders, control characters and halves of characters are left out.
 */
export function attachment(file: string): string {
  const name =
    file
      .toWellFormed()
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, '') || 'fichier';
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  // What encodeURIComponent leaves and RFC 5987 does not take.
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
