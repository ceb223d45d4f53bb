//! What an act would change in what partners give, worked out before it is signed: the rule of recognition
//! itself, over what the chain looks at, once as it is and once as it would be.

use crate::{
	ask::Asking,
	failure::Failure,
	questions::{grantors, Explanation},
	standing::CertificateStatus,
	text::Label,
	Session,
};
use aeo_primitives::{
	recognition::{evaluate, Certificate, Facts, Outcome, Resolution},
	Benefit, Benefits, CertificateNumber, Direction, Role, SuspensionScope, Territory,
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// The benefits that end and begin, by grantor; grantors where nothing does are left out.
#[derive(Debug, Default, Eq, PartialEq)]
pub struct Effects(BTreeMap<Territory, Effect>);

/// The benefits that end and begin at a grantor, in any role and any declaration.
#[derive(Debug, Default, Eq, PartialEq)]
struct Effect {
	ends: BTreeSet<Benefit>,
	begins: BTreeSet<Benefit>,
}

impl Effects {
	/// Asks about the certificates of one firm, and works out what becomes of them by `change`, which is told
	/// what is suspended now.
	pub fn of(
		asking: &Asking,
		certificates: &[CertificateStatus],
		change: impl Fn(&mut Certificate, Option<SuspensionScope>),
	) -> Result<Self, Failure> {
		let mut effects = Self::default();
		for CertificateStatus {
			issuer,
			number,
			roles,
			..
		} in certificates
		{
			let Some(role) = roles.iter().next() else {
				continue;
			};
			let mut asked = grantors(asking, *issuer, number)?;
			asked.push(*issuer);
			for grantor in asked {
				let identifier = json!({"Certificate": {"issuer": issuer, "number": number}});
				let arguments = [json!(grantor), identifier, json!(role), json!("Import")];
				let explained: Explanation = asking.ask("aeo_explain", &arguments)?;
				effects.note(&explained.facts, roles.iter(), certificates, &change);
			}
		}
		Ok(effects)
	}

	fn note(
		&mut self,
		facts: &Facts,
		roles: impl Iterator<Item = Role>,
		certificates: &[CertificateStatus],
		change: impl Fn(&mut Certificate, Option<SuspensionScope>),
	) {
		for role in roles {
			for direction in [Direction::Import, Direction::Export] {
				let before = Facts {
					role,
					direction,
					..facts.clone()
				};
				let is_changed = |number: &CertificateNumber| {
					certificates.iter().any(|one| one.number == *number)
				};
				let after = changed(before.clone(), is_changed, &change);
				let (before, after) = (benefits(&before), benefits(&after));
				let ends: BTreeSet<_> = before.difference(&after).copied().collect();
				let begins: BTreeSet<_> = after.difference(&before).copied().collect();
				if !ends.is_empty() || !begins.is_empty() {
					let effect = self.0.entry(facts.grantor.territory).or_default();
					effect.ends.extend(ends);
					effect.begins.extend(begins);
				}
			}
		}
	}

	/// Says what ends and begins, a line each.
	pub fn lines(&self, session: &Session) -> Vec<String> {
		let texts = &session.texts;
		let line = |label, grantor: &Territory, benefits: &BTreeSet<Benefit>| {
			let benefits = Benefits::new(benefits.iter().copied()).unwrap_or_default();
			let details = [
				("grantor", grantor.name().to_owned()),
				("benefits", crate::questions::codes(benefits)),
			];
			(!benefits.is_empty()).then(|| texts.label(label, &details))
		};
		let mut lines: Vec<_> = self
			.0
			.iter()
			.flat_map(|(grantor, effect)| {
				[
					line(Label::WouldEnd, grantor, &effect.ends),
					line(Label::WouldBegin, grantor, &effect.begins),
				]
			})
			.flatten()
			.collect();
		if lines.is_empty() {
			lines.push(texts.label(Label::NoEffect, &[]));
		}
		lines
	}
}

fn changed(
	mut facts: Facts,
	is_changed: impl Fn(&CertificateNumber) -> bool,
	change: impl Fn(&mut Certificate, Option<SuspensionScope>),
) -> Facts {
	let now = facts.now;
	if let Resolution::Found(trader) = &mut facts.trader {
		let utc_offset = trader.issuer.utc_offset;
		for certificate in &mut trader.certificates {
			if is_changed(&certificate.number) {
				let present = certificate.suspended(now, utc_offset);
				change(certificate, present);
			}
		}
	}
	facts
}

fn benefits(facts: &Facts) -> BTreeSet<Benefit> {
	match evaluate(facts).outcome {
		Outcome::Granted(entitlements) => entitlements.iter().map(|one| one.benefit).collect(),
		Outcome::Denied { .. } => BTreeSet::new(),
	}
}
