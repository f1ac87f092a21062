package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/** The grammar around a verb or a phrase, as far as the search for speakers needs it. */
final class Clauses {
  static final int NONE = -1;
  private static final int REACH = 70;
  private static final int DIGITS_OF_A_YEAR = 4;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Tokens tokens;
  private final Agreement agreement;

  Clauses(Tokens tokens, Narrative narrative, Phrases phrases) {
    this.tokens = tokens;
    this.narrative = narrative;
    this.phrases = phrases;
    this.agreement = new Agreement(tokens, narrative, phrases);
  }

  /** {@return the other one in "Smith and Jones said", seen from either as the subject, or NONE} */
  int jointWith(int phrase) {
    int and = lastUnit(phrase) + 1;
    int other = narrative.is(and, Word.AND) ? phraseStartingAt(and + 1) : NONE;
    if (other == NONE) {
      and = firstUnit(phrase) - 1;
      other = narrative.is(and, Word.AND) ? phraseEndingAt(and - 1) : NONE;
    }
    boolean named =
        other != NONE
            && phrases.get(other).isName()
            && phrases.get(phrase).isName()
            && !phrases.get(other).possessive();
    int after = named ? Math.max(lastUnit(phrase), lastUnit(other)) + 1 : 0;
    return named
            && (isVerbGroup(after) || narrative.isSign(after, ".,"))
            && !isObjectOfPreposition(Math.min(phrase, other))
        ? other
        : NONE;
  }

  /** {@return whether the unit is a verb in use, with one of the flags} */
  boolean isVerb(int unit, long anyOf) {
    return narrative.is(unit, anyOf)
        && phrases.at(narrative.token(unit)) == Phrases.NONE
        && !isDirection(unit);
  }

  /** Whether the unit is the "back" of "pulls back", and not the verb. */
  private boolean isDirection(int unit) {
    return narrative.is(unit, Lexicon.ADVERB)
        && narrative.is(unit, Word.BACK)
        && narrative.is(unit - 1, Lexicon.VERB)
        && phrases.at(narrative.token(unit - 1)) == Phrases.NONE;
  }

  boolean isFinite(int unit) {
    return narrative.is(unit, Lexicon.PAST | Lexicon.THIRD | Lexicon.BASE);
  }

  /** {@return whether a verb or an auxiliary in a form that a subject can have is at the unit} */
  boolean isFiniteVerb(int unit) {
    return isVerb(unit, Lexicon.AUXILIARY)
        || isVerb(unit, Lexicon.VERB) && isFinite(unit)
        || isUnknownVerb(unit);
  }

  boolean isBe(int unit) {
    return narrative.is(unit, Lexicon.BE);
  }

  /** {@return the phrase that ends with the unit, or NONE} */
  int phraseEndingAt(int unit) {
    if (narrative.isQuote(unit) || narrative.isBreak(unit)) {
      return NONE;
    }
    int phrase = phrases.at(narrative.token(unit));
    return phrase != Phrases.NONE && phrases.get(phrase).last() == narrative.token(unit)
        ? phrase
        : NONE;
  }

  /**
   * {@return the phrase that starts with the unit, or NONE; where that one only owns the next
   * ("Smith" of "Smith's lawyer"), the next}
   */
  int phraseStartingAt(int unit) {
    if (narrative.isQuote(unit) || narrative.isBreak(unit)) {
      return NONE;
    }
    int phrase = phrases.at(narrative.token(unit));
    if (phrase == Phrases.NONE || phrases.get(phrase).first() != narrative.token(unit)) {
      return NONE;
    }
    while (phrase + 1 < phrases.size() && phrases.get(phrase + 1).owner() == phrase) {
      phrase++;
    }
    return phrase;
  }

  /** {@return the phrase that starts with the unit or after adverbs there, or NONE} */
  int sourceAt(int unit) {
    int first = unit;
    while (first < unit + 2
        && isInVerbGroup(first)
        && !narrative.is(first, Lexicon.AUXILIARY)
        && !narrative.is(first, Word.TO)) {
      first++;
    }
    return phraseStartingAt(first);
  }

  /** {@return the first unit of a phrase, its owner included} */
  int firstUnit(int phrase) {
    return narrative.unitOf(firstToken(phrase));
  }

  /** {@return the first token of a phrase, its owner included} */
  int firstToken(int phrase) {
    return phrases.get(outermostOwner(phrase)).first();
  }

  private int outermostOwner(int phrase) {
    int first = phrase;
    while (phrases.get(first).owner() != Phrases.NONE) {
      first = phrases.get(first).owner();
    }
    return first;
  }

  /** {@return the last token of what hangs on a description: "the head of the union"} */
  int lastToken(int phrase) {
    int last = phrase;
    for (int steps = 0; steps < 3 && phrases.get(phrase).isNominal(); steps++) {
      int link = phrases.get(last).last() + 1;
      int next = phrases.at(link + 1);
      boolean hangs =
          tokens.is(link, Lexicon.PREPOSITION)
              && !tokens.is(link, Lexicon.SUBORDINATOR)
              && next != NONE
              && phrases.get(next).first() == link + 1
              && canSpeak(next);
      if (!hangs) {
        break;
      }
      while (next + 1 < phrases.size() && phrases.get(next + 1).owner() == next) {
        next++;
      }
      last = next;
    }
    return phrases.get(last).last();
  }

  int lastUnit(int phrase) {
    return narrative.unitOf(phrases.get(phrase).last());
  }

  /** {@return whether the phrase can be somebody or something that speaks} */
  boolean canSpeak(int phrase) {
    Phrase p = phrases.get(phrase);
    if (p.isName()) {
      return true;
    }
    if (p.isPronoun() || p.isRelative()) {
      return !p.is(Lexicon.YOU);
    }
    int head = p.last();
    if (tokens.is(head, Lexicon.SPEECHLESS | Lexicon.WEEKDAY | Lexicon.DAY | Lexicon.MONTH)
        || p.first() == head
            && tokens.is(head, Word.EARLY_OR_LATE)
            && !tokens.is(head, Lexicon.DETERMINER)) {
      return false;
    }
    return tokens.shape(head) != Shape.NUMBER
        || p.first() != p.last() && tokens.length(head) != DIGITS_OF_A_YEAR;
  }

  /** {@return whether a phrase and a verb after it start at the unit} */
  boolean startsClause(int unit) {
    int phrase = phraseStartingAt(unit);
    return phrase != NONE && isVerbGroup(lastUnit(phrase) + 1);
  }

  /** {@return whether a phrase and a verb after it that is no infinitive start at the unit} */
  boolean startsFiniteClause(int unit) {
    int phrase = phraseStartingAt(unit);
    return startsClause(unit) && !narrative.is(lastUnit(phrase) + 1, Word.TO);
  }

  /** {@return whether a verb or the words around one are at the unit} */
  boolean isVerbGroup(int unit) {
    return isInVerbGroup(unit) || isVerb(unit, Lexicon.VERB) || isUnknownVerb(unit);
  }

  /** {@return whether there is a verb from one unit to before another} */
  boolean hasVerb(int from, int to) {
    for (int unit = from; unit < to; unit++) {
      if (isVerbGroup(unit)) {
        return true;
      }
    }
    return false;
  }

  boolean isInVerbGroup(int unit) {
    if (narrative.isQuote(unit)) {
      return false;
    }
    if (isVerb(unit, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      return true;
    }
    int token = narrative.token(unit);
    if (narrative.is(unit, Lexicon.DETERMINER | Lexicon.CONJUNCTION)
        && (isOfAllSubjects(unit) || isAllBut(unit))) {
      return true;
    }
    if (isContraction(unit)) {
      return phraseEndingAt(unit - 1) != NONE;
    }
    return narrative.is(unit, Word.TO)
        || narrative.is(unit, Word.HAVE)
        || (tokens.shape(token) == Shape.LOWER
            && phrases.at(token) == Phrases.NONE
            && tokens.length(token) > 3
            && tokens.endsWith(token, Ending.ADVERB));
  }

  /**
   * Whether the unit is "both" in "Smith and Jones have both said", "Smith and Jones both said".
   */
  private boolean isOfAllSubjects(int unit) {
    return narrative.is(unit, Word.OF_ALL)
        && (narrative.is(unit - 1, Lexicon.AUXILIARY) || phraseEndingAt(unit - 1) != NONE)
        && isVerb(unit + 1, Lexicon.VERB);
  }

  /** Whether the unit is in "all but", where that is an adverb: "all but accused him". */
  private boolean isAllBut(int unit) {
    int but = narrative.is(unit, Word.BUT) ? unit : unit + 1;
    return narrative.is(but, Word.BUT)
        && narrative.is(but - 1, Word.OF_ALL)
        && isVerb(but + 1, Lexicon.VERB);
  }

  /** Whether the unit is the 's of "he's". */
  boolean isContraction(int unit) {
    return tokens.shape(narrative.token(unit)) == Shape.POSSESSIVE;
  }

  /** {@return the phrase that "who", "which" or "that" at the unit stands for, or NONE} */
  int antecedent(int unit) {
    int start = narrative.sentenceStart(narrative.sentenceOf(unit));
    int before = unit - 1;
    if (narrative.is(unit, Word.THAT) && narrative.isSign(before, ",")) {
      // After a comma "that" is about no noun: "said in Ellenport, Maine, that".
      return NONE;
    }
    while (before > start && narrative.isSign(before, ",—–-")) {
      before--;
    }
    if (narrative.isSign(before, ")")) {
      before = openingBefore(before, Math.max(start, before - REACH)) - 1;
    }
    int phrase = phraseEndingAt(before);
    if (phrase == NONE
        || phrases.get(phrase).isName()
            && !phrases.get(phrase).is(Lexicon.PLACE)
            && !(narrative.is(unit, Word.WHO) && isNameOfThing(phrase))) {
      return phrase;
    }
    int noun = phraseEndingAt(firstUnit(phrase) - 1);
    int head = headOfChain(phrases.get(phrase).isName() && noun != NONE ? noun : phrase, start);
    int link = firstUnit(phrase) - 1;
    boolean ofThing =
        phrases.get(phrase).isName()
            && narrative.is(link, Lexicon.PREPOSITION)
            && !narrative.is(link, Word.OFFICE_LINK)
            && !narrative.is(link, Word.LOCATIVE)
            && !isAnimate(head);
    if (narrative.is(unit, Word.WHO) && ofThing) {
      // "an attack on Smith, who": a thing is nobody.
      return phrase;
    }
    int named = nameBefore(head);
    return named != NONE ? named : head;
  }

  /** Whether a name after a preposition, and perhaps a noun, shows no person: "at the lab Blue". */
  private boolean isNameOfThing(int name) {
    Phrase p = phrases.get(name);
    int noun = phraseEndingAt(firstUnit(name) - 1);
    boolean object =
        isObjectOfPreposition(name)
            || noun != NONE && phrases.get(noun).isNominal() && isObjectOfPreposition(noun);
    return object && !p.is(Lexicon.HONORIFIC) && !tokens.is(p.nameFirst(), Lexicon.GIVEN_NAME);
  }

  /** {@return the name that a description explains, as in "Smith, a Democrat", or NONE} */
  int nameBefore(int description) {
    int comma = firstUnit(description) - 1;
    int named =
        narrative.isSign(comma, ",") && phrases.get(description).isNominal()
            ? phraseEndingAt(comma - 1)
            : NONE;
    return named != NONE && phrases.get(named).isName() && !isObjectOfPreposition(named)
        ? named
        : NONE;
  }

  boolean isObjectOfPreposition(int phrase) {
    return narrative.is(firstUnit(phrase) - 1, Lexicon.PREPOSITION);
  }

  /** Goes from "the union" to "the head" in "the head of the union". */
  int headOfChain(int phrase, int start) {
    int head = phrase;
    for (int steps = 0; steps < 6; steps++) {
      int link = firstUnit(head) - 1;
      if (link <= start
          || !narrative.is(link, Lexicon.PREPOSITION)
          || narrative.is(link, Lexicon.SUBORDINATOR)) {
        return head;
      }
      boolean two = narrative.is(link - 1, Lexicon.PREPOSITION) && link - 1 > start;
      int before = phraseEndingAt(two ? link - 2 : link - 1);
      if (before == NONE || !canSpeak(before)) {
        return head;
      }
      head = before;
    }
    return head;
  }

  int openingBefore(int unit, int stop) {
    int open = unit - 1;
    while (open > stop && !narrative.isSign(open, "([")) {
      open--;
    }
    return open;
  }

  /** Whether the words from here on can be between commas after a name. */
  boolean isApposition(int unit) {
    int token = narrative.token(unit);
    return narrative.is(
            unit,
            Lexicon.RELATIVE
                | Lexicon.DETERMINER
                | Lexicon.POSSESSIVE
                | Lexicon.PREPOSITION
                | Lexicon.ADVERB
                | Lexicon.ROLE
                | Lexicon.GROUP
                | Lexicon.TITLE
                | Lexicon.SUFFIX
                | Lexicon.ING
                | Lexicon.PARTICIPLE
                | Lexicon.PLACE
                | Lexicon.SUBORDINATOR)
        || tokens.shape(token) == Shape.NUMBER
        || isUnknownVerb(unit)
        || isUnknownGerund(unit)
        || phraseStartingAt(unit) != NONE;
  }

  /** Whether the unit ends like a verb of the past that the lists do not have. */
  boolean isUnknownVerb(int unit) {
    int token = narrative.token(unit);
    return tokens.shape(token) == Shape.LOWER
        && phrases.at(token) == Phrases.NONE
        && tokens.length(token) > 4
        && tokens.endsWith(token, Ending.PAST);
  }

  /** Whether the unit ends like a participle of the present that the lists do not have. */
  boolean isUnknownGerund(int unit) {
    int token = narrative.token(unit);
    return tokens.shape(token) == Shape.LOWER
        && phrases.at(token) == Phrases.NONE
        && tokens.length(token) > 5
        && tokens.endsWith(token, Ending.GERUND);
  }

  /** {@return whether the verb is an infinitive, or follows a word such as "when": "when asked"} */
  boolean isSubordinate(int verb) {
    int before = narrative.is(verb - 1, Lexicon.ADVERB) ? verb - 2 : verb - 1;
    return narrative.is(before, Word.TO) || narrative.is(before, Lexicon.SUBORDINATOR);
  }

  /** {@return whether the phrase is of somebody, or of something that people speak through} */
  boolean isAnimate(int phrase) {
    Phrase p = phrases.get(phrase);
    return !p.isNominal()
        || p.is(Lexicon.SOURCE)
        || p.owner() != Phrases.NONE
        || tokens.endsWith(p.last(), Ending.AGENTS)
        || tokens.isCapital(p.last()) && !narrative.isSentenceStart(narrative.unitOf(p.last()));
  }

  /** {@return "Smith" of "in the words of Smith" or "in Smith's view", given the noun; or NONE} */
  int ownerInWordsOf(int noun) {
    if (!narrative.is(lastUnit(noun), Word.WORDING)
        || !narrative.is(firstUnit(noun) - 1, Word.IN)) {
      return NONE;
    }
    int of = lastUnit(noun) + 1;
    int owner = phrases.get(noun).owner();
    return owner == NONE && narrative.is(of, Word.OF) ? phraseStartingAt(of + 1) : owner;
  }

  /** The phrase after "by" in "was called by". */
  int agent(int verb) {
    int end = narrative.sentenceEnd(narrative.sentenceOf(verb));
    for (int unit = verb + 1; unit < Math.min(end, verb + 12); unit++) {
      if (narrative.is(unit, Word.BY)) {
        int phrase = phraseStartingAt(unit + 1);
        return phrase != NONE && canSpeak(phrase) ? phrase : NONE;
      }
      if (narrative.isSign(unit, ",;:") || isVerb(unit, Lexicon.VERB)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** {@return the subject right after a verb of speech, as in "said Smith", or NONE} */
  int saidBy(int verb) {
    return isVerb(verb, Lexicon.SPEECH)
            && narrative.is(verb, Lexicon.PAST | Lexicon.THIRD | Lexicon.ALWAYS_VERB)
        ? inverted(verb)
        : NONE;
  }

  /** {@return the phrase right after a verb that is before its subject, or NONE} */
  int inverted(int verb) {
    int unit = verb + 1;
    while (narrative.is(unit, Lexicon.ADVERB) || isUnknownVerb(unit) || isHyphenated(unit)) {
      // "said undecided voter John Smith"
      unit++;
    }
    int phrase = phraseStartingAt(unit);
    if (phrase == NONE
        || !canSpeak(phrase)
        || tokens.is(phrases.get(phrase).first(), Lexicon.OBJECT)
        || !agreement.isPossible(verb, phrase)) {
      return NONE;
    }
    if (narrative.is(verb, Lexicon.NAMING) && narrative.isQuote(lastUnit(phrase) + 1)) {
      // "called the plan ...": what is called so.
      return NONE;
    }
    int named = namedAfter(phrase);
    return named == NONE ? phrase : named;
  }

  /** Whether the unit is an adjective like "nature-loving". */
  private boolean isHyphenated(int unit) {
    int token = narrative.token(unit);
    return isUnknownGerund(unit) && tokens.string(token).indexOf('-') > 0;
  }

  /**
   * The name after a description without an article: "keen angler Ada Quill", "poet and mother of
   * two Ada Quill"; or NONE.
   */
  private int namedAfter(int description) {
    Phrase p = phrases.get(description);
    if (!p.isNominal() || p.owner() != Phrases.NONE || tokens.is(p.first(), Lexicon.DETERMINER)) {
      return NONE;
    }
    int next = phraseStartingAt(lastUnit(description) + 1);
    boolean given = next != NONE && tokens.is(phrases.get(next).first(), Lexicon.GIVEN_NAME);
    if (given || tokens.isCapital(p.first())) {
      return given ? next : NONE;
    }
    for (int unit = lastUnit(description) + 1; unit < lastUnit(description) + 8; unit++) {
      int phrase = phraseStartingAt(unit);
      if (phrase != NONE && phrases.get(phrase).isName()) {
        boolean apart =
            narrative.is(unit - 1, Lexicon.PREPOSITION)
                && tokens.isCapital(phrases.get(phrase).first());
        return apart ? NONE : phrase;
      }
      boolean link =
          narrative.is(unit, Lexicon.CONJUNCTION)
              || narrative.is(unit, Word.OF)
              || narrative.is(unit, Lexicon.PARTICIPLE | Lexicon.ING)
              || phrases.at(narrative.token(unit)) != NONE
              || tokens.shape(narrative.token(unit)) == Shape.LOWER
                  && !narrative.is(unit, Lexicon.FUNCTION | Lexicon.DETERMINER | Lexicon.VERB);
      if (narrative.isQuote(unit) || narrative.isBreak(unit) || !link) {
        return NONE;
      }
    }
    return NONE;
  }
}
