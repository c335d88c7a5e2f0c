/** What Lambda's own API says of functions and layers, asked of the emulator directly: Terraform's state is not a witness. */
export interface LambdaState {
  /** Layer version ARNs that a function names. */
  layersOf(functionName: string): Promise<string[]>;
  /** Environment variables that a function is given. */
  environmentOf(functionName: string): Promise<Record<string, string>>;
  /** Numbers of the published versions of a layer, newest first. */
  versionsOf(layerName: string): Promise<number[]>;
  functionNames(): Promise<string[]>;
}

/** Of GetFunctionConfiguration's answer, what is looked at here. */
interface Configuration {
  readonly Layers?: readonly { readonly Arn: string }[];
  readonly Environment?: { readonly Variables: Record<string, string> };
}

export function lambdaState(endpoint: string, region: string): LambdaState {
  // moto takes region and service from the credential's scope and checks no signature.
  const authorization = `AWS4-HMAC-SHA256 Credential=testing/20260101/${region}/lambda/aws4_request, SignedHeaders=host, Signature=0`;
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${endpoint}${path}`, { headers: { authorization } });
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const configurationOf = async (functionName: string) =>
    (await get(`/2015-03-31/functions/${functionName}/configuration`)) as Configuration;
  return {
    async layersOf(functionName) {
      return ((await configurationOf(functionName)).Layers ?? []).map(({ Arn }) => Arn);
    },
    async environmentOf(functionName) {
      return (await configurationOf(functionName)).Environment?.Variables ?? {};
    },
    async versionsOf(layerName) {
      const { LayerVersions } = (await get(`/2018-10-31/layers/${layerName}/versions`)) as {
        LayerVersions: { Version: number }[];
      };
      return LayerVersions.map(({ Version }) => Version).toSorted((a, b) => b - a);
    },
    async functionNames() {
      const { Functions } = (await get('/2015-03-31/functions/')) as { Functions: { FunctionName: string }[] };
      return Functions.map(({ FunctionName }) => FunctionName);
    },
  };
}
