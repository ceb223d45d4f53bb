//! Steps out of random bytes: mostly such as can be taken, and every kind of wrong one.

use super::{
	life::{
		Batch, Certificate, Dates, Day, Decision, Kind, Lasts, Model, Name, OpenBatch, Row, Stage,
		Suspended, Waiting, Who, Wish,
	},
	Step,
};

/// What a step is drawn from: a few tries, so that most of them can be taken.
pub(super) type Throw = [[u8; 32]; 6];

struct Dice(std::array::IntoIter<u8, 32>);

impl Dice {
	/// A number below `sides`; 0 when the bytes are used up.
	fn roll(&mut self, sides: usize) -> usize {
		usize::from(self.0.next().unwrap_or_default()) % sides
	}

	/// Mostly false.
	fn once_in(&mut self, times: usize) -> bool {
		self.roll(times) + 1 == times
	}

	fn either(&mut self) -> bool {
		self.roll(2) == 1
	}

	fn one_of<Thing: Clone>(&mut self, things: &[Thing]) -> Option<Thing> {
		let place = self.roll(things.len().max(1));
		things.get(place).cloned()
	}

	fn anybody(&mut self) -> Who {
		let land = self.roll(3);
		match self.roll(6) {
			0 => Who::Officer(land, self.either()),
			1 => Who::Risk(land),
			2 => Who::Suspender(land),
			3 => Who::Own(land),
			4 => Who::Holder(self.roll(4)),
			_ => Who::Stranger,
		}
	}

	/// Mexico or Peru.
	fn land(&mut self) -> usize {
		[0, 0, 0, 2, 2][self.roll(5)]
	}

	fn officer(&mut self, land: usize) -> Who {
		match self.roll(8) {
			0..=3 => Who::Officer(land, false),
			4..=6 => Who::Officer(land, true),
			_ => self.anybody(),
		}
	}

	/// The holder of a certificate, or an officer with its paper.
	fn holder(&mut self, model: &Model, land: usize, number: &str) -> Who {
		match (self.roll(8), model.find(land, number)) {
			(0..=4, Ok(one)) => Who::Holder(one.trader),
			(5..=6, _) => Who::Officer(land, self.either()),
			_ => self.anybody(),
		}
	}

	fn kind(&mut self, land: usize) -> Kind {
		let programmes = if land == 0 || self.once_in(8) {
			["OEA", "FAST"]
		} else {
			["OEA", "OEA"]
		};
		Kind {
			programme: programmes[self.roll(2)],
			both: !self.once_in(3),
		}
	}

	fn trader(&mut self, land: usize) -> usize {
		match (self.once_in(10), land) {
			(true, _) => self.roll(4),
			(false, 0) => self.roll(2),
			(false, 1) => 3,
			(false, _) => 2,
		}
	}

	fn roles(&mut self) -> u8 {
		[1, 2, 4, 1, 2, 3, 6, 7][self.roll(8)]
	}

	/// From so many days before `today` on.
	fn day(&mut self, today: Day, back: u64, days: usize) -> Day {
		today - back + self.roll(days) as u64
	}

	fn until(&mut self, today: Day) -> Option<Day> {
		(!self.once_in(8)).then(|| self.day(today, 1, 16))
	}

	fn bar(&mut self, today: Day) -> Option<Day> {
		self.either().then(|| self.day(today, 1, 8))
	}

	fn number(&mut self) -> String {
		let names = ["A-0", "A-1", "A-2", "A-3", "A-4", "APPLICATION-6"];
		names[self.roll(names.len())].into()
	}

	/// A certificate of `land` that is `fit`, as a rule.
	fn pick(&mut self, model: &Model, land: usize, fit: impl Fn(&Certificate) -> bool) -> String {
		let all: Vec<_> = model
			.certificates
			.iter()
			.filter(|((issuer, _), _)| *issuer == land)
			.collect();
		let names = |fit: &dyn Fn(&Certificate) -> bool| {
			let fitting = all.iter().filter(|(_, one)| fit(one));
			fitting
				.map(|((_, name), _)| name.clone())
				.collect::<Vec<_>>()
		};
		let fitting = names(&fit);
		let from = match self.roll(5) {
			0..=3 if !fitting.is_empty() => fitting,
			_ => names(&|_| true),
		};
		self.one_of(&from).unwrap_or_else(|| "A-9".into())
	}

	fn lasts(&mut self, today: Day) -> Lasts {
		match self.roll(4) {
			0 => Lasts::Open,
			1 => Lasts::DecisionAfter(self.day(today, 0, 5)),
			_ => Lasts::ResumesAfter(self.day(today, 0, 5)),
		}
	}

	fn halves(&mut self) -> [bool; 2] {
		[[true, true], [true, false], [false, true]][self.roll(3)]
	}

	/// To certify a trader, or an applicant.
	fn authorisation(&mut self, model: &Model, land: usize) -> (String, Decision) {
		let today = model.today(land);
		let (mut number, mut trader, mut kind) =
			(self.number(), self.trader(land), self.kind(land));
		let accepted = self.pick(model, land, |one| one.stage == Stage::Accepted);
		if self.either() {
			if let Ok(one) = model.find(land, &accepted) {
				if !self.once_in(6) {
					(trader, kind) = (one.trader, one.kind);
				}
				number = accepted;
			}
		}
		let decision = Decision::Authorise {
			trader,
			kind,
			roles: self.roles(),
			from: self.day(today, 2, 5),
			until: self.until(today),
		};
		(number, decision)
	}

	fn decision(&mut self, model: &Model, land: usize) -> (String, Decision) {
		let today = model.today(land);
		let certified = |one: &Certificate| one.stage == Stage::Certified && !one.annulled;
		match self.roll(18) {
			16 => {
				let number = self.pick(model, land, |one| {
					matches!(one.stage, Stage::Applied | Stage::Accepted)
				});
				(number, Decision::Withdraw)
			}
			17 => {
				let number = self.pick(model, land, |one| one.asked.renewal);
				(number, Decision::KeepInForce)
			}
			0..=4 => self.authorisation(model, land),
			5 | 6 => {
				let number = self.pick(model, land, certified);
				let one = model.find(land, &number).ok();
				let dates = one.and_then(|one| one.dates);
				let mut roles = one.map_or(1, |one| one.roles);
				if self.either() {
					roles = self.roles();
				}
				let (mut from, mut until) =
					dates.map_or((today, None), |dates| (dates.from, dates.until));
				if self.either() {
					(from, until) = (self.day(today, 2, 4), self.until(today));
				}
				(number, Decision::Rectify { roles, from, until })
			}
			7 | 8 => {
				let number = self.pick(model, land, |one| {
					certified(one) && one.dates.is_some_and(|dates| dates.until.is_some())
				});
				let until = self.until(today);
				(number, Decision::Renew { until })
			}
			9 => {
				let number = self.pick(model, land, |one| one.asked.renewal);
				(number, Decision::RefuseRenewal)
			}
			10 => {
				let number = self.pick(model, land, |one| one.stage == Stage::Accepted);
				let bar = self.bar(today);
				(number, Decision::RefuseApplication { bar })
			}
			11 => {
				let number = self.pick(model, land, |one| {
					certified(one) && one.asked.relinquishment.is_some()
				});
				let one = model.find(land, &number).ok();
				let asked = one.and_then(|one| one.asked.relinquishment);
				let from = asked
					.filter(|_| !self.once_in(4))
					.unwrap_or_else(|| self.day(today, 1, 5));
				(number, Decision::Relinquish { from })
			}
			12 | 13 => {
				let number = self.pick(model, land, |one| one.asked.appeal.is_some());
				let from = self.either().then(|| self.day(today, 4, 6));
				(number, Decision::Overturn { from })
			}
			14 => {
				let number = self.pick(model, land, certified);
				let (from, bar) = (self.day(today, 1, 5), self.bar(today));
				(number, Decision::Revoke { from, bar })
			}
			_ => {
				// What bars already, every other time.
				let barring = self.either();
				let number = self.pick(model, land, |one| {
					certified(one) && (!barring || one.bar.is_some())
				});
				(number, Decision::Annul)
			}
		}
	}

	fn taken_over(&mut self, model: &Model, land: usize) -> Row {
		let today = model.today(land);
		let since = self.day(today, 4, 6);
		let suspended = self.either().then(|| {
			let suspended = Suspended {
				halves: self.halves(),
				lasts: self.lasts(today),
			};
			(self.day(today, 3, 5), suspended)
		});
		Row::TakeOver {
			number: self.number(),
			trader: self.trader(land),
			kind: self.kind(land),
			roles: self.roles(),
			dates: Dates {
				from: since,
				until: self.until(today),
				renewal_pending: false,
			},
			since,
			suspended,
		}
	}

	fn batch(&mut self, model: &Model, land: usize) -> Batch {
		let takes_over = self.either();
		let all_or_nothing = self.either();
		let rows = (0..self.roll(3) + usize::from(!self.once_in(8))).map(|_| {
			if takes_over {
				self.taken_over(model, land)
			} else {
				let (number, decision) = self.authorisation(model, land);
				Row::Authorise(number, decision)
			}
		});
		Batch {
			rows: rows.collect(),
			all_or_nothing,
		}
	}

	fn confirmation(&mut self, model: &Model, land: usize) -> Step {
		let waiting: Vec<_> = model
			.waiting
			.iter()
			.filter(|((issuer, _), _)| *issuer == land)
			.collect();
		let Some(((_, proposal), Waiting { number, maker, .. })) = self.one_of(&waiting) else {
			let number = self.pick(model, land, |_| true);
			let who = self.officer(land);
			return Step::Confirm(who, who, number, 1);
		};
		let proposal = match self.once_in(12) {
			true => proposal + 1,
			false => *proposal,
		};
		let who = match (self.roll(6), maker) {
			(0..=3, Who::Officer(land, second)) => Who::Officer(*land, !second),
			_ => self.officer(land),
		};
		let signer = if self.once_in(8) { *maker } else { who };
		Step::Confirm(who, signer, number.clone(), proposal)
	}

	fn open_batch(&mut self, model: &Model, land: usize) -> Option<OpenBatch> {
		let open = model.batches.iter();
		let open: Vec<_> = open.filter(|one| one.administration == land).collect();
		self.one_of(&open).cloned()
	}
}

/// A step where the world is as the model tells it: the first one that can be taken, and every third
/// time whatever comes first.
pub(super) fn step(model: &Model, throw: Throw) -> Step {
	let [first, others @ ..] = throw;
	let mut step = draw(model, first);
	if first[0] % 3 == 0 {
		return step;
	}
	for bytes in others {
		if model.clone().take(&step).is_ok() {
			break;
		}
		step = draw(model, bytes);
	}
	step
}

fn draw(model: &Model, bytes: [u8; 32]) -> Step {
	let mut dice = Dice(bytes.into_iter());
	dice.roll(3);
	let turn = dice.roll(64);
	let land = dice.land();
	let today = model.today(land);
	let open = |one: &Certificate| matches!(one.stage, Stage::Applied | Stage::Accepted);
	let applied = |one: &Certificate| one.stage == Stage::Applied;
	let certified = |one: &Certificate| one.stage == Stage::Certified && !one.annulled;
	match turn {
		0 | 1 => {
			let trader = dice.trader(land);
			let who = match dice.once_in(5) {
				true => dice.anybody(),
				false => Who::Holder(trader),
			};
			Step::Apply(who, dice.kind(land), dice.roles())
		}
		2 | 3 => Step::Enter(
			dice.officer(land),
			dice.number(),
			dice.trader(land),
			dice.kind(land),
			dice.roles(),
		),
		4..=6 => Step::Accept(dice.officer(land), dice.pick(model, land, applied)),
		7 => Step::Reject(dice.officer(land), dice.pick(model, land, applied)),
		8 => {
			let number = dice.pick(model, land, open);
			Step::Withdraw(dice.holder(model, land, &number), number)
		}
		9..=12 => {
			let land = 0;
			let number = dice.pick(model, land, |one| one.stage == Stage::Accepted);
			let version = model.find(land, &number).map_or(1, |one| one.version);
			let off = u32::from(dice.once_in(6));
			Step::Opine(
				dice.roll(2),
				number,
				version + off,
				[1, 2, 1, 0][dice.roll(4)],
			)
		}
		13..=28 | 52..=54 | 60 | 61 => {
			let who = dice.officer(land);
			let (number, decision) = dice.decision(model, land);
			Step::Propose(who, number, decision)
		}
		29..=37 | 58 => dice.confirmation(model, land),
		38 => {
			let Step::Confirm(who, _, number, proposal) = dice.confirmation(model, land) else {
				return Step::Wait(0);
			};
			Step::Refuse(who, number, proposal)
		}
		39..=41 => {
			let wish = match dice.roll(6) {
				0 | 1 => Wish::Renewal,
				2 => Wish::Suspension,
				3 | 4 => Wish::Reinstatement,
				_ => Wish::Relinquishment(dice.day(today, 1, 5)),
			};
			let number = dice.pick(model, land, certified);
			Step::Ask(dice.holder(model, land, &number), number, wish)
		}
		42..=44 => {
			let number = dice.pick(model, land, |one| {
				!open(one) && one.name() != Name::Authorised
			});
			Step::Ask(dice.holder(model, land, &number), number, Wish::Appeal)
		}
		62 => {
			let wish = [
				Wish::Renewal,
				Wish::Appeal,
				Wish::Suspension,
				Wish::Relinquishment(today),
				Wish::Reinstatement,
			][dice.roll(5)];
			let number = dice.pick(model, land, |one| match wish {
				Wish::Renewal => one.asked.renewal,
				Wish::Appeal => one.asked.appeal.is_some(),
				Wish::Suspension => one.asked.suspension,
				Wish::Relinquishment(_) => one.asked.relinquishment.is_some(),
				Wish::Reinstatement => one.asked.reinstatement,
			});
			Step::WithdrawWish(dice.holder(model, land, &number), number, wish)
		}
		45 => Step::Dismiss(
			dice.officer(land),
			dice.pick(model, land, |one| one.asked.appeal.is_some()),
		),
		46 => {
			let who = match dice.either() {
				true => Who::Risk(land),
				false => dice.officer(land),
			};
			Step::Review(who, dice.pick(model, land, certified), dice.either())
		}
		47..=49 => Step::Suspend(
			land,
			dice.pick(model, land, certified),
			Suspended {
				halves: dice.halves(),
				lasts: dice.lasts(today),
			},
			dice.once_in(4),
		),
		50 | 51 => {
			let number = dice.pick(model, land, |one| one.suspended.is_some());
			Step::Reinstate(land, number, dice.halves(), dice.once_in(4))
		}
		55 | 56 => Step::ProposeBatch(dice.officer(land), dice.batch(model, land)),
		57 => match dice.open_batch(model, land) {
			Some(open) => match (dice.roll(6), open.maker) {
				(0 | 1, Who::Officer(land, second)) => {
					Step::ConfirmBatch(Who::Officer(land, !second), open.batch, open.proposal)
				}
				(2..=4, _) => {
					let off = u32::from(dice.once_in(6));
					Step::ConfirmBatch(dice.officer(land), open.batch, open.proposal + off)
				}
				_ => Step::RefuseBatch(dice.officer(land), open.batch, open.proposal),
			},
			None => Step::ConfirmBatch(dice.officer(land), dice.batch(model, land), 1),
		},
		59 => match dice.roll(4) {
			0 | 1 => Step::Require([dice.either(), dice.once_in(4)]),
			2 => Step::Activate(dice.roll(4), false),
			_ => Step::Activate(dice.roll(4), true),
		},
		_ => Step::Wait([1, 6, 18, 24, 24, 48, 72, 120][dice.roll(8)]),
	}
}
