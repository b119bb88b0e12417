import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { journey } from './journey.ts';

const installed = createRequire(import.meta.url);
const own = (file: string): string => fileURLToPath(new URL(`./${file}`, import.meta.url));
/** Returns a file of a package by the package's folder: react hides its browser build from being imported. */
const packaged = (name: string, file: string): string => join(dirname(installed.resolve(`${name}/package.json`)), file);

/** The files of the page by address: our own, and those of packages as they are installed. */
const files: Record<string, string> = {
  '/': own('page.html'),
  ...Object.fromEntries(
    ['page', 'house', 'top-bar', 'journey', 'opening', 'outcome', 'remembered'].map((name) => [
      `/page/${name}.js`,
      own(`${name}.js`),
    ]),
  ),
  '/page/list.csv': own('list.csv'),
  '/page/page.css': own('page.css'),
  '/page/journey.css': own('journey.css'),
  '/page/icon.svg': own('icon.svg'),
  '/page/react.js': packaged('react', 'umd/react.production.min.js'),
  '/page/react-dom.js': packaged('react-dom', 'umd/react-dom.production.min.js'),
  '/page/graphiql.js': packaged('graphiql', 'graphiql.min.js'),
  '/page/graphiql.css': packaged('graphiql', 'graphiql.min.css'),
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // One style that GraphiQL's dialogs put in, so that the page behind them does not scroll.
  "style-src 'self' 'sha256-Y/huXlwoYkVyQlxwSVcCi1RCDGDCSVBzDt0hYP9qlTc='",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL with the demo users and the journey's operations. */
export function pageRoutes(): Router {
  const routes = Router();
  const operations = journey();
  routes.get('/page/journey.json', (_request, response) => void response.json(operations));
  for (const [path, file] of Object.entries(files)) {
    routes.get(path, (_request, response) => {
      response.set({
        'content-security-policy': POLICY,
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-cache',
      });
      // Below a root, so that a dot in the path of the installation does not hide the file.
      response.sendFile(basename(file), { root: dirname(file), cacheControl: false });
    });
  }
  return routes;
}
