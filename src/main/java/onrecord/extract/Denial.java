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
          || object != Phrases.NONE && narrative.is(clauses.firstUnit(object) - 1, Word.DENYING);
    }
    while (before >= start && narrative.is(before, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      if (narrative.is(before, Word.NEVER)) {
        return true;
      }
      before--;
    }
    return narrative.is(before, Word.TO) && narrative.is(before - 1, Word.REFUSING);
  }
}
