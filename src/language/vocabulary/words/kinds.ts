/**
 * Kinds of animals, vehicles and household things that bear a name of their own ("a weimaraner"). Proposed from WordNet, each taken by a
 * person: all its senses mean the category, and annotators would call it that. What was not taken stands in scripts/vocabulary/rejected.txt.
 * A name that ends in a listed noun ("bald eagle", "police car") needs no row.
 */
import type { SynonymRow } from "../entry.js";

function row(category: string, nouns: string): SynonymRow {
  return [category, ...nouns.split("|")];
}

export const KINDS: readonly SynonymRow[] = [
  row("bicycle", "bicycle-built-for-two"),
  row("car", "beach wagon|hot rod|jalopy|minicab|police cruiser|sport utility vehicle|shooting brake"),
  row("motorcycle", "minibike|trail bike"),
  row("airplane", "airbus|amphibious aircraft|dive bomber|fighter aircraft|floatplane|flying boat|jumbojet|monoplane|propjet"),
  row("airplane", "stealth bomber|stealth fighter|turboprop|twinjet"),
  row("bus", "autobus|motorbus|motorcoach|trolleybus|trolley coach"),
  row("train", "streamliner"),
  row("truck", "bookmobile|car transporter|dustcart|motortruck"),
  row("boat", "aircraft carrier|battle cruiser|battleship|cabin cruiser|cargo liner|coracle|cruise liner|dreadnought|dredger|fireboat"),
  row("boat", "flatboat|freighter|frigate|gunboat|luxury liner|mailboat|minesweeper|narrowboat|ocean liner|oil tanker|paddle steamer"),
  row("boat", "pinnace|pirogue|pleasure craft|powerboat|racing shell|scow|steamship|sternwheeler|supertanker|towboat|troopship"),
  row("boat", "warship|whaleboat|wherry|lightship|showboat|containership"),
  row("bench", "prie-dieu"),
  row("cat", "abyssinian|mouser"),
  row("dog", "affenpinscher|airedale|alaskan malamute|basenji|basset|bloodhound|bluetick|borzoi|briard|bull mastiff|bullterrier"),
  row("dog", "chow chow|clumber|coonhound|deerhound|doberman pinscher|elkhound|english setter|english springer|foxhound|german shorthair"),
  row("dog", "gordon setter|great pyrenees|irish setter|irish wolfhound|keeshond|komondor|kuvasz|malamute|malinois|mastiff"),
  row("dog", "miniature pinscher|otterhound|pekinese|pekingese|pinscher|pooch|red setter|rottie|saluki|samoyede|schipperke|scottie"),
  row("dog", "shih-tzu|spitz|st bernard|staghound|tibetan mastiff|vizsla|weimaraner|wolfhound"),
  row("horse", "appaloosa|bronc|broodmare|carthorse|drayhorse|gee-gee|lipizzan|lipizzaner|packhorse|palfrey|percheron"),
  row("horse", "steeplechaser|studhorse|tennessee walker"),
  row("sheep", "karakul|merino"),
  row("cow", "aberdeen angus|ayrshire|black angus|charolais|friesian|holstein|holstein-friesian|oxen|shorthorn"),
  row("bear", "bruin"),
  row("backpack", "haversack|kitbag|packsack"),
  row("umbrella", "brolly"),
  row("handbag", "evening bag"),
  row("suitcase", "carpetbag|gladstone bag|overnight case|traveling bag|travelling bag|valise"),
  row("bottle", "carafe|decanter|hipflask|thermos flask|vacuum flask"),
  row("cup", "chalice"),
  row("knife", "penknife|switchblade"),
  row("spoon", "soupspoon"),
  row("sandwich", "beefburger|butty|hoagie"),
  row("pizza", "pizza pie"),
  row("cake", "gateau|gingerbread|torte|coffeecake|victoria sponge|teacake"),
  row("chair", "boston rocker|platform rocker|fauteuil"),
  row("bed", "four-poster|upper berth|lower berth"),
  row("refrigerator", "icebox"),
  row("oven", "cookstove|electric range|gas cooker|gas range|kitchen range"),
  row("book", "photograph album|scrapbook|sketchbook"),
  row("apple", "granny smith|red delicious|golden delicious"),
  row("scissors", "secateurs"),
  row("couch", "day bed|divan bed"),
  row("wine glass", "flute glass"),
];

/** Birds, single words; "barn owl" is an owl. */
export const KINDS_OF_BIRDS: readonly SynonymRow[] = [
  row("bird", "anhinga|auk|auklet|avocet|bantam|bellbird|bittern|blackcock|bluebill|bluethroat|bobolink|bobwhite|bowerbird|brambling"),
  row("bird", "budgerigar|bufflehead|bulbul|bushtit|bustard|butcherbird|canvasback|capercaillie|caracara|cassowary|catbird|chaffinch"),
  row("bird", "cockateel|cockerel|condor|coot|corncrake|cowbird|crossbill|curassow|curlew|currawong|dabchick|dotterel|dowitcher|dunlin"),
  row("bird", "dunnock|eaglet|eider|fieldfare|flycatcher|frogmouth|fulmar|gallinule|gander|gannet|garganey|gnatcatcher|godwit|goldcrest"),
  row("bird", "goosander|goshawk|grackle|grebe|greenshank|greylag|grosbeak|guillemot|gyrfalcon|hawfinch|hoatzin|honeycreeper|hoopoe"),
  row("bird", "hornbill|ibis|jabiru|jackdaw|junco|kestrel|killdeer|kingbird|kinglet|kittiwake|kookaburra|lammergeier|lapwing|linnet"),
  row("bird", "lorikeet|lovebird|lyrebird|meadowlark|merganser|mockingbird|moorhen|murre|mynah|nightjar|nuthatch|oriole|ovenbird"),
  row("bird", "owlet|oystercatcher|peafowl|peahen|petrel|phalarope|pintail|pipit|plover|pochard|ptarmigan|razorbill|redpoll|redshank"),
  row(
    "bird",
    "redstart|redwing|roadrunner|sanderling|sandgrouse|sapsucker|scaup|scoter|seriema|shearwater|shelduck|shoebill|shrike|siskin",
  ),
  row("bird", "skua|skylark|smew|spoonbill|stonechat|tanager|tern|titmouse|toucanet|touraco|towhee|tropicbird|turaco|turnstone"),
  row("bird", "turtledove|vireo|wagtail|waxwing|weaverbird|wheatear|whippoorwill|whitethroat|wigeon|willet|woodcock|yellowhammer"),
];

/** People by what they are seen to do or wear; who is only the maker of something ("author") is not among them. */
export const KINDS_OF_PEOPLE: readonly SynonymRow[] = [
  row("person", "accountant|ambassador|apprentice|archbishop|attorney|bachelor|ballerina|ballplayer|bandit|bellhop|blacksmith|bloke"),
  row("person", "bodybuilder|bricklayer|bridegroom|bugler|burglar|busboy|caretaker|cattleman|cavalryman|celebrant|chambermaid|choirboy"),
  row("person", "churchgoer|civilian|clergyman|classmate|cleric|comedian|congressman|cousin|cowhand|cowpuncher|courier|craftsman"),
  row(
    "person",
    "deacon|demonstrator|detective|diplomat|doorman|draper|entertainer|enthusiast|fella|fishmonger|flautist|foreman|girlfriend",
  ),
  row(
    "person",
    "governess|grandchild|grandparent|grocer|gunman|handyman|horseman|hostess|housewife|infantryman|instrumentalist|interviewer",
  ),
  row("person", "journalist|lawyer|lecturer|librarian|listener|longshoreman|machinist|manservant|marksman|masseur|mayor|messenger"),
  row("person", "midshipman|miner|missionary|mourner|moviegoer|newsboy|newsman|nephew|niece|occupant|oldster|orator|parishioner|parson"),
  row("person", "patrolman|peasant|peddler|pharmacist|physician|pilgrim|plasterer|plumber|preacher|psychiatrist|receptionist|repairman"),
  row("person", "rifleman|robber|roofer|salesgirl|saleslady|schoolboy|schoolgirl|schoolmate|seafarer|senator|sergeant|sheriff|soloist"),
  row("person", "spokesman|sportswoman|sprinter|statesman|stockbroker|storekeeper|technician|therapist|thief|townsman|tradesman|trainman"),
  row("person", "traveller|trooper|undertaker|undergraduate|villager|violinist|vocalist|volunteer|watchman|wearer|widow|widower|workman"),
];
