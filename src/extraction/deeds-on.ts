/** Deeds that are done with something and not on top of it: "typing on a keyboard", "talking on the phone", "feeding on leaves". */
const DEVICES =
  /^(?:keyboard|laptop|computer|cell phone|phone|tablet|remote|mouse|piano|guitar|violin|drum|instrument|device|console|project|machine|smartphone|screen|ipad|controller|organ)s?$/;
const ALWAYS = /^(?:type|talk|speak|text|chat|call|feed|munch|snack|chew|nibble|dine|feast|focus|concentrate)$/;
const WITH_DEVICES = /^(?:work|play|game|look|watch|browse|write|draw|tap|press|click)$/;

/** @param category of what stands after "on" */
export function isDeedOn(lemma: string, category: string): boolean {
  if (/^(?:feed|munch|snack|chew|nibble|dine|feast)$/.test(lemma))
    return !/^(?:couch|bed|bench|chair|dining table|grass|field|beach|floor|ground|lawn|pasture|hill)$/.test(category);
  return (ALWAYS.test(lemma) || WITH_DEVICES.test(lemma)) && DEVICES.test(category);
}
