import type { Call } from './recording-proxy.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** The inline policy of a role, asked of the emulator's IAM. */
export async function rolePolicy(endpoint: string, roleName: string, policyName: string): Promise<Statement[]> {
  const query = { Action: 'GetRolePolicy', Version: '2010-05-08', RoleName: roleName, PolicyName: policyName };
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      // moto finds the service by the credential's scope.
      authorization:
        'AWS4-HMAC-SHA256 Credential=testing/20260101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: new URLSearchParams(query),
  });
  const text = await answer.text();
  const document = /<PolicyDocument>(.*)<\/PolicyDocument>/s.exec(text)?.[1];
  if (document === undefined) throw new Error(`GetRolePolicy of ${roleName} answered ${answer.status}: ${text}`);
  return (JSON.parse(decodeURIComponent(document)) as { Statement: Statement[] }).Statement;
}

/** The calls that no statement allows; each once. */
export function refusedCalls(statements: readonly Statement[], calls: readonly Call[]): string[] {
  const refused = calls.filter(
    ({ action, resource }) =>
      !statements.some(
        ({ Effect, Action, Resource }) =>
          Effect === 'Allow' && Action.includes(action) && Resource.some((arn) => covers(arn, resource)),
      ),
  );
  return [...new Set(refused.map(({ action, resource }) => `${action} on ${resource}`))];
}

/** Whether an ARN of a policy, perhaps with a star at its end, names the resource. */
function covers(arn: string, resource: string): boolean {
  const named = arn.split(':').slice(5).join(':');
  return named.endsWith('*') ? resource.startsWith(named.slice(0, -1)) : resource === named;
}
