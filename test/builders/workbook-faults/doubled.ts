/** The values that come more than once, each once. */
export function doubled(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = values.filter((value) => seen.size === seen.add(value).size);
  return [...new Set(twice)];
}
