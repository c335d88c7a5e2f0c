import { Fault } from '@ocr-pipeline/fault';

export function badArgument(problem: string, usage: string): Fault {
  // node:util adds advice about `--` after its first sentence, which the usage replaces.
  const [sentence = problem] = problem.split(/\. (?=To specify)/);
  return new Fault('bad-argument', sentence, { hint: `Usage: ${usage}` });
}

export function missingArgument(what: string, usage: string): Fault {
  return new Fault('missing-argument', `No ${what} given`, { hint: `Usage: ${usage}` });
}

export function frozenAndUpgrade(usage: string): Fault {
  const message = '`--frozen` takes the versions of the lock as they are, but `--upgrade` looks for newer ones';
  return new Fault('frozen-and-upgrade', message, { hint: `Leave one of the two out. Usage: ${usage}` });
}

export function unknownCommand(name: string, commands: readonly string[]): Fault {
  return new Fault('unknown-command', `There is no command \`${name}\``, {
    hint: `The commands are ${commands.map((command) => `\`${command}\``).join(', ')}.`,
  });
}

export function unknownMessage(text: string): Fault {
  const [line = ''] = text.split('\n');
  const shown = line.length > 80 ? `${line.slice(0, 80)}…` : line;
  return new Fault('unknown-message', `No rule knows the message \`${shown}\``, {
    hint: 'Paste the line with the error itself, e.g. `No module named …`; or run `layerproof verify` on the layer, which needs no message.',
  });
}
