import type { GoldenCase } from "./case.js";

/** Objects in lists. */
export const LISTS: readonly GoldenCase[] = [
  { response: "The image shows a man, two dogs and a car.", facts: { absent: ["dog"] }, corrected: "The image shows a man and a car." },
  { response: "The image shows a man, two dogs and a car.", facts: { absent: ["car"] }, corrected: "The image shows a man and two dogs." },
  {
    response: "The image shows a man, two dogs and a car.",
    facts: { absent: ["person"] },
    corrected: "The image shows two dogs and a car.",
  },
  { response: "The image shows a man, two dogs and a car.", facts: { absent: ["dog", "car"] }, corrected: "The image shows a man." },
  {
    response: "The kitchen has a stove, a refrigerator, a microwave, and a sink.",
    facts: { absent: ["sink"] },
    corrected: "The kitchen has a stove, a refrigerator, and a microwave.",
  },
  {
    response: "The kitchen has a stove, a refrigerator, a microwave, and a sink.",
    facts: { absent: ["microwave"] },
    corrected: "The kitchen has a stove, a refrigerator, and a sink.",
  },
  {
    response: "The kitchen has a stove, a refrigerator, a microwave, and a sink.",
    facts: { absent: ["sink", "microwave"] },
    corrected: "The kitchen has a stove and a refrigerator.",
  },
  {
    response: "The kitchen has a stove, a refrigerator, a microwave, and a sink.",
    facts: { absent: ["refrigerator", "microwave"] },
    corrected: "The kitchen has a stove and a sink.",
  },
  {
    response: "There are two chairs and an elephant on the beach.",
    facts: { absent: ["elephant"] },
    corrected: "There are two chairs on the beach.",
  },
  {
    response: "There is an elephant and two chairs on the beach.",
    facts: { absent: ["elephant"] },
    corrected: "There are two chairs on the beach.",
  },
  { response: "There are two dogs and a cat on the rug.", facts: { absent: ["dog"] }, corrected: "There is a cat on the rug." },
  { response: "A dog and a cat are lying on the couch.", facts: { absent: ["cat"] }, corrected: "A dog is lying on the couch." },
  { response: "A dog and a cat are lying on the couch.", facts: { absent: ["dog"] }, corrected: "A cat is lying on the couch." },
  { response: "A dog, a cat, and a bird play in the garden.", facts: { absent: ["cat", "bird"] }, corrected: "A dog plays in the garden." },
  {
    response: "A dog, a cat, and a bird play in the garden.",
    facts: { absent: ["bird"] },
    corrected: "A dog and a cat play in the garden.",
  },
  {
    response: "On the table there are plates, cups and a vase.",
    facts: { absent: ["vase"] },
    corrected: "On the table there are plates and cups.",
  },
  { response: "The woman is holding a cup and a book.", facts: { absent: ["book"] }, corrected: "The woman is holding a cup." },
  { response: "Both a dog and a cat are visible.", facts: { absent: ["cat"] }, corrected: "A dog is visible." },
  {
    response: "The desk holds a laptop, a keyboard as well as a mouse.",
    facts: { absent: ["mouse"] },
    corrected: "The desk holds a laptop and a keyboard.",
  },
  {
    response: "I can see a bus, a truck, and several cars on the road.",
    facts: { absent: ["truck"] },
    corrected: "I can see a bus and several cars on the road.",
  },
  {
    response: "The image features a pizza, a fork and a knife, and a wine glass.",
    facts: { absent: ["wine glass"] },
    corrected: "The image features a pizza, a fork and a knife.",
  },
  { response: "a man, a horse and a dog", facts: { absent: ["horse"] }, corrected: "a man and a dog" },
];

/** Objects of prepositions and participles. */
export const PHRASES: readonly GoldenCase[] = [
  { response: "A man (wearing a tie) is speaking.", facts: { absent: ["tie"] }, corrected: "A man is speaking." },
  {
    response: "In this image, we can see a person riding a bicycle on the road.",
    facts: { absent: ["bicycle"] },
    corrected: "In this image, we can see a person on the road.",
  },
  {
    response: "There are two backpacks and a handbag on the floor, and a suitcase near the door.",
    facts: { absent: ["suitcase"] },
    corrected: "There are two backpacks and a handbag on the floor.",
  },
  {
    response: "The presence of dogs and cats makes the scene lively.",
    facts: { absent: ["dog"] },
    corrected: "The presence of cats makes the scene lively.",
  },
  { response: "A man is sitting on a bench next to a dog.", facts: { absent: ["dog"] }, corrected: "A man is sitting on a bench." },
  { response: "A man is sitting on a bench next to a dog.", facts: { absent: ["bench"] }, corrected: "A man is sitting next to a dog." },
  {
    response: "A man with an umbrella is walking down the street.",
    facts: { absent: ["umbrella"] },
    corrected: "A man is walking down the street.",
  },
  {
    response: "A woman holding an umbrella is walking down the street.",
    facts: { absent: ["umbrella"] },
    corrected: "A woman is walking down the street.",
  },
  {
    response: "The image shows a woman wearing a tie and holding a handbag.",
    facts: { absent: ["tie"] },
    corrected: "The image shows a woman holding a handbag.",
  },
  {
    response: "The image shows a woman wearing a tie and holding a handbag.",
    facts: { absent: ["handbag"] },
    corrected: "The image shows a woman wearing a tie.",
  },
  { response: "The image shows a man surrounded by cows.", facts: { absent: ["cow"] }, corrected: "The image shows a man." },
  { response: "A cat lies on a bed, surrounded by books.", facts: { absent: ["book"] }, corrected: "A cat lies on a bed." },
  { response: "A car is parked next to a bus.", facts: { absent: ["bus"] }, corrected: "A car is parked." },
  { response: "A red car parked next to a fire hydrant", facts: { absent: ["fire hydrant"] }, corrected: "A red car" },
  {
    response: "A dog sits in front of a laptop on a wooden floor.",
    facts: { absent: ["laptop"] },
    corrected: "A dog sits on a wooden floor.",
  },
  { response: "A dog sits directly in front of a laptop.", facts: { absent: ["laptop"] }, corrected: "A dog sits." },
  {
    response: "A man in a suit, holding a cell phone, is standing by the door.",
    facts: { absent: ["cell phone"] },
    corrected: "A man in a suit is standing by the door.",
  },
  { response: "A man is holding an umbrella and walking a dog.", facts: { absent: ["umbrella"] }, corrected: "A man is walking a dog." },
  { response: "A man is holding an umbrella and walking a dog.", facts: { absent: ["dog"] }, corrected: "A man is holding an umbrella." },
  {
    response: "In the background, a bus is passing a man with a bicycle.",
    facts: { absent: ["bicycle"] },
    corrected: "In the background, a bus is passing a man.",
  },
  { response: "Next to the car, a man is standing with a dog.", facts: { absent: ["car"] }, corrected: "A man is standing with a dog." },
  {
    response: "Next to the car, a man is standing with a dog.",
    facts: { absent: ["dog"] },
    corrected: "Next to the car, a man is standing.",
  },
  {
    response: "Two people stand near a boat with a dog on a leash.",
    facts: { absent: ["dog"] },
    corrected: "Two people stand near a boat.",
  },
  { response: "A bowl of apples stands on the table.", facts: { absent: ["apple"] }, corrected: "A bowl stands on the table." },
  {
    response: "A child eats a slice of pizza and drinks from a cup.",
    facts: { absent: ["pizza"] },
    corrected: "A child drinks from a cup.",
  },
  {
    response: "The room contains various items, such as a clock, a vase, and a potted plant.",
    facts: { absent: ["vase"] },
    corrected: "The room contains various items, such as a clock and a potted plant.",
  },
  {
    response: "A group of people, including a man with a skateboard, wait at the corner.",
    facts: { absent: ["skateboard"] },
    corrected: "A group of people, including a man, wait at the corner.",
  },
  {
    response: "A man rides a skateboard down a ramp with a backpack on his back.",
    facts: { absent: ["backpack"] },
    corrected: "A man rides a skateboard down a ramp.",
  },
  {
    response: "A woman sits at a table with a cup and a laptop.",
    facts: { absent: ["cup"] },
    corrected: "A woman sits at a table with a laptop.",
  },
  { response: "A boy is standing on a beach flying a kite.", facts: { absent: ["kite"] }, corrected: "A boy is standing on a beach." },
];

/** Subjects, main objects and clauses that go whole. */
export const CLAUSES: readonly GoldenCase[] = [
  {
    response: "There is a dog in the yard. There is an elephant.",
    facts: { absent: ["elephant"] },
    corrected: "There is a dog in the yard.",
  },
  {
    response: "There is an elephant. There is a dog in the yard.",
    facts: { absent: ["elephant"] },
    corrected: "There is a dog in the yard.",
  },
  {
    response: "There is a dog in the image, and an elephant stands behind it.",
    facts: { absent: ["elephant"] },
    corrected: "There is a dog in the image.",
  },
  {
    response: "An elephant stands in the field, and a man watches from a bench.",
    facts: { absent: ["elephant"] },
    corrected: "A man watches from a bench.",
  },
  { response: "A man reads a book while a dog sleeps on the floor.", facts: { absent: ["dog"] }, corrected: "A man reads a book." },
  { response: "While a dog sleeps on the floor, a man reads a book.", facts: { absent: ["dog"] }, corrected: "A man reads a book." },
  { response: "A dog sleeps on the floor while a man reads a book.", facts: { absent: ["dog"] }, corrected: "A man reads a book." },
  { response: "A man holds a frisbee, which a dog tries to catch.", facts: { absent: ["dog"] }, corrected: "A man holds a frisbee." },
  { response: "A bench, which stands next to a bicycle, is empty.", facts: { absent: ["bicycle"] }, corrected: "A bench is empty." },
  {
    response: "A man who is holding a tennis racket looks at the camera.",
    facts: { absent: ["tennis racket"] },
    corrected: "A man looks at the camera.",
  },
  {
    response: "The street is busy. Several cars are parked along the road; a bus waits at the light.",
    facts: { absent: ["bus"] },
    corrected: "The street is busy. Several cars are parked along the road.",
  },
  {
    response: "A woman is walking along the beach. A dog runs beside her. The sky is cloudy.",
    facts: { absent: ["dog"] },
    corrected: "A woman is walking along the beach. The sky is cloudy.",
  },
  { response: "In the background, there is a car. The grass is green.", facts: { absent: ["car"] }, corrected: "The grass is green." },
  { response: "A woman is riding a horse on the beach.", facts: { absent: ["horse"] }, corrected: "There is a woman on the beach." },
  { response: "A woman holds an umbrella.", facts: { absent: ["umbrella"] }, corrected: "There is a woman." },
  { response: "Two men are carrying a surfboard.", facts: { absent: ["surfboard"] }, corrected: "There are two men." },
  { response: "The woman is tall. The woman holds an umbrella.", facts: { absent: ["umbrella"] }, corrected: "The woman is tall." },
  {
    response: "In the background, a man is pushing a bicycle.",
    facts: { absent: ["bicycle"] },
    corrected: "In the background, there is a man.",
  },
  {
    response: "Behind the bench stands a horse. A man sits on the bench.",
    facts: { absent: ["horse"] },
    corrected: "A man sits on the bench.",
  },
  {
    response: "The picture captures a cat sleeping on a couch. The room is bright.",
    facts: { absent: ["cat"] },
    corrected: "The room is bright.",
  },
  {
    response: "A man walks a dog, and a woman pushes a bicycle, and a child holds a kite.",
    facts: { absent: ["bicycle"] },
    corrected: "A man walks a dog, and there is a woman, and a child holds a kite.",
  },
];

/** Later mentions and pronouns of what is not there. */
export const MENTIONS: readonly GoldenCase[] = [
  {
    response: "Some people are closer to the camera, while others are further away. The street is wet.",
    facts: { absent: ["person"] },
    corrected: "The street is wet.",
  },
  {
    response: "Several people are standing around, some of them holding umbrellas.",
    facts: { absent: ["umbrella"] },
    corrected: "Several people are standing around.",
  },
  {
    response: "A dog and an elephant stand in a field. The elephant is gray.",
    facts: { absent: ["elephant"] },
    corrected: "A dog stands in a field.",
  },
  {
    response: "There is an elephant in the field. It is gray and has large ears. A man watches from the side.",
    facts: { absent: ["elephant"] },
    corrected: "A man watches from the side.",
  },
  {
    response: "There are several birds in the tree. They are singing. The sky is blue.",
    facts: { absent: ["bird"] },
    corrected: "The sky is blue.",
  },
  {
    response: "A man is riding a horse. The horse is brown. The man wears a hat.",
    facts: { absent: ["horse"] },
    corrected: "There is a man. The man wears a hat.",
  },
  {
    response: "There is a cat on the bed. It is asleep. A dog lies next to it.",
    facts: { absent: ["dog"] },
    corrected: "There is a cat on the bed. It is asleep.",
  },
  { response: "There is a cat on the bed. A dog lies next to it.", facts: { absent: ["cat"] }, corrected: "A dog lies." },
  {
    response: "A woman sits on a bench. She is smiling. She is holding an umbrella.",
    facts: { absent: ["umbrella"] },
    corrected: "A woman sits on a bench. She is smiling.",
  },
  {
    response: "The image shows a bear in the woods. It also shows a river.",
    facts: { absent: ["bear"] },
    corrected: "It also shows a river.",
  },
  {
    response: "An elephant is in the water. Its trunk is raised. Two people stand on the shore.",
    facts: { absent: ["elephant"] },
    corrected: "Two people stand on the shore.",
  },
  {
    response: "A zebra grazes near a tree. The zebra's stripes are bold. The grass is dry.",
    facts: { absent: ["zebra"] },
    corrected: "The grass is dry.",
  },
];
