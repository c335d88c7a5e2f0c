/** A letter of our own words, as {@link typesetPage} takes it: a heading, an address, figures, and what scans get wrong. */
export const SAMPLE_LETTER = `# Harbour Lane Bookbinders

14 Harbour Lane
Whitstable CT5 1AB
Telephone 01227 555 0186

3 October 2024

Dear Mrs. Okonkwo,

Thank you for the parcel that reached us on Monday. It holds six volumes of the parish register, bound in calf between 1781 and 1846, and one loose map of the marshes.

Four of the spines are broken and can be sewn again. The other two have lost their boards; we would make new ones from oak, covered in the same leather. The map needs washing, a new lining of Japanese paper, and a flat box.

We estimate 62 hours of work at $38.50 an hour, and $214.75 for materials, so $2,601.75 in all. Half is due before we begin (invoice no. 2024-0731), the rest when you fetch the books in the first week of March.

Please tell us by 25 October whether you agree, or write to binding@harbourlane.example with any question.

Yours sincerely,
Edmund Vickery
`;
