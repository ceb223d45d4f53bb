// A process plays scenarios one after another; several do so at a time.

import { AfterAll, BeforeAll, setDefaultTimeout, setWorldConstructor } from '@cucumber/cucumber';
import { Scene, close, open } from '../scene.mjs';

/** How long a step may take, in milliseconds: one waits for the end of a day. */
setDefaultTimeout(360_000);

setWorldConstructor(Scene);

BeforeAll(async function () {
	const { url, folder } = this.parameters;
	await open({ url, folder });
});

AfterAll(close);
