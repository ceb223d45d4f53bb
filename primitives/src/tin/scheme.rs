//! The schemes: what each is called, where it is used, its form and its rule.

use super::{
	americas, asia_pacific,
	digits::{is_digit, is_plain, is_zeros, run, Outcome},
	europe, members, normalise, typed, Check, Reason, TIN_LENGTH,
};
use crate::Territory;
use alloc::{borrow::Cow, format};
use core::fmt;

/// How far a scheme's rule goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Guard {
	/// The form only: there is no public check digit.
	Form,
	/// The form, and a check digit where the number is built from one of the schemes that have it.
	Soft,
	/// A check digit.
	CheckDigit,
}

/// The schemes from one list, so that index, name, form and rule cannot disagree.
macro_rules! schemes {
	($count:literal: $(
		$index:literal $variant:ident $name:literal [$($territory:ident)*] $guard:ident $rule:path,
		$form:literal;
	)*) => {
		value_types! {
			/// A numbering scheme of traders: section 4 of the domain specification, and further
			/// national ones that are used only where they are named.
			///
			/// The first letters of a variant are the territory; names are unique within one.
			/// One byte when encoded. **The indices are frozen**; a new scheme takes the next one.
			#[allow(missing_docs)] // the table has name and form of each, `name` and `form` show them
			#[derive(Copy, Hash, Ord, PartialOrd)]
			enum Scheme {
				$(
					#[codec(index = $index)]
					$variant,
				)*
			}
		}

		impl Scheme {
			/// Every scheme, by index.
			pub const ALL: [Self; $count] = [$(Self::$variant),*];

			/// Returns its name in its territories, in capitals: `RFC`, `RUC`, `EORI` …
			pub const fn name(self) -> &'static str {
				match self {
					$(Self::$variant => $name,)*
				}
			}

			/// Returns its normal form, in words.
			pub const fn form(self) -> &'static str {
				match self {
					$(Self::$variant => $form,)*
				}
			}

			/// Returns the territories that use it; none for [`Scheme::Other`].
			pub const fn territories(self) -> &'static [Territory] {
				match self {
					$(Self::$variant => &[$(Territory::$territory),*],)*
				}
			}

			/// Returns how far its rule goes.
			pub const fn guard(self) -> Guard {
				match self {
					$(Self::$variant => Guard::$guard,)*
				}
			}

			/// Returns its rule over a normalised number.
			fn rule(self, number: &str) -> Outcome {
				match self {
					$(Self::$variant => $rule(number),)*
				}
			}
		}
	};
}

schemes! {
	69:
	0 Other "OTHER" [] Form other, "1 to 33 digits and letters";
	1 Eori "EORI" [AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK
		XI] Soft europe::eori,
		"the territory's code, then 1 to 15 digits and letters (GB, XI: 12 or 15 digits)";
	2 MxRfc "RFC" [MX] CheckDigit americas::mx_rfc,
		"3 letters (company) or 4 (person), yymmdd, homoclave of 2, check character";
	3 CrCedulaJuridica "CEDJUR" [CR] Form americas::cr_cedula_juridica,
		"10 digits, the first 2, 3, 4 or 5";
	4 PeRuc "RUC" [PE] CheckDigit americas::pe_ruc,
		"11 digits: 10, 15, 16, 17 or 20, eight more, check digit";
	5 CoNit "NIT" [CO] CheckDigit americas::co_nit, "8 to 10 digits and check digit; a person's of 8 from 80000000 with a zero in front";
	6 ClRut "RUT" [CL] CheckDigit americas::cl_rut, "7 or 8 digits, check digit 0-9 or K";
	7 BrCnpj "CNPJ" [BR] CheckDigit americas::br_cnpj,
		"12 digits and letters, 2 check digits";
	8 ArCuit "CUIT" [AR] CheckDigit americas::ar_cuit, "11 digits, the last a check digit";
	9 UyRut "RUT" [UY] CheckDigit americas::uy_rut,
		"12 digits: 01 to 22, six of a serial, 001, check digit";
	10 PyRuc "RUC" [PY] CheckDigit americas::py_ruc, "1 to 8 digits and check digit";
	11 EcRuc "RUC" [EC] CheckDigit americas::ec_ruc,
		"13 digits: province (01 to 24, 30, 50), kind (0 to 6, 9), serial, establishment";
	12 GtNit "NIT" [GT] CheckDigit americas::gt_nit, "1 to 11 digits, check digit 0-9 or K";
	13 DoRnc "RNC" [DO] CheckDigit americas::do_rnc, "9 digits, the last a check digit";
	14 BoNit "NIT" [BO] Form americas::bo_nit, "5 to 13 digits";
	15 HnRtn "RTN" [HN] Form americas::hn_rtn, "14 digits";
	16 NiRuc "RUC" [NI] Form americas::ni_ruc, "a letter and 13 digits, or 13 digits and a letter";
	17 PaRuc "RUC" [PA] Form americas::pa_ruc, "4 to 24 digits and letters, a digit among them";
	18 SvNit "NIT" [SV] Form americas::sv_nit, "14 digits, or 9 of a person's DUI";
	19 UsEin "EIN" [US] Form americas::us_ein, "9 digits, alone or with a suffix of 2";
	20 CaBn "BN" [CA] CheckDigit americas::ca_bn,
		"9 digits, the last a check digit, alone or with programme account (RM0001)";
	21 VeRif "RIF" [VE] CheckDigit americas::ve_rif,
		"V, E, J, C, P or G, 8 digits and check digit";
	22 GbVat "VAT" [GB XI] CheckDigit europe::gb_vat, "9 or 12 digits, the 8th and 9th check digits";
	23 ChUid "UID" [CH] CheckDigit europe::ch_uid, "CHE and 9 digits, the last a check digit";
	24 NoOrgnr "ORGNR" [NO] CheckDigit europe::no_orgnr, "9 digits, the last a check digit";
	25 TrVkn "VKN" [TR] CheckDigit asia_pacific::tr_vkn, "10 digits, the last a check digit";
	26 IlHp "HP" [IL] CheckDigit asia_pacific::il_hp, "9 digits, the last a check digit";
	27 JpCorporateNumber "CN" [JP] CheckDigit asia_pacific::jp_corporate_number,
		"13 digits, the first a check digit";
	28 KrBrn "BRN" [KR] CheckDigit asia_pacific::kr_brn, "10 digits, the last a check digit";
	29 CnUscc "USCC" [CN] CheckDigit asia_pacific::cn_uscc,
		"18 digits and letters without I O S V Z, the 3rd to 8th digits, the last a check character";
	30 TwUbn "UBN" [TW] CheckDigit asia_pacific::tw_ubn, "8 digits, the last a check digit";
	31 SgUen "UEN" [SG] CheckDigit asia_pacific::sg_uen,
		"8 or 9 digits and check letter, or like T08GB0001G";
	32 AuAbn "ABN" [AU] CheckDigit asia_pacific::au_abn, "11 digits, the first 2 check digits";
	33 InGstin "GSTIN" [IN] CheckDigit asia_pacific::in_gstin,
		"state (2 digits), PAN (10), entity, Z, check character";
	34 InIec "IEC" [IN] Form asia_pacific::in_iec, "10 digits, or a PAN";
	35 HkBr "BR" [HK] Form asia_pacific::hk_br, "7, 8 or 11 digits";
	36 MoRegistration "REG" [MO] Form asia_pacific::mo_registration,
		"2 to 20 digits and letters, a digit among them";
	37 MyRegistration "REG" [MY] Form asia_pacific::my_registration,
		"2 to 14 digits and letters, a digit among them";
	38 BnRegistration "REG" [BN] Form asia_pacific::bn_registration,
		"2 to 20 digits and letters, a digit among them";
	39 NzNzbn "NZBN" [NZ] CheckDigit asia_pacific::nz_nzbn,
		"13 digits, the last a check digit, or 8 digits and a letter of a customs client code";
	40 BeKbo "KBO" [BE] CheckDigit members::be_kbo, "10 digits, the last 2 check digits";
	41 BgEik "EIK" [BG] CheckDigit members::bg_eik, "9 digits, the last a check digit";
	42 CzIco "ICO" [CZ] CheckDigit members::cz_ico, "8 digits, the last a check digit";
	43 DkCvr "CVR" [DK] CheckDigit members::dk_cvr,
		"8 digits, not 0 in front, the last a check digit";
	44 EeRegistrikood "REGKOOD" [EE] CheckDigit members::ee_registrikood,
		"8 digits, 1, 7, 8 or 9 in front, the last a check digit";
	45 EsNif "NIF" [ES] CheckDigit members::es_nif,
		"8 digits and letter, or letter, 7 digits and check character";
	46 FiYtunnus "YTUNNUS" [FI] CheckDigit members::fi_ytunnus, "8 digits, the last a check digit";
	47 FrSiren "SIREN" [FR] CheckDigit members::fr_siren, "9 digits, the last a check digit";
	48 FrSiret "SIRET" [FR] CheckDigit members::fr_siret, "a SIREN and 5 digits, the last a check digit";
	49 GrAfm "AFM" [GR] CheckDigit members::gr_afm, "9 digits, the last a check digit";
	50 HrOib "OIB" [HR] CheckDigit members::hr_oib, "11 digits, the last a check digit";
	51 ItIva "IVA" [IT] CheckDigit members::it_iva,
		"11 digits: serial of 7, office of 3, check digit";
	52 LtKodas "KODAS" [LT] CheckDigit members::lt_kodas, "9 digits, the last a check digit";
	53 NlRsin "RSIN" [NL] CheckDigit members::nl_rsin, "9 digits, the last a check digit";
	54 PlNip "NIP" [PL] CheckDigit members::pl_nip, "10 digits, the last a check digit";
	55 PtNif "NIF" [PT] CheckDigit members::pt_nif,
		"9 digits, not 0 in front, the last a check digit";
	56 RoCui "CUI" [RO] CheckDigit members::ro_cui,
		"1 to 9 digits, not 0 in front, and check digit";
	57 SeOrgnr "ORGNR" [SE] CheckDigit members::se_orgnr, "10 digits, the last a check digit";
	58 SiDavcna "DDV" [SI] CheckDigit members::si_davcna,
		"8 digits, not 0 in front, the last a check digit";
	59 RuInn "INN" [RU] CheckDigit europe::ru_inn,
		"10 digits (company) or 12 (person), the last or the last 2 check digits";
	60 UaEdrpou "EDRPOU" [UA] CheckDigit europe::ua_edrpou, "8 digits, the last a check digit";
	61 RsPib "PIB" [RS] CheckDigit europe::rs_pib, "9 digits, the last a check digit";
	62 ThTin "TIN" [TH] CheckDigit asia_pacific::th_tin, "13 digits, the last a check digit";
	63 VnMst "MST" [VN] CheckDigit asia_pacific::vn_mst,
		"10 digits, the last a check digit, and 3 of a dependent unit";
	64 IdNpwp "NPWP" [ID] Form asia_pacific::id_npwp, "16 digits, or 15 without the zero in front";
	65 KhTin "TIN" [KH] Form asia_pacific::kh_tin,
		"9 to 13 digits and letters, a digit among them";
	66 LaTin "TIN" [LA] Form asia_pacific::la_tin, "10 to 12 digits";
	67 MmTin "TIN" [MM] Form asia_pacific::mm_tin, "9 digits";
	68 PhTin "TIN" [PH] Form asia_pacific::ph_tin,
		"9 digits, alone or with the 3 or 5 of a branch";
}

/// Checks where a territory has no scheme of its own: 1 to 33 digits and capitals.
fn other(number: &str) -> Outcome {
	run(number, 1, 33, is_plain)?;
	Ok(Check::FormatOnly)
}

impl Scheme {
	/// Returns the scheme by which a territory's traders are numbered unless another one is named.
	pub const fn default_of(territory: Territory) -> Self {
		use Territory::*;
		match territory {
			AT | BE | BG | CY | CZ | DE | DK | EE | ES | FI | FR | GB | GR | HR | HU | IE | IT
			| LT | LU | LV | MT | NL | PL | PT | RO | SE | SI | SK | XI => Self::Eori,
			AR => Self::ArCuit,
			AU => Self::AuAbn,
			BN => Self::BnRegistration,
			BO => Self::BoNit,
			BR => Self::BrCnpj,
			CA => Self::CaBn,
			CH => Self::ChUid,
			CL => Self::ClRut,
			CN => Self::CnUscc,
			CO => Self::CoNit,
			CR => Self::CrCedulaJuridica,
			DO => Self::DoRnc,
			EC => Self::EcRuc,
			GT => Self::GtNit,
			HK => Self::HkBr,
			HN => Self::HnRtn,
			ID => Self::IdNpwp,
			IL => Self::IlHp,
			IN => Self::InGstin,
			JP => Self::JpCorporateNumber,
			KH => Self::KhTin,
			KR => Self::KrBrn,
			LA => Self::LaTin,
			MM => Self::MmTin,
			MO => Self::MoRegistration,
			MX => Self::MxRfc,
			MY => Self::MyRegistration,
			NI => Self::NiRuc,
			NO => Self::NoOrgnr,
			NZ => Self::NzNzbn,
			PA => Self::PaRuc,
			PE => Self::PeRuc,
			PH => Self::PhTin,
			PY => Self::PyRuc,
			RS => Self::RsPib,
			RU => Self::RuInn,
			SG => Self::SgUen,
			SV => Self::SvNit,
			TH => Self::ThTin,
			TR => Self::TrVkn,
			TW => Self::TwUbn,
			UA => Self::UaEdrpou,
			US => Self::UsEin,
			UY => Self::UyRut,
			VE => Self::VeRif,
			VN => Self::VnMst,
			_ => Self::Other,
		}
	}

	/// Returns whether the scheme may be named for a number of the territory.
	pub fn is_used_in(self, territory: Territory) -> bool {
		self.territories().contains(&territory) || self == Self::default_of(territory)
	}

	/// Returns the territory's scheme of that name, in capitals or not.
	pub fn named(territory: Territory, name: &str) -> Option<Self> {
		Self::ALL
			.into_iter()
			.find(|scheme| scheme.name().eq_ignore_ascii_case(name) && scheme.is_used_in(territory))
	}

	/// Returns whether the scheme's numbers begin with their territory's code already, which then
	/// isn't written twice in a TIN: `DE1234567`, `CHE116281710`.
	pub const fn has_prefix(self) -> bool {
		matches!(self, Self::Eori | Self::ChUid)
	}

	/// Returns the scheme that a number of a territory has where none is named: the territory's
	/// default, but for an Indian number of ten characters, which is an IEC.
	pub fn of(territory: Territory, number: &str) -> Self {
		match Self::default_of(territory) {
			Self::InGstin if normalise(number).len() == 10 => Self::InIec,
			scheme => scheme,
		}
	}

	/// Returns the normal form of a number of a territory, as somebody wrote it: what
	/// [`normalise`] does, suffixes that are no part of the number (`MWST`, `TVA`, `IVA` in
	/// Switzerland, `MVA` in Norway) dropped, a Colombian person's number that a company's could be
	/// taken for, `89090393-8`, kept apart by a zero in front, and an Indonesian number of before 2022
	/// with the zero that it has since, so that it is one number.
	///
	/// # Errors
	///
	/// [`Reason::Empty`]; [`Reason::TooLong`] where the TIN would have more than [`TIN_LENGTH`]
	/// characters; [`Reason::UnknownCharacter`]; where the number begins with its territory's code,
	/// [`Reason::Prefix`], [`Reason::GreeceIsGr`] or [`Reason::TwoCodes`].
	pub fn normal(self, territory: Territory, text: &str) -> Result<Cow<'_, str>, Reason> {
		typed::ensure_known(text)?;
		let number = normalise(text);
		if number.is_empty() {
			return Err(Reason::Empty);
		}
		if self.has_prefix() {
			self.ensure_prefix(territory, &number)?;
		}
		let number = self.without_suffix(number);
		let code = if self.has_prefix() {
			territory.code()
		} else {
			""
		};
		if number.len() <= code.len() {
			return Err(Reason::Empty);
		}
		let reads_as_company =
			self == Self::CoNit && americas::lacks_check_digit(&number).is_some();
		let is_of_a_person = reads_as_company && typed::has_dash_before_last(text);
		let is_of_before_2022 = self == Self::IdNpwp && run(&number, 15, 15, is_digit).is_ok();
		let number = if is_of_a_person || is_of_before_2022 {
			Cow::Owned(format!("0{number}"))
		} else {
			number
		};
		// Two letters of the territory's code are part of the number, or go before it.
		let length = number.len().saturating_add(2).saturating_sub(code.len());
		if u32::try_from(length).map_or(true, |length| length > TIN_LENGTH) {
			return Err(Reason::TooLong);
		}
		Ok(number)
	}

	/// Refuses a number without the territory's code that belongs to it, or with two.
	fn ensure_prefix(self, territory: Territory, number: &str) -> Result<(), Reason> {
		let Some(rest) = number.strip_prefix(territory.code()) else {
			let greek = territory == Territory::GR && number.starts_with("EL");
			return Err(if greek {
				Reason::GreeceIsGr
			} else {
				Reason::Prefix
			});
		};
		if self == Self::Eori {
			ensure_one_code(rest)?;
		}
		Ok(())
	}

	/// Returns a number without a suffix that is no part of it.
	fn without_suffix(self, number: Cow<'_, str>) -> Cow<'_, str> {
		let suffixes: &[&str] = match self {
			Self::ChUid => &["MWST", "TVA", "IVA"],
			Self::NoOrgnr => &["MVA"],
			_ => &[],
		};
		let rest = suffixes
			.iter()
			.find_map(|suffix| number.strip_suffix(suffix));
		match rest {
			Some(rest) => Cow::Owned(rest.into()),
			None => number,
		}
	}

	/// Checks a number of a territory as somebody wrote it.
	///
	/// # Errors
	///
	/// The [`Reason`] why it cannot be such a number.
	pub fn check(self, territory: Territory, number: &str) -> Result<Check, Reason> {
		if !self.is_used_in(territory) && !normalise(number).is_empty() {
			return Err(Reason::SchemeElsewhere);
		}
		self.check_normal(&self.normal(territory, number)?)
	}

	/// Checks a number of one of the scheme's territories, in the form that [`Scheme::normal`] gives.
	///
	/// # Errors
	///
	/// The [`Reason`] why it cannot be such a number.
	pub fn check_normal(self, number: &str) -> Result<Check, Reason> {
		let outcome = self.rule(number).map_err(|reason| match reason {
			Reason::Length => self
				.zero(number)
				.or_else(|| self.second_code(number))
				.unwrap_or(reason),
			_ => reason,
		})?;
		// Zeros alone satisfy most sums, and stand for "no number" in many a form.
		if self.guard() == Guard::CheckDigit && is_zeros(number) {
			return Err(Reason::NeverIssued);
		}
		Ok(outcome)
	}

	/// Returns what is wrong with a number of a wrong length that has its territory's code in front
	/// once more than its scheme.
	fn second_code(self, number: &str) -> Option<Reason> {
		let is_second = |territory: &Territory| {
			let rest = number.strip_prefix(territory.code())?;
			let complete = !self.has_prefix() || rest.starts_with(territory.code());
			(complete && self.rule(rest).is_ok()).then_some(Reason::TwoCodes)
		};
		self.territories().iter().find_map(is_second)
	}

	/// Returns what is wrong with a number of a wrong length that a zero in front, written or
	/// dropped, would make right.
	fn zero(self, number: &str) -> Option<Reason> {
		if self.guard() != Guard::CheckDigit || !number.starts_with(|c: char| c.is_ascii_digit()) {
			return None;
		}
		// That the form is right says little; Ecuador has companies' numbers without check digit.
		let is_right = |number: &str| match self.rule(number) {
			Ok(Check::FormatOnly) => self == Self::EcRuc,
			outcome => outcome.is_ok(),
		};
		if is_right(&format!("0{number}")) {
			return Some(Reason::ZeroMissing);
		}
		let rest = number.strip_prefix('0')?;
		is_right(rest).then_some(Reason::ZeroTooMany)
	}

	/// Returns the number of characters of a TIN with this normalised number, its territory's code included.
	pub fn tin_length(self, number: &str) -> usize {
		let code = if self.has_prefix() { 0 } else { 2 };
		number.chars().count().saturating_add(code)
	}
}

impl fmt::Display for Scheme {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.pad(self.name())
	}
}

/// Refuses an EORI whose rest begins with the code of a member again, or with `EL`.
fn ensure_one_code(rest: &str) -> Result<(), Reason> {
	let code = rest.get(..2).unwrap_or_default();
	let is_member = Scheme::Eori
		.territories()
		.iter()
		.any(|territory| territory.code() == code);
	if is_member || code == "EL" {
		return Err(Reason::TwoCodes);
	}
	Ok(())
}
