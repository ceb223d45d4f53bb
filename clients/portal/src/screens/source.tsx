// Who is asked: the light client of the page, or a node.

import { useLive } from '../chain/live';
import { useTyped } from '../kept';
import { Text } from '../parts';
import { useWords } from '../words/words';

/** Lets the reader choose who answers, and says what each is worth. */
export function SourceScreen() {
	const { words } = useWords();
	const { network, source, choose } = useLive();
	const [address, setAddress] = useTyped(
		'address',
		source.kind === 'node' ? source.address : network.node,
	);
	const trimmed = address.trim();
	const isAddress = /^wss?:\/\/[^\s/]/.test(trimmed);
	return (
		<>
			<h1>{words.say('choose-title')}</h1>
			<p>{words.say('choose-intro')}</p>
			<section className={source.kind === 'light' ? 'chosen' : ''}>
				<h2>{words.say('choose-light')}</h2>
				<p>{words.say('choose-light-why')}</p>
				{network.chain === undefined ? (
					<p>{words.say('choose-no-light')}</p>
				) : (
					<button
						type="button"
						disabled={source.kind === 'light'}
						onClick={() => choose({ kind: 'light' })}
					>
						{words.say(source.kind === 'light' ? 'choose-chosen' : 'choose-take-light')}
					</button>
				)}
			</section>
			<section className={source.kind === 'node' ? 'chosen' : ''}>
				<h2>{words.say('choose-node')}</h2>
				<p>{words.say('choose-node-why')}</p>
				<form
					onSubmit={(event) => {
						event.preventDefault();
						if (isAddress) {
							choose({ kind: 'node', address: trimmed });
						}
					}}
				>
					<label htmlFor="address">{words.say('choose-address')}</label>
					<div className="row">
						<input
							id="address"
							value={address}
							spellCheck={false}
							autoComplete="off"
							aria-describedby="address-help"
							aria-invalid={!isAddress}
							onChange={(event) => setAddress(event.target.value)}
						/>
						<button type="submit" className="main">
							{words.say('choose-take-node')}
						</button>
					</div>
					<p id="address-help" role="status" className="help">
						<Text>{isAddress ? '' : words.say('choose-no-address')}</Text>
					</p>
				</form>
			</section>
			<p className="hint">{words.say('choose-chain', { genesis: network.genesis })}</p>
		</>
	);
}
