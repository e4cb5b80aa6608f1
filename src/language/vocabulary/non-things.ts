/** Nouns that name no thing which could be seen, pointed at and counted: they give no existence claim. */

/** The picture, and parts and looks of things. */
const PICTURE_AND_PARTS =
  "image|picture|photo|photograph|scene|frame|shot|view|composition|snapshot|photography|depiction|side|left|right|top|bottom|" +
  "center|centre|middle|corner|edge|part|portion|area|region|section|foreground|background|backdrop|distance|front|back|end|half|" +
  "position|location|place|spot|space|setting|surroundings|surrounding|environment|vicinity|direction|angle|perspective|focus|coordinate|" +
  "close-up|closeup|detail|element|aspect|feature|subject|thing|something|anything|nothing|stuff|content|point|level|" +
  "height|length|width|size|shape|color|colour|hue|tone|shade|pattern|style|design|texture|appearance|look|arrangement|order|form|" +
  "quality|quantity|amount|number|variety|group|pair|kind|type|sort|range|lot|bit|plenty|rest|majority|series|set|collection|array|" +
  "assortment|mix|presence|absence|existence|addition|case|fact|example|instance|result|reason|purpose|way|manner";

/** Mood, mind and judgement. */
const MIND_AND_JUDGEMENT =
  "atmosphere|mood|feeling|feel|sense|emotion|expression|vibe|ambiance|ambience|charm|beauty|joy|happiness|fun|excitement|" +
  "enthusiasm|calm|peace|serenity|tranquility|warmth|comfort|mystery|drama|anticipation|interest|attention|curiosity|impression|" +
  "idea|thought|opinion|theme|story|context|meaning|skill|ability|talent|effort|determination|concentration|confidence|balance|" +
  "control|safety|care|love|possibility|chance|likelihood|probability|conclusion|inference|assumption|question|answer|information|" +
  "description|caption|narrative|message|statement|title|name|word|text|term|language|elegance|dynamic|contrast|depth|scale|motion|" +
  "movement|energy|harmony|simplicity|complexity|nature|spirit|moment";

/** Time, weather, light. */
const TIME_AND_WEATHER =
  "time|day|night|morning|afternoon|evening|noon|dusk|dawn|sunset|sunrise|season|summer|winter|spring|autumn|fall|year|month|week|" +
  "hour|minute|second|today|past|future|weather|climate|temperature|light|lighting|sunlight|daylight|darkness|brightness|sunshine|" +
  "heat|o'clock|wind|breeze|air";

/** Activity, event, condition. */
const ACTIVITY_AND_EVENT =
  "activity|action|event|game|match|competition|race|party|celebration|festival|conversation|discussion|meeting|trip|journey|" +
  "vacation|holiday|adventure|visit|walk|ride|run|jump|trick|play|performance|practice|process|task|job|work|life|lifestyle|culture|" +
  "tradition|community|society|world|country|experience|opportunity|challenge|achievement|success|use|need|function|role|" +
  "interaction|connection|relationship|gathering|occasion|sport|tennis|baseball|soccer|football|basketball|skiing|surfing|" +
  "skateboarding|snowboarding|swimming|cooking|transportation|travel|leisure|relaxation|recreation|entertainment|exercise|fitness|" +
  "health|pose|posture|stance|gesture|mid-air|midair|hand-in-hand|step-by-step|camera angle|attempt|preparation|pursuit|progress|" +
  "routine|display|show|touch|backside|row|line|stack|kinds|others|other|one|front side|back side|lack|absence|following|sight|eye contact|proximity|" +
  "center stage|outdoors|indoors|outside|inside|noise|sound|music|smell|taste|storytelling|history|art|technology|science";

/** Singular, lower case. */
export const NON_THINGS: ReadonlySet<string> = new Set(
  [PICTURE_AND_PARTS, MIND_AND_JUDGEMENT, TIME_AND_WEATHER, ACTIVITY_AND_EVENT].join("|").split("|"),
);
