// Puts the page together.

import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Seated } from './chain/account';
import { Connected } from './chain/live';
import { Text } from './parts';
import { readNetwork, type Network } from './chain/network';
import { Frame } from './frame';
import { Opening } from './opened';
import './style.css';
import { Speaking, useWords } from './words/words';

function Page() {
	const { words } = useWords();
	const [network, setNetwork] = useState<Network | 'missing'>();
	useEffect(() => {
		readNetwork().then(setNetwork, () => setNetwork('missing'));
	}, []);
	if (network === 'missing') {
		return (
			<main>
				<h1>{words.say('portal-title')}</h1>
				<p role="alert">
					<Text>{words.say('portal-no-network')}</Text>
				</p>
			</main>
		);
	}
	return (
		network && (
			<Connected network={network}>
				<Seated>
					<Opening>
						<Frame />
					</Opening>
				</Seated>
			</Connected>
		)
	);
}

const element = document.getElementById('page');
if (element !== null) {
	createRoot(element).render(
		<StrictMode>
			<Speaking>
				<Page />
			</Speaking>
		</StrictMode>,
	);
}
