// The cells of a list: of a text with separators, or of the first visible sheet of a spreadsheet.

/** A file that is no list which this page reads: the end of a sentence's name. */
export class NotAList extends Error {
	constructor(
		readonly reason: 'Empty' | 'Damaged' | 'OtherForm' | 'NotUtf8',
	) {
		super(reason);
	}
}

const SEPARATORS = [',', ';', '\t', '|'];

/** What stands before a cell that a spreadsheet would take for a formula. */
const HARMLESS = /^'(?=[=+\-@\t\r'|%])/;

/** The cells of a file, a row each. Fails with `NotAList`. */
export async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
	const [first, second] = bytes;
	// What a zip begins with, and what older spreadsheets and those with a password do.
	const isZip = first === 0x50 && second === 0x4b;
	if (first === 0xd0 && second === 0xcf) {
		throw new NotAList('OtherForm');
	}
	const rows = isZip ? await sheetCells(bytes) : await textCells(bytes);
	if (rows.every((row) => row.every((cell) => cell === ''))) {
		throw new NotAList('Empty');
	}
	return rows;
}

async function textCells(bytes: Uint8Array): Promise<string[][]> {
	const { parse } = await import('csv-parse/browser/esm/sync');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new NotAList('NotUtf8');
	}
	const [heading = ''] = /[^\r\n]+/.exec(text) ?? [];
	const count = (separator: string) => heading.split(separator).length;
	const delimiter = SEPARATORS.reduce((one, other) => (count(other) > count(one) ? other : one));
	try {
		const rows: string[][] = parse(text, { delimiter, relax_column_count: true, bom: true });
		return rows.map((row) => row.map((cell) => cell.trim().replace(HARMLESS, '')));
	} catch {
		throw new NotAList('Damaged');
	}
}

async function sheetCells(bytes: Uint8Array): Promise<string[][]> {
	const { strFromU8, unzipSync } = await import('fflate');
	try {
		const files = unzipSync(bytes, { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
		return readBook((path) => {
			const file = files[path];
			return file && new DOMParser().parseFromString(strFromU8(file), 'application/xml');
		});
	} catch {
		throw new NotAList('Damaged');
	}
}

/** The elements of this name, in whatever namespace. */
function all(parent: Document | Element | undefined, name: string): Element[] {
	return parent === undefined ? [] : [...parent.getElementsByTagNameNS('*', name)];
}

const textsOf = (element: Element) => all(element, 't').map((text) => text.textContent ?? '').join('');

function readBook(open: (path: string) => Document | undefined): string[][] {
	const book = open('xl/workbook.xml');
	const shown = all(book, 'sheet').find((sheet) => (sheet.getAttribute('state') ?? 'visible') === 'visible');
	const id = shown?.getAttributeNS('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'id');
	const target = all(open('xl/_rels/workbook.xml.rels'), 'Relationship')
		.find((one) => one.getAttribute('Id') === id)
		?.getAttribute('Target');
	const sheet = target && open(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
	if (!sheet) {
		throw new NotAList('Damaged');
	}
	const shared = all(open('xl/sharedStrings.xml'), 'si').map(textsOf);
	const styles = open('xl/styles.xml');
	const [formats] = all(styles, 'cellXfs');
	const dates = all(formats, 'xf').map((style) => isDate(styles, style.getAttribute('numFmtId') ?? ''));
	const isFrom1904 = all(book, 'workbookPr').some((one) => /^(1|true)$/.test(one.getAttribute('date1904') ?? ''));
	const rows: string[][] = [];
	for (const row of all(sheet, 'row')) {
		const cells: string[] = [];
		for (const cell of all(row, 'c')) {
			// Where a place is not said, it is the next.
			cells[columnOf(cell.getAttribute('r')) ?? cells.length] = valueOf(cell);
		}
		rows[Number(row.getAttribute('r') ?? rows.length + 1) - 1] = Array.from(cells, (cell) => cell ?? '');
	}
	return Array.from(rows, (row) => row ?? []);

	function valueOf(cell: Element): string {
		const value = all(cell, 'v')[0]?.textContent ?? '';
		switch (cell.getAttribute('t')) {
			case 's':
				return (shared[Number(value)] ?? '').trim();
			case 'inlineStr':
				return textsOf(cell).trim();
			case 'str':
			case 'e':
			case 'b':
				return value.trim();
			default:
				return value !== '' && dates[Number(cell.getAttribute('s'))] ? dayOf(Number(value), isFrom1904) : value;
		}
	}
}

/** The place of a column, from 0: that of `C7` is 2. */
function columnOf(cell: string | null): number | undefined {
	const [letters] = /^[A-Z]+/.exec(cell ?? '') ?? [];
	return letters === undefined
		? undefined
		: [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Whether a number in this format is shown as a day. */
function isDate(styles: Document | undefined, format: string): boolean {
	const number = Number(format);
	if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58)) {
		return true;
	}
	const own = all(styles, 'numFmt').find((one) => one.getAttribute('numFmtId') === format);
	const code = own?.getAttribute('formatCode')?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '') ?? '';
	return /[dmy]/i.test(code) && !/[0#]/.test(code);
}

/** The day that a spreadsheet counts, `2026-12-31`. */
function dayOf(count: number, isFrom1904: boolean): string {
	const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
	return new Date(first + Math.floor(count) * 86_400_000).toISOString().slice(0, 10);
}
