/** A layer whose verification is measured. */
export interface MeasuredLayer {
  readonly name: string;
  readonly requirements: readonly string[];
  readonly runtime: string;
  /** Of Python, for pip. */
  readonly version: string;
  /** Seconds from start to end that it may take. */
  readonly mostSeconds: number;
  /** MB of 1,000,000 bytes that it may hold. */
  readonly mostMegabytes: number;
}

export const ARCHITECTURE = 'x86_64';

export const LAYERS: readonly MeasuredLayer[] = [
  {
    name: 'the seed: Pillow and requests',
    requirements: ['Pillow==9.5.0', 'requests==2.31.0'],
    runtime: 'python3.9',
    version: '3.9',
    mostSeconds: 0.5,
    mostMegabytes: 300,
  },
  {
    // With what they need, just below the 262,144,000 bytes that Lambda takes; the largest library has 63 MB.
    name: '250 MB',
    requirements: [
      'pandas==2.3.0',
      'opencv-python-headless==4.11.0.86',
      'numpy==2.2.6',
      'pillow==11.3.0',
      'lxml==5.4.0',
    ],
    runtime: 'python3.12',
    version: '3.12',
    mostSeconds: 2,
    mostMegabytes: 300,
  },
];
