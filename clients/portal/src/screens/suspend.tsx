// An officer suspends a certificate, or proposes to reinstate it. Which benefits end, and where, is said before
// it is signed.

import { useAnswer, type Asked } from '../chain/live';
import { allBenefits, gives, recognitionOf, type Recognised } from '../chain/recognition';
import { Answered } from '../parts';
import { benefitsOf, standingOf, type Certificate } from '../words/status';
import { useWords } from '../words/words';
import { DecideDialog } from './decide';

/** The administrations that give benefits for a certificate now, which end with it. */
export function useEnding(certificate: Certificate): Asked<Recognised[]> {
	const { issuer, number, version } = certificate;
	return useAnswer(`ends ${issuer.type} ${number} ${version}`, async (api) => {
		const all = await recognitionOf(api, certificate);
		return all.filter((one) => gives(one, certificate));
	});
}

/** Names them. */
export function Ending({ asked, certificate }: { asked: Asked<Recognised[]>; certificate: Certificate }) {
	const { words } = useWords();
	return (
		<Answered asked={asked}>
			{(ending) =>
				ending.length === 0 ? (
					<p>{words.say('suspend-nobody')}</p>
				) : (
					<>
						<p>{words.say('suspend-partners', { count: ending.length })}</p>
						<ul className="ending">
							{ending.map((one) => (
								<li key={one.grantor.type}>
									<strong>{words.territory(one.grantor.type)}</strong>:{' '}
									{words.list(benefitsOf(words, allBenefits(one, certificate)))}
								</li>
							))}
						</ul>
					</>
				)
			}
		</Answered>
	);
}

/** Shows what a suspension ends, and signs it. */
export function Suspend({ certificate, close }: { certificate: Certificate; close: () => void }) {
	const { words } = useWords();
	const { issuer, number, tin } = certificate;
	const asked = useEnding(certificate);
	return (
		<DecideDialog
			title={words.say('suspend-title', { number })}
			name={`suspend-${number}`}
			text={words.say('suspend-text', { number, tin, issuer: issuer.type, now: new Date() })}
			button={words.say('suspend-sign')}
			isEnding
			isReady={asked.answer !== undefined}
			make={(api, document) => {
				return api.tx.Suspensions.suspend({
					subject: { type: 'Number', value: number },
					scope: { type: 'Full', value: undefined },
					end: { type: 'Open', value: undefined },
					ground: { type: 'Authority', value: undefined },
					document,
				});
			}}
			close={close}
		>
			<p>{words.say('suspend-intro', { tin })}</p>
			<Ending asked={asked} certificate={certificate} />
		</DecideDialog>
	);
}

/** Proposes to reinstate all that is suspended; another officer confirms. */
export function Reinstate({ certificate, close }: { certificate: Certificate; close: () => void }) {
	const { words } = useWords();
	const { issuer, number, tin } = certificate;
	return (
		<DecideDialog
			title={words.say('reinstate-title', { number })}
			name={`reinstate-${number}`}
			text={words.say('reinstate-text', { number, tin, issuer: issuer.type, now: new Date() })}
			button={words.say('reinstate-sign')}
			make={(api, document) => {
				return api.tx.Suspensions.propose_reinstatement({
					number,
					scope: { type: 'Full', value: undefined },
					ground: { type: 'Authority', value: undefined },
					document,
				});
			}}
			close={close}
		>
			<p>{standingOf(words, certificate).name}</p>
			<p>{words.say('reinstate-intro', { tin })}</p>
		</DecideDialog>
	);
}
