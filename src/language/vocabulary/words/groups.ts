/**
 * Nouns that stand for several classes, or for one only loosely. Where `exhaustive` is false, finding none of the classes says nothing:
 * an animal may be a fox, a desk is sometimes annotated as a table and sometimes not.
 */
import type { GroupRow } from "../entry.js";

const ANIMAL_CLASSES = ["bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe"];
const VEHICLE_CLASSES = ["bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat"];
const FRUIT_CLASSES = ["banana", "apple", "orange"];
const FOOD_CLASSES = [...FRUIT_CLASSES, "sandwich", "broccoli", "carrot", "hot dog", "pizza", "donut", "cake"];

export const GROUPS: readonly GroupRow[] = [
  // Kinds that hold more than the classes
  { category: "animal", nouns: ["animal", "creature", "mammal", "wildlife", "beast"], classes: ANIMAL_CLASSES, exhaustive: false },
  { category: "pet", nouns: ["pet"], classes: ["cat", "dog", "bird"], exhaustive: false },
  { category: "livestock", nouns: ["livestock", "farm animal"], classes: ["cow", "sheep", "horse"], exhaustive: false },
  { category: "vehicle", nouns: ["vehicle", "motor vehicle", "traffic"], classes: VEHICLE_CLASSES, exhaustive: false },
  { category: "aircraft", nouns: ["aircraft"], classes: ["airplane"], exhaustive: false },
  {
    category: "furniture",
    nouns: ["furniture"],
    classes: ["chair", "couch", "bed", "dining table", "bench"],
    exhaustive: false,
  },
  { category: "food", nouns: ["food", "meal", "snack"], classes: FOOD_CLASSES, exhaustive: false },
  { category: "fruit", nouns: ["fruit"], classes: FRUIT_CLASSES, exhaustive: false },
  { category: "vegetable", nouns: ["vegetable", "veggie"], classes: ["broccoli", "carrot"], exhaustive: false },
  { category: "dessert", nouns: ["dessert", "pastry", "baked good"], classes: ["cake", "donut"], exhaustive: false },
  {
    category: "appliance",
    nouns: ["appliance", "kitchen appliance", "home appliance"],
    classes: ["microwave", "oven", "toaster", "refrigerator"],
    exhaustive: false,
  },
  {
    category: "electronics",
    nouns: ["electronics", "electronic device"],
    classes: ["tv", "laptop", "mouse", "remote", "keyboard", "cell phone"],
    exhaustive: false,
  },
  { category: "utensil", nouns: ["utensil", "cutlery", "silverware", "flatware"], classes: ["fork", "knife", "spoon"], exhaustive: false },
  { category: "bag", nouns: ["bag", "duffel bag"], classes: ["backpack", "handbag", "suitcase"], exhaustive: false },
  {
    category: "luggage",
    nouns: ["luggage", "baggage", "luggage bag", "travel bag"],
    classes: ["suitcase", "backpack", "handbag"],
    exhaustive: false,
  },
  // One class, or few, that mean the noun only loosely
  { category: "desk", nouns: ["desk", "computer desk", "office desk"], classes: ["dining table"], exhaustive: false },
  {
    category: "coffee table",
    nouns: ["coffee table", "side table", "end table", "bedside table", "night table", "pool table", "ping pong table"],
    classes: ["dining table"],
    exhaustive: false,
  },
  { category: "stool", nouns: ["stool", "bar stool", "barstool", "footstool"], classes: ["chair"], exhaustive: false },
  { category: "seat", nouns: ["seat", "seating"], classes: ["chair", "bench", "couch"], exhaustive: false },
  { category: "plant", nouns: ["plant"], classes: ["potted plant"], exhaustive: false },
  { category: "glass", nouns: ["glass", "drinking glass", "water glass", "tumbler"], classes: ["wine glass", "cup"], exhaustive: false },
  {
    category: "monitor",
    nouns: ["monitor", "computer monitor", "computer screen", "screen"],
    classes: ["tv", "laptop"],
    exhaustive: false,
  },
  { category: "computer", nouns: ["computer", "desktop computer", "pc"], classes: ["laptop", "tv", "keyboard"], exhaustive: false },
  { category: "telephone", nouns: ["telephone"], classes: ["cell phone"], exhaustive: false },
  {
    category: "game controller",
    nouns: ["game controller", "video game controller", "controller"],
    classes: ["remote"],
    exhaustive: false,
  },
  { category: "stovetop", nouns: ["stovetop", "cooktop"], classes: ["oven"], exhaustive: false },
  { category: "freezer", nouns: ["freezer"], classes: ["refrigerator"], exhaustive: false },
  { category: "toilet seat", nouns: ["toilet seat"], classes: ["toilet"], exhaustive: false },
  { category: "clock tower", nouns: ["clock tower", "clocktower"], classes: ["clock"], exhaustive: false },
  { category: "watch", nouns: ["wristwatch"], classes: ["clock"], exhaustive: false },
  { category: "board", nouns: ["board"], classes: ["skateboard", "surfboard", "snowboard"], exhaustive: false },
  { category: "scooter", nouns: ["scooter"], classes: ["motorcycle"], exhaustive: false },
  { category: "buffalo", nouns: ["buffalo", "bison", "water buffalo"], classes: ["cow"], exhaustive: false },
  { category: "bagel", nouns: ["bagel"], classes: ["donut"], exhaustive: false },
  { category: "muffin", nouns: ["muffin", "pie"], classes: ["cake"], exhaustive: false },
  { category: "chicken", nouns: ["chicken", "turkey"], classes: ["bird"], exhaustive: false },
  {
    category: "stuffed animal",
    nouns: ["stuffed animal", "stuffed toy", "plush toy", "plushie"],
    classes: ["teddy bear"],
    exhaustive: false,
  },
  { category: "figure", nouns: ["figure", "silhouette"], classes: ["person"], exhaustive: false },
  { category: "magazine", nouns: ["magazine", "novel"], classes: ["book"], exhaustive: false },
  { category: "planter", nouns: ["planter"], classes: ["potted plant"], exhaustive: false },
  { category: "wallet", nouns: ["wallet", "satchel"], classes: ["handbag"], exhaustive: false },
  // Classes among which the annotators choose, and which hold every instance
  { category: "van", nouns: ["van", "minivan", "camper van"], classes: ["car", "truck", "bus"], exhaustive: true },
  {
    category: "pickup truck",
    nouns: ["pickup truck", "pickup", "pick-up truck", "pick up truck"],
    classes: ["truck", "car"],
    exhaustive: true,
  },
  { category: "ambulance", nouns: ["ambulance"], classes: ["truck", "car", "bus"], exhaustive: true },
  { category: "tram", nouns: ["tram", "streetcar", "trolley car", "cable car"], classes: ["train", "bus"], exhaustive: true },
  { category: "armchair", nouns: ["armchair", "arm chair", "recliner"], classes: ["chair", "couch"], exhaustive: true },
  { category: "briefcase", nouns: ["briefcase"], classes: ["suitcase", "handbag"], exhaustive: true },
];
