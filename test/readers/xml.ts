import { readFileSync } from 'node:fs';
import {
  XmlBufferInputProvider,
  XmlDocument,
  type XmlElement,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm';

const XPATH_NAMES = { h: 'http://www.w3.org/1999/xhtml', a: 'http://www.loc.gov/standards/alto/ns-v4#' };
const schemaAt = (name: string) => readFileSync(new URL(`../schemas/${name}`, import.meta.url));
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

/** Throws, with the line and the reason, unless the text is valid ALTO 4.4. */
export function validateAlto(xml: string): void {
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [XLINK]: schemaAt('xlink.xsd') }));
  using schema = XmlDocument.fromBuffer(schemaAt('alto-4-4.xsd'));
  using validator = XsdValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}
