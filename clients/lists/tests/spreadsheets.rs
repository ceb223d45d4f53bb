//! Spreadsheets as people make them: numbers that lost their zeros, merged headings, hidden sheets.

use aeo_lists::{check, Checked, Finding, NotAList, Options, Profile};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

fn profile(text: &str) -> Options<'static> {
	Options {
		profile: Profile::parse(text).expect("a profile"),
		today: "2026-11-29".parse().ok(),
		..Options::default()
	}
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
	workbook.save_to_buffer().expect("a workbook")
}

fn codes(checked: &Checked) -> Vec<(Option<u32>, &'static str)> {
	let entries = checked.report.entries.iter();
	entries
		.map(|entry| (entry.row, entry.finding.code()))
		.collect()
}

#[test]
fn headings_in_two_rows_with_merged_cells_should_be_read() {
	let mut workbook = Workbook::new();
	let hidden = workbook.add_worksheet();
	hidden.set_name("Catálogo").expect("a name");
	hidden.write(0, 0, "RUC").expect("a cell");
	hidden.set_hidden(true);
	let sheet = workbook.add_worksheet();
	sheet.set_name("OEA").expect("a name");
	sheet.set_active(true);
	let bold = Format::new().set_bold();
	sheet
		.merge_range(0, 0, 0, 6, "Operadores Económicos Autorizados", &bold)
		.expect("merged");
	sheet.merge_range(2, 0, 3, 0, "RUC", &bold).expect("merged");
	sheet
		.merge_range(2, 1, 3, 1, "Razón Social", &bold)
		.expect("merged");
	sheet
		.merge_range(2, 2, 2, 3, "Certificado", &bold)
		.expect("merged");
	sheet.write(3, 2, "Número").expect("a cell");
	sheet.write(3, 3, "Tipo").expect("a cell");
	sheet
		.merge_range(2, 4, 2, 5, "Vigencia", &bold)
		.expect("merged");
	sheet.write(3, 4, "Desde").expect("a cell");
	sheet.write(3, 5, "Hasta").expect("a cell");
	sheet
		.merge_range(2, 6, 3, 6, "Función", &bold)
		.expect("merged");
	let day = Format::new().set_num_format("dd/mm/yyyy");
	// One firm over two rows, a role in each; its number is one merged cell.
	sheet.merge_range(4, 0, 5, 0, "", &bold).expect("merged");
	sheet.write_number(4, 0, 20_196_709_062.0).expect("a cell");
	for (row, role) in [(4, "Exportador"), (5, "Importador")] {
		sheet.write(row, 2, "PE-2024-OEA-1001").expect("a cell");
		sheet.write(row, 3, "OEA").expect("a cell");
		let from = ExcelDateTime::from_ymd(2024, 7, 8)
			.expect("a day")
			.and_hms(10, 30, 0)
			.expect("a time");
		sheet
			.write_datetime_with_format(row, 4, &from, &day)
			.expect("a cell");
		sheet.write_number(row, 5, 47_307).expect("a cell");
		sheet.write(row, 6, role).expect("a cell");
	}
	let checked = check(
		&saved(workbook),
		&profile("territory = \"PE\"\nprogramme = \"OEA\""),
	)
	.expect("a list");
	assert_eq!(codes(&checked), [(None, "N04")]);
	let [row] = checked.rows.as_slice() else {
		panic!("{:?}", checked.rows)
	};
	assert_eq!(row.tin.to_string(), "PE20196709062");
	assert_eq!(row.at, [5, 6]);
	assert_eq!(row.roles.len(), 2);
	assert_eq!(row.valid_from.to_string(), "2024-07-08");
	assert_eq!(
		row.valid_until.map(|day| day.to_string()),
		Some("2029-07-08".into())
	);
}

#[test]
fn numbers_that_lost_zeros_should_be_restored_and_destroyed_ones_told() {
	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet();
	for (column, heading) in ["CNPJ", "Ato", "Modalidade", "Função", "Início"]
		.iter()
		.enumerate()
	{
		sheet
			.write(0, u16::try_from(column).expect("few"), *heading)
			.expect("a cell");
	}
	// 07.526.557/0001-00 without its zero; a number with a digit too many for a spreadsheet.
	for (row, number) in [(1, 7_526_557_000_100.0), (2, 1.234_567_890_123_456_7e17)] {
		sheet.write_number(row, 0, number).expect("a cell");
		sheet.write_number(row, 1, 100 + row).expect("a cell");
		sheet.write(row, 2, "OEA-S").expect("a cell");
		sheet.write(row, 3, "Importador").expect("a cell");
		sheet.write(row, 4, "2024-02-01").expect("a cell");
	}
	let checked = check(&saved(workbook), &profile("programme = \"OEA\"")).expect("a list");
	assert_eq!(
		codes(&checked),
		[(None, "N08"), (Some(2), "N03"), (Some(3), "E03")]
	);
	assert_eq!(
		checked.rows.first().map(|row| row.tin.to_string()),
		Some("BR07526557000100".into())
	);
	assert_eq!(
		checked.rows.first().map(|row| row.number.to_string()),
		Some("101".into())
	);
}

#[test]
fn a_number_whose_zeros_nothing_proves_should_be_written_as_text() {
	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet();
	let heads = ["TIN", "Certificate", "Type", "Role", "Valid from"];
	sheet.write_row(0, 0, heads).expect("room");
	// The first shows zeros in front, which only its format makes; the others are as they are written.
	let zeros = Format::new().set_num_format("00000000");
	sheet
		.write_number_with_format(1, 0, 249_425, &zeros)
		.expect("room");
	sheet.write_string(2, 0, "08314362").expect("room");
	sheet.write_number(3, 0, 25_575_376).expect("room");
	for row in 1..=3 {
		let number = format!("A-{row}");
		sheet
			.write_row(row, 1, [&number, "A", "EX", "2026-01-31"])
			.expect("room");
	}
	let list = saved(workbook);
	let checked = check(&list, &profile("territory = \"ZA\"\nprogramme = \"A\"")).expect("a list");
	assert!(codes(&checked).contains(&(Some(2), "E03")), "{checked:?}");
	let tins: Vec<String> = checked.rows.iter().map(|row| row.tin.to_string()).collect();
	assert_eq!(tins, ["ZA08314362", "ZA25575376"]);
}

#[test]
fn other_sheets_should_be_told_and_chosen_by_name() {
	let mut workbook = Workbook::new();
	for (name, number) in [("Enero", "MXNWM9709244W4"), ("Febrero", "MXAHY630919378")] {
		let sheet = workbook.add_worksheet();
		sheet.set_name(name).expect("a name");
		let lines = [
			[
				"tin",
				"certificate",
				"programme",
				"type",
				"roles",
				"valid from",
			],
			[number, "A-1", "OEA", "OEA", "EX", "2024-01-15"],
		];
		for (row, line) in (0..).zip(lines) {
			for (column, cell) in (0..).zip(line) {
				sheet.write(row, column, cell).expect("a cell");
			}
		}
	}
	let bytes = saved(workbook);
	let read = |options: Options<'_>| check(&bytes, &options);
	let first = read(Options::default()).expect("a list");
	assert_eq!(codes(&first), [(None, "N07")]);
	assert_eq!(
		first.rows.first().map(|row| row.tin.to_string()),
		Some("MXNWM9709244W4".into())
	);
	let second = read(profile("sheet = \"Febrero\"")).expect("a list");
	assert_eq!(
		second.rows.first().map(|row| row.tin.to_string()),
		Some("MXAHY630919378".into())
	);
	let none = read(profile("sheet = \"Marzo\""));
	assert!(
		matches!(none, Err(NotAList::NoSuchSheet { .. })),
		"{none:?}"
	);
}

#[test]
fn what_is_no_list_should_be_refused_by_name() {
	let minimal = profile("territory = \"MX\"\nprogramme = \"OEA\"\ntype = \"OEA\"");
	let named = |bytes: &[u8]| {
		check(bytes, &minimal)
			.map(|checked| checked.rows.len())
			.map_err(|why| why.id())
	};
	let headings = "rfc,certificado,rol,inicio,vencimiento\n";
	let row = "NWM9709244W4,A-1,exportador,2024-01-15,2029-01-14\n";
	assert_eq!(named(format!("{headings}{row}").as_bytes()), Ok(1));
	assert_eq!(
		named(format!("{headings}{}", row.trim_end()).as_bytes()),
		Ok(1),
		"no line break is needed"
	);
	assert_eq!(named(b""), Err("Empty"));
	assert_eq!(named(b" \r\n \r\n"), Err("Empty"));
	assert_eq!(named(b"\xef\xbb\xbf"), Err("Empty"));
	assert_eq!(named(headings.as_bytes()), Err("HeadingsOnly"));
	assert_eq!(
		named(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"),
		Err("Binary")
	);
	assert_eq!(named(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), Err("Binary"));
	assert_eq!(
		named(b"<html><body><table><tr><td>RFC</td></tr></table></body></html>"),
		Err("Html")
	);
	assert_eq!(named(b"\xef\xbb\xbf  <!DOCTYPE html><table>"), Err("Html"));
	let old = b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
	assert_eq!(named(old), Err("OldXml"));
	assert_eq!(named(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Err("Pdf"));
	assert_eq!(
		named(format!("{headings}{row}\"NWM9709244W4,A-2,exp").as_bytes()),
		Err("Cut")
	);
	let quoted = "\"rfc\",\"certificado\",\"rol\",\"inicio\"\n\"NWM9709244W4\",\"A-1\",\"EX, IM\",\"2024-01-15\"\n\"AHY630919378\",\"A-2\",\"EX\",\"2024";
	assert_eq!(named(quoted.as_bytes()), Err("Cut"));
	assert_eq!(
		named(format!("{headings}{row}NWM9709244W4,A-2").as_bytes()),
		Err("Cut")
	);
	assert_eq!(
		named(format!("{headings}{row}Total: 1").as_bytes()),
		Ok(1),
		"a footer is no row"
	);
	assert_eq!(named(b"name,city\nA,B\n"), Err("NoHeadings"));
	assert_eq!(
		named(b"rfc,certificado,rol\nNWM9709244W4,A-1,EX\n"),
		Err("ColumnMissing")
	);
	assert_eq!(
		named(b"rfc,rfc,certificado,rol,inicio\nNWM9709244W4,NWM9709244W4,A-1,EX,2024-01-15\n"),
		Err("AmbiguousHeadings")
	);
	let dates = b"rfc,certificado,rol,inicio,vencimiento,expiry\nNWM9709244W4,A-1,EX,2024-01-15,2029-01-14,2029-01-15\n";
	assert_eq!(named(dates), Err("AmbiguousHeadings"));
	let many = vec![b' '; aeo_lists::MAX_BYTES + 1];
	assert_eq!(named(&many), Err("TooLarge"));
	let rows = format!("{headings}{}", row.repeat(aeo_lists::MAX_ROWS + 1));
	assert_eq!(named(rows.as_bytes()), Err("TooLarge"));

	let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
	locked.resize(512, 0);
	locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
	assert_eq!(named(&locked), Err("PasswordProtected"));
	let mut workbook = Workbook::new();
	workbook.add_worksheet().write(0, 0, "RFC").expect("a cell");
	let whole = saved(workbook);
	assert_eq!(named(&whole), Err("NoHeadings"));
	assert_eq!(
		named(whole.get(..whole.len() / 2).expect("half")),
		Err("Damaged")
	);
	let mut empty = Workbook::new();
	empty.add_worksheet();
	assert_eq!(named(&saved(empty)), Err("Empty"));

	let unknown = check(
		b"ruc,certificado,rol,inicio\n20196709063,A-1,EX,2024-01-15\n",
		&profile("programme = \"OEA\"\ntype = \"OEA\""),
	);
	assert!(
		matches!(&unknown, Err(NotAList::TerritoryUnknown { territories, .. }) if territories.contains(&"PE".to_owned())),
		"{unknown:?}"
	);
}

#[test]
fn a_profile_should_override_headings_words_and_orders() {
	let text = "Llave;Papel X;Clave;Dia uno;Vive\nNWM9709244W4;Hacedor;A-1;03/04/2026;vivo\n";
	let options = profile(
		"territory = \"MX\"\nprogramme = \"OEA\"\ntype = \"OEA\"\ndates = \"mdy\"\n\
		[headings]\ntin = \"Llave\"\nroles = \"Papel X\"\ncertificate = \"Clave\"\nvalid_from = [\"Día Uno\", \"Otro\"]\nstatus = \"Vive\"\n\
		[codes.roles]\nHacedor = [\"MF\", \"EX\"]\n[codes.status]\nvivo = \"Authorised\"\n",
	);
	let checked = check(text.as_bytes(), &options).expect("a list");
	assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
	let row = checked.rows.first().expect("a row");
	assert_eq!(row.valid_from.to_string(), "2026-03-04");
	assert_eq!(row.roles.len(), 2);
	let missing = check(text.as_bytes(), &profile("[headings]\ntin = \"Clave RFC\""));
	assert!(
		matches!(missing, Err(NotAList::NoHeadings { .. })),
		"{missing:?}"
	);
}

#[test]
fn documents_should_be_hashes_or_files() {
	let hash = "0x".to_owned() + &"ab".repeat(32);
	let text = format!(
		"tin,certificate,programme,type,roles,valid from,document,consent\n\
		MXNWM9709244W4,A-1,OEA,OEA,EX,2024-01-15,{hash},consent.pdf\n\
		MXAHY630919378,A-2,OEA,OEA,EX,2024-01-15,missing.pdf,\n"
	);
	let of_consent = primitive_types::H256::repeat_byte(7);
	let documents = |name: &str| (name == "consent.pdf").then_some(of_consent);
	let options = Options {
		documents: &documents,
		..Options::default()
	};
	let checked = check(text.as_bytes(), &options).expect("a list");
	let row = checked.rows.first().expect("a row");
	assert_eq!(row.document, Some(primitive_types::H256::repeat_byte(0xab)));
	assert_eq!(row.consent, Some(of_consent));
	assert_eq!(codes(&checked), [(Some(3), "E21")]);
	assert_eq!(
		checked.report.entries.first().map(|entry| entry.finding),
		Some(Finding::WrongDocument)
	);
}

#[test]
fn columns_that_can_be_two_things_should_be_told_apart_by_their_values() {
	let options = || profile("territory = \"MX\"\nprogramme = \"OEA\"");
	let read = |text: &str| check(text.as_bytes(), &options()).expect("a list");
	// A federal state is no status; a type that says roles is no type; "vigencia" can be a status.
	let checked = read(
		"RFC;Certificado;Estado;Estatus;Tipo;Modalidad;Inicio;Vencimiento\n\
		NWM9709244W4;A-1;Jalisco;Suspendido;Exportador;OEA;2024-01-15;2029-01-14\n\
		AHY630919378;A-2;Sonora;Vigente;Importador;OEA;2024-01-15;2029-01-14\n",
	);
	assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
	assert!(matches!(
		checked.rows[0].life.status(),
		aeo_lists::Status::Suspended { .. }
	));
	assert_eq!(checked.rows[1].certificate_type.code.as_str(), "OEA");
	let checked = read(
		"RFC;Certificado;Rol;Tipo;Inicio;Vigencia;Vencimiento\n\
		NWM9709244W4;A-1;EX;OEA;2024-01-15;Suspendido;2029-01-14\n\
		Fecha:;29/11/2026;;;;;\nJuan Pérez;;;;;;\n",
	);
	assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
	assert!(matches!(
		checked.rows[0].life.status(),
		aeo_lists::Status::Suspended { .. }
	));
	let ambiguous = check(
		b"RFC;Registro;Acuerdo;Rol;Tipo;Inicio\nNWM9709244W4;A-1;B-1;EX;OEA;2024-01-15\n",
		&options(),
	);
	assert!(
		matches!(&ambiguous, Err(NotAList::AmbiguousHeadings { one, other, .. }) if one == "B Registro" && other == "C Acuerdo"),
		"{ambiguous:?}"
	);
}

#[test]
fn an_open_document_should_be_read() {
	use std::io::Write;
	let row = |cells: &[&str]| {
		let cells: String = cells
			.iter()
			.map(|cell| format!("<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"))
			.collect();
		format!("<table:table-row>{cells}</table:table-row>")
	};
	let day = "<table:table-cell office:value-type=\"date\" office:date-value=\"2024-01-15\"><text:p>15/01/24</text:p></table:table-cell>";
	let content = format!(
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
		xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
		xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
		xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
		<table:table table:name=\"OEA\">{}{}</table:table></office:spreadsheet></office:body></office:document-content>",
		row(&["RFC", "Certificado", "Rol", "Tipo", "Inicio"]),
		row(&["NWM9709244W4", "A-1", "Exportador", "OEA"]).replace("</table:table-row>", &format!("{day}</table:table-row>")),
	);
	let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
	let stored =
		zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
	for (name, text) in [
		("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
		("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
		("content.xml", content.as_str()),
	] {
		archive.start_file(name, stored).expect("a file");
		archive.write_all(text.as_bytes()).expect("written");
	}
	let bytes = archive.finish().expect("an archive").into_inner();
	let checked = check(&bytes, &profile("programme = \"OEA\"")).expect("a list");
	assert_eq!(checked.report.errors(), 0, "{:?}", checked.report);
	assert_eq!(checked.rows[0].valid_from.to_string(), "2024-01-15");
}

#[test]
fn an_end_in_a_column_that_is_not_understood_should_not_be_lost() {
	let read = |text: &str, more: &str| {
		let profile = format!("territory = \"MX\"\nprogramme = \"OEA\"\ntype = \"OEA\"\n{more}");
		check(text.as_bytes(), &self::profile(&profile)).map_err(|why| why.id())
	};
	let days = "RFC;Certificado;Rol;Inicio;Tope\nNWM9709244W4;A-1;EX;2024-01-15;2029-01-14\n";
	assert_eq!(read(days, "").map(|_| ()), Err("NotSure"));
	let ends = |checked: Checked| checked.rows[0].valid_until.map(|day| day.to_string());
	assert_eq!(
		read(days, "[headings]\nignore = \"Tope\"").map(ends),
		Ok(None)
	);
	let until = "[headings]\nvalid_until = \"Tope\"";
	assert_eq!(read(days, until).map(ends), Ok(Some("2029-01-14".into())));
	let remarks = "RFC;Certificado;Rol;Inicio;Observaciones\nNWM9709244W4;A-1;EX;2024-01-15;\nAHY630919378;A-2;EX;2024-01-15;Suspendida\n";
	assert_eq!(read(remarks, "").map(|_| ()), Err("NotSure"));
	assert_eq!(
		read(&remarks.replace("Suspendida", "Matriz"), "").map(|checked| checked.rows.len()),
		Ok(2)
	);
}

#[test]
fn a_title_should_be_no_heading() {
	let text = "\"OEA al 30/11/2026\"\nRFC;Certificado;Sector;Inicio;Vencimiento\nNWM9709244W4;A-1;Exportadora;2024-01-15;2029-01-14\n";
	let checked = check(
		text.as_bytes(),
		&profile("programme = \"OEA\"\ntype = \"OEA\""),
	)
	.expect("a list");
	let columns: Vec<&str> = checked
		.report
		.entries
		.iter()
		.map(|entry| entry.column.as_str())
		.collect();
	assert_eq!(columns, ["A RFC"]);
	assert_eq!(checked.rows[0].at, [3]);
}

#[test]
fn a_workbook_of_excel_97_should_be_refused_where_it_is_damaged_or_locked() {
	let mut bytes = include_bytes!("corpus/peru-excel-97.xls").to_vec();
	let options = profile("territory = \"PE\"\nprogramme = \"OEA\"");
	assert!(check(&bytes, &options).is_ok());
	// A NUMBER record of the fifth row and first column, moved to the column 40,000.
	let record = [0x03, 0x02, 0x0E, 0x00, 0x04, 0x00, 0x00, 0x00];
	let place = bytes
		.windows(record.len())
		.position(|window| window == record)
		.expect("the record is there");
	bytes[place + 6..place + 8].copy_from_slice(&40_000_u16.to_le_bytes());
	assert_eq!(check(&bytes, &options).map(|_| ()), Err(NotAList::Damaged));

	// The DIMENSIONS record of the second sheet, which says how many rows there are.
	let mut bytes = include_bytes!("corpus/peru-excel-97.xls").to_vec();
	let record = [0x00, 0x02, 0x0E, 0x00];
	let place = bytes
		.windows(record.len())
		.rposition(|window| window == record)
		.expect("the record is there");
	bytes[place + 11] = 0x40;
	assert_eq!(check(&bytes, &options).map(|_| ()), Err(NotAList::Damaged));

	// A record with a password in the place of the code page's.
	let mut bytes = include_bytes!("corpus/peru-excel-97.xls").to_vec();
	let record = [0x42, 0x00, 0x02, 0x00];
	let place = bytes
		.windows(record.len())
		.position(|window| window == record)
		.expect("the record is there");
	bytes[place] = 0x2F;
	assert_eq!(
		check(&bytes, &options).map(|_| ()),
		Err(NotAList::PasswordProtected)
	);
}
