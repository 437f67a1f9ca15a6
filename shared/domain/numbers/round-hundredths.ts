import { parseDecimal } from './decimal-text.ts';
import { MOST_DIGITS, type NumberReading } from './read-hundredths.ts';

/**
 * The magnitude of a number in hundredths, rounded half up, from its text alone: extracts of decision-support systems
 * write amounts as binary fractions, charges negative (`-38315470.489920005`, `2.112E-2`). domain-facts.md, 7.2.
 */
export function roundMagnitude(text: string): NumberReading {
  const decimal = parseDecimal(text);
  if (decimal === null) return { ok: false, fault: 'unreadable' };
  const { digits, point } = decimal;
  if (point > MOST_DIGITS) return { ok: false, fault: 'too-large' };
  if (point < 0 || digits === '') return { ok: true, value: 0n };
  const whole = BigInt(digits.slice(0, point).padEnd(point, '0') || '0');
  return { ok: true, value: (digits[point] ?? '0') < '5' ? whole : whole + 1n };
}
