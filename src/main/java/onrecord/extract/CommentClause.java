package onrecord.extract;

import org.jspecify.annotations.Nullable;

/**
 * Finds the clause that gives the speaker in the middle or at the end of the words reported: "The
 * ice, Smith said, will hold", "The ice will hold, said Smith."
 */
final class CommentClause extends Step {
  /** A subject and its verb are at most so many units apart. */
  private static final int REACH = 14;

  /** After the verb, the time, the place or the one told takes at most so many units. */
  private static final int LONGEST_ADVERBIAL = 12;

  /**
   * A comment on what surrounds it.
   *
   * @param comma the unit of the comma before it
   * @param end the unit after it
   * @param attribution whom it names
   */
  record Comment(int comma, int end, Attribution attribution) {}

  CommentClause(Analysis analysis) {
    super(analysis);
  }

  /** {@return the first comment of a sentence, or null} */
  @Nullable Comment find(int start, int end) {
    if (narrative.is(start, Word.AS)) {
      Comment opening = after(start - 1, end);
      if (opening != null) {
        return opening;
      }
    }
    for (int comma = start + 1; comma < end - 1; comma++) {
      if (narrative.isSign(comma, ",—–")) {
        Comment comment = after(comma, end);
        if (comment != null) {
          return comment;
        }
      }
    }
    return null;
  }

  private @Nullable Comment after(int comma, int end) {
    int according = CuePhrases.ACCORDING_TO.lengthFrom(narrative, comma + 1);
    if (according > 0) {
      int source = clauses.sourceAt(comma + 1 + according);
      return source == Phrases.NONE
          ? null
          : new Comment(comma, end, new Attribution(source, comma + 1, Rule.REPORTED_ACCORDING_TO));
    }
    int first = narrative.is(comma + 1, Word.AS) ? comma + 2 : comma + 1;
    if (isReporting(first)) {
      return inverted(comma, first, end);
    }
    int subject = clauses.phraseStartingAt(first);
    if (subject == Phrases.NONE
        || phrases.get(subject).isRelative()
        || !clauses.canSpeak(subject)) {
      return null;
    }
    int after = clauses.lastUnit(subject) + 1;
    for (int verb = after; verb < Math.min(end, after + REACH); verb++) {
      if (narrative.isQuote(verb)) {
        return null;
      }
      if (isReporting(verb)
          && clauses.isFinite(verb)
          && isAfterSubject(verb)
          && isSubject(subject, verb)) {
        int close = endOfClause(verb, end);
        return close < 0 ? null : new Comment(comma, close, attribution(subject, verb));
      }
    }
    return null;
  }

  /** ", said Smith", but not "Jones, the mayor, said Smith was": there the verb is the mayor's. */
  private @Nullable Comment inverted(int comma, int verb, int end) {
    int subject = clauses.saidBy(verb);
    if (subject == Phrases.NONE || subjects.of(verb) != subject) {
      return null;
    }
    int close = clauses.lastUnit(subject) + 1;
    return clauses.isVerbGroup(close) ? null : new Comment(comma, end, attribution(subject, verb));
  }

  private boolean isSubject(int phrase, int verb) {
    int subject = subjects.of(verb);
    if (subject == Phrases.NONE || subject == phrase) {
      return subject == phrase;
    }
    int and = clauses.firstUnit(subject) - 1;
    return narrative.is(and, Word.AND) && clauses.phraseEndingAt(and - 1) == phrase;
  }

  /** Whether the word before can be before a finite verb: "in protest", "had reason" have none. */
  private boolean isAfterSubject(int verb) {
    int before = verb - 1;
    return clauses.phraseEndingAt(before) != Phrases.NONE
        || narrative.isSign(before, ",—–)")
        || narrative.is(before, Word.AND)
        || !narrative.is(before, Word.TO)
            && !narrative.is(before, Lexicon.PREPOSITION)
            && clauses.isVerbGroup(before);
  }

  private static Attribution attribution(int subject, int verb) {
    return new Attribution(subject, verb, Rule.REPORTED_BEFORE);
  }

  private boolean isReporting(int verb) {
    return clauses.isVerb(verb, Lexicon.SPEECH | Lexicon.THOUGHT)
        && !narrative.is(verb, Lexicon.QUOTING)
        && (!narrative.is(verb, Lexicon.ADDRESSED) || narrative.is(verb, Word.TELLING));
  }

  /** The comma or the end after a verb whose object is what surrounds it, or -1. */
  private int endOfClause(int verb, int end) {
    int unit = verb + 1;
    if (narrative.is(verb, Word.TELLING)) {
      int told = clauses.phraseStartingAt(unit);
      if (told == Phrases.NONE) {
        return unit == end ? end : -1;
      }
      unit = clauses.lastUnit(told) + 1;
    }
    if (closes(unit, end)) {
      return unit;
    }
    boolean question = narrative.is(unit, Word.QUESTION);
    boolean subordinate = narrative.is(unit, Lexicon.SUBORDINATOR) && !question;
    boolean adverbial =
        subordinate
            || narrative.is(
                unit, Lexicon.PREPOSITION | Lexicon.ADVERB | Lexicon.WEEKDAY | Lexicon.DAY)
            || narrative.is(unit, Word.TO) && clauses.phraseStartingAt(unit + 1) != Phrases.NONE
            || narrative.is(unit, Word.THIS)
            || narrative.is(unit, Word.LAST);
    int farthest = Math.min(end, verb + LONGEST_ADVERBIAL);
    for (; adverbial && unit <= farthest; unit++) {
      if (closes(unit, end)) {
        return unit;
      }
      if (narrative.isQuote(unit) || !subordinate && clauses.isFiniteVerb(unit)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean closes(int unit, int end) {
    return unit >= end || narrative.isSign(unit, ",—–;");
  }
}
