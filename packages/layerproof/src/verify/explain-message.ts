import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Words that stand in so many messages that they tell nothing. */
const LEAST_TELLING = 8;

/**
 * The rules whose messages stand in a text, e.g. a line of CloudWatch or a whole traceback; the most telling first. Quotes of any
 * kind are one, as they change on their way.
 */
export function rulesOfMessage(text: string): Rule[] {
  const plain = plainOf(text);
  const found = RULES.flatMap((rule) => {
    const lengths = rule.messages.filter((message) => patternOf(message).test(plain)).map(tellingLength);
    return lengths.length === 0 ? [] : [{ rule, length: Math.max(...lengths) }];
  });
  return found.toSorted((a, b) => b.length - a.length || (a.rule.id < b.rule.id ? -1 : 1)).map(({ rule }) => rule);
}

function patternOf(message: string): RegExp {
  const parts = plainOf(message)
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
  return new RegExp(parts.join('[^\\n]*?'), 'i');
}

function tellingLength(message: string): number {
  return Math.max(LEAST_TELLING, message.replaceAll('…', '').length);
}

function plainOf(text: string): string {
  return text.replaceAll(/[`'"‘’“”]/g, "'");
}
