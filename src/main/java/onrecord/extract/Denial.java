package onrecord.extract;

/** Finds quoted words that were not said, according to the text. */
final class Denial extends Step {
  private static final int REACH = 12;

  Denial(Analysis analysis) {
    super(analysis);
  }

  /** {@return whether the verb of speech before the quoted words is denied} */
  boolean isDenied(int q) {
    int unit = narrative.unitOf(quoted.get(q).open());
    int start = Math.max(narrative.sentenceStart(narrative.sentenceOf(unit)), unit - REACH);
    // "never used the word ...": any verb shows that the word was said.
    long saying = narrative.is(unit - 1, Word.TERM) ? Lexicon.VERB : Lexicon.SPEECH;
    for (int at = unit - 1; at >= start; at--) {
      if (narrative.isQuote(at) || narrative.isSign(at, ",;:—–")) {
        return false;
      }
      if (clauses.isVerb(at, saying)) {
        return isDeniedVerb(at, start) || isDeniedClause(at, start);
      }
    }
    return false;
  }

  private boolean isDeniedVerb(int verb, int start) {
    int before = verb - 1;
    if (narrative.is(verb, Lexicon.ING) || narrative.is(before, Word.HAVING)) {
      return isDeniedGerund(narrative.is(before, Word.HAVING) ? before - 1 : before);
    }
    boolean only = false;
    while (before >= start && narrative.is(before, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      if (narrative.is(before, Word.NEVER) || !only && isNegated(verb, before)) {
        return true;
      }
      only |= narrative.is(before, Word.ONLY);
      before--;
    }
    return narrative.is(before, Word.TO) && isDeniedInfinitive(verb, before - 1)
        || narrative.is(before, Word.NOBODY);
  }

  /** "refused to say", "careful not to say", "could not bring himself to say", given "to". */
  private boolean isDeniedInfinitive(int verb, int before) {
    int not = before - 2;
    boolean himself =
        narrative.is(before, Word.REFLEXIVE)
            && (narrative.is(not, Word.NOT)
                || narrative.is(not, Word.DO_NOT)
                || narrative.is(not, Word.WOULD_NOT));
    boolean plain = narrative.is(verb, Lexicon.ALWAYS_VERB | Lexicon.NAMING);
    return himself
        || narrative.is(before, Word.REFUSING)
        || plain && (narrative.is(before, Word.NOT) || narrative.is(before, Word.NEVER));
  }

  /** "did not say", "won't call": of what one would not do, only saying and calling count. */
  private boolean isNegated(int verb, int not) {
    boolean plain = narrative.is(verb, Lexicon.ALWAYS_VERB | Lexicon.NAMING);
    return narrative.is(not, Word.DO_NOT)
        || plain && narrative.is(not, Word.WOULD_NOT)
        || narrative.is(not, Word.NOT)
            && narrative.is(not - 1, Lexicon.AUXILIARY)
            && (plain || narrative.is(not - 1, Word.DO));
  }

  /** "denied saying", "refrained from calling", "stopped short of naming", "without saying". */
  private boolean isDeniedGerund(int before) {
    int object = clauses.phraseEndingAt(before);
    return narrative.is(before, Word.DENYING)
        || narrative.is(before, Lexicon.PREPOSITION) && narrative.is(before - 1, Word.DENYING)
        || narrative.is(before, Word.OF) && narrative.is(before - 1, Word.SHORT)
        || object != Phrases.NONE && narrative.is(clauses.firstUnit(object) - 1, Word.DENYING);
  }

  /** "denies that he said", "neither Smith nor Jones said", "at no time did Smith say". */
  private boolean isDeniedClause(int verb, int start) {
    int subject = subjects.of(verb);
    if (subject == Phrases.NONE || clauses.firstUnit(subject) > verb) {
      return false;
    }
    int before = clauses.firstUnit(subject) - 1;
    int opening = narrative.is(before, Word.THAT) ? before - 1 : before;
    if (narrative.is(headOf(subject, start), Word.NOBODY)
        || before >= start
            && (narrative.is(opening, Word.DENYING)
                || opening < before && isRejected(opening)
                || narrative.is(before, Word.NOBODY))) {
      return true;
    }
    boolean inverted = narrative.is(before, Lexicon.AUXILIARY);
    for (int at = before - 1; inverted && at >= Math.max(start, before - 3); at--) {
      if (narrative.is(at, Word.NEVER) || narrative.is(at, Word.NOBODY)) {
        return true;
      }
    }
    return false;
  }

  /** "rejected claims", "dismissed the suggestion", before "that he had said". */
  private boolean isRejected(int noun) {
    int phrase = narrative.is(noun, Lexicon.REMARK) ? clauses.phraseEndingAt(noun) : Phrases.NONE;
    int verb = phrase == Phrases.NONE ? -1 : clauses.firstUnit(phrase) - 1;
    return narrative.is(verb, Word.REJECTING) || narrative.is(verb, Word.DENYING);
  }

  /** The first unit of what a subject belongs to: "nobody" of "nobody in the room". */
  private int headOf(int subject, int start) {
    int head = clauses.firstUnit(subject);
    for (int steps = 0; steps < 3 && head - 2 >= start; steps++) {
      if (!narrative.is(head - 1, Lexicon.PREPOSITION)) {
        return head;
      }
      int before = clauses.phraseEndingAt(head - 2);
      head = before == Phrases.NONE ? head - 2 : clauses.firstUnit(before);
    }
    return head;
  }
}
