//! The answers about what issuers told and grantors doubt.

use super::utc_offset;
use crate::{AccountId, Certificates, Identities, Runtime, Suspensions, Timestamp};
use aeo_primitives::{
	CertificateNumber, CertificateState, RegisterLookup, StatusPeriod, Territory, TraderLookup,
};
use aeo_runtime_api::{
	IrregularityAnswer, IrregularityStatus, Told, ToldState, ToldThrough, Unacknowledged,
	UnacknowledgedPage, PAGE,
};
use alloc::vec::Vec;
use pallet_certificates::{Changes, Numbers, Periods, MAX_TAKEN_OVER_PERIODS};
use pallet_suspensions::Irregularity;

/// What all other issuers told and an administration has not acknowledged: issuer by issuer, changes
/// before new certificates, the earliest first, from where the page before has ended.
///
/// A page reads no more than 50 places, and of each territory three values.
pub fn unacknowledged(administration: Territory, from: Option<ToldThrough>) -> UnacknowledgedPage {
	let mut page = UnacknowledgedPage {
		told: Vec::new(),
		through: Vec::new(),
		next: None,
	};
	let mut left = PAGE;
	let first = from.map(|from| from.issuer);
	let issuers = Territory::ALL
		.into_iter()
		.filter(|issuer| *issuer != administration && Some(*issuer) >= first);
	for issuer in issuers {
		let from = from.filter(|from| from.issuer == issuer);
		let Some(reader) = Reader::new(administration, issuer, from) else {
			continue;
		};
		let begun = left > 0;
		let read = reader.read(&mut left, &mut page.told);
		if begun {
			page.through.push(read);
		}
		if reader.has_more(read) {
			page.next = Some(read);
			break;
		}
	}
	page
}

/// Reads both lists of an issuer.
struct Reader {
	administration: Territory,
	/// Where it begins.
	start: ToldThrough,
	/// How many entries there are.
	end: ToldThrough,
}

impl Reader {
	/// None where nothing is left to read.
	fn new(
		administration: Territory,
		issuer: Territory,
		from: Option<ToldThrough>,
	) -> Option<Self> {
		let end = ToldThrough {
			issuer,
			changes: Certificates::changes(issuer),
			ordinals: Certificates::ordinals(issuer),
		};
		if end.changes == 0 && end.ordinals == 0 {
			return None;
		}
		let acknowledged = Suspensions::acknowledged_through(administration, issuer);
		let (changes, ordinals) = from.map_or((0, 0), |from| (from.changes, from.ordinals));
		let start = ToldThrough {
			issuer,
			changes: acknowledged.changes.max(changes).min(end.changes),
			ordinals: acknowledged.ordinals.max(ordinals).min(end.ordinals),
		};
		let reader = Self {
			administration,
			start,
			end,
		};
		reader.has_more(start).then_some(reader)
	}

	fn has_more(&self, read: ToldThrough) -> bool {
		read.changes < self.end.changes || read.ordinals < self.end.ordinals
	}

	/// Reads as many places as are left. Gives up to where.
	fn read(&self, left: &mut u32, told: &mut Vec<Unacknowledged>) -> ToldThrough {
		let mut read = self.start;
		let changes = take(self.start.changes, self.end.changes, left);
		told.extend((read.changes..changes).filter_map(|place| self.change(place)));
		read.changes = changes;
		let ordinals = take(self.start.ordinals, self.end.ordinals, left);
		told.extend((read.ordinals..ordinals).filter_map(|place| self.issued(place)));
		read.ordinals = ordinals;
		read
	}

	fn is_acknowledged(&self, number: &CertificateNumber, version: u32) -> bool {
		Suspensions::acknowledged_version(self.administration, self.start.issuer, number)
			.is_some_and(|last| last >= version)
	}

	fn period(&self, number: &CertificateNumber, place: u32) -> Option<StatusPeriod<AccountId>> {
		Periods::<Runtime>::get((self.start.issuer, number, place))
	}

	/// A certificate that changed.
	fn change(&self, place: u32) -> Option<Unacknowledged> {
		let change = Changes::<Runtime>::get(self.start.issuer, place)?;
		if self.is_acknowledged(&change.number, change.version) {
			return None;
		}
		let before = change
			.period
			.checked_sub(1)
			.and_then(|period| self.period(&change.number, period));
		let after = self.period(&change.number, change.period)?;
		self.row(change.number, place, Told::Changed, before, after)
	}

	/// A certificate that is new.
	fn issued(&self, place: u32) -> Option<Unacknowledged> {
		let number = Numbers::<Runtime>::get(self.start.issuer, place)?;
		if self.is_acknowledged(&number, 1) {
			return None;
		}
		// One that was taken over has brought several periods, all of its first version.
		let after = (0..MAX_TAKEN_OVER_PERIODS)
			.map_while(|place| self.period(&number, place))
			.take_while(|period| period.version == 1)
			.last()?;
		let told = match after.state {
			CertificateState::Applied => Told::AppliedFor,
			_ => Told::Issued,
		};
		self.row(number, place, told, None, after)
	}

	fn row(
		&self,
		number: CertificateNumber,
		place: u32,
		told: Told,
		before: Option<StatusPeriod<AccountId>>,
		after: StatusPeriod<AccountId>,
	) -> Option<Unacknowledged> {
		let issuer = self.start.issuer;
		let record = Certificates::certificate(issuer, &number)?;
		let trader = Identities::trader(&record.trader)?;
		let facts = record.facts(&number);
		let (now, utc_offset) = (Timestamp::get(), utc_offset(issuer));
		Some(Unacknowledged {
			issuer,
			number,
			tin: trader.tin,
			certificate_type: record.certificate_type,
			told,
			version: after.version,
			before: before.as_ref().map(state),
			after: state(&after),
			present_version: record.version,
			in_force: facts.ensure_in_force(now, utc_offset).is_ok(),
			suspended: facts.suspended(now, utc_offset),
			known_from: after.known_from,
			block: after.block,
			place,
		})
	}
}

/// The place after the last one that is read of those from `start` on; so many are left.
fn take(start: u32, end: u32, left: &mut u32) -> u32 {
	let count = end.saturating_sub(start).min(*left);
	*left = left.saturating_sub(count);
	start.saturating_add(count)
}

fn state(period: &StatusPeriod<AccountId>) -> ToldState {
	ToldState {
		state: period.state,
		roles: period.roles,
		validity: period.validity,
	}
}

/// The irregularities that were reported to an issuer, latest first.
pub fn irregularities(issuer: Territory, page: u32) -> Vec<IrregularityStatus<AccountId>> {
	Suspensions::irregularities(issuer, page)
		.into_iter()
		.map(|(report, found)| irregularity(issuer, report, found))
		.collect()
}

/// The irregularities that a grantor has reported, latest first.
pub fn reported_irregularities(
	grantor: Territory,
	page: u32,
) -> Vec<IrregularityStatus<AccountId>> {
	Suspensions::reported_irregularities(grantor, page)
		.into_iter()
		.map(|(issuer, report, found)| irregularity(issuer, report, found))
		.collect()
}

fn irregularity(
	issuer: Territory,
	report: u32,
	found: Irregularity<AccountId>,
) -> IrregularityStatus<AccountId> {
	IrregularityStatus {
		issuer,
		report,
		grantor: found.grantor,
		number: found.number,
		version: found.version,
		document: found.document,
		at: found.at,
		by: found.by,
		answer: found.answer.map(|answer| IrregularityAnswer {
			document: answer.document,
			at: answer.at,
			by: answer.by,
		}),
	}
}
