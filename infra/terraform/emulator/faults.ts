import { Fault } from '@ocr-pipeline/fault';

export function toolMissing(tool: string, command: readonly string[], hint: string): Fault {
  return new Fault('tool-missing', `The emulator run needs ${tool}, and \`${command.join(' ')}\` fails here`, { hint });
}
