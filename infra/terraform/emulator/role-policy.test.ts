import { expect, test } from 'vitest';
import { refusedCalls } from './role-policy.ts';

const statements = [
  { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: ['arn:aws:s3:::documents/uploads/*'] },
  {
    Effect: 'Allow',
    Action: ['dynamodb:GetItem'],
    Resource: ['arn:aws:dynamodb:eu-central-1:123456789012:table/records'],
  },
];

test('a call is allowed by a statement that names both its action and its resource', () => {
  const allowed = [
    { action: 's3:GetObject', resource: 'documents/uploads/a' },
    { action: 'dynamodb:GetItem', resource: 'table/records' },
  ];
  expect(refusedCalls(statements, allowed)).toEqual([]);
});

test('another action, bucket, prefix or table is refused, and named once', () => {
  const refused = [
    { action: 's3:DeleteObject', resource: 'documents/uploads/a' },
    { action: 's3:GetObject', resource: 'documents/results/a' },
    { action: 's3:GetObject', resource: 'documents/results/a' },
    { action: 'dynamodb:GetItem', resource: 'table/records-of-others' },
    { action: 'dynamodb:PutItem', resource: 'table/records' },
  ];
  expect(refusedCalls(statements, refused)).toEqual([
    's3:DeleteObject on documents/uploads/a',
    's3:GetObject on documents/results/a',
    'dynamodb:GetItem on table/records-of-others',
    'dynamodb:PutItem on table/records',
  ]);
});
