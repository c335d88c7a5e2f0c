export { type Configuration, readConfiguration } from './configuration.ts';
export { awsPorts } from './ports.ts';
export { sqsHandler } from './sqs-handler.ts';
