import type { BuildEvent } from '../build/build-layer.ts';
import { amount } from './amount.ts';
import type { Io } from './command.ts';

/**
 * Tells people what a build does: retries and notes as lines, the rest on the passing line of a terminal, which says how many
 * distributions are known, how many wheels are here, and how many bytes came over the network.
 */
export function buildProgress(io: Pick<Io, 'err' | 'status'>): (event: BuildEvent) => void {
  const received = new Map<string, number>();
  let doing = '';
  let shown = '';
  const show = () => {
    const bytes = received.values().reduce((sum, size) => sum + size, 0);
    const text = bytes === 0 ? doing : `${doing}, ${amount(bytes)} fetched`;
    // A download tells of every piece, which is more often than anybody can read.
    if (text !== shown) io.status(text);
    shown = text;
  };
  return (event) => {
    switch (event.kind) {
      case 'phase':
        doing = event.text;
        received.clear();
        return show();
      case 'resolving':
        doing = `resolving: ${event.distributions} distributions`;
        return show();
      case 'fetching':
        doing = `fetching: ${event.wheels} of ${event.of} wheels`;
        return show();
      case 'download':
        received.set(event.name, event.received);
        return show();
      case 'retry':
        return io.err(`trying again: ${event.address}: ${event.problem}`);
      case 'note':
        return io.err(`note: ${event.text}`);
    }
  };
}
