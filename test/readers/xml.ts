import { readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';

const XPATH_NAMES = { h: 'http://www.w3.org/1999/xhtml', a: 'http://www.loc.gov/standards/alto/ns-v4#' };
/** Where ALTO's schema says that the one of XLink lies; nothing is fetched. */
const XLINK = 'http://www.loc.gov/standards/xlink/xlink.xsd';

/** The elements that an XPath finds, in the order of the text. Throws when the text is not well-formed XML. */
export function elementsOf(
  xml: string,
  xpath: string,
): { name: string; attributes: Record<string, string>; text: string }[] {
  using document = XmlDocument.fromString(xml);
  return document.find(xpath, XPATH_NAMES).map((node) => {
    const { name, attrs, content } = node as XmlElement;
    return {
      name,
      attributes: Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value])),
      text: content,
    };
  });
}

/**
 * The schema of ALTO 4.4 (https://www.loc.gov/standards/alto/), where ALTO_SCHEMA says that it lies: it is not ours to copy. The
 * Python package `htrflow` 0.2.6 carries it as `htrflow/serialization/schemas/alto-4-4.xsd`.
 */
export const ALTO_SCHEMA = process.env['ALTO_SCHEMA'];

/** Throws, with the line and the reason, unless the text is valid by {@link ALTO_SCHEMA}. */
export function validateAlto(xml: string): void {
  if (ALTO_SCHEMA === undefined) throw new Error('ALTO_SCHEMA does not say where the schema lies');
  const xlink = readFileSync(new URL('xlink.xsd', import.meta.url));
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [XLINK]: xlink }));
  using schema = XmlDocument.fromBuffer(readFileSync(ALTO_SCHEMA));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}
