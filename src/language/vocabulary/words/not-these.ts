/**
 * What looks like a noun of the vocabulary and is not one: compounds whose head is a known word ("toy car", "car park" needs no line,
 * its head is "park"), and words that turn what follows into a likeness ("statue of a dog").
 */

/** Whole compounds outside the vocabulary although their last word is inside. */
export const OUTSIDE_COMPOUNDS: ReadonlySet<string> = new Set([
  ...["sea horse", "seahorse", "rocking horse", "pommel horse", "hobby horse", "clothes horse", "saw horse"],
  ...["hot plate", "crystal ball", "disco ball", "cotton ball", "meat ball", "snow ball"],
  ...["flower bed", "garden bed", "river bed", "truck bed", "flatbed", "dog bed", "cat bed", "pet bed", "raised bed"],
  ...["ski lift chair", "electric chair", "chair lift", "koala bear", "koala", "gummy bear", "water bear"],
  ...["time table", "water table", "multiplication table", "operating table", "changing table", "massage table", "pool table"],
  ...["sand dollar", "prairie dog", "sea lion", "guinea pig", "catfish", "fish bowl", "super bowl", "toilet paper", "bird feeder"],
  ...[
    "bus stop",
    "bus station",
    "train station",
    "train track",
    "train car",
    "railroad car",
    "rail car",
    "cable car",
    "dining car",
    "bumper car",
  ],
  ...["remote area", "phone booth", "phone box", "book shelf", "bookshelf", "bookcase", "book case", "cake stand", "knife block"],
  ...["piano keyboard", "musical keyboard", "electronic keyboard", "fuse box", "pencil case", "suit jacket"],
  ...["measuring spoon", "boat house", "oven mitt", "oven glove", "boxing glove", "pitch fork", "pitchfork", "tuning fork"],
  ...["hand dryer", "clothes dryer", "snowman", "snow man", "scarecrow", "sandwich board", "apple tree"],
  ...["egg cup", "world cup", "suction cup", "pine apple", "pineapple", "custard apple"],
  ...["cricket bat", "fruit bat", "table tennis bat", "space ship", "spaceship", "rocket ship", "air ship", "airship", "hovercraft"],
  ...["hot air balloon", "parking lot", "golf cart", "shopping cart", "drum set", "christmas tree", "crab apple"],
  ...["chain saw", "jig saw", "spinning top", "ginger bread man", "gingerbread man", "lego man", "stick man", "stick figure"],
  ...["crab cake", "fish cake", "rice cake", "pan cake", "pancake", "action figure", "stained glass"],
  // Names that the tagger takes for a deed or a quality: "french fries" fry nothing, and a "trash can" can do nothing.
  ...["french fry", "ice cream", "whipped cream", "mashed potato", "stir fry", "iced tea", "fried rice", "baked bean", "fried egg"],
  ...["trash can", "garbage can", "watering can", "soda can", "beer can", "tin can", "spray can", "recycling can"],
  ...["magnifying glass", "hour glass", "hourglass", "eye glass", "looking glass", "spy glass", "window glass", "plate glass"],
]);

/** Before a known noun they make it a likeness: "toy car", "inflatable elephant". */
export const LIKENESS_MODIFIERS: ReadonlySet<string> = new Set([
  ...[
    "toy",
    "model",
    "miniature",
    "fake",
    "inflatable",
    "cartoon",
    "animated",
    "plush",
    "stuffed",
    "painted",
    "drawn",
    "carved",
    "ceramic",
  ],
  ...["porcelain", "lego", "origami", "paper", "bronze", "stone", "marble", "virtual", "imaginary", "chocolate", "gingerbread", "knitted"],
  ...["crocheted", "cardboard", "animatronic", "mechanical", "stylized", "robotic", "robot"],
]);

/** A "plastic horse", a "rubber duck", a "wooden elephant" are none. */
export const ANIMALS_OF_MATERIAL: ReadonlySet<string> = new Set(
  "person bird cat dog horse sheep cow elephant bear zebra giraffe animal".split(" "),
);

/** Before these categories, words of `LIKENESS_MODIFIERS` name a material or a pattern and the thing is real: a stone bench, a paper cup. */
export const REAL_IN_ANY_MATERIAL: ReadonlySet<string> = new Set([
  ...["bench", "bottle", "wine glass", "cup", "fork", "knife", "spoon", "bowl", "chair", "couch", "potted plant", "bed", "dining table"],
  ...[
    "toilet",
    "sink",
    "vase",
    "clock",
    "book",
    "teddy bear",
    "cake",
    "donut",
    "handbag",
    "kite",
    "umbrella",
    "tie",
    "backpack",
    "suitcase",
  ],
  ...["fire hydrant", "stop sign", "parking meter", "sandwich", "pizza", "boat", "sports ball"],
]);

/** "X of a dog" shows a likeness, not a dog. The picture itself ("this is a photo of a dog") is told apart by the extractor. */
export const LIKENESSES: ReadonlySet<string> = new Set([
  ...["picture", "photo", "photograph", "image", "painting", "drawing", "sketch", "illustration", "statue", "sculpture", "figurine"],
  ...["carving", "poster", "portrait", "mural", "logo", "sticker", "cartoon", "print", "silhouette", "shape", "replica", "model", "toy"],
  ...[
    "tattoo",
    "stencil",
    "cutout",
    "cut-out",
    "depiction",
    "likeness",
    "graphic",
    "emblem",
    "symbol",
    "icon",
    "pattern",
    "reflection",
    "shadow",
    "mask",
  ],
]);
