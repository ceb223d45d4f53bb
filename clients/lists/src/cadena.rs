//! The form of the pilot CADENA: one credential (W3C data model 1) for each certificate and role, as its client writes
//! them. Read, they become lines of a list; a proof in them proves nothing here, and is not looked at.
//!
//! What is known of the form is what CADENA's client for systems shows: subject `urn:tin:…`, `taxID`, `legalName`,
//! `alternateName`, the code of the role in `additionalType`, `referenceNumber`, `location`, `contactPoint`; and of the
//! states two, 10 (active) and 24 (expired). Names and places stay where they are: no list has them.

use aeo_primitives::{Date, Role};
use serde_json::{json, Value};

use crate::{
	row::{Row, Status},
	write::{csv, LeftOut},
};

/// What such a credential calls itself.
const TYPE: &str = "AuthorizedEconomicOperatorCredential";

/// What its subject begins with.
const URN: &str = "urn:tin:";

/// The states that are known, and how lists of this chain write them.
const STATES: [(&str, &str); 3] = [
	("10", "Authorised"),
	("active", "Authorised"),
	("24", "Expired"),
];

/// A file is no such credential.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotCadena {
	/// The file.
	pub file: String,
	/// The member that is missing, or says what can't be.
	pub member: &'static str,
}

/// Returns the lines of a list, as CSV, for files with such credentials: their names, and what is in them.
///
/// # Errors
///
/// One of them is none.
pub fn of_cadena(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, NotCadena> {
	let headings = [
		"tin",
		"certificate",
		"roles",
		"status",
		"valid_from",
		"valid_until",
	];
	let mut lines = vec![headings.map(String::from).to_vec()];
	for (file, bytes) in files {
		let line = serde_json::from_slice(bytes)
			.map_err(|_| "JSON")
			.and_then(|read| line(&read));
		lines.push(line.map_err(|member| NotCadena {
			file: file.clone(),
			member,
		})?);
	}
	Ok(csv(&lines))
}

fn line(credential: &Value) -> Result<Vec<String>, &'static str> {
	let is_one = credential["type"]
		.as_array()
		.is_some_and(|types| types.iter().any(|one| one == TYPE));
	if !is_one {
		return Err("type");
	}
	let subject = &credential["credentialSubject"];
	let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
	let tin = match subject["id"].as_str().and_then(|id| id.strip_prefix(URN)) {
		Some(tin) if !tin.is_empty() => tin.to_owned(),
		_ => return Err("credentialSubject.id"),
	};
	let tax_id = text(&subject["taxID"]);
	if !tax_id.is_empty() && tax_id != tin {
		return Err("credentialSubject.taxID");
	}
	let number = text(&subject["referenceNumber"]);
	if number.is_empty() {
		return Err("credentialSubject.referenceNumber");
	}
	// By its code, or as an object with it.
	let code = |value: &Value| match value {
		Value::Object(members) => members.get("code").map(text_or_number).unwrap_or_default(),
		other => text_or_number(other),
	};
	let role = [&subject["additionalType"], &subject["role"]]
		.map(code)
		.into_iter()
		.find(|code| !code.is_empty())
		.ok_or("credentialSubject.additionalType")?;
	let day = |value: &Value| text(value).chars().take(10).collect::<String>();
	let first_of = |values: &[&Value]| {
		let days = values.iter().map(|value| day(value));
		days.into_iter()
			.find(|day| !day.is_empty())
			.unwrap_or_default()
	};
	let validity = &subject["validity"];
	let from = first_of(&[
		&validity["from"],
		&subject["issuanceDate"],
		&credential["issuanceDate"],
	]);
	let until = first_of(&[
		&validity["until"],
		&subject["valideDate"],
		&credential["expirationDate"],
	]);
	let state = [
		&subject["statusOEA"],
		&credential["statusOEA"],
		&credential["state"],
	]
	.map(code)
	.into_iter()
	.find(|code| !code.is_empty());
	let status = match state {
		None => "Authorised".to_owned(),
		Some(state) => STATES
			.iter()
			.find(|(code, _)| *code == state)
			// What is not known is said by the report, as any word of a list.
			.map_or_else(
				|| format!("statusOEA {state}"),
				|(_, status)| (*status).to_owned(),
			),
	};
	Ok(vec![tin, number, role, status, from, until])
}

fn text_or_number(value: &Value) -> String {
	match value {
		Value::String(text) => text.trim().to_owned(),
		Value::Number(number) => number.to_string(),
		_ => String::new(),
	}
}

/// Returns certificates in this form, each with the name of its file; a certificate with several roles is several. On
/// `today`, what has expired is 24. What is suspended, revoked, given back or void has no state that is known there,
/// and is left out.
pub fn cadena(rows: &[Row], today: Date) -> (Vec<(String, Vec<u8>)>, Vec<LeftOut>) {
	let (mut files, mut left_out) = (Vec::new(), Vec::new());
	for row in rows {
		if row.life.status() != Status::Authorised {
			left_out.push(LeftOut {
				number: row.number.to_string(),
				tin: row.tin.to_string(),
			});
			continue;
		}
		for role in row.roles.iter() {
			let name = format!("{}_{}.json", row.number.replace('/', "_"), role.code());
			let text = serde_json::to_vec_pretty(&credential(row, role, today));
			// Into memory: nothing of it can fail.
			files.push((name, text.unwrap_or_default()));
		}
	}
	(files, left_out)
}

fn credential(row: &Row, role: Role, today: Date) -> Value {
	let territory = row.tin.territory();
	let tin = row.tin.to_string();
	let moment = |day: Date| format!("{day}T00:00:00Z");
	let is_over = row.valid_until.is_some_and(|until| until < today);
	let mut validity = json!({ "from": row.valid_from });
	if let Some(until) = row.valid_until {
		validity["until"] = json!(until);
	}
	json!({
		"@context": ["https://www.w3.org/2018/credentials/v1", "https://schema.org/Organization"],
		"credentialSubject": {
			"additionalType": role.code(),
			"additionalTypeIndustry": "",
			"alternateName": "",
			"contactPoint": [],
			"id": format!("{URN}{tin}"),
			"issuanceDate": moment(row.valid_from),
			"legalName": "",
			"location": [],
			"locationCreated": territory,
			"referenceNumber": row.number,
			"statusOEA": { "code": if is_over { "24" } else { "10" } },
			"taxID": tin,
			"validity": validity,
			"visible": true,
		},
		"issuanceDate": moment(row.valid_from),
		"issuer": format!("urn:aeo:{territory}"),
		"type": ["VerifiableCredential", TYPE],
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{check, Options, Profile};

	fn day(text: &str) -> Date {
		text.parse().expect("a day")
	}

	fn checked(list: &[u8]) -> crate::Checked {
		let profile = Profile::parse("programme = \"OEA\"\ntype = \"OEA\"").expect("a profile");
		let options = Options {
			profile,
			..Options::default()
		};
		check(list, &options).expect("a list")
	}

	/// As CADENA's client writes one, of an invented firm.
	fn theirs() -> Value {
		json!({
			"@context": ["https://www.w3.org/2018/credentials/v1", "https://schema.org/Organization"],
			"type": ["VerifiableCredential", TYPE],
			"issuer": "did:ev:cw",
			"issuanceDate": "2024-05-14T00:00:00Z",
			"credentialSubject": {
				"id": "urn:tin:CO8909830544",
				"alternateName": "Comercial Urdaneta",
				"legalName": "Comercial Urdaneta S.A.S.",
				"issuanceDate": "2024-05-14T00:00:00Z",
				"taxID": "CO8909830544",
				"additionalType": "CB",
				"additionalTypeIndustry": "",
				"referenceNumber": "OEA-0017",
				"location": [{ "streetAddress": "Calle 1", "country": "CO", "city": "" }],
				"contactPoint": [],
				"visible": false,
				"locationCreated": "CO"
			},
			"proof": { "type": "EthereumAttestationRegistry2019", "networkId": "0x1" }
		})
	}

	fn file(value: &Value) -> (String, Vec<u8>) {
		("one.json".into(), value.to_string().into_bytes())
	}

	#[test]
	fn their_credentials_should_be_read_as_a_list() {
		let mut importer = theirs();
		importer["credentialSubject"]["additionalType"] = json!("IM");
		let list = of_cadena(&[file(&theirs()), file(&importer)]).expect("they are");
		let checked = checked(&list);
		assert_eq!(checked.report.errors(), 0, "{:?}", checked.report.entries);
		let [row] = checked.rows.as_slice() else {
			panic!("one certificate with two roles");
		};
		assert_eq!(row.tin.to_string(), "CO8909830544");
		assert_eq!(
			(row.number.as_str(), row.valid_from),
			("OEA-0017", day("2024-05-14"))
		);
		assert_eq!(
			row.roles.iter().map(Role::code).collect::<Vec<_>>(),
			["IM", "CB"]
		);
	}

	#[test]
	fn states_should_be_those_that_are_known() {
		let with = |state: Value| {
			let mut one = theirs();
			one["credentialSubject"]["statusOEA"] = state;
			let list = of_cadena(&[file(&one)]).expect("it is one");
			String::from_utf8(list).expect("it is text")
		};
		assert!(with(json!({ "code": "10" })).contains("Authorised"));
		assert!(with(json!(24)).contains("Expired"));
		let other = with(json!("23"));
		assert!(other.contains("statusOEA 23"));
		assert_ne!(checked(other.as_bytes()).report.errors(), 0);
	}

	#[test]
	fn what_is_none_should_be_named() {
		for (place, value, member) in [
			("/type", json!(["VerifiableCredential"]), "type"),
			(
				"/credentialSubject/id",
				json!("did:web:a.example"),
				"credentialSubject.id",
			),
			(
				"/credentialSubject/taxID",
				json!("CO1"),
				"credentialSubject.taxID",
			),
			(
				"/credentialSubject/referenceNumber",
				json!(""),
				"credentialSubject.referenceNumber",
			),
			(
				"/credentialSubject/additionalType",
				json!(""),
				"credentialSubject.additionalType",
			),
		] {
			let mut one = theirs();
			*one.pointer_mut(place).expect("it is there") = value;
			let refused = of_cadena(&[file(&one)]).expect_err("it is none");
			assert_eq!(
				(refused.file.as_str(), refused.member),
				("one.json", member)
			);
		}
		let refused = of_cadena(&[("x".into(), b"{".to_vec())]).expect_err("it is none");
		assert_eq!(refused.member, "JSON");
	}

	#[test]
	fn what_is_written_should_be_read_as_the_same() {
		let list = "tin,certificate,roles,status,valid_from,valid_until,status_since\n\
			CO8909830544,A-1,EX IM,Authorised,2024-01-01,2027-01-01,\n\
			MXNWM9709244W4,B/2,EX,Authorised,2020-01-01,,\n\
			MXNWM9709244W4,B-3,IM,Suspended (Full),2020-01-01,,2026-01-01\n";
		let before = checked(list.as_bytes());
		assert_eq!(before.report.errors(), 0, "{:?}", before.report.entries);
		let (files, left_out) = cadena(&before.rows, day("2026-11-30"));
		assert_eq!(files.len(), 3);
		assert_eq!(
			left_out
				.iter()
				.map(|one| one.number.as_str())
				.collect::<Vec<_>>(),
			["B-3"]
		);
		let after = checked(&of_cadena(&files).expect("they are"));
		assert_eq!(after.report.errors(), 0, "{:?}", after.report.entries);
		assert_eq!(after.rows.len(), 2);
		for (one, other) in before.rows.iter().zip(&after.rows) {
			assert_eq!(
				(
					&one.tin,
					&one.number,
					one.roles,
					one.valid_from,
					one.valid_until
				),
				(
					&other.tin,
					&other.number,
					other.roles,
					other.valid_from,
					other.valid_until
				)
			);
		}
		let (late, _) = cadena(&before.rows, day("2027-01-02"));
		let expired: Value = serde_json::from_slice(&late[0].1).expect("it is JSON");
		assert_eq!(expired["credentialSubject"]["statusOEA"]["code"], "24");
	}
}
