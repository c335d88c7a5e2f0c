import { spawn } from 'node:child_process';
import { cpSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export interface TerraformResult {
  readonly code: number;
  /** stdout and stderr as they came, without colour. */
  readonly text: string;
}

/**
 * The folder that holds a copy of the aws provider, laid out as a filesystem mirror; undefined when there is none and Terraform
 * must download it. `TERRAFORM_PROVIDER_MIRROR` names one; otherwise the folders are looked at that Terraform documents as
 * implied mirrors (https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories) and /opt.
 */
export function findProviderMirror(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment['TERRAFORM_PROVIDER_MIRROR'];
  if (named !== undefined) return named;
  const candidates = [
    join(homedir(), '.terraform.d/plugins'),
    '/usr/local/share/terraform/plugins',
    '/usr/share/terraform/plugins',
    '/opt/*',
  ];
  const provider = 'registry.terraform.io/hashicorp/aws';
  const [found] = globSync(candidates.map((folder) => `${folder}/${provider}`));
  return found?.slice(0, -provider.length - 1);
}

/** Copies modules and examples into `folder`, so that plugins, lock files and state never lie in the checkout. */
export function copyConfiguration(folder: string): void {
  for (const part of ['modules', 'examples']) {
    cpSync(join(import.meta.dirname, part), join(folder, part), { recursive: true });
  }
}

/** Runs Terraform in `folder` to its end, whatever its exit code. `environment` is added to this process's own. */
export function terraform(
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<TerraformResult> {
  const child = spawn('terraform', args, {
    cwd: folder,
    env: {
      ...process.env,
      // The machine's own settings must not decide what is tested.
      TF_CLI_CONFIG_FILE: process.platform === 'win32' ? 'NUL' : '/dev/null',
      CHECKPOINT_DISABLE: '1',
      TF_IN_AUTOMATION: '1',
      TF_INPUT: '0',
      TF_CLI_ARGS: '-no-color',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** `terraform init` without a backend, from the provider mirror where there is one. */
export function initialise(folder: string): Promise<TerraformResult> {
  const mirror = findProviderMirror();
  return terraform(folder, ['init', '-backend=false', ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`])]);
}
