import { Fault } from '@ocr-pipeline/fault';

export function unknownRule(id: string, known: readonly string[]): Fault {
  return new Fault('unknown-rule', `There is no rule ${id}`, { hint: `The rules are ${known.join(', ')}.` });
}
