import { type FunctionName, FUNCTIONS } from '../../../scripts/aws-artifacts/function-bundle.ts';
import { runEndToEnd } from './end-to-end.ts';
import type { LambdaState } from './lambda-state.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';
import { refusedCalls, rolePolicy } from './role-policy.ts';

export interface DeployedRunSetup {
  readonly endpoint: string;
  readonly artifacts: string;
  readonly work: string;
  /** Prefix of the names of functions and roles. */
  readonly name: string;
  readonly lambda: LambdaState;
}

/**
 * Sends a scan through both functions with the settings that they are deployed with, and holds each call that they made against
 * the policy of their role: the emulator itself allows everything. Returns what happened, a fact a line; throws otherwise.
 */
export async function runDeployed({ name: prefix, lambda, ...setup }: DeployedRunSetup): Promise<string[]> {
  const proxies = new Map<FunctionName, RecordingProxy>();
  const endpointOf = (name: FunctionName) => proxies.get(name)?.endpoint ?? setup.endpoint;
  try {
    for (const name of FUNCTIONS) proxies.set(name, await startRecordingProxy(setup.endpoint));
    const facts = await runEndToEnd({
      ...setup,
      endpointOf,
      // A client of SQS goes where its queue's address says.
      environmentOf: async (name) => {
        const { QUEUE_URL = '', ...others } = await lambda.environmentOf(`${prefix}-${name}`);
        return { ...others, QUEUE_URL: QUEUE_URL.replace(setup.endpoint, endpointOf(name)) };
      },
    });
    for (const [name, { calls }] of proxies) {
      const refused = refusedCalls(await rolePolicy(setup.endpoint, `${prefix}-${name}`, 'least-privilege'), calls);
      if (refused.length > 0) throw new Error(`The role of ${name} does not allow: ${refused.join(', ')}`);
      const actions = [...new Set(calls.map(({ action }) => action))].sort();
      facts.push(`the role of ${name} allows each of its ${calls.length} calls: ${actions.join(', ')}`);
    }
    return facts;
  } finally {
    for (const proxy of proxies.values()) proxy.stop();
  }
}
