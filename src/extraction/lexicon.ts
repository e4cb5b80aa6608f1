/** Verbs and nouns that the reader treats apart. */

/** Their subject is the picture, their object what is in it: "the image shows a dog". */
export const SHOWING: ReadonlySet<string> = new Set(
  "show feature depict capture display portray contain include showcase present illustrate reveal have consist".split(" "),
);

/** They only say where a thing is, or that it can be seen. */
export const PLACING: ReadonlySet<string> = new Set(
  "locate position place situate see find visible show scatter spread set put be appear seem look exist arrange".split(" "),
);

/** They say of their subject nothing that can be seen. */
export const IDLE: ReadonlySet<string> = new Set(
  "rain snow serve act remain continue begin start try prepare get go worry keep provide offer use involve belong help work seem stay make come fit do become enjoy take give like know think feel want need love hate prefer tend consist".split(
    " ",
  ),
);

/** With "by": only where the thing is. */
export const NEAR_BY: ReadonlySet<string> = new Set(
  "surround accompany follow flank border park seat place position locate stand line frame enclose join".split(" "),
);

/** Writing speaks: what it says is a claim of kind `text`. */
export const SPEAKING: ReadonlySet<string> = new Set("say read spell state label write print mark".split(" "));

/** They say that a thing is had, worn or held: what follows about a hand or a head is said of the thing. */
export const HAVING: ReadonlySet<string> = new Set("have hold carry wear grip grab grasp clutch keep put place take use bring".split(" "));

/** Categories of what can stand, sit and hold by itself. */
export const ALIVE: ReadonlySet<string> = new Set(
  "person bird cat dog horse sheep cow elephant bear zebra giraffe animal pet livestock buffalo chicken goat donkey monkey".split(" "),
);

/** Parts of a body. */
export const BODY_PARTS: ReadonlySet<string> = new Set(
  "hand arm head shoulder back face neck leg foot mouth ear eye lap hair finger wrist chest waist knee paw beak tail wing nose body side hip".split(
    " ",
  ),
);

export const CLOTHES: ReadonlySet<string> = new Set(
  (
    "shirt coat hat jacket dress skirt pants jeans shorts trousers suit vest sweater hoodie cap helmet scarf glove shoe boot sock sunglasses glasses " +
    "uniform jersey blouse t-shirt tee tie apron bikini swimsuit wetsuit gown robe belt watch necklace sandal sneaker goggles mask headband outfit clothes clothing"
  ).split(" "),
);

export const PARTS: ReadonlySet<string> = new Set([
  ...BODY_PARTS,
  ...(
    "wheel handle window door roof seat mirror tire light headlight lid leg trunk branch leaf spot stripe mane horn antler tusk fur feather strap " +
    "button screen key pedal basket bumper engine sail mast wing propeller pocket collar sleeve zipper label spout stem petal string tag face"
  ).split(" "),
]);

/** They name no thing, and yet say what the picture is like: a claim of kind `other`. */
export const SCENIC: ReadonlySet<string> = new Set(
  "scene setting environment area backdrop atmosphere mood ambiance vibe weather day night sunset sunrise close-up view space landscape surroundings".split(
    " ",
  ),
);

/** Nouns that stand for what follows "of": "the color of the car is red". */
export const ASPECTS: ReadonlySet<string> = new Set(
  "color colour presence rest majority view close-up closeup sight image picture photo photograph shot".split(" "),
);
