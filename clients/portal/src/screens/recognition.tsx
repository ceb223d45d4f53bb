// Who recognises a certificate now, with which benefits; and why another does not.

import { useState } from 'react';
import { useAnswer } from '../chain/live';
import {
	allBenefits,
	benefitsIn,
	DIRECTIONS,
	gives,
	identifierOf,
	recognitionOf,
	type Direction,
	type Recognised,
} from '../chain/recognition';
import { Answered, Told } from '../parts';
import { benefitsOf, denialOf, lackOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';

/** All administrations, each with what it gives. */
export function Recognition({ certificate }: { certificate: Certificate }) {
	const { words } = useWords();
	const { issuer, number, version } = certificate;
	const asked = useAnswer(`recognition ${issuer.type} ${number} ${version}`, (api) => {
		return recognitionOf(api, certificate);
	});
	return (
		<section>
			<h3>{words.say('recognition-title')}</h3>
			<p className="hint">{words.say('recognition-hint')}</p>
			<Answered asked={asked}>
				{(all) => (
					<ul className="grantors">
						{all.map((one) => (
							<li key={one.grantor.type}>
								<Grantor recognised={one} certificate={certificate} />
							</li>
						))}
					</ul>
				)}
			</Answered>
		</section>
	);
}

function Grantor({ recognised, certificate }: { recognised: Recognised; certificate: Certificate }) {
	const { words } = useWords();
	const [isOpen, setOpen] = useState(false);
	const [place, setPlace] = useState(0);
	const { grantor, byRole } = recognised;
	const isGiving = gives(recognised, certificate);
	const isHome = grantor.type === certificate.issuer.type;
	const count = benefitsOf(words, allBenefits(recognised, certificate)).length;
	const asked = byRole[place];
	const first = byRole[0]?.answers.Import.outcome;
	const why = first?.type === 'Denied' ? denialOf(words, first.value.denial).why : '';
	return (
		<details onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				<span className={`mark ${isGiving ? 'good' : 'bad'}`} aria-hidden="true">
					{isGiving ? '✓' : '✗'}
				</span>{' '}
				<strong>{words.territory(grantor.type)}</strong>{' '}
				<span>
					{isGiving
						? words.say(isHome ? 'recognition-home' : 'recognition-yes', { count })
						: words.say('recognition-no', { why })}
				</span>
			</summary>
			{isOpen && (
				<div className="grantor">
					{byRole.length > 1 && (
						<label>
							{words.say('recognition-role')}{' '}
							<select value={place} onChange={(event) => setPlace(Number(event.target.value))}>
								{byRole.map(({ role }, index) => (
									<option key={role.type} value={index}>
										{words.say(`role-${role.type}`)}
									</option>
								))}
							</select>
						</label>
					)}
					{asked &&
						DIRECTIONS.map((direction) => (
							<div key={direction}>
								<h4>{words.say(`direction-${direction}`, { grantor: words.territory(grantor.type) })}</h4>
								<Outcome
									answer={asked.answers[direction]}
									benefits={benefitsOf(words, benefitsIn(asked.answers[direction], certificate))}
								/>
								<Paths
									certificate={certificate}
									grantor={grantor}
									role={asked.role}
									direction={direction}
								/>
							</div>
						))}
					{!isHome && <DeclareAs certificate={certificate} grantor={grantor} />}
				</div>
			)}
		</details>
	);
}

function Outcome({
	answer,
	benefits,
}: {
	answer: Recognised['byRole'][number]['answers'][Direction];
	benefits: string[];
}) {
	const { words } = useWords();
	const { outcome } = answer;
	return (
		<>
			{outcome.type === 'Denied' ? (
				<p>
					<Told sentence={lackOf(words, outcome.value.denial)} />
				</p>
			) : (
				<ul className="benefits">
					{benefits.map((benefit) => (
						<li key={benefit}>{benefit}</li>
					))}
				</ul>
			)}
			{answer.issuer_quarantined && <p>{words.say('answer-issuer_quarantined')}</p>}
			{answer.priority && <p>{words.say('answer-priority')}</p>}
		</>
	);
}

/** Every certificate of the trader under every agreement: what it gives, or at which check it failed. */
function Paths({
	certificate,
	grantor,
	role,
	direction,
}: {
	certificate: Certificate;
	grantor: Recognised['grantor'];
	role: Certificate['roles'][number];
	direction: Direction;
}) {
	const { words } = useWords();
	const { issuer, number, version } = certificate;
	const key = `explain ${grantor.type} ${issuer.type} ${number} ${version} ${role.type} ${direction}`;
	const { answer: paths } = useAnswer(key, async (api) => {
		const identifier = identifierOf(certificate);
		const { answer } = await api.apis.AeoApi.explain(grantor, identifier, role, {
			type: direction,
			value: undefined,
		});
		return answer?.paths ?? [];
	});
	if (paths === undefined || paths.length === 0) {
		return null;
	}
	const nameOf = (basis: (typeof paths)[number]['basis']) => {
		if (basis === undefined) {
			return words.say('paths-none');
		}
		return basis.type === 'Domestic'
			? words.say('basis-Domestic')
			: words.say('basis-Agreement', { agreement: String(basis.value) });
	};
	const bases = [...new Set(paths.map(({ basis }) => nameOf(basis)))];
	const numbers = [...new Set(paths.map((path) => path.certificate))];
	return (
		<div className="scroll" role="group" tabIndex={0} aria-label={words.say('paths-title')}>
			<table className="paths">
				<caption>{words.say('paths-title')}</caption>
				<thead>
					<tr>
						<th scope="col">{words.say('fact-number')}</th>
						{bases.map((basis) => (
							<th key={basis} scope="col">
								{basis}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{numbers.map((one) => (
						<tr key={one}>
							<th scope="row">{one}</th>
							{bases.map((basis) => {
								const path = paths.find((other) => {
									return other.certificate === one && nameOf(other.basis) === basis;
								});
								return <td key={basis}>{path && <Result result={path.result} />}</td>;
							})}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);

	function Result({ result }: { result: NonNullable<typeof paths>[number]['result'] }) {
		return result.type === 'Counted' ? (
			<span className="good">✓ {words.say('paths-counted', { count: result.value.length })}</span>
		) : (
			<>
				<span className="bad">✗</span> <Told sentence={lackOf(words, result.value)} />
			</>
		);
	}
}

/** What the customer of the trader writes into its declaration. */
function DeclareAs({
	certificate: { issuer, number, version },
	grantor,
}: {
	certificate: Certificate;
	grantor: Recognised['grantor'];
}) {
	const { words } = useWords();
	const asked = useAnswer(`declare ${issuer.type} ${number} ${version} ${grantor.type}`, async (api) => {
		return (await api.apis.AeoApi.declare_as(issuer, number, grantor)).answer;
	});
	return (
		<section>
			<h4>{words.say('declare-title')}</h4>
			<Answered asked={asked}>
				{(all) =>
					all.length === 0 ? (
						<p>{words.say('declare-nothing')}</p>
					) : (
						<ul>
							{all.map(({ agreement, declaration, reason }) => (
								<li key={agreement}>
									{words.say('basis-Agreement', { agreement: String(agreement) })}:{' '}
									{declaration && (
										<>
											{declaration.code !== '' &&
												words.say('declare-code', {
													code: declaration.code,
													place: declaration.place,
												})}{' '}
											{words.say('declare-number', {
												number: declaration.number,
												place: declaration.number_place,
											})}{' '}
											{declaration.manifest_place !== '' &&
												words.say('declare-manifest', { place: declaration.manifest_place })}
										</>
									)}
									{reason && words.say(`declare-${reason.type}`)}
								</li>
							))}
						</ul>
					)
				}
			</Answered>
		</section>
	);
}
