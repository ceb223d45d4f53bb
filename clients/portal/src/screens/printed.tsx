// What stands on paper only: a code with the address of the screen, for whoever holds the sheet.

import { useEffect, useState } from 'react';
import { useWords } from '../words/words';

/** The code of an address's end, as squares of a picture. */
export function PrintedCode({ path }: { path: string }) {
	const { words } = useWords();
	const [squares, setSquares] = useState<boolean[][]>();
	const address = new URL(path, location.href).href;
	useEffect(() => {
		let isWanted = true;
		void import('qr').then(({ encodeQR }) => {
			if (isWanted) {
				setSquares(encodeQR(address, 'raw', { ecc: 'medium' }));
			}
		});
		return () => {
			isWanted = false;
		};
	}, [address]);
	if (squares === undefined) {
		return null;
	}
	const drawn = squares.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
	return (
		<figure className="printed code">
			<svg viewBox={`0 0 ${squares.length} ${squares.length}`} role="img" aria-label={address}>
				<path d={drawn.join('')} />
			</svg>
			<figcaption>{words.say('printed-code', { address })}</figcaption>
		</figure>
	);
}
