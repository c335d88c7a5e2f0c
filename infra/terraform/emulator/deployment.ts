import { terraform, type TerraformResult } from '../terraform.ts';

/** One root module with its variables: each verb runs Terraform and returns the fact that it established, or throws. */
export interface Deployment {
  apply(): Promise<string>;
  /** Throws when the plan wants to change anything. */
  planNothing(): Promise<string>;
  destroy(): Promise<string>;
  outputs(): Promise<Readonly<Record<string, unknown>>>;
}

export function deployment(folder: string, variables: Readonly<Record<string, string>>): Deployment {
  const environment = Object.fromEntries(Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]));
  const run = (...args: string[]) => terraform(folder, args, environment);
  return {
    async apply() {
      return summary('Apply complete!', orFail('apply', await run('apply', '-auto-approve')));
    },
    async planNothing() {
      // 0: nothing to change; 2: something (https://developer.hashicorp.com/terraform/cli/commands/plan#detailed-exitcode).
      orFail('plan', await run('plan', '-detailed-exitcode'));
      return 'a plan right after wants to change nothing';
    },
    async destroy() {
      return summary('Destroy complete!', orFail('destroy', await run('destroy', '-auto-approve')));
    },
    async outputs() {
      const text = orFail('output', await run('output', '-json'));
      const outputs = JSON.parse(text) as Record<string, { value: unknown }>;
      return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
    },
  };
}

/** Terraform's text when it exited with 0; otherwise throws with that text. */
export function orFail(verb: string, { code, text }: TerraformResult): string {
  if (code !== 0) throw new Error(`terraform ${verb} ended with ${code}:\n${text}`);
  return text;
}

/**
 * Seen about once in twelve applies: the emulator makes the function, its answer is lost, and the provider's second try meets
 * the first one's function. Fresh state is the cure.
 */
export function isKnownFlake(error: unknown): boolean {
  return error instanceof Error && /Function already exist/.test(error.message);
}

function summary(beginning: string, text: string): string {
  const line = text.split('\n').find((candidate) => candidate.startsWith(beginning));
  if (line === undefined) throw new Error(`Terraform said nothing of \`${beginning}\`:\n${text}`);
  return line;
}
