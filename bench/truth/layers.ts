/**
 * What the layers are made of: requirements, each line a layer with all that it needs. Small and middle-sized packages, with and
 * without machine code, among those that are downloaded most.
 */
export const REQUIREMENTS: readonly string[] = `
  requests
  lxml
  flask
  pydantic
  pillow
  sqlalchemy
  cryptography
  jinja2
  psycopg2-binary
  httpx
  aiohttp
  openpyxl lxml
  pymongo
  click rich
  bcrypt pyjwt
  paramiko
  rapidfuzz
  fastapi
  gevent
  attrs structlog
  pyyaml markupsafe
  boto3
  msgpack lz4
  sentry-sdk
  pynacl
  redis xmltodict
  grpcio
  jsonschema
  psycopg[binary]
  google-auth
  regex
  tornado
  protobuf google-api-core
  networkx
  zstandard brotli
  docutils pygments
  uvloop httptools
  tabulate tqdm
  watchfiles websockets
  nltk
  orjson safetensors
  marshmallow tenacity
  pycryptodome
  python-dateutil pytz
  argon2-cffi cffi
  sympy
  kiwisolver
  loguru joblib
  asyncpg
  ruamel.yaml
  oracledb
  jmespath cachetools
  tiktoken
  fonttools
  confluent-kafka
  sentencepiece
  psutil wrapt
  pikepdf
  pyproj
  xxhash yarl
`
  .trim()
  .split('\n')
  .map((line) => line.trim());

/** Versions of CPython that a Lambda runtime has and that the imports are tried on. */
export const RUNTIMES = ['python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13'] as const;

/**
 * What the layers of a runtime are held to beside what they are for. The `ssl` of Lambda's python3.8 has OpenSSL 1.0.2, with which
 * urllib3 2 refuses to be imported (rule urllib3-needs-newer-openssl); the CPython here has a newer one, and could not tell.
 */
export function constraintsOf(runtime: string): string {
  return runtime === 'python3.8' ? 'urllib3<2\n' : '';
}
