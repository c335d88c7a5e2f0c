// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { BaseFacts, BaseName, RuntimeFacts } from '../facts.ts';
import al1 from './al1.generated.ts';
import al2 from './al2.generated.ts';
import al2023 from './al2023.generated.ts';
import python3_7 from './python3.7.generated.ts';
import python3_8 from './python3.8.generated.ts';
import python3_9 from './python3.9.generated.ts';
import python3_10 from './python3.10.generated.ts';
import python3_11 from './python3.11.generated.ts';
import python3_12 from './python3.12.generated.ts';
import python3_13 from './python3.13.generated.ts';
import python3_14 from './python3.14.generated.ts';
import python3_15 from './python3.15.generated.ts';
import nodejs18_x from './nodejs18.x.generated.ts';
import nodejs20_x from './nodejs20.x.generated.ts';
import nodejs22_x from './nodejs22.x.generated.ts';
import nodejs24_x from './nodejs24.x.generated.ts';
import nodejs26_x from './nodejs26.x.generated.ts';

export const BASES: Readonly<Record<BaseName, BaseFacts>> = {
  al1,
  al2,
  al2023,
};

export const RUNTIMES: readonly RuntimeFacts[] = [
  python3_7,
  python3_8,
  python3_9,
  python3_10,
  python3_11,
  python3_12,
  python3_13,
  python3_14,
  python3_15,
  nodejs18_x,
  nodejs20_x,
  nodejs22_x,
  nodejs24_x,
  nodejs26_x,
];
