// A code is scanned: by the camera, or from a picture. The picture stays in the page.

import { useEffect, useRef, useState } from 'react';
import { readCode, type Scanned } from '../code';
import { chooseAnew, Dialog, Told } from '../parts';
import { useWords, type Sentence } from '../words/words';

/** How often a code is looked for in what the camera sees, in milliseconds. */
const GLANCE = 250;

/** How large a picture is looked at, in pixels: the longer side. */
const LARGEST = { camera: 640, file: 1_600 };

/** How long a picture may be looked at, in milliseconds. */
const PATIENCE = { camera: 500, file: 3_000 };

/** The text of a code in a picture; none where there is none. */
async function textIn(
	picture: CanvasImageSource,
	[width, height]: [number, number],
	from: 'camera' | 'file',
): Promise<string | undefined> {
	const { decodeQR } = await import('qr/decode.js');
	const scale = Math.min(1, LARGEST[from] / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (context === null || canvas.width === 0 || canvas.height === 0) {
		return undefined;
	}
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	try {
		return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: PATIENCE[from] });
	} catch {
		// It says so by failing that there is no code in it.
		return undefined;
	}
}

async function textInFile(file: File): Promise<string | undefined> {
	const picture = await createImageBitmap(file);
	try {
		return await textIn(picture, [picture.width, picture.height], 'file');
	} finally {
		picture.close();
	}
}

/** The name of the sentence about a camera that can't be had. */
function whyNoCamera(error: unknown): string {
	const name = error instanceof DOMException ? error.name : '';
	return ['NotAllowedError', 'NotFoundError'].includes(name) ? `scan-${name}` : 'scan-NotHere';
}

/** Scans a code; `take` gets what it says. */
export function ScanDialog({ close, take }: { close: () => void; take: (scanned: Scanned) => void }) {
	const { words } = useWords();
	const [problem, setProblem] = useState<Sentence>();
	const [isSeeing, setSeeing] = useState(false);
	const video = useRef<HTMLVideoElement>(null);
	const read = (text: string) => {
		const scanned = readCode(text);
		if (scanned === undefined) {
			setProblem(words.sentence('scan-other', { text: text.slice(0, 80) }));
		} else {
			take(scanned);
		}
	};
	const latest = useRef({ words, read });
	latest.current = { words, read };
	useEffect(() => {
		let isWanted = true;
		let stream: MediaStream | undefined;
		let timer: ReturnType<typeof setTimeout>;
		const glance = async () => {
			const element = video.current;
			const text =
				element !== null && element.readyState >= element.HAVE_CURRENT_DATA
					? await textIn(element, [element.videoWidth, element.videoHeight], 'camera')
					: undefined;
			if (isWanted && text !== undefined) {
				latest.current.read(text);
			}
			if (isWanted) {
				timer = setTimeout(() => void glance(), GLANCE);
			}
		};
		const begin = async () => {
			// Browsers give a camera to pages over https alone.
			stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
			if (isWanted && video.current !== null) {
				video.current.srcObject = stream;
				setSeeing(true);
				await video.current.play();
				await glance();
			} else {
				stop();
			}
		};
		const stop = () => stream?.getTracks().forEach((track) => track.stop());
		begin().catch((error: unknown) => {
			if (isWanted) {
				setSeeing(false);
				setProblem(latest.current.words.sentence(whyNoCamera(error)));
			}
		});
		return () => {
			isWanted = false;
			clearTimeout(timer);
			stop();
		};
	}, []);
	const takeFile = async (file: File | undefined) => {
		if (file === undefined) {
			return;
		}
		const text = await textInFile(file).catch(() => undefined);
		if (text === undefined) {
			setProblem(words.sentence('scan-nothing'));
		} else {
			read(text);
		}
	};
	return (
		<Dialog title={words.say('scan-title')} close={close}>
			<p className="hint">{words.say('scan-intro')}</p>
			<video ref={video} className="camera" hidden={!isSeeing} muted playsInline aria-label={words.say('scan-camera')} />
			{problem && (
				<p role="alert" className="problem">
					<Told sentence={problem} />
				</p>
			)}
			<label htmlFor="scan-file">{words.say('scan-file')}</label>
			<input
				id="scan-file"
				type="file"
				accept="image/*"
				onClick={chooseAnew}
				onChange={(event) => void takeFile(event.target.files?.[0])}
			/>
			<p className="row">
				<button type="button" onClick={close}>
					{words.say('portal-cancel')}
				</button>
			</p>
		</Dialog>
	);
}
