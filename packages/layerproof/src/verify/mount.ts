/** Where Lambda puts the files of a layer (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html). */
export const MOUNT = '/opt';
