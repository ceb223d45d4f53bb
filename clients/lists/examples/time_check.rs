//! Writes a spreadsheet of so many rows and says how long it takes to check it:
//! `cargo run --release -p aeo-lists --no-default-features --example time_check -- 20000`.

use std::time::Instant;

use aeo_lists::{check, Options, Profile};
use rust_xlsxwriter::Workbook;

/// A Mexican company's number, its check character found by trying.
fn number(index: u32) -> Option<String> {
	let letter = |place: u32| char::from_digit(10 + index / 26_u32.pow(place) % 26, 36);
	let letters: String = (0..3).filter_map(letter).collect();
	let day = 1 + index % 28;
	let body = format!(
		"{}97{:02}{day:02}4W",
		letters.to_uppercase(),
		1 + index / 28 % 12
	);
	"0123456789A".chars().find_map(|check| {
		let tin = format!("MX{body}{check}");
		let parsed: aeo_primitives::tin::Tin = tin.parse().ok()?;
		parsed
			.check()
			.ok()
			.map(|_| body.clone() + &check.to_string())
	})
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
	let count: u32 = std::env::args().nth(1).unwrap_or("20000".into()).parse()?;
	let mut workbook = Workbook::new();
	let sheet = workbook.add_worksheet();
	let headings = [
		"No.",
		"RFC",
		"Razón social",
		"Domicilio",
		"No. de certificado",
		"Rubro",
		"Modalidad",
		"Estatus",
		"Inicio de vigencia",
		"Vencimiento",
	];
	for (column, heading) in (0..).zip(headings) {
		sheet.write(0, column, heading)?;
	}
	for index in 0..count {
		let cells = [
			index.to_string(),
			number(index).ok_or("no check character fits")?,
			format!("Empresa inventada {index}, S.A. de C.V."),
			format!("Calle {index}, Colonia Centro"),
			format!("MX-OEA-{index}"),
			[
				"Importador y/o Exportador",
				"Agente aduanal",
				"Autotransportista terrestre",
			][index as usize % 3]
				.into(),
			"OEA".into(),
			["Vigente", "Suspendido"][usize::from(index % 50 == 0)].into(),
			format!("{:02}/{:02}/2024", 1 + index % 28, 1 + index % 12),
			format!("{:02}/{:02}/2029", 1 + index % 28, 1 + index % 12),
		];
		for (column, cell) in (0..).zip(cells) {
			sheet.write(index + 1, column, cell)?;
		}
	}
	let bytes = workbook.save_to_buffer()?;
	let profile = Profile::parse("programme = \"OEA\"\n[headings]\nroles = \"Rubro\"")?;
	let begun = Instant::now();
	let checked = check(
		&bytes,
		&Options {
			profile,
			..Options::default()
		},
	)
	.map_err(|why| why.id())?;
	println!(
		"{} bytes, {} rows, {} certificates, {} errors: {:.2} s",
		bytes.len(),
		checked.read,
		checked.rows.len(),
		checked.report.errors(),
		begun.elapsed().as_secs_f64(),
	);
	Ok(())
}
