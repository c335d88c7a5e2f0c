import { EXIT } from '@ocr-pipeline/fault';
import { rulesOfMessage } from '../verify/explain-message.ts';
import { fixInGeneral } from '../verify/rebuild.ts';
import type { Rule } from '../verify/rule.ts';
import { findRule } from '../verify/verify.ts';
import { defineCommand, type Io } from './command.ts';
import { badArgument, missingArgument, unknownMessage } from './faults.ts';
import { COLOR_OPTIONS, type Style, styleFor } from './report/style.ts';

const usage = 'layerproof explain RULE | "pasted error text" [--color | --no-color]';

export default defineCommand({
  summary: 'Say what a rule, or an error that Lambda printed, is about and what to do',
  usage,
  options: COLOR_OPTIONS,

  async run({ positionals: [text, ...more], values }, io) {
    if (text === undefined) throw missingArgument('rule', usage);
    if (more.length > 0) throw badArgument('explain takes one rule, or one text in quotes', usage);
    const style = styleFor(values, io);
    // An id is one word; what Lambda prints never is.
    if (/^[a-z0-9-]+$/.test(text)) {
      explain(findRule(text), io, style);
      return EXIT.ok;
    }
    const [first, ...others] = rulesOfMessage(text);
    if (first === undefined) throw unknownMessage(text);
    explain(first, io, style);
    if (others.length > 0) {
      io.out('');
      io.out('The same may be said of:');
      for (const { id, summary } of others) io.out(`  ${id}  ${summary}`);
    }
    io.out('');
    io.out('Which it is, `layerproof verify LAYER --runtime R --arch A` tells from the layer itself.');
    return EXIT.ok;
  },
});

function explain({ id, severity, summary, why, messages, fix }: Rule, io: Io, style: Style): void {
  io.out(`${style(severity, `${severity}[${id}]`)} ${style('title', summary)}`);
  io.out('');
  io.out(why);
  if (messages.length > 0) {
    io.out('');
    io.out('The runtime then says:');
    for (const message of messages) io.out(`  ${message}`);
  }
  io.out('');
  io.out(`${style('fix', 'fix:')} ${fixInGeneral(fix)}`);
}
