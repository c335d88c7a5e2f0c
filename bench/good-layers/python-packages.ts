import { PACKAGES } from '../native-packages/packages.ts';

/** More of the most downloaded distributions that hold machine code (`bench/resolve/most-downloaded.ts`). */
const MORE = `
  charset-normalizer sqlalchemy yarl multidict frozenlist propcache rpds-py greenlet wrapt websockets coverage fonttools
  kiwisolver contourpy jiter xxhash google-crc32c hf-xet ruamel-yaml tornado librt cython ruff uv
`
  .trim()
  .split(/\s+/);

/** Packages whose layer is no good one on any runtime, with what is wrong with it in Lambda. */
export const NEVER_GOOD: Readonly<Record<string, string>> = {
  lightgbm:
    'lib_lightgbm.so needs libgomp.so.1, the OpenMP library of GCC, which no Python runtime of Lambda after python3.7 has.',
  fiona: 'Its GDAL needs libexpat.so.1, which no runtime on Amazon Linux 2023 has.',
  rasterio: 'Its GDAL needs libexpat.so.1, which no runtime on Amazon Linux 2023 has.',
  spacy: 'With all that it needs it is larger than the 262,144,000 bytes that Lambda takes.',
  xgboost: 'It is larger than the 262,144,000 bytes that Lambda takes.',
};

/** What the good Python layers are made of: one requirement each. */
export const PYTHON_PACKAGES: readonly string[] = [...PACKAGES.map(({ requirement }) => requirement), ...MORE].filter(
  (requirement) => !(requirement in NEVER_GOOD),
);
