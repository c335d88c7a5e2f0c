import { testRule } from '../testing/test-rule.ts';
import rule from './wrong-node-abi.ts';

const target = 'nodejs22.x/x86_64';

testRule(rule, {
  accepts: {
    'the own version, and Node-API up to the own level': {
      target,
      files: {
        'nodejs/node_modules/a/build/Release/a.node': {
          elf: { defined: ['node_register_module_v127'], wanted: ['_ZN2v87Isolate10GetCurrentEv'] },
        },
        'nodejs/node_modules/b/b.node': {
          elf: { wanted: ['napi_create_object', 'node_api_symbol_for', 'weak:napi_unheard_of'] },
        },
      },
    },
    'builds for several versions, of which one is chosen': {
      target,
      files: {
        'nodejs/node_modules/a/prebuilds/linux-x64/node.abi127.node': {
          elf: { defined: ['node_register_module_v127'] },
        },
        'nodejs/node_modules/a/prebuilds/linux-x64/node.abi115.node': {
          elf: { defined: ['node_register_module_v115'] },
        },
      },
    },
    'a build for another Node beside one for Node-API': {
      target,
      files: {
        'nodejs/node_modules/@a/a-linux-x64/node.abi115.glibc.node': {
          elf: { defined: ['node_register_module_v115'] },
        },
        'nodejs/node_modules/@a/a-linux-x64/node.napi.glibc.node': { elf: { wanted: ['napi_create_object'] } },
      },
    },
    'a number in the name of one that uses Node-API alone': {
      target,
      files: { 'nodejs/node_modules/a/node-v108/a.node': { elf: { wanted: ['napi_create_object'] } } },
    },
    'a layer for Python': { files: { 'python/a.node': { elf: { defined: ['node_register_module_v115'] } } } },
  },
  reports: {
    'another version of Node': {
      target,
      files: { 'nodejs/node_modules/a/build/Release/a.node': { elf: { defined: ['node_register_module_v108'] } } },
      findings: [
        'nodejs/node_modules/a/build/Release/a.node: is built for NODE_MODULE_VERSION 108, but nodejs22.x has 127',
      ],
    },
    'one that calls V8, by its name': {
      target,
      files: {
        'nodejs/node_modules/a/lib/a-linux-x64-glibc-108.node': { elf: { wanted: ['_ZN2v87Isolate10GetCurrentEv'] } },
        'nodejs/node_modules/b/bin/linux-x64-node-20/b.node': { elf: { wanted: ['_ZN2v87Isolate10GetCurrentEv'] } },
      },
      findings: [
        'nodejs/node_modules/a/lib/a-linux-x64-glibc-108.node: is built for NODE_MODULE_VERSION 108, but nodejs22.x has 127',
        'nodejs/node_modules/b/bin/linux-x64-node-20/b.node: is built for NODE_MODULE_VERSION 115, but nodejs22.x has 127',
      ],
    },
    'a newer Node-API': {
      target: 'nodejs18.x/x86_64',
      files: {
        'nodejs/node_modules/a/a.node': {
          elf: {
            wanted: [
              'napi_create_object',
              'node_api_create_external_string_utf16',
              'node_api_create_property_key_utf16',
            ],
          },
        },
      },
      findings: [
        'nodejs/node_modules/a/a.node: wants node_api_create_external_string_utf16 of Node-API 10, but nodejs18.x has level 9',
      ],
    },
  },
});
