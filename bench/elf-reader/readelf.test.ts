import { expect, test } from 'vitest';
import { differences } from './ours.ts';
import { parseReadelf } from './readelf.ts';

const TEXT = `
Dynamic section at offset 0x2df0 contains 26 entries:
  Tag        Type                         Name/Value
 0x0000000000000001 (NEEDED)             Shared library: [libz.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000000e (SONAME)             Library soname: [libdemo.so.1]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN/../libs:/opt/lib]

Symbol table '.dynsym' contains 9 entries:
   Num:    Value          Size Type    Bind   Vis      Ndx Name
     0: 0000000000000000     0 NOTYPE  LOCAL  DEFAULT  UND 
     1: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND malloc@GLIBC_2.2.5 (2)
     2: 0000000000000000     0 NOTYPE  WEAK   DEFAULT  UND __gmon_start__
     3: 0000000000001100    42 FUNC    GLOBAL DEFAULT   12 run@@DEMO_1
     4: 0000000000001130    42 FUNC    GLOBAL DEFAULT [VARIANT_PCS]   12 old@DEMO_0
     5: 0000000000001160 0x10000 OBJECT  WEAK   DEFAULT   12 table
     6: 0000000000001190    42 FUNC    GLOBAL HIDDEN    12 inner
     7: 0000000000000000     0 OBJECT  GLOBAL DEFAULT  ABS DEMO_1
     8: 00000000000011c0     1 OBJECT  <OS specific>: 10 DEFAULT   10 once

Version definition section '.gnu.version_d' contains 2 entries:
 Addr: 0x0000000000000400  Offset: 0x000400  Link: 4 (.dynstr)
  000000: Rev: 1  Flags: BASE  Index: 1  Cnt: 1  Name: libdemo.so.1
  0x001c: Rev: 1  Flags: none  Index: 2  Cnt: 2  Name: DEMO_1
  0x0038: Parent 1: DEMO_0

Version needs section '.gnu.version_r' contains 1 entry:
 Addr: 0x0000000000000440  Offset: 0x000440  Link: 4 (.dynstr)
  000000: Version: 1  File: libc.so.6  Cnt: 2
  0x0010:   Name: GLIBC_2.2.5  Flags: none  Version: 2
  0x0020:   Name: GLIBC_2.17  Flags: WEAK  Version: 3
`;

test('what readelf prints, in our words', () => {
  expect(parseReadelf(TEXT)).toEqual({
    needed: ['libc.so.6', 'libz.so.1'],
    soname: 'libdemo.so.1',
    rpath: '',
    runpath: '$ORIGIN/../libs:/opt/lib',
    versionNeeds: ['libc.so.6 GLIBC_2.17 weak', 'libc.so.6 GLIBC_2.2.5'],
    versionDefinitions: ['DEMO_1'],
    undefinedSymbols: ['__gmon_start__ weak', 'malloc@GLIBC_2.2.5'],
    definedSymbols: ['DEMO_1', 'old@DEMO_0', 'once', 'run@DEMO_1', 'table weak'],
  });
});

test('a difference names what only one of the two has', () => {
  const facts = parseReadelf(TEXT);
  expect(differences(facts, facts)).toEqual([]);
  expect(differences({ ...facts, needed: ['libc.so.6'], soname: undefined }, facts)).toEqual([
    "needed: only ours [], only readelf's [libz.so.1]",
    "soname: only ours [], only readelf's [libdemo.so.1]",
  ]);
});
