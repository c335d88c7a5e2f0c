import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as a test wants it, honest unless it says otherwise. */
export interface ZipShape {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly method?: number;
  /** st_mode in the upper half of the external attributes; default 0o100644. */
  readonly mode?: number;
  /** Time and date of MS-DOS; default 0. */
  readonly modified?: number;
  /** Default 3, Unix. */
  readonly madeBy?: number;
  /** Lower half of the external attributes. */
  readonly fatAttributes?: number;
  readonly flags?: number;
  /** Extra fields of the local header alone. */
  readonly localExtra?: Uint8Array;
  /** Claims that differ from what is there. */
  readonly claims?: {
    readonly size?: number;
    readonly compressedSize?: number;
    readonly crc32?: number;
    readonly offset?: number;
    readonly localName?: string;
    readonly localMethod?: number;
  };
  /** Puts sizes and offset into a zip64 extra field. */
  readonly zip64?: boolean;
}

export interface ZipEnding {
  readonly comment?: string;
  /** Entry count of the end record in place of the true one. */
  readonly count?: number;
  /** Writes the zip64 end record and its locator, and saturates the old record. */
  readonly zip64?: boolean;
  /** Bytes in front of the whole zip, which no offset knows of. */
  readonly prefix?: Uint8Array;
}

/** A zip written byte by byte (APPNOTE.TXT 4.3), so that tests can make what no tool would. */
export function zipBytes(shapes: readonly ZipShape[], ending: ZipEnding = {}): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const shape of shapes) {
    const prepared = prepare(shape);
    const local = localHeader(shape, prepared);
    locals.push(local);
    directory.push(directoryHeader(shape, prepared, shape.claims?.offset ?? offset));
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = endRecords(ending.count ?? shapes.length, size, offset, ending);
  return Uint8Array.from(Buffer.concat([ending.prefix ?? new Uint8Array(), ...locals, ...directory, end]));
}

interface Prepared {
  readonly name: Uint8Array;
  readonly stored: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

function prepare({ name, data = '', method = 8, flags, claims }: ZipShape): Prepared {
  const bytes = Buffer.from(data);
  const stored = method === 8 ? deflateRawSync(bytes) : bytes;
  return {
    name: Buffer.from(name),
    stored,
    method,
    flags: flags ?? (typeof name === 'string' ? 0x800 : 0),
    crc: claims?.crc32 ?? crc32(bytes),
    size: claims?.size ?? bytes.length,
    compressedSize: claims?.compressedSize ?? stored.length,
  };
}

function localHeader({ claims, localExtra = new Uint8Array() }: ZipShape, prepared: Prepared): Uint8Array {
  const header = Buffer.alloc(30);
  const name = claims?.localName === undefined ? prepared.name : Buffer.from(claims.localName);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(prepared.flags, 6);
  header.writeUInt16LE(claims?.localMethod ?? prepared.method, 8);
  header.writeUInt32LE(prepared.crc, 14);
  header.writeUInt32LE(prepared.compressedSize, 18);
  header.writeUInt32LE(prepared.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(localExtra.length, 28);
  return Buffer.concat([header, name, localExtra, prepared.stored]);
}

function directoryHeader(shape: ZipShape, prepared: Prepared, offset: number): Uint8Array {
  const { madeBy = 3, mode = 0o100644, fatAttributes = 0, zip64 = false } = shape;
  const extra = zip64 ? zip64Extra(prepared, offset) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt8(madeBy, 5);
  header.writeUInt16LE(prepared.flags, 8);
  header.writeUInt16LE(prepared.method, 10);
  header.writeUInt32LE(shape.modified ?? 0, 12);
  header.writeUInt32LE(prepared.crc, 16);
  header.writeUInt32LE(zip64 ? 0xffffffff : prepared.compressedSize, 20);
  header.writeUInt32LE(zip64 ? 0xffffffff : prepared.size, 24);
  header.writeUInt16LE(prepared.name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(((mode << 16) | fatAttributes) >>> 0, 38);
  header.writeUInt32LE(zip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([header, prepared.name, extra]);
}

/** A field that is not zip64 comes first, as Info-ZIP's time stamps do. */
function zip64Extra({ size, compressedSize }: Prepared, offset: number): Buffer {
  const extra = Buffer.alloc(5 + 4 + 24);
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(1, 2);
  extra.writeUInt16LE(1, 5);
  extra.writeUInt16LE(24, 7);
  extra.writeBigUInt64LE(BigInt(size), 9);
  extra.writeBigUInt64LE(BigInt(compressedSize), 17);
  extra.writeBigUInt64LE(BigInt(offset), 25);
  return extra;
}

function endRecords(count: number, size: number, offset: number, { comment = '', zip64 = false }: ZipEnding): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([...(zip64 ? [record, locator] : []), end, Buffer.from(comment)]);
}
