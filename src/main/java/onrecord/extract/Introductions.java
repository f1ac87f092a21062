package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/**
 * Finds who is brought in by a sentence that leads to words with a colon, and has a subject that is
 * nobody: "Nor did it please Smith:", "That was too much for Smith:", "For Smith, it is plain:".
 */
final class Introductions extends Step {
  private static final int LONGEST = 16;
  private static final long SOMEBODY =
      Lexicon.HE | Lexicon.SHE | Lexicon.THEY | Lexicon.WE | Lexicon.I | Lexicon.YOU;

  Introductions(Analysis analysis) {
    super(analysis);
  }

  /** {@return the name of the subject of the sentence before the words at the unit, or NONE} */
  int before(int unit) {
    int colon = unit - 1;
    int start = narrative.sentenceStart(narrative.sentenceOf(unit));
    if (!narrative.isSign(colon, ":") || colon - start > LONGEST) {
      return Phrases.NONE;
    }
    int first = narrative.is(start, Word.FOR) ? clauses.phraseStartingAt(start + 1) : Phrases.NONE;
    if (isPerson(first) && narrative.isSign(clauses.lastUnit(first) + 1, ",")) {
      return isWithoutSomebody(clauses.lastUnit(first) + 1, colon) ? first : Phrases.NONE;
    }
    int last = clauses.phraseEndingAt(colon - 1);
    if (!isPerson(last)) {
      return Phrases.NONE;
    }
    boolean verbInside = tokens.shape(phrases.get(last).first()) == Shape.LOWER;
    int verb = verbInside ? clauses.firstUnit(last) : clauses.firstUnit(last) - 1;
    return (narrative.is(verb, Word.FOR) || isVerb(verb))
            && hasEmptySubject(start, verb)
            && isWithoutSomebody(start, verb)
        ? last
        : Phrases.NONE;
  }

  /** Whether the unit is a verb, perhaps of no list after "did": "nor did it please Smith". */
  private boolean isVerb(int unit) {
    boolean afterAuxiliary =
        narrative.is(unit - 1, Lexicon.IT)
            ? narrative.is(unit - 2, Word.DO)
            : narrative.is(unit - 1, Word.NOT) || narrative.is(unit - 1, Word.DO_NOT);
    boolean verb = clauses.isVerb(unit, Lexicon.VERB) || clauses.isUnknownVerb(unit);
    return verb && !clauses.isVerb(unit, Lexicon.SPEECH)
        || afterAuxiliary && tokens.shape(narrative.token(unit)) == Shape.LOWER;
  }

  private boolean isPerson(int phrase) {
    return phrase != Phrases.NONE
        && phrases.get(phrase).isName()
        && !phrases.get(phrase).possessive()
        && !tokens.is(phrases.get(phrase).nameLast(), Lexicon.PLACE | Lexicon.ORGANIZATION);
  }

  /** Whether "it" or "that" is first among the phrases. */
  private boolean hasEmptySubject(int from, int to) {
    for (int unit = from; unit < to; unit++) {
      if (narrative.is(unit, Lexicon.IT) || narrative.is(unit, Word.LOOKING_BACK)) {
        return true;
      }
      if (phrases.at(narrative.token(unit)) != Phrases.NONE) {
        return false;
      }
    }
    return false;
  }

  private boolean isWithoutSomebody(int from, int to) {
    for (int unit = from; unit < to; unit++) {
      int phrase = phrases.at(narrative.token(unit));
      boolean somebody =
          phrase != Phrases.NONE
              && (phrases.get(phrase).isName()
                  || phrases.get(phrase).isPronoun() && phrases.get(phrase).is(SOMEBODY)
                  || phrases.get(phrase).isNominal() && phrases.get(phrase).is(Lexicon.SOURCE));
      if (somebody || narrative.isQuote(unit)) {
        return false;
      }
    }
    return true;
  }
}
