//! Random numbers of a scheme whose check digits are right.

use aeo_primitives::{
	tin::{Check, Scheme},
	Territory,
};

/// A plain generator, so that a figure is the same every time: xorshift64*.
pub struct Random(pub u64);

impl Random {
	pub fn below(&mut self, bound: usize) -> usize {
		self.0 ^= self.0 >> 12;
		self.0 ^= self.0 << 25;
		self.0 ^= self.0 >> 27;
		let bits = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
		usize::try_from(bits).expect("31 bits") % bound
	}

	pub fn pick(&mut self, alphabet: &str) -> char {
		alphabet
			.chars()
			.nth(self.below(alphabet.chars().count()))
			.expect("within the alphabet")
	}
}

pub const DIGITS: &str = "0123456789";
pub const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
pub const PLAIN: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A number of the form, `d` a digit, `a` a letter, `x` either, `k` a digit or K, `m` a letter of
/// an RFC, that passes.
pub fn passing(
	random: &mut Random,
	(territory, scheme): (Territory, Scheme),
	form: &str,
) -> String {
	of_form(random, form, |number| {
		scheme.check(territory, number) == Ok(Check::Passed)
	})
}

/// A number of the form that is one of the scheme's, with a check digit or without.
pub fn valid(random: &mut Random, (territory, scheme): (Territory, Scheme), form: &str) -> String {
	of_form(random, form, |number| {
		scheme.check(territory, number).is_ok()
	})
}

fn of_form(random: &mut Random, form: &str, fits: impl Fn(&str) -> bool) -> String {
	for _ in 0..1_000_000 {
		let number: String = form
			.chars()
			.map(|class| match class {
				'd' => random.pick(DIGITS),
				'a' => random.pick(LETTERS),
				'x' => random.pick(PLAIN),
				'k' => random.pick("0123456789K"),
				'm' => random.pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ&Ñ"),
				literal => literal,
			})
			.collect();
		if fits(&number) {
			return number;
		}
	}
	panic!("no number has the form {form}")
}
