// Plays the part of Lambda's runtime in a process of its own: loads the handler that it is told, answers each event.
import { pathToFileURL } from 'node:url';

const [bundle] = process.argv.slice(2);
if (bundle === undefined) throw new Error('Give the path of the bundle');

/** The part of Lambda's context that is used (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html). */
interface Context {
  getRemainingTimeInMillis(): number;
}

const { handler } = (await import(pathToFileURL(bundle).href)) as {
  handler(event: unknown, context: Context): Promise<unknown>;
};

/** The longest timeout that Lambda takes, 15 minutes: the end of the functions' own is not what is tried here. */
const TIMEOUT_MILLISECONDS = 900_000;

process.on('message', (event) => {
  const end = performance.now() + TIMEOUT_MILLISECONDS;
  handler(event, { getRemainingTimeInMillis: () => Math.max(0, end - performance.now()) }).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send?.({ ready: process.version });
