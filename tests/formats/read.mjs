// Reads a feed or a calendar from standard input with a library that others use, and writes what it understood as JSON.
// Usage: node tests/formats/read.mjs atom | json-feed | calendar
import ICAL from 'ical.js';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';

const text = await new Promise((resolve, reject) => {
  const parts = [];
  process.stdin.on('data', part => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString('utf8'))).on('error', reject);
});

const readers = {
  atom: () => parseAtomFeed(text),
  'json-feed': () => parseJsonFeed(text),
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

process.stdout.write(JSON.stringify(read()));
