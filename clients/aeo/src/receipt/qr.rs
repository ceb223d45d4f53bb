//! Where a receipt is to be found, as a drawing that telephones read: its address, and behind `#` blake2-256 of
//! the file, so that what is found there can be compared. A receipt itself is too long for one.

use crate::{
	cli::receipts::Qr,
	failure::{Failure, Kind},
	text::Label,
	web::ensure_safe,
	Session,
};
use aeo_receipt::Receipt;
use qrcode::{render::svg, Color, QrCode};
use std::{fs, io::BufWriter, path::Path};

/// The side of a module in a PNG, in pixels, and how many modules are left free around.
const MODULE: usize = 8;
const FREE: usize = 4;

/// Draws it.
pub fn draw(session: &Session, arguments: &Qr) -> Result<(), Failure> {
	let Qr { file, url, output } = arguments;
	let bytes = super::bytes(file)?;
	Receipt::decode(&bytes)?;
	ensure_safe(url)?;
	let hash = aeo_sealing::hex::digits(&sp_crypto_hashing::blake2_256(&bytes));
	let locator = format!("{url}#{hash}");
	let code = QrCode::new(locator.as_bytes())
		.map_err(|error| Failure::with(Kind::QrTooLong, [("why", error.to_string())]))?;
	match output.extension().and_then(|extension| extension.to_str()) {
		Some("svg") => {
			let drawing = code
				.render::<svg::Color<'_>>()
				.min_dimensions(240, 240)
				.build();
			fs::write(output, drawing).map_err(|error| Failure::file(output.display(), &error))?;
		}
		Some("png") => png(&code, output)?,
		_ => {
			let file = output.display().to_string();
			return Err(Failure::with(Kind::QrForm, [("file", file)]));
		}
	}
	session.say(&session.texts.label(
		Label::QrDrawn,
		&[("file", output.display().to_string()), ("locator", locator)],
	))
}

/// Writes it as PNG, in black and white.
fn png(code: &QrCode, output: &Path) -> Result<(), Failure> {
	let failed =
		|error: png::EncodingError| Failure::file(output.display(), &std::io::Error::other(error));
	let side = code.width().saturating_add(2 * FREE);
	let pixels = side.saturating_mul(MODULE);
	let is_dark = |place: usize| {
		place
			.checked_div(MODULE)
			.and_then(|place| place.checked_sub(FREE))
	};
	let modules = code.to_colors();
	let pixel = |row: usize, column: usize| {
		let inside = |place: &usize| *place < code.width();
		let module = is_dark(row)
			.filter(inside)
			.zip(is_dark(column).filter(inside))
			.and_then(|(row, column)| modules.get(row * code.width() + column));
		if module == Some(&Color::Dark) {
			0
		} else {
			255
		}
	};
	let data: Vec<u8> = (0..pixels)
		.flat_map(|row| (0..pixels).map(move |column| (row, column)))
		.map(|(row, column)| pixel(row, column))
		.collect();
	let file = fs::File::create(output).map_err(|error| Failure::file(output.display(), &error))?;
	let size = u32::try_from(pixels).unwrap_or(u32::MAX);
	let mut encoder = png::Encoder::new(BufWriter::new(file), size, size);
	encoder.set_color(png::ColorType::Grayscale);
	let mut writer = encoder.write_header().map_err(failed)?;
	writer.write_image_data(&data).map_err(failed)?;
	writer.finish().map_err(failed)
}
