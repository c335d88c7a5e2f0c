import { styleText } from 'node:util';
import type { Io } from '../command.ts';

type Format = Parameters<typeof styleText>[0];

/** What a piece of text is, and how a terminal shows it. */
const FORMATS = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'cyan'],
  title: ['bold'],
  fix: ['green'],
  faint: ['dim'],
} as const satisfies Record<string, Format>;

/** Gives a text its colour; the text itself where there are none. */
export type Style = (of: keyof typeof FORMATS, text: string) => string;

export const plain: Style = (_, text) => text;

const colored: Style = (of, text) => styleText(FORMATS[of], text, { validateStream: false });

/** The options of every command that prints for people. */
export const COLOR_OPTIONS = {
  color: { type: 'boolean', about: 'print colours also where no terminal is; FORCE_COLOR does the same' },
  'no-color': { type: 'boolean', about: 'print no colours; NO_COLOR does the same' },
} as const;

export interface ColorWish {
  readonly color?: boolean | undefined;
  readonly 'no-color'?: boolean | undefined;
}

/**
 * Colours on a terminal, none in a pipe, unless an option or the environment says otherwise: the options first, then FORCE_COLOR,
 * then NO_COLOR (https://no-color.org), as Node does it itself; a terminal that says that it is dumb has none.
 *
 * @param stream Where the text goes.
 */
export function styleFor(wish: ColorWish, io: Io, stream: 'stdout' | 'stderr' = 'stdout'): Style {
  return hasColor(wish, io, stream) ? colored : plain;
}

function hasColor(wish: ColorWish, { env, stdoutIsTerminal, stderrIsTerminal }: Io, stream: 'stdout' | 'stderr') {
  if (wish['no-color'] === true) return false;
  if (wish.color === true) return true;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return stream === 'stdout' ? stdoutIsTerminal : stderrIsTerminal;
}
