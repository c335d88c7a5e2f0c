export type { Block, Box, Document, EngineIdentity, Line, ModelIdentity, Page, Word } from './document.ts';
export type { Engine, Raster } from './engine.ts';
