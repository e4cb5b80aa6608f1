import type { GoldenCase } from "./case.js";

const NO_DOG = { absent: ["dog"] };

/** Links and tags go with the words that they hold, and stay whole around those that stay. */
export const LINKS_AND_TAGS: readonly GoldenCase[] = [
  [
    "A man plays with a [dog](https://example.com/dog) and a [kite](https://example.com/kite).",
    "A man plays with a [kite](https://example.com/kite).",
  ],
  ['There is a man and [a big dog](https://example.com/dog "my dog") here.', "There is a man here."],
  ["[A dog](https://example.com) lies here. A man sits.", "A man sits."],
  ["A man sits. [A dog lies here.](https://example.com)", "A man sits."],
  ["The [dog and the man](https://example.com) play.", "[The man](https://example.com) plays."],
  ["[The dog][1] and [the man][2] play.", "[The man][2] plays."],
  ["- [Dog](https://example.com)\n- [Man](https://example.com)", "- [Man](https://example.com)"],
  ["1. [Dog](https://example.com)\n2. [Man](https://example.com)", "1. [Man](https://example.com)"],
  ['A man and <a href="dog.html">a dog</a> walk here.', "A man walks here."],
  ['A man and <span class="object" id="a1">a dog</span> walk here.', "A man walks here."],
  ['There is <b class="a">a dog</b>, a man and a <i>chair</i>.', "There is a man and a <i>chair</i>."],
  ['There is <a href="x">a dog and a cat</a>.', 'There is <a href="x">a cat</a>.'],
  ['<p class="x">A dog lies here.</p><p>A man sits.</p>', "<p>A man sits.</p>"],
  ["<ul><li>A dog</li><li>A man</li></ul>", "<ul><li>A man</li></ul>"],
  ['<ul>\n<li class="a">A dog</li>\n<li class="a">A man</li>\n</ul>', '<ul>\n<li class="a">A man</li>\n</ul>'],
  ["<b>A dog lies here.</b> A man sits.", "A man sits."],
  ["A man sits. See [this page](https://dogs.com/dog).", "A man sits. See [this page](https://dogs.com/dog)."],
  ["![a dog](dog.png) A man sits. See https://dogs.com/dog.", "![a dog](dog.png) A man sits. See https://dogs.com/dog."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** "There is" stands before a link or a stressed noun, not in it. */
export const LEADS_OUTSIDE: readonly GoldenCase[] = [
  ["[A dog](http://a.b) lies near [a man](http://c.d). He sleeps.", "There is [a man](http://c.d). He sleeps."],
  ["A car waits. A dog lies near [a man](http://c.d).", "A car waits. There is [a man](http://c.d)."],
  ["A dog lies near **two men**.", "There are **two men**."],
  ["[A dog lies near a man](http://c.d).", "[There is a man](http://c.d)."],
].map(([response = "", corrected = ""]) => ({ response, facts: NO_DOG, corrected }));

/** What a line is called stays before what is left of it, which begins as it began. */
export const LABELED: readonly GoldenCase[] = [
  ["Yes.\n\n**Reason:** A dog is parked next to a man.", "Yes.\n\n**Reason:** There is a man."],
  ["- **Vehicles**: Dogs and two bicycles.\n- **People**: Three.", "- **Vehicles**: Two bicycles.\n- **People**: Three."],
  ["**Things:** Dogs, cats and two bicycles.", "**Things:** Cats and two bicycles."],
  ["Things: dogs and two bicycles.", "Things: two bicycles."],
].map(([response = "", corrected = ""]) => ({ response, facts: { absent: ["dog"] }, corrected }));
