import { expect, test } from 'vitest';
import { documentOfBlocks, hostileDocument } from '../testing/documents.ts';
import { lineAt } from '../testing/lines.ts';
import { toAlto } from './alto.ts';

test('has blocks, lines, strings and spaces in the order and with the attributes of the schema', () => {
  const alto = toAlto(documentOfBlocks([{ kind: 'heading', lines: [lineAt('Total due', { left: 50, top: 60 })] }]));
  expect(alto).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.4">
    <Description>
    <MeasurementUnit>pixel</MeasurementUnit>
    <Processing ID="ocr">
    <processingCategory>contentGeneration</processingCategory>
    <processingSoftware>
    <softwareName>test</softwareName>
    <softwareVersion>1</softwareVersion>
    </processingSoftware>
    </Processing>
    </Description>
    <Tags><LayoutTag ID="heading" LABEL="heading"/><LayoutTag ID="table" LABEL="table"/></Tags>
    <Layout>
    <Page ID="page_1" PHYSICAL_IMG_NR="1" HEIGHT="600" WIDTH="800">
    <PrintSpace HEIGHT="600" WIDTH="800" VPOS="0" HPOS="0">
    <TextBlock ID="block_1_1" HEIGHT="20" WIDTH="90" VPOS="60" HPOS="50" TAGREFS="heading">
    <TextLine ID="line_1_1_1" HEIGHT="20" WIDTH="90" VPOS="60" HPOS="50"><String ID="word_1_1_1_1" HEIGHT="20" WIDTH="50" VPOS="60" HPOS="50" CONTENT="Total" WC="0.9"/><SP WIDTH="10" VPOS="60" HPOS="100"/><String ID="word_1_1_1_2" HEIGHT="20" WIDTH="30" VPOS="60" HPOS="110" CONTENT="due" WC="0.9"/></TextLine>
    </TextBlock>
    </PrintSpace>
    </Page>
    </Layout>
    </alto>
    "
  `);
});

test('a page that could not be read says why', () => {
  expect(toAlto(hostileDocument())).toContain(
    'PHYSICAL_IMG_NR="1" QUALITY="Missing" QUALITY_DETAIL="Page 1 &lt;b&gt;cannot&lt;/b&gt; be read"',
  );
});
