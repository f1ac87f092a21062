package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/**
 * The grammar around a verb: who its subject is. It reads as much structure as that needs, from the
 * verb outwards, and looks at a bounded number of units.
 */
final class Clauses {
  static final int NONE = -1;
  private static final int REACH = 70;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Tokens tokens;
  private final int[] subjects;

  Clauses(Narrative narrative, Phrases phrases) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.tokens = narrative.tokens;
    this.subjects = new int[narrative.units()];
    // From left to right, so that a verb can take over the subject of one before it.
    for (int unit = 0; unit < subjects.length; unit++) {
      boolean verb = isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) || isUnknownVerb(unit);
      int subject = verb ? findSubject(unit) : NONE;
      if (verb
          && subject == NONE
          && isVerb(unit, Lexicon.SPEECH)
          && narrative.is(unit, Lexicon.PAST | Lexicon.THIRD)) {
        subject = inverted(unit);
      }
      subjects[unit] = subject;
    }
  }

  /** {@return whether the unit is a verb in use, with one of the flags} */
  boolean isVerb(int unit, long anyOf) {
    return narrative.is(unit, anyOf) && phrases.at(narrative.token(unit)) == Phrases.NONE;
  }

  boolean isFinite(int unit) {
    return narrative.is(unit, Lexicon.PAST | Lexicon.THIRD | Lexicon.BASE);
  }

  private boolean isBe(int unit) {
    return narrative.isText(unit, "was")
        || narrative.isText(unit, "is")
        || narrative.isText(unit, "were")
        || narrative.isText(unit, "are")
        || narrative.isText(unit, "been")
        || narrative.isText(unit, "being")
        || narrative.isText(unit, "be");
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

  /** {@return the first unit of a phrase, its owner included} */
  int firstUnit(int phrase) {
    int first = phrase;
    while (phrases.get(first).owner() != Phrases.NONE) {
      first = phrases.get(first).owner();
    }
    return narrative.unitOf(phrases.get(first).first());
  }

  int lastUnit(int phrase) {
    return narrative.unitOf(phrases.get(phrase).last());
  }

  /** {@return whether the phrase can be somebody or something that speaks} */
  boolean canSpeak(int phrase) {
    Phrase p = phrases.get(phrase);
    if (p.isName()) {
      return !p.is(Lexicon.WEEKDAY) || p.first() != p.last();
    }
    if (p.isPronoun() || p.isRelative()) {
      return !p.is(Lexicon.YOU);
    }
    int head = p.last();
    if (tokens.is(head, Lexicon.WEEKDAY | Lexicon.DAY)) {
      return false;
    }
    if (tokens.is(head, Lexicon.MONTH)) {
      return false;
    }
    if (tokens.shape(head) == Shape.NUMBER) {
      return p.first() == p.last() ? false : !isYear(head);
    }
    return !isTimeNoun(head);
  }

  private boolean isYear(int token) {
    return tokens.length(token) == 4;
  }

  private boolean isTimeNoun(int token) {
    return tokens.isText(token, "week")
        || tokens.isText(token, "month")
        || tokens.isText(token, "year")
        || tokens.isText(token, "day")
        || tokens.isText(token, "morning")
        || tokens.isText(token, "night")
        || tokens.isText(token, "evening")
        || tokens.isText(token, "afternoon")
        || tokens.isText(token, "time")
        || tokens.isText(token, "years")
        || tokens.isText(token, "days")
        || tokens.isText(token, "weeks")
        || tokens.isText(token, "months")
        || tokens.isText(token, "hours")
        || tokens.isText(token, "minutes")
        || tokens.isText(token, "moment")
        || tokens.isText(token, "weekend")
        || tokens.isText(token, "way");
  }

  /** {@return the phrase that is the subject of the verb at the unit, or NONE} */
  int subject(int verb) {
    return subjects[verb];
  }

  private int findSubject(int verb) {
    int start = narrative.sentenceStart(narrative.sentenceOf(verb));
    int unit = verb - 1;
    boolean infinitive = false;
    boolean passive = false;
    boolean auxiliary = false;
    boolean first = true;
    while (unit >= start && isInVerbGroup(unit)) {
      infinitive |= narrative.isText(unit, "to");
      passive |= first && isBe(unit) && narrative.is(verb, Lexicon.PAST | Lexicon.PARTICIPLE);
      first &= narrative.is(unit, Lexicon.ADVERB);
      auxiliary |= narrative.is(unit, Lexicon.AUXILIARY) || isContraction(unit);
      unit--;
    }
    if (passive) {
      int agent = agent(verb);
      if (agent != NONE || !narrative.isText(verb, "quoted")) {
        return agent;
      }
    }
    if (unit < start) {
      return inverted(verb);
    }
    if (infinitive) {
      int phrase = phraseEndingAt(unit);
      boolean named = phrase != NONE && narrative.isText(firstUnit(phrase) - 1, "for");
      return named ? phrase : ofVerbBefore(unit + 1, start);
    }
    if (narrative.is(verb, Lexicon.ING) && !auxiliary) {
      return ofParticiple(unit, start);
    }
    return subjectAt(unit, start, verb);
  }

  /** {@return whether a verb or the words around one stand at the unit} */
  boolean isVerbGroup(int unit) {
    return isInVerbGroup(unit) || isVerb(unit, Lexicon.VERB) || isUnknownVerb(unit);
  }

  private boolean isInVerbGroup(int unit) {
    if (narrative.isQuote(unit)) {
      return false;
    }
    if (narrative.is(unit, Lexicon.AUXILIARY | Lexicon.ADVERB)
        && phrases.at(narrative.token(unit)) == Phrases.NONE) {
      return true;
    }
    int token = narrative.token(unit);
    if (isContraction(unit)) {
      return phraseEndingAt(unit - 1) != NONE;
    }
    return narrative.isText(unit, "to")
        || narrative.isText(unit, "have")
        || (tokens.shape(token) == Shape.LOWER
            && phrases.at(token) == Phrases.NONE
            && endsWithLy(token));
  }

  /** Whether the unit is the 's of "he's". */
  private boolean isContraction(int unit) {
    return !narrative.isQuote(unit) && tokens.shape(narrative.token(unit)) == Shape.POSSESSIVE;
  }

  private boolean endsWithLy(int token) {
    int end = tokens.end(token);
    return tokens.length(token) > 3
        && tokens.text.charAt(end - 1) == 'y'
        && tokens.text.charAt(end - 2) == 'l';
  }

  /** The subject that ends at the unit, which stands right before the verb group. */
  private int subjectAt(int unit, int start, int verb) {
    int phrase = phraseEndingAt(unit);
    if (phrase != NONE) {
      return ofPhraseBefore(phrase, start);
    }
    if (narrative.isSign(unit, ")]")) {
      int open = unit - 1;
      while (open > start && unit - open < REACH && !narrative.isSign(open, "([")) {
        open--;
      }
      return open > start ? subjectAt(open - 1, start, verb) : NONE;
    }
    if (narrative.isSign(unit, ",—–-")) {
      int owner = ofApposition(unit, start);
      return owner != NONE ? owner : ofVerbBefore(unit, start);
    }
    if (narrative.is(unit, Lexicon.RELATIVE)) {
      return antecedent(unit);
    }
    if (narrative.is(unit, Lexicon.CONJUNCTION)) {
      return ofVerbBefore(unit, start);
    }
    if (narrative.isQuote(unit)) {
      return inverted(verb);
    }
    int token = narrative.token(unit);
    if (tokens.isWord(token) && !narrative.is(unit, Lexicon.FUNCTION)) {
      return ofVerbBefore(unit + 1, start);
    }
    return ofVerbBefore(unit, start);
  }

  /** The subject, where a phrase stands right before the verb: it could belong to a longer one. */
  private int ofPhraseBefore(int phrase, int start) {
    int head = headOfChain(phrase, start);
    int before = firstUnit(head) - 1;
    if (before >= start
        && narrative.is(before, Lexicon.PREPOSITION)
        && !narrative.isText(before, "than")) {
      int comma = before - 1;
      if (narrative.isSign(comma, ",—–")) {
        int owner = ofApposition(before - 1, start);
        if (owner != NONE) {
          return owner;
        }
      }
    }
    if (before > start
        && isVerb(before, Lexicon.VERB)
        && !narrative.is(before, Lexicon.SPEECH | Lexicon.THOUGHT)) {
      int relative = relativeBefore(before, start);
      if (relative != NONE) {
        return relative;
      }
    }
    if (!canSpeak(head)) {
      int other = before >= start ? phraseEndingAt(before) : NONE;
      return other != NONE && canSpeak(other) ? headOfChain(other, start) : NONE;
    }
    boolean stranded =
        before >= start
            && narrative.is(before, Lexicon.PREPOSITION)
            && !narrative.is(before, Lexicon.SUBORDINATOR);
    if (stranded && before > start) {
      // "who in the past described": the phrase belongs to the adverbial, not to the verb.
      int participle = phraseEndingAt(before - 2);
      boolean postmodified =
          participle != NONE && canSpeak(participle) && endsLikeParticiple(before - 1);
      int behind =
          postmodified ? headOfChain(participle, start) : subjectAt(before - 1, start, before);
      return behind != NONE ? behind : head;
    }
    if (narrative.isText(before, "and")
        && phrases.get(head).isNominal()
        && phrases.get(head).is(Lexicon.ROLE)
        && phrases.get(head).owner() == Phrases.NONE
        && !tokens.is(phrases.get(head).first(), Lexicon.DETERMINER)) {
      int office = phraseEndingAt(before - 1);
      return office == NONE ? head : headOfChain(office, start);
    }
    return head;
  }

  private boolean endsLikeParticiple(int unit) {
    int token = narrative.token(unit);
    return !narrative.isQuote(unit)
        && tokens.shape(token) == Shape.LOWER
        && tokens.length(token) > 4
        && (tokens.text.startsWith("ing", tokens.end(token) - 3)
            || tokens.text.startsWith("ed", tokens.end(token) - 2));
  }

  /** The antecedent of "who" or "that", where the verb stands in its clause. */
  private int relativeBefore(int verb, int start) {
    for (int unit = verb - 1; unit >= Math.max(start, verb - 5); unit--) {
      if (narrative.is(unit, Lexicon.RELATIVE)) {
        int pronoun = phraseEndingAt(unit);
        return pronoun != NONE ? pronoun : antecedent(unit);
      }
      if (!isInVerbGroup(unit)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** {@return the phrase that "who", "which" or "that" at the unit stands for, or NONE} */
  int antecedent(int unit) {
    int start = narrative.sentenceStart(narrative.sentenceOf(unit));
    int before = unit - 1;
    while (before > start && narrative.isSign(before, ",—–-")) {
      before--;
    }
    if (narrative.isSign(before, ")")) {
      before = openingBefore(before, Math.max(start, before - REACH)) - 1;
    }
    int phrase = phraseEndingAt(before);
    if (phrase == NONE || phrases.get(phrase).isName() && !phrases.get(phrase).is(Lexicon.PLACE)) {
      return phrase;
    }
    int head = headOfChain(phrase, start);
    int comma = firstUnit(head) - 1;
    if (narrative.isSign(comma, ",") && phrases.get(head).isNominal()) {
      // "Smith, a Democrat from Ohio, who": the name is meant.
      int named = phraseEndingAt(comma - 1);
      if (named != NONE && phrases.get(named).isName() && !isObjectOfPreposition(named)) {
        return named;
      }
    }
    return head;
  }

  private boolean isObjectOfPreposition(int phrase) {
    return narrative.is(firstUnit(phrase) - 1, Lexicon.PREPOSITION);
  }

  /** Goes from "the union" to "the head" in "the head of the union". */
  private int headOfChain(int phrase, int start) {
    int head = phrase;
    for (int steps = 0; steps < 6; steps++) {
      int link = firstUnit(head) - 1;
      if (link <= start
          || !narrative.is(link, Lexicon.PREPOSITION)
          || narrative.is(link, Lexicon.SUBORDINATOR)) {
        return head;
      }
      int before = phraseEndingAt(link - 1);
      if (before == NONE) {
        return head;
      }
      if (!canSpeak(before)) {
        return head;
      }
      head = before;
    }
    return head;
  }

  /** The phrase before "X, a doctor, said" or "X, who was there, said": the comma is the last. */
  private int ofApposition(int comma, int start) {
    int stop = Math.max(start, comma - REACH);
    for (int unit = comma - 1; unit > stop; unit--) {
      if (!narrative.isSign(unit, ",—–-(")) {
        continue;
      }
      int phrase = phraseEndingAt(unit - 1);
      if (phrase == NONE && narrative.isSign(unit - 1, ")")) {
        phrase = phraseEndingAt(openingBefore(unit - 1, stop) - 1);
      }
      if (phrase == NONE || !isApposition(unit + 1)) {
        continue;
      }
      int head = headOfChain(phrase, start);
      if (!canSpeak(head)) {
        continue;
      }
      int before = firstUnit(head) - 1;
      if (narrative.isSign(before, ",") && phrases.get(head).isNominal()) {
        int named = phraseEndingAt(before - 1);
        if (named != NONE && phrases.get(named).isName() && !isObjectOfPreposition(named)) {
          return named;
        }
      }
      if (before >= start && narrative.is(before, Lexicon.PREPOSITION)) {
        continue;
      }
      return head;
    }
    return NONE;
  }

  private int openingBefore(int unit, int stop) {
    int open = unit - 1;
    while (open > stop && !narrative.isSign(open, "([")) {
      open--;
    }
    return open;
  }

  /** Whether the words from here on can stand between commas behind a name. */
  private boolean isApposition(int unit) {
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
        || phraseStartingAt(unit) != NONE;
  }

  /** The subject of the nearest verb before the unit. */
  private int ofVerbBefore(int unit, int start) {
    int stop = Math.max(start, unit - REACH);
    int lifeless = NONE;
    for (int at = unit - 1; at >= stop; at--) {
      if (isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY) && !narrative.is(at, Lexicon.ING)
          || isUnknownVerb(at)) {
        int subject = subjects[at];
        if (subject != NONE && isAnimate(subject)) {
          return subject;
        }
        lifeless = lifeless == NONE ? subject : lifeless;
      }
    }
    return lifeless;
  }

  /** Whether the unit ends like a verb of the past that the lists do not have. */
  boolean isUnknownVerb(int unit) {
    if (narrative.isQuote(unit) || narrative.isBreak(unit)) {
      return false;
    }
    int token = narrative.token(unit);
    return tokens.shape(token) == Shape.LOWER
        && phrases.at(token) == Phrases.NONE
        && tokens.length(token) > 4
        && tokens.text.startsWith("ed", tokens.end(token) - 2);
  }

  private int ofParticiple(int unit, int start) {
    int near = phraseEndingAt(unit);
    if (near != NONE && canSpeak(near) && isActing(near)) {
      return near;
    }
    if (narrative.isSign(unit, ",")) {
      int phrase = phraseEndingAt(unit - 1);
      if (phrase != NONE && firstUnit(phrase) == start) {
        return phrase;
      }
    }
    int subject = ofVerbBefore(unit + 1, start);
    if (subject != NONE) {
      return subject;
    }
    int opening = phraseStartingAt(start);
    if (opening != NONE && canSpeak(opening) && narrative.isSign(lastUnit(opening) + 1, ",(—–")) {
      return opening;
    }
    return ofMainClauseBehind(unit);
  }

  /** {@return whether the verb is an infinitive, or follows a word such as "when": "when asked"} */
  boolean isSubordinate(int verb) {
    int before = narrative.is(verb - 1, Lexicon.ADVERB) ? verb - 2 : verb - 1;
    return narrative.isText(before, "to") || narrative.is(before, Lexicon.SUBORDINATOR);
  }

  /** {@return whether the phrase is of somebody, or of something that people speak through} */
  boolean isAnimate(int phrase) {
    Phrase p = phrases.get(phrase);
    return !p.isNominal()
        || p.is(Lexicon.ROLE | Lexicon.GROUP | Lexicon.BODY | Lexicon.DOCUMENT)
        || p.owner() != Phrases.NONE
        || tokens.isCapital(p.last());
  }

  /** Whether the phrase right before a participle is its subject: "with Smith saying". */
  private boolean isActing(int phrase) {
    Phrase p = phrases.get(phrase);
    int before = firstUnit(phrase) - 1;
    if (narrative.isText(before, "with")) {
      return true;
    }
    boolean animate =
        !p.is(Lexicon.DOCUMENT | Lexicon.REMARK)
            && (p.isName() || p.is(Lexicon.ROLE | Lexicon.GROUP));
    return animate
        && (narrative.isText(before, "of")
            || !narrative.is(before, Lexicon.PREPOSITION) && !isVerb(before, Lexicon.SPEECH));
  }

  /** "Calling it a day, Smith left": the first phrase behind the comma. */
  private int ofMainClauseBehind(int unit) {
    int end = narrative.sentenceEnd(narrative.sentenceOf(unit));
    for (int at = unit + 1; at < Math.min(end, unit + REACH); at++) {
      if (narrative.isSign(at, ",") || narrative.isQuote(at)) {
        int phrase = phraseStartingAt(at + 1);
        if (phrase != NONE
            && canSpeak(phrase)
            && (narrative.isSign(at, ",") || isVerbGroup(lastUnit(phrase) + 1))) {
          return phrase;
        }
      }
    }
    return NONE;
  }

  /** The phrase behind "by" in "was called by". */
  int agent(int verb) {
    int end = narrative.sentenceEnd(narrative.sentenceOf(verb));
    for (int unit = verb + 1; unit < Math.min(end, verb + 12); unit++) {
      if (narrative.isText(unit, "by")) {
        int phrase = phraseStartingAt(unit + 1);
        return phrase != NONE && canSpeak(phrase) ? phrase : NONE;
      }
      if (narrative.isSign(unit, ",;:") || isVerb(unit, Lexicon.VERB)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** {@return the phrase right behind a verb that stands before its subject, or NONE} */
  int inverted(int verb) {
    int unit = verb + 1;
    while (narrative.is(unit, Lexicon.ADVERB)) {
      unit++;
    }
    int phrase = phraseStartingAt(unit);
    return phrase != NONE && canSpeak(phrase) && !isObject(phrase) ? phrase : NONE;
  }

  private boolean isObject(int phrase) {
    int token = phrases.get(phrase).first();
    return tokens.isText(token, "him")
        || tokens.isText(token, "them")
        || tokens.isText(token, "me")
        || tokens.isText(token, "us")
        || tokens.isText(token, "it")
        || tokens.isText(token, "her");
  }
}
