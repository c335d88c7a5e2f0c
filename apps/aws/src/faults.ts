import { Fault } from '@ocr-pipeline/fault';

export function settingMissing(name: string): Fault {
  return new Fault('setting-missing', `The function needs the environment variable ${name}, and it is not set`, {
    hint: 'Set it as the Terraform module `ocr-pipeline` does.',
  });
}

export function settingInvalid(name: string, value: string, expected: string): Fault {
  return new Fault('setting-invalid', `The environment variable ${name} is \`${value}\`, which is not ${expected}`, {
    hint: 'Set it as the Terraform module `ocr-pipeline` does.',
  });
}
