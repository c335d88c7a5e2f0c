import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';
import { addonFallback } from './addon-fallback.ts';
import { unknownRule } from './faults.ts';
import type { Finding, Severity } from './finding.ts';
import { createLayer, type Layer, type LayerContext } from './layer.ts';
import { unreachedReason } from './reachability.ts';
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

/** Rules that need the `resolution` or the `function` are run only where it is known. */
export interface VerifyOptions extends LayerContext {
  /** Ids of rules that are not run. */
  readonly ignore?: readonly string[];
}

/**
 * Runs every rule over the layer.
 *
 * @throws Fault `unknown-rule` for an id to ignore that no rule has, and that of a zip whose data turn out to be damaged.
 */
export function verify(image: Image, target: Target, { ignore = [], ...context }: VerifyOptions = {}): Report {
  for (const id of ignore) findRule(id);
  const rules = RULES.filter(
    ({ id, needs }) => !ignore.includes(id) && (needs === undefined || context[needs] !== undefined),
  );
  const layer = createLayer(image, target, context);
  const found = rules.flatMap((rule) =>
    Array.from(rule.check(layer), ({ path, message, severity = rule.severity, fix = rule.fix }): Finding => {
      return { rule: rule.id, severity, path, message, fix: fixFor(fix, target) };
    }),
  );
  const findings = graded(found, layer);
  return {
    target: target.label,
    proof: 'static',
    findings: findings.sort(byGravity),
    rulesRun: rules.map(({ id }) => id),
  };
}

/** A layer in which more files are broken is broken as a whole; to look at each of them would only take time. */
const MOST_GRADED = 50;

/** Errors about files that nothing comes to, or that their package does without, are warnings. */
function graded(findings: readonly Finding[], layer: Layer): Finding[] {
  const isOfFile = ({ rule, severity }: Finding) => severity === 'error' && findRule(rule).isOfFile === true;
  if (findings.filter(isOfFile).length > MOST_GRADED) return [...findings];
  return findings.map((finding) => {
    const path = isOfFile(finding) ? finding.path : undefined;
    const isCatchable = findRule(finding.rule).isPastImportError !== true;
    const reason =
      path === undefined ? undefined : (unreachedReason(layer, path, isCatchable) ?? addonFallback(layer, path));
    return reason === undefined
      ? finding
      : { ...finding, severity: 'warning', message: `${finding.message}; ${reason}` };
  });
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
