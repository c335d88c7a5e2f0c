/**
 * The 300 most downloaded distributions of the Python index, most downloaded first: the head of a list of the 15,000 most
 * downloaded of a month, which is counted from the index's own download statistics, as it stood in {@link AS_OF}.
 */
export const AS_OF = '2026-11';

export const MOST_DOWNLOADED: readonly string[] = `
  boto3 packaging urllib3 certifi idna requests typing-extensions charset-normalizer setuptools botocore
  cryptography aiobotocore python-dateutil six pyyaml pydantic pygments cffi click numpy pluggy pycparser
  pydantic-core grpcio-status anyio s3transfer attrs protobuf h11 pytest annotated-types iniconfig fsspec httpx
  httpcore typing-inspection pandas pip s3fs markupsafe platformdirs python-dotenv pathspec pyjwt jinja2 rich
  jmespath markdown-it-py aiohttp filelock importlib-metadata yarl starlette multidict jsonschema zipp uvicorn
  propcache wheel mdurl pyasn1 pytz google-auth googleapis-common-protos frozenlist litellm fastapi rpds-py tqdm
  annotated-doc aiosignal referencing jsonschema-specifications trove-classifiers tzdata google-api-core
  aiohappyeyeballs pillow virtualenv greenlet colorama pyasn1-modules typer grpcio opentelemetry-sdk tenacity wrapt
  requests-oauthlib opentelemetry-api pyarrow awscli websockets opentelemetry-semantic-conventions python-multipart
  scipy sniffio pydantic-settings sqlalchemy pyparsing shellingham tomli lxml beautifulsoup4 oauthlib soupsieve
  psutil regex cachetools textual sglang openai exceptiongroup hatchling opentelemetry-proto more-itertools
  requests-toolbelt watchfiles rsa tomlkit proto-plus distro distlib jiter mcp websocket-client mypy-extensions
  opentelemetry-exporter-otlp-proto-http langchain openpyxl et-xmlfile sse-starlette wcwidth editables coverage
  docutils huggingface-hub grpcio-tools pydantic-ai-slim dnspython werkzeug networkx google-cloud-storage redis
  gitpython google-genai msgpack psycopg2-binary pyopenssl ptyprocess decorator python-discovery
  opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp-proto-common smmap pexpect
  opentelemetry-instrumentation ruff docker pynacl sortedcontainers keyring docstring-parser uvloop httptools
  fonttools multiprocess tabulate gitdb matplotlib isodate async-timeout httpx-sse prompt-toolkit jaraco-classes
  azure-core secretstorage jeepney azure-identity scikit-learn itsdangerous flask google-cloud-core hf-xet bcrypt
  jaraco-functools kiwisolver jaraco-context dill joblib pytest-cov pytest-asyncio contourpy alembic orjson
  email-validator deprecated msal google-resumable-media google-crc32c chardet ruamel-yaml defusedxml threadpoolctl
  tokenizers blinker snowflake-connector-python kubernetes tiktoken pytest-json-ctrf mako cycler tzlocal toml mypy
  google-api-python-client sympy jsonpointer poetry-core nodeenv databricks-sql-connector pydantic-graph xxhash
  pyproject-hooks uv zstandard ipython google-cloud-aiplatform uritemplate opentelemetry-exporter-otlp
  prometheus-client google-auth-oauthlib asn1crypto google-auth-httplib2 rapidfuzz google-cloud-bigquery build
  traitlets opentelemetry-instrumentation-requests opentelemetry-util-http google-cloud-secret-manager paramiko
  httplib2 types-requests ydb identify transformers pre-commit cfgv jedi aiofiles google-cloud-batch parso backoff
  executing weaviate-client h2 marshmallow hyperframe fastjsonschema hpack matplotlib-inline sqlparse mpmath
  durationpy msal-extensions jsonpatch asttokens setuptools-scm azure-storage-blob google-analytics-admin gunicorn
  anthropic babel cloudpickle authlib grpc-google-iam-v1 pure-eval stack-data black datasets sentry-sdk
  google-cloud-compute google-cloud-kms pytest-xdist langchain-core asgiref tornado gcsfs xmltodict webencodings
  cython nest-asyncio execnet databricks-sdk dbt-core librt termcolor python-json-logger pyee pandas-stubs
`
  .trim()
  .split(/\s+/);
