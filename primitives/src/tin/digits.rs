//! The arithmetic that the schemes share. Every sum is over at most 35 small terms, far from the
//! bounds of `u32`; saturation stands in for a proof.

use super::{Check, Reason};

/// What a scheme's rule answers.
pub(crate) type Outcome = Result<Check, Reason>;

/// Returns the digits of a text; other characters are left out, so the shape is checked before.
pub(super) fn digits(text: &str) -> impl DoubleEndedIterator<Item = u32> + Clone + '_ {
	text.chars().filter_map(|character| character.to_digit(10))
}

/// Returns the sum of values times weights, as far as both go.
pub(super) fn weighted(values: impl Iterator<Item = u32>, weights: &[u32]) -> u32 {
	values.zip(weights).fold(0, |sum: u32, (value, weight)| {
		sum.saturating_add(value.saturating_mul(*weight))
	})
}

/// Returns a text of digits as one number.
pub(super) fn value(text: &str) -> u64 {
	digits(text).fold(0, |number: u64, digit| {
		number.saturating_mul(10).saturating_add(u64::from(digit))
	})
}

/// Returns the character at an index of an alphabet.
pub(super) fn at(alphabet: &str, index: u32) -> Option<char> {
	alphabet.chars().nth(usize::try_from(index).ok()?)
}

/// Returns the index of a character in an alphabet.
pub(super) fn index(alphabet: &str, character: char) -> Option<u32> {
	alphabet
		.chars()
		.position(|candidate| candidate == character)
		.and_then(|index| u32::try_from(index).ok())
}

/// Returns a text without its last character, and that character.
pub(super) fn split_last(text: &str) -> (&str, Option<char>) {
	let mut characters = text.chars();
	let last = characters.next_back();
	(characters.as_str(), last)
}

/// Returns `Passed`, or that the check digit is wrong.
pub(crate) fn passed_if(fits: bool) -> Outcome {
	if fits {
		Ok(Check::Passed)
	} else {
		Err(Reason::CheckDigit)
	}
}

/// Refuses a part that the administration never issues.
pub(crate) fn issued(fits: bool) -> Result<(), Reason> {
	if fits {
		Ok(())
	} else {
		Err(Reason::NeverIssued)
	}
}

/// Refuses the numbers that stand for the public or for foreigners.
pub(super) fn individual(number: &str, generic: &[&str]) -> Result<(), Reason> {
	if generic.contains(&number) {
		Err(Reason::Generic)
	} else {
		Ok(())
	}
}

/// Refuses a number with none of the patterns: `d` a digit, `a` a capital, `x` either, `k` a digit or
/// `K`; anything else stands for itself.
pub(crate) fn shape(number: &str, patterns: &[&str]) -> Result<(), Reason> {
	let length = number.chars().count();
	let mut right_length = patterns
		.iter()
		.filter(|pattern| pattern.len() == length)
		.peekable();
	if right_length.peek().is_none() {
		return Err(Reason::Length);
	}
	let fits = |pattern: &&str| {
		number
			.chars()
			.zip(pattern.chars())
			.all(|(character, class)| match class {
				'd' => character.is_ascii_digit(),
				'a' => character.is_ascii_uppercase(),
				'x' => is_plain(character),
				'k' => character.is_ascii_digit() || character == 'K',
				literal => character == literal,
			})
	};
	if right_length.any(fits) {
		Ok(())
	} else {
		Err(Reason::Character)
	}
}

/// Refuses a number that doesn't have between `least` and `most` characters, all of one class.
pub(crate) fn run(
	number: &str,
	least: usize,
	most: usize,
	class: fn(char) -> bool,
) -> Result<(), Reason> {
	let length = number.chars().count();
	if length < least || length > most {
		Err(Reason::Length)
	} else if number.chars().all(class) {
		Ok(())
	} else {
		Err(Reason::Character)
	}
}

/// Returns whether a character is a digit.
pub(crate) fn is_digit(character: char) -> bool {
	character.is_ascii_digit()
}

/// Returns whether a character is a digit or a capital.
pub(crate) fn is_plain(character: char) -> bool {
	character.is_ascii_digit() || character.is_ascii_uppercase()
}

/// Checks that the last character is the one that a table of eleven names for the weighted sum, modulo
/// 11, of those before it; `-` in the table stands for "such a number is not issued".
pub(super) fn table_11(number: &str, weights: &[u32], table: &str) -> Outcome {
	let (body, last) = split_last(number);
	passed_if(last.is_some() && at(table, weighted(digits(body), weights) % 11) == last)
}

/// Works as [`table_11`] does, the weights counted from the right of the body.
pub(super) fn table_11_from_right(number: &str, weights: &[u32], table: &str) -> Outcome {
	let (body, last) = split_last(number);
	passed_if(last.is_some() && at(table, weighted(digits(body).rev(), weights) % 11) == last)
}

/// Checks that the weighted sum of all digits, check digit included, is a multiple of the modulus.
pub(super) fn multiple(number: &str, weights: &[u32], modulus: u32) -> Outcome {
	passed_if(weighted(digits(number), weights).checked_rem(modulus) == Some(0))
}

/// Returns the sum of a product's two decimal digits.
pub(super) const fn cross_sum(product: u32) -> u32 {
	(product / 10).saturating_add(product % 10)
}

/// Checks by Luhn's rule, ISO/IEC 7812-1 annex B: from the right every second digit doubled, cross
/// sums, a multiple of 10.
pub(super) fn luhn(number: &str) -> Outcome {
	let sum = digits(number)
		.rev()
		.zip([1, 2].into_iter().cycle())
		.fold(0, |sum: u32, (digit, weight)| {
			sum.saturating_add(cross_sum(digit.saturating_mul(weight)))
		});
	passed_if(sum % 10 == 0)
}

/// Checks by GS1's rule (General Specifications, section 7.9): weights 3 and 1 alternating from the
/// right of the body, a multiple of 10 with the check digit.
pub(crate) fn gs1(number: &str) -> Outcome {
	let sum = digits(number)
		.rev()
		.zip([1, 3].into_iter().cycle())
		.fold(0, |sum: u32, (digit, weight)| {
			sum.saturating_add(digit.saturating_mul(weight))
		});
	passed_if(sum % 10 == 0)
}

/// Checks by ISO/IEC 7064, MOD 11,10.
pub(super) fn mod_11_10(number: &str) -> Outcome {
	let (body, last) = split_last(number);
	let product = digits(body).fold(10, |product: u32, digit| {
		let sum = match product.saturating_add(digit) % 10 {
			0 => 10,
			sum => sum,
		};
		sum.saturating_mul(2) % 11
	});
	let check = last
		.and_then(|character| character.to_digit(10))
		.unwrap_or(10);
	passed_if(product.saturating_add(check) % 10 == 1)
}

/// Checks by the Baltic and Bulgarian rule: weights modulo 11; where that gives 10, a second row of
/// weights; where that gives 10 too, 0.
pub(super) fn two_rows(number: &str, first: &[u32], second: &[u32]) -> Outcome {
	let (body, last) = split_last(number);
	let expected = match weighted(digits(body), first) % 11 {
		10 => weighted(digits(body), second) % 11 % 10,
		remainder => remainder,
	};
	passed_if(last.and_then(|character| character.to_digit(10)) == Some(expected))
}

/// Returns whether `yymmdd` is a day of some century: 29 February is real in every fourth year, as
/// 2000 was a leap year and two digits don't tell it from 1900.
pub(super) fn is_real_day(yymmdd: &str) -> bool {
	let (year, rest) = yymmdd.split_at_checked(2).unwrap_or_default();
	let (month, day) = rest.split_at_checked(2).unwrap_or_default();
	let days = match value(month) {
		1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
		4 | 6 | 9 | 11 => 30,
		2 if value(year).is_multiple_of(4) => 29,
		2 => 28,
		_ => 0,
	};
	(1..=days).contains(&value(day))
}

/// Returns whether a number is nothing but zeros behind its letters.
pub(super) fn is_zeros(number: &str) -> bool {
	number
		.trim_start_matches(|c: char| c.is_ascii_uppercase())
		.chars()
		.all(|c| c == '0')
}
