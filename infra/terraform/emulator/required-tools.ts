import { spawnSync } from 'node:child_process';
import { toolMissing } from './faults.ts';

const TOOLS = [
  {
    tool: 'Terraform',
    command: ['terraform', 'version'],
    hint: 'Install Terraform 1.5 or newer: https://developer.hashicorp.com/terraform/install.',
  },
  {
    tool: 'a Python with moto',
    command: ['python3', '-c', 'import moto.server'],
    hint: "Make one and put it first on the PATH: python3 -m venv moto && moto/bin/pip install 'moto[server]==5.2.1'",
  },
] as const;

/** Throws a Fault `tool-missing` for the first tool that this machine lacks. */
export function requireTools(): void {
  for (const { tool, command, hint } of TOOLS) {
    const [program, ...args] = command;
    if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) throw toolMissing(tool, command, hint);
  }
}
