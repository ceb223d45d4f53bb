//! Certificates of a list as the chain takes them over, and back.

use aeo_client::{
	calls::{TakenOver, TakenOverPeriod, TakenOverState},
	Certificate,
};
use aeo_lists::{Life, Period, Row, Status};
use aeo_primitives::{
	tin::{Check, Tin},
	CertificateState, Date, Ground, StatusPeriod, SuspensionEnd, UtcOffset,
};
use primitive_types::H256;

/// Returns a row as the chain takes it over; `list` is the hash of the file, which stands for what the row names
/// no document for. None where the certificate has ended.
pub fn taken_over(row: &Row, list: H256) -> Option<TakenOver> {
	let document = row.document.unwrap_or(list);
	let periods = row.life.periods().iter().map(|period| {
		let state = match period.status {
			Status::Authorised => TakenOverState::Authorised,
			Status::Suspended { scope, until } => TakenOverState::Suspended {
				scope,
				end: until.map_or(SuspensionEnd::Open, SuspensionEnd::DecisionAfter),
			},
			Status::Revoked | Status::Relinquished | Status::Annulled => return None,
		};
		Some(TakenOverPeriod {
			from: period.from,
			state,
			ground: Ground::Authority,
			document,
		})
	});
	Some(TakenOver {
		number: row.number.clone(),
		tin: row.tin.to_string().try_into().ok()?,
		publication_consent: row.consent.unwrap_or(list),
		certificate_type: row.certificate_type.clone(),
		roles: row.roles,
		valid_from: row.valid_from,
		valid_until: row.valid_until,
		periods: periods.collect::<Option<_>>()?,
	})
}

/// Returns what a decision means on a list; none for what concerns applications.
pub fn status_of(state: CertificateState) -> Option<Status> {
	Some(match state {
		CertificateState::Authorised => Status::Authorised,
		CertificateState::Suspended(suspension) => Status::Suspended {
			scope: suspension.scope,
			until: match suspension.end {
				SuspensionEnd::Open => None,
				SuspensionEnd::DecisionAfter(day) | SuspensionEnd::ResumesAfter(day) => Some(day),
			},
		},
		CertificateState::Revoked(_) => Status::Revoked,
		CertificateState::Relinquished(_) => Status::Relinquished,
		CertificateState::Annulled => Status::Annulled,
		CertificateState::Applied
		| CertificateState::Accepted
		| CertificateState::Rejected
		| CertificateState::ApplicationWithdrawn
		| CertificateState::Refused => return None,
	})
}

/// Returns a certificate of the chain as a row of a list, with its periods, latest first, in the days of its
/// issuer. None for an application.
pub fn row_of(
	certificate: &Certificate,
	periods: &[StatusPeriod<String>],
	offset: UtcOffset,
) -> Option<Row> {
	let validity = certificate.validity?;
	let status = status_of(certificate.state)?;
	let tin = Tin::parse(&certificate.tin).ok()?;
	let day = |period: &StatusPeriod<String>| Date::at(period.from, offset).ok();
	let mut life: Vec<Period> = Vec::new();
	for period in periods.iter().rev() {
		let (Some(from), Some(status)) = (day(period), status_of(period.state)) else {
			continue;
		};
		// Of several decisions that hold from one day on, the last one counts; one that goes on is one period.
		life.retain(|earlier| earlier.from < from);
		if life.last().is_none_or(|last| last.status != status) {
			life.push(Period { from, status });
		}
	}
	if life.last().is_none_or(|last| last.status != status) {
		life.retain(|earlier| earlier.from < validity.from);
		life.push(Period {
			from: validity.from,
			status,
		});
	}
	let surplus = life.len().saturating_sub(aeo_lists::MAX_PERIODS);
	Some(Row {
		number: certificate.number.clone(),
		// A number that failed its check was taken with a document.
		check: tin.check().unwrap_or(Check::Overridden),
		tin,
		certificate_type: certificate.certificate_type.clone(),
		roles: certificate.roles,
		valid_from: validity.from,
		valid_until: validity.until,
		life: Life::new(life.split_off(surplus)).ok()?,
		document: periods.first().map(|period| period.decided.document),
		consent: None,
		aliases: Vec::new(),
		at: Vec::new(),
	})
}

/// Returns whether the chain has the certificate of a row, and decisions have changed its days or status since.
pub fn is_changed(row: &Row, certificate: &Certificate) -> bool {
	certificate.version > 1
		&& certificate.tin == row.tin.to_string()
		&& certificate.certificate_type == row.certificate_type
		&& certificate.roles == row.roles
		&& !is_same(row, certificate)
}

/// Returns whether the chain has a certificate as a row says.
pub fn is_same(row: &Row, certificate: &Certificate) -> bool {
	let validity = certificate.validity;
	certificate.tin == row.tin.to_string()
		&& certificate.certificate_type == row.certificate_type
		&& certificate.roles == row.roles
		&& validity.is_some_and(|validity| {
			validity.from == row.valid_from && validity.until == row.valid_until
		}) && status_of(certificate.state) == Some(row.life.status())
}

#[cfg(test)]
mod tests {
	use super::*;
	use aeo_lists::{check, csv_of, Options};
	use aeo_primitives::{Decided, Hands, Role, Roles, Suspension, Validity};
	use proptest::prelude::*;

	const LIST: H256 = H256([9; 32]);

	fn offset(minutes: i16) -> UtcOffset {
		minutes.try_into().expect("in range")
	}

	/// The certificate and its periods, latest first, as the chain has them of what was taken over.
	fn on_chain(row: &TakenOver, offset: UtcOffset) -> (Certificate, Vec<StatusPeriod<String>>) {
		let validity = Validity {
			from: row.valid_from,
			until: row.valid_until,
			renewal_pending: false,
		};
		let state = |period: &TakenOverPeriod| match period.state {
			TakenOverState::Authorised => CertificateState::Authorised,
			TakenOverState::Suspended { scope, end } => {
				CertificateState::Suspended(Suspension { scope, end })
			}
		};
		let periods = row.periods.iter().rev().map(|period| StatusPeriod {
			version: 1,
			state: state(period),
			roles: row.roles,
			validity: Some(validity),
			from: period.from.first_moment(offset),
			known_from: 0,
			block: 7,
			decided: Decided {
				by: Hands::one("an officer".to_owned()),
				ground: period.ground,
				document: period.document,
			},
			voids: None,
		});
		let last = row.periods.last().expect("a period");
		let certificate = Certificate {
			number: row.number.clone(),
			tin: row.tin.to_string(),
			version: 1,
			certificate_type: row.certificate_type.clone(),
			roles: row.roles,
			state: state(last),
			validity: Some(validity),
			suspended: None,
			periods: 1,
		};
		(certificate, periods.collect())
	}

	/// Lines of a list: roles, the last day, and the days on which it was suspended and taken up in turn.
	fn any_list() -> impl Strategy<Value = Vec<(usize, Option<u32>, Vec<u32>, usize)>> {
		let line = (
			0_usize..4,
			prop::option::of(2030_u32..2050),
			prop::collection::btree_set(1_u32..300, 0..6),
			0_usize..3,
		);
		let line = line.prop_map(|(roles, until, days, scope)| {
			(roles, until, days.into_iter().collect(), scope)
		});
		prop::collection::vec(line, 1..12)
	}

	fn csv(lines: &[(usize, Option<u32>, Vec<u32>, usize)]) -> String {
		let mut text = String::from(
			"tin,certificate,programme,type,roles,status,valid_from,valid_until,status_since\n",
		);
		let first: Date = "2024-01-01".parse().expect("a day");
		for (place, (roles, until, days, scope)) in lines.iter().enumerate() {
			let roles = ["EX", "IM EX", "CB", "WH FW"][*roles];
			let scope = ["Full", "Customs", "Security"][*scope];
			let until = until.map_or(String::new(), |year| format!("{year}-12-31"));
			let mut line = |status: &str, since: Date| {
				text.push_str(&format!(
					"MXNWM9709244W4,A-{place},OEA,T{place},{roles},{status},{first},{until},{since}\n"
				));
			};
			line("Authorised", first);
			for (turn, day) in days.iter().enumerate() {
				let since = first.checked_add_days(*day).expect("a day");
				let status = match turn % 2 {
					0 => format!("Suspended ({scope})"),
					_ => "Authorised".to_owned(),
				};
				line(&status, since);
			}
		}
		text
	}

	#[test]
	fn a_certificate_that_decisions_changed_since_should_be_told_from_another_one() {
		let list = csv(&[(0, Some(2030), Vec::new(), 0)]);
		let checked = check(list.as_bytes(), &Options::default()).expect("a list");
		let row = &checked.rows[0];
		let taken = taken_over(row, LIST).expect("it lives");
		let (same, _) = on_chain(&taken, offset(0));
		assert!(!is_changed(row, &same));
		let suspended = Certificate {
			version: 2,
			state: CertificateState::Suspended(Suspension {
				scope: aeo_primitives::SuspensionScope::Full,
				end: SuspensionEnd::Open,
			}),
			..same
		};
		assert!(is_changed(row, &suspended));
		let taken_over_otherwise = Certificate {
			version: 1,
			..suspended.clone()
		};
		assert!(!is_changed(row, &taken_over_otherwise));
		let of_another = Certificate {
			tin: "CRL3101000046".into(),
			..suspended.clone()
		};
		assert!(!is_changed(row, &of_another));
		let with_other_roles = Certificate {
			roles: Roles::new([Role::CustomsBroker]).expect("one"),
			..suspended
		};
		assert!(!is_changed(row, &with_other_roles));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(64))]

		/// What is loaded comes back as it was, wherever the issuer's clocks stand, and as a list again.
		#[test]
		fn what_is_loaded_should_be_what_is_exported(lines in any_list(), minutes in -720_i16..=840) {
			let offset = offset(minutes);
			let checked = check(csv(&lines).as_bytes(), &Options::default()).expect("a list");
			prop_assert_eq!(checked.report.errors(), 0);
			let mut exported = Vec::new();
			for row in &checked.rows {
				let taken = taken_over(row, LIST).expect("it lives");
				let (certificate, periods) = on_chain(&taken, offset);
				prop_assert!(is_same(row, &certificate));
				let back = row_of(&certificate, &periods, offset).expect("a certificate");
				let expected = Row {
					document: Some(LIST),
					at: Vec::new(),
					..row.clone()
				};
				prop_assert_eq!(&back, &expected);
				exported.push(back);
			}
			let again = check(&csv_of(&exported), &Options::default()).expect("a list");
			let without_place = |rows: &[Row]| -> Vec<Row> {
				rows.iter().map(|row| Row { at: Vec::new(), ..row.clone() }).collect()
			};
			prop_assert_eq!(without_place(&again.rows), without_place(&exported));
		}
	}

	#[test]
	fn what_has_ended_should_not_be_taken_over() {
		let list = "tin,certificate,programme,type,roles,status,valid_from,status_since\n\
			MXNWM9709244W4,A-1,OEA,OEA,EX,Revoked,2024-01-01,2025-01-01\n";
		let checked = check(list.as_bytes(), &Options::default()).expect("a list");
		assert_eq!(taken_over(&checked.rows[0], LIST), None);
	}
}
