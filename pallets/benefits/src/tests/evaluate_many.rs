//! Many questions at a time.

use super::*;

/// A question about each company and role, both ways.
fn questions() -> Vec<(Identifier, Role, Direction)> {
	let mut questions = Vec::new();
	for text in [TIN, OTHER, "?", "MX NWM-970924-4W4"] {
		for role in Role::ALL {
			for direction in Direction::ALL {
				questions.push((tin(text), *role, *direction));
			}
		}
	}
	questions
}

fn ask_many(
	grantor: Territory,
	questions: &[(Identifier, Role, Direction)],
) -> Option<Vec<Answer>> {
	let questions = questions
		.iter()
		.map(|(identifier, role, direction)| (identifier, *role, *direction));
	Benefits::evaluate_many(grantor, questions)
}

#[test]
fn each_answer_should_be_that_of_its_question() {
	build_and_execute(|| {
		recognised();
		put(
			Territory::MX,
			OTHER,
			vec![
				certificate("B-1"),
				in_state(suspended(SuspensionScope::Customs)),
			],
		);
		let questions = questions();
		for grantor in [Territory::CR, Territory::PE, Territory::CO, Territory::MX] {
			let one_by_one: Vec<_> = questions
				.iter()
				.map(|(identifier, role, direction)| {
					ask_for(grantor, identifier.clone(), *role, *direction)
				})
				.collect();
			assert_eq!(ask_many(grantor, &questions), Some(one_by_one));
		}
		assert_eq!(ask_many(Territory::CR, &[]), Some(vec![]));
		assert_eq!(ask_many(Territory::JP, &questions), None);
	});
}

#[test]
fn what_questions_have_in_common_should_be_read_once() {
	build_and_execute(|| {
		recognised();
		let same = vec![(tin(TIN), Role::Exporter, Direction::Import); 500];
		Reads::set(0);
		assert_eq!(
			ask_many(Territory::CR, &same).map(|answers| answers.len()),
			Some(500)
		);
		// Of each question trader, index, certificate, suspension of recognition; and the legs.
		assert_eq!(Reads::get(), 2_001);
	});
}
