/** What our sheet and our marks look like; the elements of a stylesheet (ECMA-376, CT_Stylesheet), `?` standing for a prefix. */

const INK = 'FF1F2937';
const RED = 'FF9C0006';
const BROWN = 'FF6B4200';
const PINK = 'FFFFC7CE';
const AMBER = 'FFFFCC66';

/** The same colours in the cells marked and in the list: what says « erreur » here looks like what is marked there. */
const FILLS = {
  none: '<?fill><?patternFill patternType="none"/></?fill>',
  heading: solid('FF1F3864'),
  group: solid('FFDDE3EE'),
  error: solid(PINK),
  warning: solid(AMBER),
} as const;

const FONTS = {
  text: font('<?sz val="10"/>', INK),
  title: font('<?b/><?sz val="14"/>', INK),
  note: font('<?i/><?sz val="10"/>', INK),
  heading: font('<?b/><?sz val="10"/>', 'FFFFFFFF'),
  group: font('<?b/><?sz val="11"/>', INK),
  error: font('<?b/><?sz val="10"/>', RED),
  warning: font('<?sz val="10"/>', BROWN),
  link: font('<?u/><?sz val="10"/>', 'FF0563C1'),
} as const;

const BORDERS = {
  none: '<?border><?left/><?right/><?top/><?bottom/><?diagonal/></?border>',
  hair: box('thin', 'FFBFC5D2'),
} as const;

const TOP = '<?alignment vertical="top" wrapText="1"/>';
const CENTRED = '<?alignment horizontal="center" vertical="top" wrapText="1"/>';
const ONE_LINE = '<?alignment vertical="center"/>';
const MIDDLE = '<?alignment vertical="center" wrapText="1"/>';

export interface Look {
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly alignment: string;
}

export const LOOKS = {
  title: { font: FONTS.title, fill: FILLS.none, border: BORDERS.none, alignment: ONE_LINE },
  note: { font: FONTS.note, fill: FILLS.none, border: BORDERS.none, alignment: ONE_LINE },
  heading: { font: FONTS.heading, fill: FILLS.heading, border: BORDERS.hair, alignment: MIDDLE },
  group: { font: FONTS.group, fill: FILLS.group, border: BORDERS.none, alignment: ONE_LINE },
  text: { font: FONTS.text, fill: FILLS.none, border: BORDERS.hair, alignment: TOP },
  number: { font: FONTS.text, fill: FILLS.none, border: BORDERS.hair, alignment: CENTRED },
  error: { font: FONTS.error, fill: FILLS.error, border: BORDERS.hair, alignment: CENTRED },
  warning: { font: FONTS.warning, fill: FILLS.warning, border: BORDERS.hair, alignment: CENTRED },
  link: { font: FONTS.link, fill: FILLS.none, border: BORDERS.hair, alignment: TOP },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;

/** In black and white an error is bold in a full frame, a warning in a dotted one. */
export const DIFFERENTIAL = {
  error: `<?dxf><?font><?b/><?color rgb="${RED}"/></?font>${differentialFill(PINK)}${differentialBorder('thin', RED)}</?dxf>`,
  warning: `<?dxf><?font><?color rgb="${BROWN}"/></?font>${differentialFill(AMBER)}${differentialBorder('dotted', BROWN)}</?dxf>`,
} as const;

/** What every stylesheet begins with: cells without a style wear the first of each, and Excel reserves two fills. */
export const FIRST = {
  fonts: ['<?font><?sz val="11"/><?name val="Calibri"/><?family val="2"/></?font>'],
  fills: [FILLS.none, '<?fill><?patternFill patternType="gray125"/></?fill>'],
  borders: [BORDERS.none],
  cellXfs: ['<?xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  dxfs: [],
} as const;

function font(properties: string, color: string): string {
  return `<?font>${properties}<?color rgb="${color}"/><?name val="Calibri"/><?family val="2"/></?font>`;
}

function solid(color: string): string {
  return `<?fill><?patternFill patternType="solid"><?fgColor rgb="${color}"/><?bgColor indexed="64"/></?patternFill></?fill>`;
}

function box(style: string, color: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<?${side} style="${style}"><?color rgb="${color}"/></?${side}>`,
  );
  return `<?border>${sides.join('')}<?diagonal/></?border>`;
}

/** Of a differential format the background is the colour of a solid fill. */
function differentialFill(color: string): string {
  return `<?fill><?patternFill patternType="solid"><?fgColor rgb="${color}"/><?bgColor rgb="${color}"/></?patternFill></?fill>`;
}

function differentialBorder(style: string, color: string): string {
  return box(style, color).replace('<?diagonal/>', '');
}
