// Places that the geometry does not draw by their own code: longitude and latitude, rounded to a tenth of a degree.

/** Territories that Natural Earth draws as parts of a country: the parts whose first point lies in the box are theirs. */
export const partsOf = {
  GF: { of: 'FR', name: 'French Guiana', box: [-56, 0, -50, 7] },
  GP: { of: 'FR', name: 'Guadeloupe', box: [-62.5, 15.7, -60.9, 16.8] },
  MQ: { of: 'FR', name: 'Martinique', box: [-62, 14.2, -60.5, 15] },
  RE: { of: 'FR', name: 'Réunion', box: [54, -22, 57, -20] },
  YT: { of: 'FR', name: 'Mayotte', box: [44, -14, 46, -12] },
  SJ: { of: 'NO', name: 'Svalbard and Jan Mayen', box: [-12, 70.6, 40, 82], apart: [15, 71.4] },
  BQ: { of: 'NL', name: 'Bonaire, Sint Eustatius and Saba', box: [-70, 10, -60, 19] },
};

/** Places too small for the geometry, or not in it. */
export const islands = {
  BV: ['Bouvet Island', 3.4, -54.4],
  CC: ['Cocos (Keeling) Islands', 96.9, -12.2],
  CX: ['Christmas Island', 105.7, -10.5],
  GI: ['Gibraltar', -5.3, 36.1],
  TK: ['Tokelau', -171.8, -9.2],
  TV: ['Tuvalu', 179.2, -8.5],
  UM: ['United States Minor Outlying Islands', 166.6, 19.3],
};

/** Cities and counties. */
export const towns = {
  US: {
    'US-CA-arcata': ['Arcata', -124.1, 40.9],
    'US-CA-berkeley': ['Berkeley', -122.3, 37.9],
    'US-CA-eureka': ['Eureka', -124.2, 40.8],
    'US-CA-oakland': ['Oakland', -122.3, 37.8],
    'US-CA-san-francisco': ['San Francisco', -122.4, 37.8],
    'US-CA-santa-cruz': ['Santa Cruz', -122, 37],
    'US-CO-denver': ['Denver', -105, 39.7],
    'US-MA-amherst': ['Amherst', -72.5, 42.4],
    'US-MA-cambridge': ['Cambridge', -71.1, 42.4],
    'US-MA-easthampton': ['Easthampton', -72.7, 42.3],
    'US-MA-medford': ['Medford', -71.1, 42.4],
    'US-MA-northampton': ['Northampton', -72.6, 42.3],
    'US-MA-provincetown': ['Provincetown', -70.2, 42.1],
    'US-MA-salem': ['Salem', -70.9, 42.5],
    'US-MA-somerville': ['Somerville', -71.1, 42.4],
    'US-MA-worcester': ['Worcester', -71.8, 42.3],
    'US-ME-portland': ['Portland', -70.3, 43.7],
    'US-MI-ann-arbor': ['Ann Arbor', -83.7, 42.3],
    'US-MI-detroit': ['Detroit', -83, 42.3],
    'US-MI-ferndale': ['Ferndale', -83.1, 42.5],
    'US-MI-grand-rapids': ['Grand Rapids', -85.7, 43],
    'US-MI-hazel-park': ['Hazel Park', -83.1, 42.5],
    'US-MI-jackson': ['Jackson', -84.4, 42.2],
    'US-MI-washtenaw-county': ['Washtenaw County', -83.8, 42.3],
    'US-MI-ypsilanti': ['Ypsilanti', -83.6, 42.2],
    'US-MN-minneapolis': ['Minneapolis', -93.3, 45],
    'US-OR-dallas': ['Dallas', -123.3, 44.9],
    'US-OR-keizer': ['Keizer', -123, 45],
    'US-OR-lebanon': ['Lebanon', -122.9, 44.5],
    'US-OR-malheur-county': ['Malheur County', -117.6, 43.2],
    'US-OR-marion-county': ['Marion County', -122.6, 44.9],
    'US-OR-morrow-county': ['Morrow County', -119.6, 45.4],
    'US-OR-ontario': ['Ontario', -117, 44],
    'US-OR-polk-county': ['Polk County', -123.4, 44.9],
    'US-OR-redmond': ['Redmond', -121.2, 44.3],
    'US-OR-umatilla-county': ['Umatilla County', -118.7, 45.6],
    'US-OR-woodburn': ['Woodburn', -122.9, 45.1],
    'US-WA-jefferson-county': ['Jefferson County', -123.5, 47.8],
    'US-WA-olympia': ['Olympia', -122.9, 47],
    'US-WA-port-townsend': ['Port Townsend', -122.8, 48.1],
    'US-WA-seattle': ['Seattle', -122.3, 47.6],
    'US-WA-tacoma': ['Tacoma', -122.4, 47.3],
  },
  CA: {
    'CA-BC-vancouver': ['Vancouver', -123.1, 49.3],
    'CA-ON-toronto': ['Toronto', -79.4, 43.7],
  },
};

/** The places that the map of Europe is of; other land in its frame is only drawn. */
export const europe = ('AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD '
  + 'ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK').split(' ');

/** Natural Earth's postal codes of subdivisions, where ISO 3166-2 has others. */
export const subdivisions = {
  AUS: { country: 'AU', codes: { WA: 'WA', NT: 'NT', SA: 'SA', QL: 'QLD', TS: 'TAS', VI: 'VIC', CT: 'ACT', NS: 'NSW' } },
  CAN: { country: 'CA', codes: {} },
};

export const namesOfSubdivisions = {
  'AU-ACT': 'Australian Capital Territory', 'AU-NSW': 'New South Wales', 'AU-NT': 'Northern Territory', 'AU-QLD': 'Queensland',
  'AU-SA': 'South Australia', 'AU-TAS': 'Tasmania', 'AU-VIC': 'Victoria', 'AU-WA': 'Western Australia', 'AU-JB': 'Jervis Bay Territory',
  'CA-AB': 'Alberta', 'CA-BC': 'British Columbia', 'CA-MB': 'Manitoba', 'CA-NB': 'New Brunswick', 'CA-NL': 'Newfoundland and Labrador',
  'CA-NS': 'Nova Scotia', 'CA-NT': 'Northwest Territories', 'CA-NU': 'Nunavut', 'CA-ON': 'Ontario', 'CA-PE': 'Prince Edward Island',
  'CA-QC': 'Quebec', 'CA-SK': 'Saskatchewan', 'CA-YT': 'Yukon',
};
