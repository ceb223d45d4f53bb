// The first screen: whoever holds a number asks about it.

import { useEffect, useState } from 'react';
import { useSession } from '../chain/account';
import { useTyped } from '../kept';
import { goTo } from '../route';
import { useWords } from '../words/words';
import { Names } from './names';
import { ReceiptCheck } from './receipt';
import { ScanDialog } from './scan';
import { isTin, TinHelp, useReport } from './tin';

/** Asks for a TIN or the number of a certificate, and helps while it is typed. */
export function FindScreen() {
	const { words } = useWords();
	const { role } = useSession();
	const [text, setText] = useTyped('find');
	const [isWanted, setWanted] = useState(false);
	const [isScanning, setScanning] = useState(false);
	const report = useReport(text);
	useEffect(() => {
		if (isWanted && report !== undefined) {
			setWanted(false);
			goTo(...(isTin(report) ? ['tin', report.tin ?? ''] : ['number', text.trim()]));
		}
	}, [isWanted, report, text]);
	return (
		<>
			<h1>{words.say('find-title')}</h1>
			<p>{words.say('find-intro')}</p>
			<form
				className="find"
				onSubmit={(event) => {
					event.preventDefault();
					setWanted(text.trim() !== '');
				}}
			>
				<label htmlFor="number">{words.say('find-label')}</label>
				<div className="row">
					<input
						id="number"
						value={text}
						aria-describedby="help"
						autoComplete="off"
						autoCapitalize="characters"
						spellCheck={false}
						onChange={(event) => {
							setWanted(false);
							setText(event.target.value);
						}}
					/>
					<button type="submit" className="main">
						{words.say('find-button')}
					</button>
					<button type="button" onClick={() => setScanning(true)}>
						{words.say('scan-open')}
					</button>
				</div>
				<TinHelp id="help" text={text} report={report} otherwise={words.say('find-certificate')} />
			</form>
			{isScanning && (
				<ScanDialog
					close={() => setScanning(false)}
					take={(scanned) => {
						setScanning(false);
						if (scanned.kind === 'link') {
							location.hash = scanned.hash;
						} else {
							setText(scanned.number);
							setWanted(true);
						}
					}}
				/>
			)}
			{role?.kind === 'officer' && <Names />}
			<ReceiptCheck />
		</>
	);
}
