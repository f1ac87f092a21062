package onrecord.extract;

import org.jspecify.annotations.Nullable;

/** Finds the attribution that stands before quoted words in their sentence. */
final class CueBefore {
  private static final int REACH = 60;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;

  CueBefore(Narrative narrative, Phrases phrases, Clauses clauses) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = narrative.tokens;
  }

  /**
   * The verb before the quotation in its sentence that reports it: the nearest verb of speech, or
   * else the nearest verb of thought.
   */
  @Nullable Finding before(int unit, int start) {
    Finding thought = null;
    Finding lifeless = null;
    Finding subordinate = null;
    Finding noun = null;
    boolean colon =
        narrative.isSign(unit - 1, ":")
            || narrative.isSign(unit - 1, ",") && tokens.isCapital(narrative.token(unit) + 1);
    if (narrative.isSign(unit - 1, ":") && isLabel(start, unit - 1)) {
      return new Finding(clauses.phraseEndingAt(unit - 2), -1, Rule.LABEL);
    }
    int opening = endOfOpeningClause(start, unit);
    int stop = Math.max(start, unit - REACH);
    for (int at = unit - 1; at >= stop; at--) {
      Finding found = null;
      if (narrative.isText(at, "to") && narrative.isText(at - 1, "according")) {
        int phrase = clauses.phraseStartingAt(at + 1);
        found = phrase == Phrases.NONE ? null : new Finding(phrase, at - 1, Rule.ACCORDING_TO);
      } else if (clauses.isVerb(at, Lexicon.SPEECH)) {
        found = at < opening ? null : ofVerb(at, unit, start, Rule.CUE_BEFORE);
      } else if (thought == null
          && clauses.isVerb(at, Lexicon.THOUGHT | (colon ? Lexicon.COMMON_VERB : 0))) {
        thought = at < opening ? null : ofVerb(at, unit, start, Rule.THOUGHT);
        if (thought != null && !clauses.isAnimate(thought.phrase())) {
          lifeless = lifeless == null ? thought : lifeless;
          thought = null;
        }
      } else if (narrative.is(at, Lexicon.REMARK) && unit - at < 12) {
        found = ofNoun(at, start);
        if (found != null && !isRightBefore(unit, at)) {
          noun = noun == null ? found : noun;
          found = null;
        }
      }
      if (found != null && clauses.isAnimate(found.phrase())) {
        if (!clauses.isSubordinate(at)) {
          return found;
        }
        subordinate = subordinate == null ? found : subordinate;
      } else {
        lifeless = lifeless == null ? found : lifeless;
      }
    }
    if (subordinate != null || noun != null) {
      return subordinate != null ? subordinate : noun;
    }
    return thought != null ? thought : lifeless;
  }

  /** Whether the words before a colon are a name alone, as in a transcript. */
  private boolean isLabel(int start, int colon) {
    int phrase = clauses.phraseEndingAt(colon - 1);
    if (phrase == Phrases.NONE || !phrases.get(phrase).isName()) {
      return false;
    }
    for (int at = start; at < colon; at++) {
      if (narrative.isQuote(at) || clauses.isVerbGroup(at)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Finding ofVerb(int verb, int unit, int start, Rule rule) {
    int subject = clauses.subject(verb);
    if (subject == Phrases.NONE
        || !clauses.canSpeak(subject)
        || clauses.lastUnit(subject) >= unit && !narrative.is(verb, Lexicon.ING)) {
      return null;
    }
    return outermost(new Finding(subject, verb, rule), start);
  }

  private @Nullable Finding ofNoun(int noun, int start) {
    int phrase = clauses.phraseEndingAt(noun);
    int owner = phrase == Phrases.NONE ? Phrases.NONE : phrases.get(phrase).owner();
    return owner == Phrases.NONE ? null : outermost(new Finding(owner, noun, Rule.NOUN), start);
  }

  /**
   * Where "When Smith said no," ends at the start of a sentence; the start if it has no such
   * clause.
   */
  private int endOfOpeningClause(int start, int unit) {
    if (!narrative.is(start, Lexicon.SUBORDINATOR)) {
      return start;
    }
    for (int at = start + 1; at < Math.min(unit, start + REACH); at++) {
      if (narrative.isSign(at, ",")) {
        int phrase = clauses.phraseStartingAt(at + 1);
        if (phrase != Phrases.NONE && clauses.isVerbGroup(clauses.lastUnit(phrase) + 1)) {
          return at;
        }
      }
    }
    return start;
  }

  /** Whether nothing but "that", a colon or a comma stands between the cue and the quotation. */
  boolean isRightBefore(int unit, int cue) {
    for (int at = cue + 1; at < unit; at++) {
      if (!narrative.isSign(at, ",:") && !narrative.isText(at, "that")) {
        return false;
      }
    }
    return cue >= 0;
  }

  /**
   * Goes from a clause to the one that reports it: in "Smith said that Jones called it ...", the
   * words are on Smith's account.
   */
  private Finding outermost(Finding found, int start) {
    Finding outer = found;
    for (int steps = 0; steps < 3; steps++) {
      int before = clauses.firstUnit(outer.phrase()) - 1;
      if (phrases.get(outer.phrase()).isRelative()) {
        int antecedent = clauses.antecedent(clauses.firstUnit(outer.phrase()));
        before = antecedent == Phrases.NONE ? before : clauses.firstUnit(antecedent) - 1;
      }
      if (narrative.isText(before, "what") && phrases.get(outer.phrase()).isPronoun()) {
        Finding main = mainVerbBefore(before, start, outer);
        return main == null ? outer : main;
      }
      if (narrative.isText(before, "that")) {
        before--;
      }
      Finding next = null;
      for (int at = before; at >= Math.max(start, before - 8) && next == null; at--) {
        if (narrative.isSign(at, ",;") || narrative.isQuote(at)) {
          break;
        }
        boolean that = narrative.isText(before + 1, "that");
        boolean reports =
            clauses.isVerb(at, Lexicon.SPEECH) && !narrative.is(at, Lexicon.ADDRESSED);
        if (at == before && reports
            || that && clauses.isVerb(at, Lexicon.SPEECH | Lexicon.THOUGHT)) {
          int subject = clauses.subject(at);
          if (subject != Phrases.NONE
              && subject != outer.phrase()
              && clauses.canSpeak(subject)
              && clauses.lastUnit(subject) < at) {
            next = new Finding(subject, at, outer.rule());
          }
        }
      }
      if (next == null) {
        return outer;
      }
      outer = next;
    }
    return outer;
  }

  /** "Smith denounced what he called ...": the pronoun stands for the subject of the main verb. */
  private @Nullable Finding mainVerbBefore(int unit, int start, Finding inner) {
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      if (clauses.isVerb(at, Lexicon.VERB) || clauses.isUnknownVerb(at)) {
        int subject = clauses.subject(at);
        if (subject != Phrases.NONE && clauses.canSpeak(subject) && clauses.isAnimate(subject)) {
          return new Finding(subject, inner.cue(), inner.rule());
        }
      }
    }
    return null;
  }

  /** A headline may go without a verb: "Smith ready for 'long fight'". */
  @Nullable Finding subjectOfHeadline(int start, int unit) {
    boolean headline =
        !narrative.isSign(narrative.sentenceEnd(0) - 1, ".")
            && narrative.isBreak(narrative.sentenceEnd(0));
    int phrase = clauses.phraseStartingAt(start);
    boolean named =
        phrase != Phrases.NONE && phrases.get(phrase).isName() && clauses.lastUnit(phrase) < unit;
    return headline && named ? new Finding(phrase, -1, Rule.HEADLINE) : null;
  }
}
