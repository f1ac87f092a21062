package onrecord.extract;

/** Finds the subject of a participle: "Smith left, calling it a day". */
final class Participles {
  private static final int NONE = Clauses.NONE;
  private static final int REACH = 70;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Subjects subjects;

  /**
   * Makes the search.
   *
   * @param subjects the subjects of the verbs before the one that is asked for
   */
  Participles(Narrative narrative, Phrases phrases, Clauses clauses, Subjects subjects) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.subjects = subjects;
  }

  /**
   * {@return whether the verb adds to a clause, so that its subject speaks: "left, saying that"}
   */
  boolean isAdded(int verb) {
    return narrative.is(verb, Lexicon.ING)
        && (narrative.isSign(verb - 1, ",") || narrative.is(verb - 1, Lexicon.SUBORDINATOR));
  }

  /** {@return whether a participle has a subject of its own: "with Smith going on to say"} */
  boolean isOfWith(int subject) {
    return subject != NONE && narrative.is(clauses.firstUnit(subject) - 1, Word.WITH);
  }

  /** The subject of the first verb of the sentence that has one and is in no opening clause. */
  private int ofMainVerb(int unit, int start) {
    boolean opening = narrative.is(start, Lexicon.SUBORDINATOR | Lexicon.PREPOSITION);
    for (int at = Math.max(start, unit - REACH); at < unit; at++) {
      opening &= !narrative.isSign(at, ",");
      int subject = subjects.isControlled(at) ? NONE : subjects.of(at);
      boolean main = !opening && subject != NONE && clauses.isAnimate(subject);
      if (main && !phrases.get(subject).isRelative() && !narrative.is(at, Lexicon.ING)) {
        return subject;
      }
    }
    return NONE;
  }

  /**
   * {@return the subject of the participle after the unit, or NONE}
   *
   * @param start the start of the sentence
   */
  int of(int unit, int start) {
    int accused = accusedBefore(unit, start);
    if (accused != NONE) {
      return accused;
    }
    int owner = ownerOfHabit(unit);
    if (owner != NONE) {
      return owner;
    }
    boolean himself = narrative.is(unit, Word.REFLEXIVE);
    int near = withHead(clauses.phraseEndingAt(himself ? unit - 1 : unit), start);
    if (near != NONE && clauses.canSpeak(near) && isActing(near)) {
      return near;
    }
    boolean comma = narrative.isSign(unit, ",") || narrative.endsWithComma(unit);
    if (comma) {
      int closing = ofClosingAttribution(unit - 1);
      if (closing != NONE) {
        return closing;
      }
      int phrase = clauses.phraseEndingAt(unit - 1);
      if (phrase != NONE && clauses.firstUnit(phrase) == start) {
        return phrase;
      }
    }
    int subject = comma ? ofMainVerb(unit, start) : ofParticipleBefore(unit, start);
    if (subject == NONE) {
      subject = subjects.ofVerbBefore(unit + 1, start);
    }
    if (subject != NONE) {
      return subject;
    }
    int opening = clauses.phraseStartingAt(start);
    if (opening != NONE
        && clauses.canSpeak(opening)
        && narrative.isSign(clauses.lastUnit(opening) + 1, ",(—–")) {
      return opening;
    }
    return ofMainClauseAfter(unit);
  }

  /** The subject of "vowing" in "vowing ... and adding", where "and" is at the unit; or NONE. */
  private int ofParticipleBefore(int unit, int start) {
    if (!narrative.is(unit, Word.AND)) {
      return NONE;
    }
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      boolean opened = narrative.isSign(at - 1, ",") || narrative.endsWithComma(at - 1);
      if (opened && clauses.isVerb(at, Lexicon.SPEECH) && narrative.is(at, Lexicon.ING)) {
        return subjects.of(at);
      }
    }
    return NONE;
  }

  /** "the clerk" in "with the clerk of court calling it", given the court; else what is given. */
  private int withHead(int near, int start) {
    int head = near == NONE ? NONE : clauses.headOfChain(near, start);
    if (head == NONE || !narrative.is(clauses.firstUnit(head) - 1, Word.WITH)) {
      return near;
    }
    Phrase p = phrases.get(head);
    boolean one = p.first() == p.last() && p.is(Lexicon.DETERMINER);
    boolean ofThing = phrases.get(near).isNominal() && !phrases.get(near).is(Subjects.PEOPLE);
    return !p.isNominal() || one || p.is(Lexicon.SOURCE) || ofThing ? head : near;
  }

  /** "Smith" in "..., Smith said, adding", where "said" is at the unit; or NONE. */
  private int ofClosingAttribution(int verb) {
    int subject = clauses.isVerb(verb, Lexicon.SPEECH) ? subjects.of(verb) : NONE;
    int opening = subject == NONE ? 0 : clauses.firstUnit(subject) - 1;
    boolean closing =
        subject != NONE && (narrative.isSign(opening, ",—–") || narrative.isQuote(opening));
    return closing ? subject : NONE;
  }

  /**
   * "Jones" in "Smith accused Jones of saying" or "quoted Jones as saying", where the preposition
   * is at the unit.
   */
  private int accusedBefore(int preposition, int start) {
    boolean as = narrative.is(preposition, Word.AS);
    boolean of = as || narrative.is(preposition, Word.OF) || narrative.is(preposition, Word.FOR);
    int object = of ? clauses.phraseEndingAt(preposition - 1) : NONE;
    if (object == NONE || !clauses.canSpeak(object) || !clauses.isAnimate(object)) {
      return NONE;
    }
    int verb = clauses.firstUnit(object) - 1;
    boolean takes = !as || narrative.is(verb, Lexicon.ADDRESSED);
    return takes && verb > start && clauses.isVerb(verb, Lexicon.VERB) && !clauses.isBe(verb)
        ? object
        : NONE;
  }

  /** "Smith" in "Smith's habit of saying", given "of"; or NONE. */
  private int ownerOfHabit(int of) {
    int habit = narrative.is(of, Word.OF) ? clauses.phraseEndingAt(of - 1) : NONE;
    return habit == NONE ? NONE : phrases.get(habit).owner();
  }

  /** Whether the phrase right before a participle is its subject: "with Smith saying". */
  private boolean isActing(int phrase) {
    Phrase p = phrases.get(phrase);
    int before = clauses.firstUnit(phrase) - 1;
    if (narrative.is(before, Word.WITH)) {
      return true;
    }
    if (narrative.is(clauses.lastUnit(phrase), Lexicon.INSCRIBED)) {
      // "held a sign reading": what is read.
      return true;
    }
    boolean animate =
        !p.is(Lexicon.DOCUMENT | Lexicon.REMARK)
            && (p.isName() || p.is(Lexicon.ROLE | Lexicon.GROUP));
    boolean read = p.is(Lexicon.DOCUMENT) && p.isNominal() && p.owner() == Phrases.NONE;
    if (read && narrative.is(before, Lexicon.PREPOSITION | Lexicon.SUBORDINATOR)) {
      return true;
    }
    return animate
        && (narrative.is(before, Word.OF)
            || narrative.is(before, Word.HEARING)
            || !narrative.is(before, Lexicon.PREPOSITION)
                && !clauses.isVerb(before, Lexicon.SPEECH));
  }

  /** "Calling it a day, Smith left": the first phrase after the comma. */
  private int ofMainClauseAfter(int unit) {
    int end = narrative.sentenceEnd(narrative.sentenceOf(unit));
    for (int at = unit + 1; at < Math.min(end, unit + REACH); at++) {
      if (narrative.isSign(at, ",") || narrative.isQuote(at)) {
        int phrase = clauses.phraseStartingAt(at + 1);
        if (phrase != NONE
            && clauses.canSpeak(phrase)
            && (narrative.isSign(at, ",") || clauses.isVerbGroup(clauses.lastUnit(phrase) + 1))) {
          return phrase;
        }
      }
    }
    return NONE;
  }
}
