export { createClient, type Client } from './client/client.ts';
export { type RunningServer, type ServerOptions, startServer } from './server/server.ts';
