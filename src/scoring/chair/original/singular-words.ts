/**
 * The words that pattern.en treats one by one when it makes a word singular.
 *
 * Source: the word lists of pattern.en 3.6 (De Smedt and Daelemans 2012; BSD-3-Clause, its inflector descends from Bermi Ferrer's), taken
 * as facts: published CHAIR numbers rest on them, odd ones ("our" → "my", "kine" → "cow") included.
 */

/** Keep their form. */
export const UNINFLECTED: readonly string[] = words(
  "bison bream breeches britches carp chassis christmas clippers cod contretemps corps debris diabetes djinn eland elk flounder gallows georgia",
  "graffiti headquarters herpes high-jinks homework innings jackanapes mackerel measles mews mumps news pincers pliers proceedings rabies salmon",
  "scissors series shears species swine swiss trout tuna whiting wildebeest",
);

/** Have no plural. */
export const UNCOUNTABLE: readonly string[] = words(
  "advice bread butter cheese electricity equipment fruit furniture garbage gravel happiness information ketchup knowledge love luggage",
  "mathematics mayonnaise meat mustard news progress research rice sand software understanding water",
);

/** End in -ie already in the singular. */
export const ENDING_IN_IE: readonly string[] = words(
  "alergie auntie beanie birdie bogie bombie collie cookie cutie doggie eyrie freebie goonie groupie hankie hippie hoagie hottie indie junkie",
  "laddie laramie lingerie meanie newbie nightie oldie pixie quickie reverie rookie softie sortie stoolie sweetie techie toughie valkyrie",
  "veggie weenie yuppie zombie",
);

/** Irregular plural → singular. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    atlantes: "atlas",
    atlases: "atlas",
    axes: "axe",
    beeves: "beef",
    brethren: "brother",
    children: "child",
    corpora: "corpus",
    corpuses: "corpus",
    ephemerides: "ephemeris",
    feet: "foot",
    ganglia: "ganglion",
    geese: "goose",
    genera: "genus",
    genii: "genie",
    graffiti: "graffito",
    helves: "helve",
    kine: "cow",
    leaves: "leaf",
    loaves: "loaf",
    men: "man",
    mongooses: "mongoose",
    monies: "money",
    moves: "move",
    mythoi: "mythos",
    numena: "numen",
    occipita: "occiput",
    octopodes: "octopus",
    opera: "opus",
    opuses: "opus",
    our: "my",
    oxen: "ox",
    penes: "penis",
    penises: "penis",
    people: "person",
    sexes: "sex",
    soliloquies: "soliloquy",
    teeth: "tooth",
    testes: "testis",
    trilbys: "trilby",
    turves: "turf",
    zoa: "zoon",
  }),
);

/** Behind a hyphen these make the first part the noun: mothers-in-law. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  words(
    "about above across after among around at athwart before behind below beneath beside besides between betwixt beyond but by during except for",
    "from in into near of off on onto out over since till to under until unto upon with",
  ),
);

function words(...lines: readonly string[]): readonly string[] {
  return lines.join(" ").split(" ");
}
