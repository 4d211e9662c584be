import { runSandbox } from './command';

void runSandbox(process.argv.slice(2));
