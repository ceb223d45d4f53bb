//! Numbers as people type, paste and export them, and their normal form.

use super::Reason;
use alloc::{borrow::Cow, string::String};

/// Returns the normal form of a number or a TIN: capitals; spaces, `.`, `-`, `/` and parentheses
/// dropped.
///
/// Also dropped are dashes of any width, soft hyphens and what is invisible (U+00AD, U+200B …);
/// characters of full width and the Cyrillic and Greek letters that look like a Latin capital
/// become that letter; `N` with a combining tilde becomes `Ñ`. Nothing else is changed, nothing is
/// cut off, and what is normal already is not copied.
pub fn normalise(text: &str) -> Cow<'_, str> {
	if text.chars().all(is_normal) {
		return Cow::Borrowed(text);
	}
	let mut normal = String::with_capacity(text.len());
	for character in text.chars() {
		match narrow(character) {
			c if is_dropped(c) => {}
			'\u{303}' if normal.ends_with('N') => {
				normal.pop();
				normal.push('Ñ');
			}
			'ñ' => normal.push('Ñ'),
			c => normal.push(look_alike(c).unwrap_or(c).to_ascii_uppercase()),
		}
	}
	Cow::Owned(normal)
}

/// Returns a text without CADENA's `urn:tin:` in front, in capitals or not.
pub(super) fn without_urn(text: &str) -> &str {
	const URN: &str = "urn:tin:";
	let text = text.trim_start();
	match text.split_at_checked(URN.len()) {
		Some((urn, rest)) if urn.eq_ignore_ascii_case(URN) => rest,
		_ => text,
	}
}

/// Returns what stands behind the first two characters that count: a TIN's number behind its
/// territory's code.
pub(super) fn behind_code(text: &str) -> &str {
	text.char_indices()
		.filter(|(_, character)| !is_dropped(narrow(*character)))
		.nth(1)
		.and_then(|(at, character)| text.get(at.saturating_add(character.len_utf8())..))
		.unwrap_or_default()
}

/// Returns whether the last character is written apart with a dash, as a check digit is: `89090393-8`.
pub(super) fn has_dash_before_last(text: &str) -> bool {
	let mut reversed = text
		.chars()
		.rev()
		.map(narrow)
		.filter(|character| !character.is_whitespace());
	let last = reversed.by_ref().find(|character| !is_dropped(*character));
	last.is_some()
		&& matches!(
			reversed.next(),
			Some('-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}')
		)
}

/// Refuses a text with a character that no number has.
///
/// # Errors
///
/// [`Reason::UnknownCharacter`] with the place of the first one, counted from 1 in what was typed.
pub(crate) fn ensure_known(text: &str) -> Result<(), Reason> {
	let mut before = None;
	for (place, character) in text.chars().enumerate() {
		let narrow = narrow(character);
		let known = is_dropped(narrow)
			|| is_normal(look_alike(narrow).unwrap_or(narrow).to_ascii_uppercase())
			|| narrow == 'ñ'
			|| (narrow == '\u{303}' && matches!(before, Some('N' | 'n')));
		if !known {
			let place = u8::try_from(place.saturating_add(1)).unwrap_or(u8::MAX);
			return Err(Reason::UnknownCharacter { place });
		}
		before = Some(narrow);
	}
	Ok(())
}

/// Returns whether a character stands in a normal form: a digit, a capital, or `&` and `Ñ` of an RFC.
fn is_normal(character: char) -> bool {
	character.is_ascii_uppercase() || character.is_ascii_digit() || matches!(character, '&' | 'Ñ')
}

/// Returns whether a character is a separator, or invisible.
fn is_dropped(character: char) -> bool {
	character.is_whitespace()
		|| matches!(
			character,
			'.' | '-'
				| '/' | '(' | ')'
				| '\u{AD}' | '\u{180E}'
				| '\u{200B}'..='\u{200F}'
				| '\u{2010}'..='\u{2015}'
				| '\u{202A}'..='\u{202E}'
				| '\u{2060}'..='\u{2064}'
				| '\u{2066}'..='\u{2069}'
				| '\u{2212}' | '\u{FE58}'
				| '\u{FE63}' | '\u{FEFF}'
		)
}

/// Returns the character of usual width for one of full width (U+FF01 to U+FF5E).
fn narrow(character: char) -> char {
	match u32::from(character) {
		code @ 0xFF01..=0xFF5E => char::from_u32(code.saturating_sub(0xFEE0)).unwrap_or(character),
		_ => character,
	}
}

/// Returns the Latin capital that a Cyrillic or Greek letter is drawn like.
fn look_alike(character: char) -> Option<char> {
	Some(match character {
		'А' | 'а' | 'Α' | 'α' => 'A',
		'В' | 'в' | 'Β' => 'B',
		'С' | 'с' => 'C',
		'Е' | 'е' | 'Ε' => 'E',
		'Н' | 'Η' => 'H',
		'І' | 'і' | 'Ι' => 'I',
		'Ј' | 'ј' => 'J',
		'К' | 'к' | 'Κ' => 'K',
		'М' | 'м' | 'Μ' => 'M',
		'Ν' => 'N',
		'О' | 'о' | 'Ο' | 'ο' => 'O',
		'Р' | 'р' | 'Ρ' => 'P',
		'Ѕ' | 'ѕ' => 'S',
		'Т' | 'т' | 'Τ' => 'T',
		'У' | 'у' | 'Υ' => 'Y',
		'Х' | 'х' | 'Χ' => 'X',
		'Ζ' => 'Z',
		_ => return None,
	})
}
