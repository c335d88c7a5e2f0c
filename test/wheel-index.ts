// A package index on the loopback interface, and wheels to put there: for tests of what fetches.
export { type IndexServer, serveIndex } from '../packages/layerproof/src/python/testing/index-server.ts';
export { type MadeWheel, makeWheel } from '../packages/layerproof/src/python/testing/make-wheel.ts';
