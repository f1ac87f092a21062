package onrecord.extract;

/**
 * The clauses that a noun takes, as "who was there" in "the man who was there said": whose verb is
 * which.
 */
final class RelativeClauses {
  private static final int NONE = Clauses.NONE;
  private static final int REACH = 70;
  private static final int SHORT = 20;

  private final Narrative narrative;
  private final Clauses clauses;

  RelativeClauses(Narrative narrative, Clauses clauses) {
    this.narrative = narrative;
    this.clauses = clauses;
  }

  /**
   * The phrase that opens the sentence, in "a diary that holds the hopes of growers, millers and
   * others said": what "that" begins has one verb, and the verb at hand is the second.
   */
  int mainSubject(int verb, int start) {
    if (!clauses.isVerb(verb, Lexicon.SPEECH) || !clauses.isFinite(verb)) {
      return NONE;
    }
    int opening = clauses.phraseStartingAt(start);
    int relative = opening == NONE ? NONE : clauses.lastUnit(opening) + 1;
    if (opening != NONE && narrative.isSign(relative, ",")) {
      // "Smith, the gardener who mends it has said": the second comma is missing.
      int description = clauses.phraseStartingAt(relative + 1);
      boolean clause = description == NONE || narrative.is(relative + 1, Lexicon.RELATIVE);
      relative = clause ? relative + 1 : clauses.lastUnit(description) + 1;
    } else if (opening != NONE) {
      relative = afterChain(relative);
    }
    boolean hired =
        narrative.is(relative + 1, Word.BY)
            && (clauses.isUnknownVerb(relative) || narrative.is(relative, Lexicon.PARTICIPLE));
    boolean about =
        hired || narrative.is(relative, Lexicon.RELATIVE) || narrative.is(relative, Word.WHERE);
    if (relative == NONE || verb - relative > REACH || !about) {
      relative = relativeAfterComma(verb, start);
      if (relative == NONE) {
        return NONE;
      }
      opening = clauses.phraseEndingAt(relative - 1);
    }
    return clauses.canSpeak(opening) && hasOneVerb(relative, verb) ? opening : NONE;
  }

  /**
   * Whether there is one verb for each relative pronoun from the first on, before the group of
   * another: "who sold the horse that won".
   */
  private boolean hasOneVerb(int relative, int verb) {
    int verbs = 0;
    int clausesOpened = 1;
    boolean inVerb = false;
    int group = verb;
    while (group > relative && clauses.isInVerbGroup(group - 1)) {
      group--;
    }
    for (int unit = relative + 1; unit < group; unit++) {
      boolean isVerb =
          clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) && !narrative.is(unit, Lexicon.ING)
              || clauses.isUnknownVerb(unit);
      boolean nested =
          unit > relative + 1
              && narrative.is(unit, Lexicon.RELATIVE)
              && clauses.phraseEndingAt(unit - 1) != NONE;
      clausesOpened += nested ? 1 : 0;
      verbs += isVerb && !inVerb ? 1 : 0;
      inVerb = isVerb || inVerb && clauses.isInVerbGroup(unit);
      if (narrative.isQuote(unit)
          || narrative.is(unit, Lexicon.SUBORDINATOR)
          || narrative.isSign(unit, ";:—–")) {
        return false;
      }
    }
    return verbs == clausesOpened;
  }

  /** The unit after "of the choir" in "members of the choir which Smith founded". */
  private int afterChain(int unit) {
    int after = unit;
    for (int steps = 0; steps < 3 && narrative.is(after, Lexicon.PREPOSITION); steps++) {
      int next = clauses.phraseStartingAt(after + 1);
      if (next == NONE || narrative.is(after, Lexicon.SUBORDINATOR)) {
        return after;
      }
      after = clauses.lastUnit(next) + 1;
    }
    return after;
  }

  /** "who" in ", the groups who wrote to her on Thursday say", or NONE. */
  private int relativeAfterComma(int verb, int start) {
    for (int unit = verb - 1; unit > Math.max(start, verb - SHORT); unit--) {
      if (narrative.isSign(unit, ",;:—–") || narrative.isQuote(unit)) {
        return NONE;
      }
      if (narrative.is(unit, Lexicon.RELATIVE)) {
        int phrase = clauses.phraseEndingAt(unit - 1);
        boolean first = phrase != NONE && narrative.isSign(clauses.firstUnit(phrase) - 1, ",");
        return first ? unit : NONE;
      }
    }
    return NONE;
  }

  /** The antecedent of "who" or "that", where the verb is in its clause. */
  int antecedentBefore(int verb, int start) {
    for (int unit = verb - 1; unit >= Math.max(start, verb - 5); unit--) {
      if (narrative.is(unit, Lexicon.RELATIVE)) {
        int pronoun = clauses.phraseEndingAt(unit);
        return pronoun != NONE ? pronoun : clauses.antecedent(unit);
      }
      if (!clauses.isInVerbGroup(unit)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Whether a subject and its verb are in a clause about a noun: "the barrels that Smith had". */
  boolean isInRelative(int subject, int verb) {
    int before = clauses.firstUnit(subject) - 1;
    return clauses.lastUnit(subject) < verb
        && narrative.is(before, Lexicon.RELATIVE)
        && clauses.phraseEndingAt(before - 1) != NONE
        && !clauses.isVerb(before - 1, Lexicon.VERB);
  }
}
