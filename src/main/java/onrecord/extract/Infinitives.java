package onrecord.extract;

/**
 * Finds the subject that an infinitive has of its own: "asked Smith to go", "fell to Smith to go".
 */
final class Infinitives {
  private static final int NONE = Clauses.NONE;
  private static final int SHORT = 20;

  private final Narrative narrative;
  private final Clauses clauses;

  Infinitives(Narrative narrative, Clauses clauses) {
    this.narrative = narrative;
    this.clauses = clauses;
  }

  /**
   * {@return the subject of an infinitive, before which a phrase may end at the unit; NONE if it is
   * that of another verb}
   *
   * @param start the start of the sentence
   */
  int subject(int unit, int start) {
    int phrase = clauses.phraseEndingAt(unit);
    if (phrase == NONE && narrative.isSign(unit, ",")) {
      phrase = leftToBefore(unit, start);
    }
    int before = phrase == NONE ? NONE : clauses.firstUnit(phrase) - 1;
    boolean addressed =
        (narrative.is(before, Lexicon.ADDRESSED)
                || narrative.is(before, Word.CONTROLLING)
                || isLeftTo(before + 1))
            && clauses.canSpeak(phrase);
    return phrase == NONE || !addressed && !narrative.is(before, Word.FOR) ? NONE : phrase;
  }

  /** "the clerk" in "It was left to the clerk, John Smith, to say", before the second comma. */
  private int leftToBefore(int comma, int start) {
    int opening = comma - 1;
    while (opening > Math.max(start, comma - SHORT) && !narrative.isSign(opening, ",")) {
      opening--;
    }
    int phrase = clauses.phraseEndingAt(opening - 1);
    while (phrase != NONE && narrative.is(clauses.firstUnit(phrase) - 1, Word.OF)) {
      phrase = clauses.phraseEndingAt(clauses.firstUnit(phrase) - 2);
    }
    return phrase != NONE && isLeftTo(clauses.firstUnit(phrase)) ? phrase : NONE;
  }

  /** Whether the phrase at the unit is of whom it is left or falls to do something. */
  private boolean isLeftTo(int unit) {
    return narrative.is(unit - 1, Word.TO) && narrative.is(unit - 2, Word.FALLING);
  }
}
