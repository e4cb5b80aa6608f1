/**
 * The verbs that descriptions of pictures use, with their forms. The tagger takes many of them for nouns ("a bus drives by", "a woman
 * standing"), and its dictionary forms err ("riding" → "rid"). A verb that is not listed is left as the tagger has it.
 */

const REGULAR = (
  "walk look park cover surround paint play jump rest perch graze hang pull push carry touch open close fill pack stack pile crowd gather " +
  "enjoy smile laugh watch face point reach stretch bend kneel crouch squat climb cross enter exit approach board load unload ride drive " +
  "steer race chase follow kick toss catch serve aim prepare cook bake roast grill slice chop peel pour sip taste feed bark sniff lick " +
  "chew nibble graze roam wander stroll march hike jog skate surf ski snowboard skateboard sail row float dock anchor land hover soar " +
  "glide circle dangle lean rest lounge relax recline nap pose dress wrap tie strap attach connect mount fix install place position situate " +
  "locate arrange scatter spread line display feature depict portray show capture showcase contain include present illustrate reveal " +
  "consist seem appear suggest indicate imply add contribute create enhance convey evoke emphasize highlight provide offer serve " +
  "wait talk chat speak discuss interact engage perform practice exercise compete participate attend work help assist use operate " +
  "type text call dial plug turn switch light illuminate shine glow reflect cast cover shade fall crash smash break crack tear " +
  "decorate adorn garnish top sprinkle frost glaze coat stuff season plant grow bloom blossom mow trim cut prune water clean wash wipe " +
  "brush comb scrub dry fold iron hang shop buy sell pay order browse check inspect examine study observe admire view notice visit " +
  "travel commute arrive depart leave cross stop pause pass tow haul transport deliver lift raise lower drop hold grab grip grasp clutch " +
  "hug kiss cuddle embrace pet stroke pat groom shake wave greet clap cheer celebrate dance sing drum strum blow swing bat pitch throw hit " +
  "strike swim dive splash wade bathe shower soak dip flip roll slide spin rotate balance grind land trick leap hop skip gallop trot " +
  "buck rear herd milk shear saddle lead guide walk train sit stand lie lay sleep eat drink bite wear read write draw sell fly see find " +
  "keep put take bring give get make run go come have know think begin set build shoot sweep fight feel stare gaze glance peek peer peep " +
  "own belong match blend fit lack enclose border frame separate divide overlook tower rise loom extend protrude stick emerge occupy share " +
  "tilt tuck huddle cluster mingle converse dine picnic camp fish hunt photograph film record crop zoom focus blur age stain rust fade mark " +
  "label print write spell state say advertise read warn sign park intersect lock chain secure fasten block guard protect shelter shield " +
  "hide beg drag crawl dig juggle knit paddle pedal pluck prop sew shave sketch skid sort spray squeeze stir stoop stumble tackle " +
  "tend toast trail unpack vault wag wrestle yawn prohibit attack defend spit hatch float bounce juggle grin frown cry scream shout whisper " +
  "pass steam boil fry melt burn smoke snow rain drip leak flow run drizzle slump nestle snuggle curl sprawl straddle push nose graze need sport permit hand pick spot"
).split(" ");

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  hang: ["hung", "hung"],
  ride: ["rode", "ridden"],
  drive: ["drove", "driven"],
  stand: ["stood", "stood"],
  sit: ["sat", "sat"],
  lie: ["lay", "lain"],
  lay: ["laid", "laid"],
  sleep: ["slept", "slept"],
  eat: ["ate", "eaten"],
  drink: ["drank", "drunk"],
  bite: ["bit", "bitten"],
  wear: ["wore", "worn"],
  read: ["read", "read"],
  write: ["wrote", "written"],
  draw: ["drew", "drawn"],
  fly: ["flew", "flown"],
  see: ["saw", "seen"],
  find: ["found", "found"],
  keep: ["kept", "kept"],
  put: ["put", "put"],
  take: ["took", "taken"],
  bring: ["brought", "brought"],
  give: ["gave", "given"],
  get: ["got", "gotten"],
  make: ["made", "made"],
  run: ["ran", "run"],
  go: ["went", "gone"],
  come: ["came", "come"],
  have: ["had", "had"],
  know: ["knew", "known"],
  think: ["thought", "thought"],
  begin: ["began", "begun"],
  set: ["set", "set"],
  build: ["built", "built"],
  shoot: ["shot", "shot"],
  sweep: ["swept", "swept"],
  fight: ["fought", "fought"],
  feel: ["felt", "felt"],
  hold: ["held", "held"],
  cut: ["cut", "cut"],
  hit: ["hit", "hit"],
  throw: ["threw", "thrown"],
  catch: ["caught", "caught"],
  strike: ["struck", "struck"],
  swim: ["swam", "swum"],
  spread: ["spread", "spread"],
  break: ["broke", "broken"],
  tear: ["tore", "torn"],
  fall: ["fell", "fallen"],
  grow: ["grew", "grown"],
  blow: ["blew", "blown"],
  sing: ["sang", "sung"],
  swing: ["swung", "swung"],
  spin: ["spun", "spun"],
  leave: ["left", "left"],
  lead: ["led", "led"],
  feed: ["fed", "fed"],
  shake: ["shook", "shaken"],
  show: ["showed", "shown"],
  speak: ["spoke", "spoken"],
  sell: ["sold", "sold"],
  buy: ["bought", "bought"],
  pay: ["paid", "paid"],
  bend: ["bent", "bent"],
  kneel: ["knelt", "knelt"],
  rise: ["rose", "risen"],
  stick: ["stuck", "stuck"],
  say: ["said", "said"],
  light: ["lit", "lit"],
  shine: ["shone", "shone"],
  cast: ["cast", "cast"],
  slide: ["slid", "slid"],
  leap: ["leapt", "leapt"],
  hide: ["hid", "hidden"],
  dig: ["dug", "dug"],
  sew: ["sewed", "sewn"],
};

const DOUBLING: ReadonlySet<string> = new Set(
  "sit cut hit put set run get grab grip chat jog nap pat pet hug hop skip flip clap drum strum chop sip dip trim mop plug wrap strap zip bat stop drop spin swim win hem tap grin blur shop trot begin step snap dig beg drag prop wag permit spot".split(
    " ",
  ),
);

export type VerbForm = "base" | "third" | "ing" | "past" | "participle";

interface Inflection {
  readonly lemma: string;
  readonly form: VerbForm;
}

function inflectionsOf(lemma: string): readonly [string, Inflection][] {
  const stem = /[^aeio]e$|ie$/.test(lemma) && !/[oy]e$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  const doubled = DOUBLING.has(lemma) ? lemma + lemma.slice(-1) : stem;
  const ing = lemma.endsWith("ie") ? `${lemma.slice(0, -2)}ying` : `${/(?:ee|oe|ye)$/.test(lemma) ? lemma : doubled}ing`;
  const third = /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
  const regularPast = lemma.endsWith("e") ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${doubled}ed`;
  const [past, participle] = IRREGULAR[lemma] ?? [regularPast, regularPast];
  return [
    [lemma === "have" ? "has" : third, { lemma, form: "third" }],
    [ing, { lemma, form: "ing" }],
    [past, { lemma, form: "past" }],
    [participle, { lemma, form: "participle" }],
    [lemma, { lemma, form: "base" }],
  ];
}

/** The later entry wins: "found" and "saw" are listed under the verb that pictures are described with. */
const INFLECTIONS: ReadonlyMap<string, Inflection> = new Map(
  [...REGULAR, "have"].flatMap((lemma) => inflectionsOf(lemma)).filter(([form]) => form !== "saws"),
);

/** Lemma and form of a listed verb, lower case; null for every other word. */
export function verbOf(word: string): { readonly lemma: string; readonly form: VerbForm } | null {
  return INFLECTIONS.get(word) ?? null;
}

const ING_FORMS: ReadonlyMap<string, string> = new Map(
  [...INFLECTIONS].flatMap(([word, { lemma, form }]) => (form === "ing" ? [[lemma, word]] : [])),
);

/** "sit" → "sitting", "ride" → "riding". */
export function ingOf(lemma: string): string {
  const doubles = /^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma);
  return ING_FORMS.get(lemma) ?? `${doubles ? lemma + lemma.slice(-1) : lemma.replace(/(?<=[^eyo])e$/, "")}ing`;
}

/** The form that a word has as a verb, by the table, else by its ending. */
export function verbFormOf(word: string): VerbForm {
  const known = INFLECTIONS.get(word);
  if (known !== undefined) return known.form;
  if (word.endsWith("ing")) return "ing";
  if (/(?:ed|wn|en)$/.test(word)) return "participle";
  return word.endsWith("s") && !word.endsWith("ss") ? "third" : "base";
}

/** Nouns in -ing: "a building" is no action. */
export const ING_NOUNS: ReadonlySet<string> = new Set(
  (
    "building ceiling railing clothing painting lighting setting surrounding drawing wedding morning evening clearing crossing flooring " +
    "awning string ring wing king thing spring sling pudding icing frosting topping stuffing siding bedding sibling duckling gosling " +
    "something anything nothing everything feeling meeting opening seating earring dressing filling greeting warning covering " +
    "landing beginning being ending meaning understanding gathering outing wiring plumbing scaffolding housing fencing paving tubing"
  ).split(" "),
);

/** Verb forms that are nouns at least as often: they count as verbs only where the sentence otherwise has none. */
export const NOUN_LIKE_VERBS: ReadonlySet<string> = new Set(
  (
    "plant plants sign signs face faces watch watches ride rides walk walks look looks light lights park parks water waters board boards " +
    "train trains dock docks row rows line lines stack stacks pile piles top tops drink drinks brush brushes comb combs iron irons shop shops " +
    "tie ties strap straps chain chains lock locks label labels print prints mark marks frame frames border borders block blocks guard guards " +
    "shelter shelters shield shields tower towers match matches cluster clusters display displays feature features camp camps fish film films " +
    "snow rain smoke steam drum drums bat bats pitch swing swings dive dives slide slides roll rolls trick tricks dip dips cut cuts work works " +
    "call calls text texts type types order orders dance dances herd herds saddle saddles milk pet pets cover covers paint paints coat coats " +
    "frost glaze ski skis surf kite kites land show shows play plays bite bites hit hits catch set sets put find point points circle circles " +
    "season seasons travel use uses view views record records focus age shade shades state states hand hands crowd crowds box post posts " +
    "race races toss toasts serve serves cast casts fall falls fit rest run runs stop stops turn turns visit visits stroke strokes fold folds " +
    "sail sails nose picnic book books left pack packs load loads wave waves call cook cooks guide guides lead leads pat kiss hug lay need needs spot spots sport sports permit permits"
  ).split(" "),
);

/** Verb forms that no noun is written like: where the tagger takes them for one, it errs. */
export const NEVER_NOUNS: ReadonlySet<string> = new Set(
  (
    "add adds include includes contain contains consist consists depict depicts appear appears seem seems provide provides create creates " +
    "contribute contributes enhance enhances indicate indicates suggest suggests imply implies evoke evokes emphasize emphasizes eat eats " +
    "wear wears carry carries bring brings gives make makes become becomes sit sits"
  ).split(" "),
);
