import { EXIT } from '@ocr-pipeline/fault';
import { fixInGeneral } from '../verify/rebuild.ts';
import { findRule } from '../verify/verify.ts';
import { defineCommand } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';

const usage = 'layerproof explain RULE';

export default defineCommand({
  summary: 'Say why a rule exists and what to do about its findings',
  usage,
  options: {},

  async run({ positionals: [id, ...more] }, io) {
    if (id === undefined) throw missingArgument('rule', usage);
    if (more.length > 0) throw badArgument('explain takes one rule', usage);
    const rule = findRule(id);
    io.out(`${rule.severity}[${rule.id}] ${rule.summary}`);
    io.out('');
    io.out(rule.why);
    io.out('');
    io.out(`fix: ${fixInGeneral(rule.fix)}`);
    return EXIT.ok;
  },
});
