#!/usr/bin/env node
/** The command line. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { GuanxiError } from '../../errors.ts';
import { VERSION } from '../version.ts';
import { type BuildCommandOptions, buildCommand } from './build-command.ts';
import { EXIT } from './exit.ts';
import { type ExplainCommandOptions, explainCommand } from './explain-command.ts';
import { type ExportCommandOptions, exportCommand } from './export-command.ts';
import { type ExtractCommandOptions, extractCommand } from './extract-command.ts';
import { type PathCommandOptions, pathCommand } from './path-command.ts';
import { type ServeCommandOptions, serveCommand } from './serve-command.ts';
import { printable } from './terminal.ts';
import { type WatchCommandOptions, watchCommand } from './watch-command.ts';

const integer = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}.`);
  }
  return value;
};

const list = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const isoDate = (text: string) => {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text))
    throw new InvalidArgumentError('expected 2016, 2016-04 or 2016-04-06.');
  return text;
};

const fraction = (text: string) => {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('expected a number from 0 to 1.');
  return value;
};

const DEFAULT_OUTPUT = 'graph-output';
const DEFAULT_PORT = 4573;

const program = new Command('guanxi')
  .description('关系: turns a folder of Chinese news into a relationship network that shows its sentences.')
  .version(VERSION)
  .showHelpAfterError('(try `guanxi --help`)')
  .addHelpText(
    'after',
    `
Examples:
  $ guanxi build                          read corpus/, write graph-output/
  $ guanxi build news/ more.jsonl -o out  several folders and files
  $ guanxi serve out                      look at it in a browser
  $ guanxi watch news/                    the same, and follow the folder while it grows
  $ guanxi path 徐某某 远山集团             how are two names tied? with the sentences
  $ guanxi path xumoumou yuanshan         names work in pinyin too, where only one fits
  $ guanxi export --format gexf --relations met,visited --since 2016 > met.gexf
  $ guanxi extract < articles.ndjson > extractions.ndjson
  $ guanxi explain article.txt             why was it read like this?

Exit codes: 0 done; 1 done, but some input could not be read or a name or path was not found; 2 failed.`,
  );

/** A command that builds, with what `build` and `watch` share. */
const buildingCommand = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .argument('[paths...]', 'files and folders', undefined)
    .option('-o, --output <folder>', 'folder to write', DEFAULT_OUTPUT)
    .option(
      '-c, --config <file>',
      'configuration: vocabulary, names to ignore or join, additional types (default: guanxi.config.json, where there is one)',
    )
    .option('--curation <file>', 'ledger of decisions (default: curation.jsonl in the first folder)')
    .option('--encoding <name>', 'encoding of all text files, where detection errs: utf-8, gb18030, big5, utf-16le …')
    .option('-w, --workers <n>', 'threads to read with; the result is the same', integer(1, 64));

buildingCommand(
  'build',
  'read articles (.txt .md .html .json .jsonl .csv .docx .pdf and their .gz) and write the network',
)
  .option('--serve', 'serve the explorer afterwards and open a browser')
  .option('-p, --port <n>', 'port for --serve', integer(0, 65535), DEFAULT_PORT)
  .action((paths: string[], options: BuildCommandOptions) => buildCommand(paths, options));

buildingCommand('watch', 'build, serve, and build anew whenever an article comes, changes or goes')
  .option('-p, --port <n>', 'port; the next free one is taken', integer(0, 65535), DEFAULT_PORT)
  .option('--no-open', 'do not open a browser')
  .action((paths: string[], options: WatchCommandOptions) => watchCommand(paths, options));

program
  .command('serve')
  .description('serve a network to the browser on this machine')
  .argument('[folder]', 'folder that build wrote', DEFAULT_OUTPUT)
  .option('-p, --port <n>', 'port; the next free one is taken', integer(0, 65535), DEFAULT_PORT)
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--corpus <folder>', 'keep decisions in the ledger of this corpus instead of the browser')
  .option('--curation <file>', 'keep decisions in this ledger')
  .addOption(
    new Option(
      '--part [names]',
      'open the page on so many names, those with most ties, and load others on demand (default: 2000, and of itself for more than 20000)',
    )
      .argParser(integer(1, 20_000))
      .conflicts('whole'),
  )
  .option('--whole', 'give the page the whole network, however large it is')
  .option('--no-open', 'do not open a browser')
  .action((folder: string, options: ServeCommandOptions) => serveCommand(folder, options));

program
  .command('extract')
  .description('find names and ties in documents: NDJSON in, NDJSON out, one line each, in input order')
  .argument('[file]', 'NDJSON of {"id", "text", "title"?, "date"?, "publisher"?, "url"?}; standard input without it')
  .option('-c, --config <file>', 'configuration file')
  .option('-w, --workers <n>', 'threads', integer(1, 64))
  .action((file: string | undefined, options: ExtractCommandOptions) => extractCommand(file, options));

program
  .command('explain')
  .description('show why articles were read as they were: every reading that was weighed, who proposed it, what won')
  .argument('<paths...>', 'files and folders')
  .option('-c, --config <file>', 'configuration file')
  .option('--least <n>', 'leave out readings less likely than this', fraction, 0.2)
  .option('--json', 'one JSON object for each article')
  .action((paths: string[], options: ExplainCommandOptions) => explainCommand(paths, options));

program
  .command('export')
  .description('write the network, or a part of it, in another format to standard output or a file')
  .requiredOption('-f, --format <name>', 'gexf, graphml, csv (ties), nodes-csv or json')
  .option('--from <folder>', 'folder that build wrote', DEFAULT_OUTPUT)
  .option('-o, --output <file>', 'file to write')
  .option('--types <list>', 'entity types to keep: person,company …', list)
  .option('--relations <list>', 'relation types to keep: met,invested_in …', list)
  .option('--since <date>', 'ties of this date or later', isoDate)
  .option('--until <date>', 'ties of this date or earlier', isoDate)
  .option('--dated-only', 'leave out ties without a date')
  .option('--min-confidence <n>', 'least confidence, 0 to 1', fraction)
  .option('--around <name>', 'only the neighbourhood of this name')
  .option('--hops <n>', 'how far the neighbourhood reaches', integer(1, 10), 1)
  .action((options: ExportCommandOptions) => exportCommand(options));

program
  .command('path')
  .description('the shortest ties between two names, with the sentences behind each')
  .argument('<from>', '汉字, an alias or pinyin')
  .argument('<to>', 'the same')
  .option('--from <folder>', 'folder that build wrote', DEFAULT_OUTPUT)
  .option('--relations <list>', 'relation types to go along', list)
  .option('--weak', 'go along names that merely share a sentence, too')
  .option('-k, --paths <n>', 'how many paths to print at most', integer(1, 50), 3)
  .action((from: string, to: string, options: PathCommandOptions) => pathCommand(from, to, options));

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of our pipe has seen enough (`guanxi export … | head`).
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

try {
  program.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? EXIT.ok : EXIT.failed);
  });
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof GuanxiError)) throw error;
  process.stderr.write(`guanxi: ${printable(error.message)}\n`);
  process.exitCode = EXIT.failed;
}
