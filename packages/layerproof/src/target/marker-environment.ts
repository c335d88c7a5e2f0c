import { notAPythonRuntime } from './faults.ts';
import { PLATFORM_CPU } from './platform-tags.ts';
import type { Target } from './target.ts';

/** The variables of an environment marker (PEP 508, "Environment Markers"); `extra` is not one of them. */
export interface MarkerEnvironment {
  readonly os_name: string;
  readonly sys_platform: string;
  readonly platform_machine: string;
  readonly platform_python_implementation: string;
  readonly platform_release: string;
  readonly platform_system: string;
  readonly platform_version: string;
  readonly python_version: string;
  readonly python_full_version: string;
  readonly implementation_name: string;
  readonly implementation_version: string;
}

/**
 * The patch release of CPython that was current when AWS opened the runtime. AWS only ever moves a runtime to later patch
 * releases and does not publish which, so this is the highest that is certain. Inferred from the runtime's release date
 * (endoflife.date, aws-lambda) and CPython's release schedules (PEP 537, 569, 596, 619, 664, 693, 719, 745, 790).
 */
const FIRST_PATCH: Readonly<Record<string, number>> = {
  '3.7': 1, // 2018-11-19, after 3.7.1 of 2018-10-20
  '3.8': 0, // 2019-11-18, after 3.8.0 of 2019-10-14
  '3.9': 6, // 2021-08-16, after 3.9.6 of 2021-06-28
  '3.10': 10, // 2023-04-18, after 3.10.10 of 2023-02-08 (3.10.11 is of 2023-04-05, too close to be certain)
  '3.11': 4, // 2023-07-27, after 3.11.4 of 2023-06-06
  '3.12': 0, // 2023-12-14, after 3.12.0 of 2023-10-02 (3.12.1 is of 2023-12-08)
  '3.13': 0, // 2024-11-14, after 3.13.0 of 2024-10-07
  '3.14': 0, // 2025-11-18, after 3.14.0 of 2025-10-07
};

/**
 * What markers see in the target, whatever machine asks.
 *
 * `platform_release` and `platform_version` name the kernel that a function happens to run on; they are empty, so that a
 * comparison with them never holds.
 *
 * @throws Fault `not-a-python-runtime`.
 */
export function markerEnvironment(target: Target): MarkerEnvironment {
  const { python } = target.facts;
  if (python === undefined) throw notAPythonRuntime(target.runtime);
  const full = `${python.version}.${FIRST_PATCH[python.version] ?? 0}`;
  return {
    os_name: 'posix',
    sys_platform: 'linux',
    platform_machine: PLATFORM_CPU[target.architecture],
    platform_python_implementation: 'CPython',
    platform_release: '',
    platform_system: 'Linux',
    platform_version: '',
    python_version: python.version,
    python_full_version: full,
    implementation_name: 'cpython',
    implementation_version: full,
  };
}
