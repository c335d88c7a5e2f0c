// Written by scripts/preinstalled-requirements.ts; do not edit.

/** What each package that comes with a runtime asks of others, by its name and version. */
export const PREINSTALLED_REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {
  'boto3 1.26.90': ['botocore <1.30.0,>=1.29.90', 'jmespath <2.0.0,>=0.7.1', 's3transfer <0.7.0,>=0.6.0'],
  'boto3 1.34.145': ['botocore <1.35.0,>=1.34.145', 'jmespath <2.0.0,>=0.7.1', 's3transfer <0.11.0,>=0.10.0'],
  'boto3 1.40.4': ['botocore <1.41.0,>=1.40.4', 'jmespath <2.0.0,>=0.7.1', 's3transfer <0.14.0,>=0.13.0'],
  'boto3 1.42.97': ['botocore <1.43.0,>=1.42.97', 'jmespath <2.0.0,>=0.7.1', 's3transfer <0.17.0,>=0.16.0'],
  'botocore 1.29.90': ['jmespath <2.0.0,>=0.7.1', 'python-dateutil <3.0.0,>=2.1', 'urllib3 <1.27,>=1.25.4'],
  'botocore 1.34.145': ['jmespath <2.0.0,>=0.7.1', 'python-dateutil <3.0.0,>=2.1', 'urllib3 <1.27,>=1.25.4 ; python_version < "3.10"', 'urllib3 !=2.2.0,<3,>=1.25.4 ; python_version >= "3.10"'],
  'botocore 1.40.4': ['jmespath <2.0.0,>=0.7.1', 'python-dateutil <3.0.0,>=2.1', 'urllib3 <1.27,>=1.25.4 ; python_version < "3.10"', 'urllib3 !=2.2.0,<3,>=1.25.4 ; python_version >= "3.10"'],
  'botocore 1.42.97': ['jmespath <2.0.0,>=0.7.1', 'python-dateutil <3.0.0,>=2.1', 'urllib3 <1.27,>=1.25.4 ; python_version < "3.10"', 'urllib3 !=2.2.0,<3,>=1.25.4 ; python_version >= "3.10"'],
  'jmespath 1.0.1': [],
  'jmespath 1.1.0': [],
  'python-dateutil 2.8.2': ['six >=1.5'],
  'python-dateutil 2.9.0.post0': ['six >=1.5'],
  's3transfer 0.10.2': ['botocore <2.0a.0,>=1.33.2'],
  's3transfer 0.13.1': ['botocore <2.0a.0,>=1.37.4'],
  's3transfer 0.16.0': ['botocore <2.0a.0,>=1.37.4'],
  's3transfer 0.6.0': ['botocore <2.0a.0,>=1.12.36'],
  'urllib3 1.26.19': [],
  'urllib3 1.26.6': [],
  'urllib3 2.6.3': [],
  'urllib3 2.7.0': [],
};
