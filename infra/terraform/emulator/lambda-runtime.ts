// Plays the part of Lambda's runtime in a process of its own: loads the handler that it is told, answers each event.
import { pathToFileURL } from 'node:url';

const [bundle] = process.argv.slice(2);
if (bundle === undefined) throw new Error('Give the path of the bundle');
const { handler } = (await import(pathToFileURL(bundle).href)) as { handler(event: unknown): Promise<unknown> };

process.on('message', (event) => {
  handler(event).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.send?.({ ready: process.version });
