/** Reads and checks one hostile text in a process of its own, as nobody warmed it up: prints what it took as JSON. */
import { check } from '../../core/src/check';
import { parseDocument } from '../../core/src/document/document';
import { isRolesFile } from '../../core/src/document/is-roles-file';
import { hostileTexts } from '../support/hostile-text';

const text = hostileTexts[Number(process.argv[2])]?.text() ?? '';
const started = performance.now();
isRolesFile(text);
const problems = check(parseDocument(text)).length;
const ms = performance.now() - started;
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, problems, peak }));
