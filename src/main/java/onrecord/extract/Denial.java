package onrecord.extract;

/** Finds quoted words of which the text tells that they were not said. */
final class Denial extends Step {
  private static final int REACH = 12;

  Denial(Analysis analysis) {
    super(analysis);
  }

  /** {@return whether the verb of speech before the quoted words is denied} */
  boolean isDenied(int q) {
    int unit = narrative.unitOf(quoted.get(q).open());
    int start = Math.max(narrative.sentenceStart(narrative.sentenceOf(unit)), unit - REACH);
    for (int at = unit - 1; at >= start; at--) {
      if (narrative.isQuote(at) || narrative.isSign(at, ",;:—–")) {
        return false;
      }
      if (clauses.isVerb(at, Lexicon.SPEECH)) {
        return isDeniedVerb(at, start);
      }
    }
    return false;
  }

  private boolean isDeniedVerb(int verb, int start) {
    int before = verb - 1;
    if (narrative.is(verb, Lexicon.ING) || narrative.is(before, Word.HAVING)) {
      before = narrative.is(before, Word.HAVING) ? before - 1 : before;
      int object = clauses.phraseEndingAt(before);
      return narrative.is(before, Word.DENYING)
          || narrative.is(before, Word.OF) && narrative.is(before - 1, Word.SHORT)
          || object != Phrases.NONE && narrative.is(clauses.firstUnit(object) - 1, Word.DENYING);
    }
    boolean only = false;
    while (before >= start && narrative.is(before, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      boolean negated = narrative.is(before, Word.NOT) && narrative.is(before - 1, Word.DO);
      if (narrative.is(before, Word.NEVER)
          || !only && (negated || narrative.is(before, Word.DO_NOT))) {
        return true;
      }
      only |= narrative.is(before, Word.ONLY);
      before--;
    }
    return narrative.is(before, Word.TO) && narrative.is(before - 1, Word.REFUSING);
  }
}
