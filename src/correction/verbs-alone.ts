/** Verbs that read as English after what followed them is gone: "A man is sitting." but not "A man leans." */

/** Base forms, active. */
export const STANDS_ALONE: ReadonlySet<string> = new Set(
  (
    "sit stand lie lay walk run play sleep swim fly eat drink graze rest ride smile wait dance jump kneel crouch relax work talk surf ski " +
    "skate skateboard snowboard read cook pose sail travel drive move sing laugh climb dive paddle row cycle bike hike jog stroll shop " +
    "wander fish hunt yawn bark chat converse dine cuddle nap bathe float hover land perform practice compete race exercise iron"
  ).split(" "),
);

/** Base forms whose passive needs nothing more: "is parked", "are seated". */
export const STANDS_ALONE_PASSIVE: ReadonlySet<string> = new Set(
  "park seat moor dock anchor open close light illuminate decorate occupy gather assemble perch mount".split(" "),
);
