// Values that the running service gives for the names that the contract uses: places, slugs, ids, days, cursors.

const some = (list, count) => {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, index) => index % step === 0);
};

export async function askForKnown(client, operations) {
  const [places, substances, classifications, sources, revisions, boundaries, vocabulary, datapackage] = await Promise.all([
    '/v1/jurisdictions?limit=500', '/v1/substances', '/v1/classifications?limit=300', '/v1/sources?limit=300', '/v1/revisions',
    '/v1/boundary-cases?limit=100', '/v1/vocabulary', '/v1/datapackage.json',
  ].map(target => client.json(target)));
  const codes = places.items.map(place => place.code);
  const slugs = substances.items.map(substance => substance.slug);
  const terms = Object.fromEntries(vocabulary.lists.map(list => [list.name, list.terms.map(term => term.value)]));
  const instants = revisions.items.map(revision => revision.recordedAt);
  const days = [...new Set(boundaries.items.flatMap(item => item.cases.map(each => each.on)))];

  const values = {
    jurisdiction: codes, code: codes, to: codes, parent: ['US', 'CA', 'AU', 'DE', 'GB'],
    substance: slugs, slug: [...slugs, ...substances.items.flatMap(each => each.synonyms ?? [])],
    form: substances.items.flatMap(each => (each.forms ?? []).map(form => form.slug)),
    id: some(classifications.items, 60).map(each => each.classification), classification: some(classifications.items, 60).map(each => each.classification),
    key: some(sources.items, 60).map(each => each.key), version: [1, 2],
    number: revisions.items.map(revision => revision.number), revision: revisions.items.map(revision => revision.number),
    on: days, on2: days, list: Object.keys(terms), table: datapackage.resources.map(resource => resource.name),
    claim: [...terms.status, 'legal', 'illegal', 'decriminalized', 'Class A', 'Schedule I'],
    asOf: instants, hasRecords: [true, false], maxAge: ['P90D', 'P1Y', 'P6M', 'P2W'], limit: [1, 2, 5, 20],
    q: ['denver', 'holand', 'mushrooms Denver', 'lsd', '50-37-3', 'ketamin', '시로시빈', 'UK'],
  };

  const [follow, seen] = [[], []];
  const etags = [];
  const lists = operations.filter(each => each.method === 'GET' && !each.path.includes('{')
    && each.parameters.some(one => one.name === 'cursor') && each.answers.get(200).content.has('application/json'));
  for (const operation of lists) {
    const required = operation.parameters.filter(each => each.required).map(each => `&${each.name}=${values[each.name]?.[0]}`).join('');
    const target = `${operation.path}?limit=2${required}`;
    const first = await client.json(target);
    etags.push(first.etag);
    seen.push({ id: operation.id, target, etag: first.etag });
    follow.push(...[first.next, first.since && `${operation.path}?since=${first.since}`].filter(Boolean).map(target => ({ id: operation.id, target })));
  }

  return {
    // `from` is a place of a journey, and a revision of a comparison.
    of: (operation, name) => (name === 'from' ? (operation === 'DiffRevisions' ? [0, ...values.number] : codes) : values[name]) ?? [],
    follow: id => follow.filter(each => each.id === id).map(each => each.target),
    seen: id => seen.filter(each => each.id === id),
    etags, instants,
  };
}
