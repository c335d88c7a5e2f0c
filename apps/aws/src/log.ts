/** Writes one line of JSON, which CloudWatch Logs Insights reads by field. Never give it a document's text or a presigned address. */
export function logError(error: unknown, context: Readonly<Record<string, string>>): void {
  const facts =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { message: String(error) };
  process.stderr.write(`${JSON.stringify({ level: 'error', ...context, error: facts })}\n`);
}
