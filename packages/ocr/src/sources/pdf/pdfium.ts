import { loadPdfium } from '../../native.ts';

/** A pointer into PDFium's memory, or a handle that is one; 0 is none. */
export type Pointer = number;

/**
 * The functions of PDFium's C interface that are used here, as its WebAssembly build exports them
 * (https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/).
 */
export interface Pdfium {
  readonly memory: WebAssembly.Memory;
  malloc(bytes: number): Pointer;
  free(pointer: Pointer): void;
  FPDF_InitLibrary(): void;
  FPDF_LoadMemDocument(bytes: Pointer, length: number, password: Pointer): Pointer;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: Pointer): number;
  FPDF_LoadPage(document: Pointer, index: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDFPage_SetCropBox(page: Pointer, left: number, bottom: number, right: number, top: number): void;
  FPDF_GetPageWidthF(page: Pointer): number;
  FPDF_GetPageHeightF(page: Pointer): number;
  FPDFBitmap_CreateEx(width: number, height: number, format: number, pixels: Pointer, stride: number): Pointer;
  FPDFBitmap_FillRect(
    bitmap: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    colour: number,
  ): number;
  FPDFBitmap_Destroy(bitmap: Pointer): void;
  FPDF_RenderPageBitmap(
    bitmap: Pointer,
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    turns: number,
    flags: number,
  ): void;
  FPDFDOC_InitFormFillEnvironment(document: Pointer, info: Pointer): Pointer;
  FPDFDOC_ExitFormFillEnvironment(form: Pointer): void;
  FPDF_FFLDraw(
    form: Pointer,
    bitmap: Pointer,
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    turns: number,
    flags: number,
  ): void;
  FPDFPage_GetAnnotCount(page: Pointer): number;
  FPDFPage_Flatten(page: Pointer, usage: number): number;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFPageObj_GetMatrix(object: Pointer, matrix: Pointer): number;
  FPDFImageObj_GetImagePixelSize(image: Pointer, width: Pointer, height: Pointer): number;
  FPDFImageObj_GetBitmap(image: Pointer): Pointer;
  FPDFTextObj_GetTextRenderMode(text: Pointer): number;
  FPDFText_LoadPage(page: Pointer): Pointer;
  FPDFText_ClosePage(text: Pointer): void;
  FPDFText_CountChars(text: Pointer): number;
  FPDFText_GetUnicode(text: Pointer, index: number): number;
  FPDFText_HasUnicodeMapError(text: Pointer, index: number): number;
  FPDFText_GetCharBox(
    text: Pointer,
    index: number,
    left: Pointer,
    right: Pointer,
    bottom: Pointer,
    top: Pointer,
  ): number;
  /** Writes four numbers of 4 bytes: left, top, right and bottom, in points. */
  FPDFText_GetLooseCharBox(text: Pointer, index: number, rectangle: Pointer): number;
  /** Radians, clockwise, not negative: `atan2(c, a)` of the matrix of the character; -1 when there is no such character. */
  FPDFText_GetCharAngle(text: Pointer, index: number): number;
  /** As the file gives it, before the matrix of the character. */
  FPDFText_GetFontSize(text: Pointer, index: number): number;
  /** Writes six numbers of 4 bytes, `a b c d e f` (ISO 32000-2, 8.3.3). */
  FPDFText_GetMatrix(text: Pointer, index: number, matrix: Pointer): number;
  FPDF_PageToDevice(
    page: Pointer,
    left: number,
    top: number,
    width: number,
    height: number,
    turns: number,
    x: number,
    y: number,
    deviceX: Pointer,
    deviceY: Pointer,
  ): number;
  FPDFFormObj_CountObjects(form: Pointer): number;
  FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
}

/**
 * What PDFium may take, in bytes: a hostile page would make it take the 2 GB that its build allows. The document, a page of 40
 * megapixels (120 MB) and a decoded image of 100 megapixels (300 MB) have room.
 */
export const PDFIUM_MEMORY_AT_MOST = 768 * 1024 * 1024;
/** https://webassembly.github.io/spec/core/exec/runtime.html#page-size */
const MEMORY_PAGE = 65_536;

/**
 * A PDFium of its own: started in about 25 ms, and forgotten with the document. So no document can leave anything behind for
 * the next, and a hostile one that breaks it breaks nothing else. It opens no socket and runs no script of a document.
 */
export async function startPdfium(): Promise<Pdfium> {
  // What it has to say goes nowhere: stdout is data.
  const { wasmExports: pdfium } = await loadPdfium()({ print: () => undefined, printErr: () => undefined });
  limitMemory(pdfium.memory);
  pdfium.FPDF_InitLibrary();
  return pdfium;
}

const full = new WeakSet<WebAssembly.Memory>();

/** Whether a PDFium wanted more memory than it may have. */
export function ranOutOfMemory({ memory }: Pdfium): boolean {
  return full.has(memory);
}

/** Refuses to grow beyond the limit, which PDFium takes for a machine without more memory. */
function limitMemory(memory: WebAssembly.Memory): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * MEMORY_PAGE <= PDFIUM_MEMORY_AT_MOST) return grow(pages);
    full.add(memory);
    throw new RangeError('PDFium is at its limit');
  };
}

/** Room of `bytes` bytes in PDFium's memory while `use` runs. */
export function withMemory<Value>(pdfium: Pdfium, bytes: number, use: (pointer: Pointer) => Value): Value {
  const pointer = pdfium.malloc(bytes);
  if (pointer === 0) throw new RangeError(`PDFium has no room for ${bytes} bytes`);
  try {
    return use(pointer);
  } finally {
    pdfium.free(pointer);
  }
}

/** PDFium's memory as it is now: a view is void once the memory has grown. */
export function bytesOf(pdfium: Pdfium): Uint8Array {
  return new Uint8Array(pdfium.memory.buffer);
}

/** `count` numbers of 4 bytes that PDFium wrote at a pointer. */
export function integersAt(pdfium: Pdfium, pointer: Pointer, count: number): Int32Array {
  return new Int32Array(pdfium.memory.buffer, pointer, count);
}

export function floatsAt(pdfium: Pdfium, pointer: Pointer, count: number): Float32Array {
  return new Float32Array(pdfium.memory.buffer, pointer, count);
}

/** `count` numbers of 8 bytes that PDFium wrote at a pointer. */
export function doublesAt(pdfium: Pdfium, pointer: Pointer, count: number): Float64Array {
  return new Float64Array(pdfium.memory.buffer, pointer, count);
}

/**
 * Whether PDFium itself broke: an instruction that cannot be executed, a failed assertion, no memory, too deep a recursion. It
 * cannot be used afterwards.
 */
export function isBreakdown(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
