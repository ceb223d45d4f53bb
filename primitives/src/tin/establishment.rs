//! Which whole a branch's number belongs to.

use super::{
	americas::{self, is_cedula},
	scheme::Scheme,
};
use alloc::{format, string::String};

impl Scheme {
	/// Returns the number of the whole entity whose branch a number in normal form is, where it follows
	/// from that: the head office's CNPJ and RUC (EC), the SIREN of a SIRET and of an EORI built from
	/// one, the BN of a programme account, the MST of a dependent unit, and what stands before a
	/// branch's three digits in Hong Kong and in a British VAT number. None for the whole's own number,
	/// for one that fails its check, and in all other schemes.
	pub fn head_office(self, number: &str) -> Option<String> {
		self.check_normal(number).ok()?;
		head_office(self, number)
	}
}

/// Returns what [`Scheme::head_office`] answers, by each scheme's own rule, for a number that fits it.
fn head_office(scheme: Scheme, number: &str) -> Option<String> {
	// The first so many characters, where that is less than all.
	let first = |length: usize| {
		(number.chars().count() > length)
			.then(|| number.get(..length).map(String::from))
			.flatten()
	};
	match scheme {
		// Root of eight, order of the establishment, check digits (Instrução Normativa RFB 2.119/2022).
		// The head office has 0001 but where the firm has moved its seat to a branch.
		Scheme::BrCnpj => {
			let body = format!("{}0001", number.get(..8)?);
			let digits = americas::cnpj_check_digits(&body)?;
			Some(body.chars().chain(digits).collect())
		}
		// The establishment is last: four digits of a public body, three of all others (SRI).
		Scheme::EcRuc => {
			let is_public = number.chars().nth(2) == Some('6') && !is_cedula(number);
			let head = if is_public {
				format!("{}0001", number.get(..9)?)
			} else {
				format!("{}001", number.get(..10)?)
			};
			Some(head)
		}
		// SIREN and NIC (INSEE); an EORI is built from either.
		Scheme::FrSiret => first(9),
		Scheme::Eori if number.starts_with("FR") && number.len() == 16 => {
			let siret = number.get(2..)?;
			// Else fourteen characters of another kind.
			Scheme::FrSiret.check_normal(siret).ok()?;
			first(11)
		}
		// A dependent unit's three digits (Circular 105/2020/TT-BTC).
		Scheme::VnMst => first(10),
		// The programme account of a business (CRA).
		Scheme::CaBn => first(9),
		// A branch's three digits (HM Revenue & Customs; Inland Revenue Department of Hong Kong).
		Scheme::GbVat if number.len() == 12 => first(9),
		Scheme::HkBr if number.len() == 11 => first(8),
		_ => None,
	}
	.filter(|head| head != number)
}
