import type { Image } from '../image/entry.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import type { Target } from '../target/target.ts';
import { unknownRule } from './faults.ts';
import type { Finding, Severity } from './finding.ts';
import { createLayer } from './layer.ts';
import type { readNative } from './native.ts';
import { fixFor } from './rebuild.ts';
import type { Rule } from './rule.ts';
import { RULES } from './rules/index.ts';

export interface Report {
  /** `python3.9/x86_64`. */
  readonly target: string;
  /** How far this goes: the rules read the files, and nothing was loaded. */
  readonly proof: 'static';
  /** Errors first, then warnings, then notes; by path within each. */
  readonly findings: readonly Finding[];
  /** Ids of the rules that were run, in the order of the catalogue. */
  readonly rulesRun: readonly string[];
}

export interface VerifyOptions {
  /** Ids of rules that are not run. */
  readonly ignore?: readonly string[];
  /** Gives the facts of a native file, in place of reading them from its bytes. */
  readonly readNative?: typeof readNative;
  /** How the layer's packages were chosen; rules that need it are run only then. */
  readonly resolution?: readonly ResolvedPackage[] | undefined;
}

/**
 * Runs every rule over the layer.
 *
 * @throws Fault `unknown-rule` for an id to ignore that no rule has, and that of a zip whose data turn out to be damaged.
 */
export function verify(
  image: Image,
  target: Target,
  { ignore = [], readNative: read, resolution }: VerifyOptions = {},
): Report {
  for (const id of ignore) findRule(id);
  const rules = RULES.filter(
    ({ id, needs }) => !ignore.includes(id) && (needs === undefined || resolution !== undefined),
  );
  const layer = createLayer(image, target, read, resolution);
  const findings = rules.flatMap((rule) =>
    Array.from(rule.check(layer), ({ path, message, severity = rule.severity, fix = rule.fix }): Finding => {
      return { rule: rule.id, severity, path, message, fix: fixFor(fix, target) };
    }),
  );
  return {
    target: target.label,
    proof: 'static',
    findings: findings.sort(byGravity),
    rulesRun: rules.map(({ id }) => id),
  };
}

/** @throws Fault `unknown-rule`, whose hint lists the rules. */
export function findRule(id: string): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined)
    throw unknownRule(
      id,
      RULES.map((known) => known.id),
    );
  return rule;
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Paths by UTF-16 units and no locale, so that a report is the same on every machine. */
function byGravity(a: Finding, b: Finding): number {
  if (a.severity !== b.severity) return GRAVITY[a.severity] - GRAVITY[b.severity];
  const [left, right] = [a.path ?? '', b.path ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}
