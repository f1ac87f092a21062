package onrecord.extract;

import org.jspecify.annotations.Nullable;

/** Finds the words after a verb of speech or thought that are what was said or thought. */
final class Complement extends Step {
  /** A report without a verb has at least so many words: "said nothing" reports nothing. */
  private static final int FEWEST_WORDS = 3;

  /**
   * The words found.
   *
   * @param first the first unit
   * @param end the unit after the last one
   */
  record Words(int first, int end) {}

  Complement(Analysis analysis) {
    super(analysis);
  }

  /** {@return the words reported after a verb with its subject, or null} */
  @Nullable Words find(int verb, int subject, int end) {
    int first = startOfComplement(verb, subject, end);
    boolean that = narrative.is(first, Word.COMPLEMENTIZER);
    if (!that && narrative.is(verb, Lexicon.QUOTING)) {
      return null;
    }
    boolean adverbial =
        narrative.is(first, Lexicon.PREPOSITION)
            && !narrative.is(first, Word.TO)
            && (!narrative.is(verb, Lexicon.SPEECH) || !clauses.hasVerb(first, end));
    if (adverbial && !narrative.is(first, Word.TOPIC)) {
      return null;
    }
    if (first >= end || narrative.isQuote(first)) {
      return null;
    }
    if (!hasFormOf(verb, first)) {
      return null;
    }
    int last = endOfComplement(first, subject, end);
    boolean refusal = narrative.is(first, Word.NOT) && narrative.is(first + 1, Word.TO);
    if (refusal || isTooShort(verb, first, last)) {
      return null;
    }
    first = narrative.is(first, Word.THAT) ? first + 1 : first;
    first = narrative.isSign(first, ",") ? first + 1 : first;
    return last <= first ? null : new Words(first, last);
  }

  /** After the verb, and after the one told, the place and the day, the complement starts. */
  private int startOfComplement(int verb, int subject, int end) {
    int that = indexOfThat(verb, end);
    if (that >= 0) {
      return that;
    }
    int unit = verb + 1;
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == subject && phrase != Phrases.NONE) {
      unit = clauses.lastUnit(phrase) + 1;
      return narrative.isSign(unit, ":") ? unit + 1 : end;
    }
    while (unit < end && (isAdverb(unit) || isTime(unit))) {
      unit++;
    }
    if (subjects.isPassive(verb) && narrative.is(unit, Word.BY)) {
      unit = clauses.lastUnit(subject) + 1;
      return narrative.is(unit, Lexicon.CONJUNCTION) || narrative.isSign(unit, ",") ? end : unit;
    }
    if (narrative.is(verb, Word.ADDRESSING)) {
      int told = clauses.phraseStartingAt(unit);
      int after = told == Phrases.NONE ? unit : clauses.lastUnit(told) + 1;
      boolean apart =
          clauses.phraseStartingAt(after) != Phrases.NONE
              || narrative.is(verb, Word.TELLING) && narrative.is(after, Word.TO);
      unit = apart ? after : unit;
    }
    return narrative.isSign(unit, ",.;—–") ? end : narrative.isSign(unit, ":") ? unit + 1 : unit;
  }

  /** "there" is none before a verb: "said there is ice". */
  private boolean isAdverb(int unit) {
    return narrative.is(unit, Lexicon.ADVERB)
        && !(narrative.is(unit, Word.EXISTENTIAL) && clauses.isVerbGroup(unit + 1));
  }

  private boolean isTime(int unit) {
    return narrative.is(unit, Lexicon.WEEKDAY | Lexicon.DAY)
        || narrative.is(unit, Word.ON) && narrative.is(unit + 1, Lexicon.WEEKDAY);
  }

  /** The unit of "that" where only adverbials and objects are between it and the verb, or -1. */
  private int indexOfThat(int verb, int end) {
    for (int unit = verb + 1; unit < Math.min(end, verb + 16); unit++) {
      if (narrative.is(unit, Word.COMPLEMENTIZER)) {
        return unit;
      }
      boolean object =
          unit == verb + 1
              && !narrative.is(verb, Word.ADDRESSING)
              && clauses.phraseStartingAt(unit) != Phrases.NONE
              && !isTime(unit);
      if (object) {
        return -1;
      }
      boolean verbal = clauses.isVerbGroup(unit) && !narrative.is(unit, Lexicon.ADVERB);
      if (narrative.isQuote(unit) || verbal || narrative.isSign(unit, ";:—–")) {
        return -1;
      }
    }
    return -1;
  }

  private int endOfComplement(int first, int subject, int end) {
    boolean clause = isClause(first);
    boolean subordinate = isSubordinate(first, subject);
    int name = clause ? Phrases.NONE : clauses.phraseStartingAt(first);
    boolean known =
        name != Phrases.NONE && (phrases.get(name).isName() || phrases.get(name).isPronoun());
    int afterName = known ? clauses.lastUnit(name) + 1 : end;
    for (int unit = first + 1; unit < end; unit++) {
      if (narrative.isSign(unit, ";")) {
        return unit;
      }
      boolean comma = narrative.isSign(unit, ",—–");
      if (comma
          && (endsAnyComplement(unit, end)
              || phrases.get(subject).isRelative()
              || subordinate && clauses.startsClause(unit + 1)
              || isSecondVerb(unit + 1, clause, subject)
              || !clause && endsObject(unit))) {
        return unit;
      }
      if (!clause && isClauseOfTime(unit)) {
        return narrative.isSign(unit - 1, ",") ? unit - 1 : unit;
      }
      if (unit == afterName && endsName(unit)) {
        return unit;
      }
      boolean but = narrative.is(unit, Word.BUT);
      boolean coordinated = but || narrative.is(unit, Word.AND);
      boolean second =
          coordinated && isSecondVerb(unit + 1, clause, subject)
              || but && opensSentence(unit + 1, end)
              || coordinated && isInfinitive(first) && isFiniteAuxiliary(unit + 1);
      if (second) {
        return narrative.isSign(unit - 1, ",") ? unit - 1 : unit;
      }
    }
    return end;
  }

  /** Whether the complement is a clause with a subject and a verb of its own. */
  boolean isClause(int first) {
    return narrative.is(first, Word.COMPLEMENTIZER)
        || narrative.is(first, Word.EXISTENTIAL)
        || clauses.startsClause(first);
  }

  /** Whether what follows a name that is the whole object belongs to the verb: "praised him at". */
  private boolean endsName(int unit) {
    return !narrative.is(unit, Word.AS)
        && !narrative.is(unit, Word.TOPIC)
        && !narrative.is(unit, Word.TO)
        && narrative.is(
            unit, Lexicon.SUBORDINATOR | Lexicon.ADVERB | Lexicon.WEEKDAY | Lexicon.PREPOSITION);
  }

  /** "when", "because" and the like with the clause that they open, and "while" with whatever. */
  private boolean isClauseOfTime(int unit) {
    return narrative.is(unit, Word.CONTRASTING) && !narrative.is(unit + 1, Lexicon.ING)
        || narrative.is(unit, Lexicon.SUBORDINATOR)
            && !narrative.is(unit, Word.QUESTION)
            && clauses.startsFiniteClause(unit + 1);
  }

  private boolean isTooShort(int verb, int first, int end) {
    int phrase = clauses.phraseStartingAt(first);
    boolean object =
        narrative.is(verb, Lexicon.STANCE)
            && phrase != Phrases.NONE
            && !phrases.get(phrase).isPronoun();
    int fewest = object ? 1 : FEWEST_WORDS;
    return end - first < fewest && !clauses.hasVerb(first, end);
  }

  /** Whether a complement has the form that its verb asks for. */
  private boolean hasFormOf(int verb, int first) {
    if (narrative.is(verb, Lexicon.TOPICAL)) {
      return narrative.is(first, Word.ABOUT);
    }
    if (!narrative.is(verb, Lexicon.CLAUSAL) || isInfinitive(first)) {
      return true;
    }
    int phrase = clauses.phraseStartingAt(first);
    return isClause(first)
        && (phrase == Phrases.NONE || !narrative.is(clauses.lastUnit(phrase) + 1, Word.TO));
  }

  private boolean isInfinitive(int first) {
    return narrative.is(first, Word.TO) && clauses.phraseStartingAt(first + 1) == Phrases.NONE
        || narrative.is(first, Lexicon.SUBORDINATOR);
  }

  /** Whether the verb is that of a clause which another follows: "As Smith said the ..., the". */
  private boolean isSubordinate(int first, int subject) {
    return narrative.is(clauses.firstUnit(subject) - 1, Lexicon.SUBORDINATOR)
        || narrative.is(narrative.sentenceStart(narrative.sentenceOf(first)), Lexicon.SUBORDINATOR);
  }

  /** Whether the comma at the unit ends what was said, whatever its form. */
  private boolean endsAnyComplement(int comma, int end) {
    int next = comma + 1;
    return clauses.isVerb(next, Lexicon.SPEECH) && narrative.is(next, Lexicon.ING)
        || narrative.is(next, Word.BUT) && opensSentence(next + 1, end)
        || narrative.is(next, Word.CONTRASTING) && !narrative.is(next + 1, Lexicon.ING)
        || isClosingAttribution(next, end)
        || narrative.is(next, Word.AND) && startsReport(next + 1);
  }

  /** Whether the comma at the unit ends what was said if that is no clause. */
  private boolean endsObject(int comma) {
    int next = comma + 1;
    return narrative.isSign(comma, "—–")
        || isGerund(next)
        || narrative.is(next, Word.RELATIVE_PRONOUN)
        || clauses.startsClause(next)
        || narrative.is(next, Word.AND)
            && (clauses.startsClause(next + 1) || clauses.isFiniteVerb(next + 1));
  }

  /** Whether a participle of the present is at the unit, and no preposition such as "including". */
  private boolean isGerund(int unit) {
    return !narrative.is(unit, Lexicon.PREPOSITION)
        && (clauses.isVerb(unit, Lexicon.VERB) && narrative.is(unit, Lexicon.ING)
            || clauses.isUnknownGerund(unit));
  }

  private boolean isSecondVerb(int verb, boolean clause, int subject) {
    return clauses.isVerb(verb, clause ? Lexicon.SPEECH | Lexicon.THOUGHT : Lexicon.VERB)
        && (clause || clauses.isFinite(verb))
        && (subjects.of(verb) == subject
            || narrative.is(verb, Lexicon.SPEECH) && narrative.is(verb, Lexicon.PAST));
  }

  /** Whether a phrase is at the unit and a verb somewhere after it: "but the fair in Ellby was". */
  private boolean opensSentence(int unit, int end) {
    int phrase = clauses.phraseStartingAt(unit);
    return phrase != Phrases.NONE && clauses.hasVerb(clauses.lastUnit(phrase) + 1, end);
  }

  /** Whether a word such as "was" is at the unit, which no infinitive is joined to. */
  private boolean isFiniteAuxiliary(int unit) {
    return narrative.is(unit, Lexicon.AUXILIARY) && !narrative.is(unit, Lexicon.BASE);
  }

  private boolean startsReport(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    int verb = phrase == Phrases.NONE ? unit : clauses.lastUnit(phrase) + 1;
    return clauses.isVerb(verb, Lexicon.SPEECH) && subjects.of(verb) == phrase;
  }

  /** Whether ", Smith said" or ", according to Smith" is at the unit and ends the sentence. */
  private boolean isClosingAttribution(int unit, int end) {
    if (CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit) > 0) {
      return true;
    }
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == Phrases.NONE) {
      return false;
    }
    for (int verb = clauses.lastUnit(phrase) + 1; verb < Math.min(end, unit + 12); verb++) {
      if (clauses.isVerb(verb, Lexicon.SPEECH)
          && !narrative.is(verb, Lexicon.QUOTING)
          && subjects.of(verb) == phrase) {
        return verb + 3 >= end;
      }
    }
    return false;
  }
}
