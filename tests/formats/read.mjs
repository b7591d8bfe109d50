// Reads a format from standard input with a library that others use, and writes what it understood as JSON.
// Usage: node tests/formats/read.mjs atom | json-feed | calendar | json-ld | works | data-package
import ICAL from 'ical.js';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';

const text = await new Promise((resolve, reject) => {
  const parts = [];
  process.stdin.on('data', part => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString('utf8'))).on('error', reject);
});

const readers = {
  atom: () => parseAtomFeed(text),
  'json-feed': () => parseJsonFeed(text),
  // Statements of the graph, and the names that the context does not know.
  async 'json-ld'() {
    const { default: jsonld } = await import('jsonld');
    const document = JSON.parse(text);
    const lost = [];
    await jsonld.expand(document, { safe: true, eventHandler: ({ event, next }) => { lost.push(event.code); next(); } });
    const statements = await jsonld.toRDF(document);
    return {
      lost,
      statements: statements.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]),
    };
  },
  // CSL-JSON or BibTeX.
  async works() {
    const { default: Cite } = await import('citation-js');
    return { works: new Cite(text).data };
  },
  // A data package whose tables are read from where it says they are, and their rows checked against their schemas.
  async 'data-package'() {
    const { Package } = (await import('datapackage')).default;
    const read = await Package.load(JSON.parse(text));
    const tables = {};
    for (const resource of read.valid ? read.resources : []) {
      tables[resource.name] = (await resource.read({ keyed: false })).length;
    }

    return { valid: read.valid, errors: read.errors.map(String), tables };
  },
  calendar() {
    const strict = new ICAL.Component(ICAL.parse(text));
    return {
      name: strict.getFirstPropertyValue('x-wr-calname'),
      method: strict.getFirstPropertyValue('method'),
      refresh: String(strict.getFirstPropertyValue('refresh-interval')),
      events: strict.getAllSubcomponents('vevent').map(component => {
        const event = new ICAL.Event(component);
        return {
          uid: event.uid, sequence: event.sequence, summary: event.summary, description: event.description,
          start: event.startDate.toString(), end: event.endDate.toString(), isDate: event.startDate.isDate,
          status: component.getFirstPropertyValue('status'), stamp: String(component.getFirstPropertyValue('dtstamp')),
          url: component.getFirstPropertyValue('url'), categories: component.getFirstPropertyValue('categories'),
        };
      }),
    };
  },
};

const read = readers[process.argv[2]];
if (!read) {
  throw new Error(`Say which format: ${Object.keys(readers).join(', ')}`);
}

process.stdout.write(JSON.stringify(await read()));
