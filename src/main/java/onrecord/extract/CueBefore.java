package onrecord.extract;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the attribution that is before quoted words in their sentence. */
final class CueBefore extends Step {
  private static final int REACH = 60;
  private static final int FARTHEST_NOUN = 12;
  private static final int LONGEST_ADVERBIAL = 8;

  private final int firstPassive;

  CueBefore(Analysis analysis) {
    super(analysis);
    this.firstPassive = subjects.firstPassive();
  }

  /**
   * {@return the attribution before the words in their sentence, or null: the nearest verb of
   * speech, or else the nearest noun of speech or verb of thought}
   *
   * @param unit the unit of the words
   * @param start the start of their sentence
   */
  @Nullable Attribution find(int unit, int start) {
    int label = narrative.isSign(unit - 1, ":") ? labelBefore(start, unit - 1) : Phrases.NONE;
    if (label != Phrases.NONE) {
      return new Attribution(label, -1, Rule.LABEL);
    }
    int opening = endOfOpeningClause(start, unit);
    Map<Second, Attribution> second = new EnumMap<>(Second.class);
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      Attribution found = at(at, unit, start, opening);
      if (found == null || hasAnotherClause(found, unit)) {
        continue;
      }
      Second rank = rank(found, at, unit);
      if (rank == null) {
        return found;
      }
      second.putIfAbsent(rank, found);
    }
    Attribution best = second.isEmpty() ? null : second.values().iterator().next();
    return best != null && !clauses.isAnimate(best.phrase())
        ? ofObjectBeforeColon(best, unit)
        : best;
  }

  /** "The result did not surprise Smith: ...": a thing says nothing, and Smith has the word. */
  private Attribution ofObjectBeforeColon(Attribution ofThing, int unit) {
    int object = narrative.isSign(unit - 1, ":") ? clauses.phraseEndingAt(unit - 2) : Phrases.NONE;
    boolean person =
        object != Phrases.NONE
            && object != ofThing.phrase()
            && phrases.get(object).isName()
            && ofThing.rule() == Rule.THOUGHT
            && !phrases.get(ofThing.phrase()).is(Lexicon.DOCUMENT | Lexicon.BODY)
            && !clauses.isObjectOfPreposition(object);
    return person ? new Attribution(object, ofThing.cue(), Rule.THOUGHT) : ofThing;
  }

  /** What is taken where there is no better, best first. */
  private enum Second {
    /** A verb of speech in the infinitive or after "when". */
    SUBORDINATE,
    /** A noun of speech further away. */
    NOUN,
    /** A verb of thought. */
    THOUGHT,
    /** A verb whose subject is a thing. */
    LIFELESS
  }

  private @Nullable Second rank(Attribution found, int at, int unit) {
    if (!clauses.isAnimate(found.phrase())) {
      return found.rule() == Rule.CUE_BEFORE && isRightBefore(unit, at) ? null : Second.LIFELESS;
    }
    return switch (found.rule()) {
      case NOUN -> isRightBefore(unit, at) || narrative.is(at + 1, Word.THAT) ? null : Second.NOUN;
      case THOUGHT -> Second.THOUGHT;
      default -> {
        boolean subordinate =
            clauses.isSubordinate(at)
                && !isQuotedAs(found.phrase(), at)
                && !isOnlyFor(found.phrase(), at);
        yield subordinate || isAside(found, at, unit) ? Second.SUBORDINATE : null;
      }
    };
  }

  /**
   * Whether the words are another's than those of "who": "told Smith, who said that it rained, that
   * "..."", where each has a clause with "that".
   */
  private boolean hasAnotherClause(Attribution found, int unit) {
    int that = found.cue() + 1;
    return narrative.is(unit - 1, Word.THAT)
        && that < unit - 1
        && narrative.is(that, Word.THAT)
        && phrases.get(found.phrase()).isRelative()
        && !narrative.is(unit - 2, Lexicon.CONJUNCTION);
  }

  /** "only for Jones to shout": nobody asks for it. */
  private boolean isOnlyFor(int subject, int verb) {
    int before = clauses.firstUnit(subject) - 1;
    return subjects.isControlled(verb)
        && narrative.is(before, Word.FOR)
        && narrative.is(before - 1, Lexicon.ADVERB);
  }

  /** "quoted Jones as saying", where Jones is the subject. */
  private boolean isQuotedAs(int subject, int verb) {
    return narrative.is(verb, Lexicon.ING)
        && narrative.is(verb - 1, Word.AS)
        && clauses.lastUnit(subject) == verb - 2;
  }

  /** Whether the verb is in a clause about a noun, which ends before the words. */
  private boolean isAside(Attribution found, int at, int unit) {
    return found.cue() == at
        && found.rule() == Rule.CUE_BEFORE
        && !isRightBefore(unit, at)
        && !narrative.is(at, Lexicon.NAMING)
        && subjects.isInRelative(subjects.of(at), at);
  }

  /** The attribution by the word at a unit, if it is one that attributes. */
  private @Nullable Attribution at(int at, int unit, int start, int opening) {
    int according = CuePhrases.ACCORDING_TO.lengthBefore(narrative, at + 1);
    if (according > 0 && isAfterCue(at + 1 - according)) {
      return null;
    }
    if (according > 0) {
      int phrase = clauses.phraseStartingAt(at + 1);
      return phrase == Phrases.NONE
          ? null
          : new Attribution(phrase, at + 1 - according, Rule.ACCORDING_TO);
    }
    if (narrative.isSentenceStart(at) && narrative.is(at, Word.PER)) {
      return afterPer(at);
    }
    int going = CuePhrases.CUE_BEFORE.lengthBefore(narrative, at + 1);
    if (going > 0) {
      return at < opening ? null : ofVerb(at + 1 - going, unit, start, Rule.CUE_BEFORE);
    }
    if (clauses.isVerb(at, Lexicon.SPEECH)) {
      return at < opening ? null : ofVerb(at, unit, start, Rule.CUE_BEFORE);
    }
    boolean speaks =
        at == unit - 2 && narrative.is(at, Word.SPEAKING) && narrative.is(unit - 1, Word.TOPIC);
    if (speaks && clauses.isVerb(at, Lexicon.COMMON_VERB)) {
      return ofVerb(at, unit, start, Rule.CUE_BEFORE);
    }
    if (isLeadingOn(at, unit)) {
      return at < opening ? null : ofVerb(at, unit, start, Rule.THOUGHT);
    }
    if (unit - at < FARTHEST_NOUN && narrative.is(at, Lexicon.REMARK)) {
      return ofNoun(at, start);
    }
    boolean predicate = at < unit - 1 && clauses.isBe(at) && isRightBefore(unit, at);
    return predicate ? ofPredicate(at) : null;
  }

  /** Whether the unit is a verb of thought, or any verb before a colon: Smith gave the answer: */
  private boolean isLeadingOn(int at, int unit) {
    boolean sign = narrative.isSign(unit - 1, ":");
    boolean colon =
        sign || narrative.isSign(unit - 1, ",") && tokens.isCapital(narrative.token(unit) + 1);
    // "They got told: ..."
    boolean told = narrative.is(at, Word.GETTING) && subjects.isPassive(at + 1);
    return !told
        && (sign && clauses.isUnknownVerb(at)
            || clauses.isVerb(at, Lexicon.THOUGHT | (colon ? Lexicon.COMMON_VERB : 0)));
  }

  /** "Smith" in "Per Smith, it is "..."", given "per"; or null. */
  private @Nullable Attribution afterPer(int per) {
    int phrase = clauses.phraseStartingAt(per + 1);
    boolean source = phrase != Phrases.NONE && clauses.canSpeak(phrase);
    return source && clauses.isAnimate(phrase)
        ? new Attribution(phrase, per, Rule.ACCORDING_TO)
        : null;
  }

  /** Whether the unit opens an aside after a verb of speech: "said, according to Smith, ". */
  private boolean isAfterCue(int unit) {
    return narrative.isSign(unit - 1, ",") && clauses.isVerb(unit - 2, Lexicon.SPEECH);
  }

  /** "Smith" in "Smith's advice was: "..."", where the verb is at the unit. */
  private @Nullable Attribution ofPredicate(int be) {
    int noun = clauses.isVerb(be, Lexicon.AUXILIARY) ? subjects.of(be) : Phrases.NONE;
    int owner = noun == Phrases.NONE ? Phrases.NONE : phrases.get(noun).owner();
    boolean remark = owner != Phrases.NONE && narrative.is(clauses.lastUnit(noun), Lexicon.REMARK);
    return remark ? new Attribution(owner, clauses.lastUnit(noun), Rule.NOUN) : null;
  }

  /**
   * The name or the role before a colon, as in a transcript, perhaps with a description: "Smith,
   * The Daily News:"; or NONE where the words are a sentence.
   */
  int labelBefore(int start, int colon) {
    int last = clauses.phraseEndingAt(colon - 1);
    boolean named = last != Phrases.NONE && phrases.get(last).isName();
    if (named && narrative.isSign(clauses.firstUnit(last) - 1, "—–-")) {
      return last;
    }
    for (int at = afterIntroduction(start); at < colon; at++) {
      if (narrative.isQuote(at) || isPredicate(at) && !isDescribing(at, start)) {
        return Phrases.NONE;
      }
    }
    int first = clauses.phraseStartingAt(afterIntroduction(start));
    boolean described =
        first != Phrases.NONE
            && phrases.get(first).isName()
            && (narrative.isSign(clauses.lastUnit(first) + 1, ",(")
                || narrative.is(start, Word.HERE));
    if (described) {
      return first;
    }
    if (last != Phrases.NONE && isPlaceOfWords(clauses.firstUnit(last) - 1)) {
      return Phrases.NONE;
    }
    if (last == Phrases.NONE || named) {
      return last;
    }
    if (narrative.is(start, Word.FROM) && last == first && clauses.canSpeak(last)) {
      return last;
    }
    boolean role =
        phrases.get(last).is(Lexicon.ROLE)
            && !tokens.is(phrases.get(last).last(), Word.NO_LABEL)
            && clauses.firstUnit(last) == start;
    return role && clauses.lastUnit(last) == colon - 1 ? last : Phrases.NONE;
  }

  /** Whether the unit is the verb of a sentence, so that what it is in is no label. */
  private boolean isPredicate(int unit) {
    return clauses.isUnknownVerb(unit)
        || clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY)
            && narrative.is(unit, Lexicon.PAST | Lexicon.THIRD | Lexicon.AUXILIARY)
            && !(narrative.is(unit, Lexicon.MONTH) && tokens.isCapital(narrative.token(unit)));
  }

  /** Whether a participle is after the name and a comma: "Smith, retired nurse:". */
  private boolean isDescribing(int participle, int start) {
    int name = clauses.phraseStartingAt(start);
    return name != Phrases.NONE
        && phrases.get(name).isName()
        && clauses.lastUnit(name) == participle - 2
        && narrative.isSign(participle - 1, ",");
  }

  /** Where a label begins after "from", "here is", "statement by" or "from the desk of". */
  private int afterIntroduction(int start) {
    if (narrative.is(start, Word.HERE)) {
      boolean be = clauses.isBe(start + 1) || clauses.isContraction(start + 1);
      return be ? start + 2 : start;
    }
    int first = narrative.is(start, Word.AND) ? start + 1 : start;
    if (narrative.is(first, Lexicon.PREPOSITION)) {
      int desk = clauses.phraseStartingAt(first + 1);
      boolean written = desk != Phrases.NONE && narrative.is(clauses.lastUnit(desk), Word.DESK);
      return written && narrative.is(clauses.lastUnit(desk) + 1, Word.OF)
          ? clauses.lastUnit(desk) + 2
          : first + 1;
    }
    int remark = clauses.phraseStartingAt(first);
    int link = remark == Phrases.NONE ? start : clauses.lastUnit(remark) + 1;
    boolean linked =
        narrative.is(link, Word.BY) || narrative.is(link, Word.FROM) || narrative.is(link, Word.OF);
    return linked && narrative.is(link - 1, Lexicon.REMARK | Lexicon.DOCUMENT) ? link + 1 : start;
  }

  /** Whether a preposition says where or when the words were said: "then on CNN:". */
  private boolean isPlaceOfWords(int preposition) {
    return narrative.is(preposition, Word.ON) || narrative.is(preposition, Word.LOCATIVE);
  }

  private @Nullable Attribution ofVerb(int verb, int unit, int start, Rule rule) {
    int subject = subjects.of(verb);
    if (subject == Phrases.NONE
        || !clauses.canSpeak(subject)
        || clauses.lastUnit(subject) >= unit
            && !narrative.is(verb, Lexicon.ING)
            && !isPassiveAround(verb, unit)) {
      return null;
    }
    return outermost(new Attribution(subject, verb, rule), start);
  }

  /** "was called "a gift" by Smith": only the words are between the verb and who acts. */
  private boolean isPassiveAround(int verb, int unit) {
    int words = narrative.is(verb + 1, Word.AS) ? verb + 2 : verb + 1;
    return subjects.isPassive(verb) && words == unit;
  }

  private @Nullable Attribution ofNoun(int noun, int start) {
    int phrase = clauses.phraseEndingAt(noun);
    int owner = phrase == Phrases.NONE ? Phrases.NONE : phrases.get(phrase).owner();
    if (phrase != Phrases.NONE && owner == Phrases.NONE) {
      owner = clauses.ownerInWordsOf(phrase);
    }
    boolean named =
        owner != Phrases.NONE && clauses.isVerb(clauses.firstUnit(phrase) - 1, Lexicon.NAMING);
    // "called Smith's plan a mess" gives the words of who called it so.
    if (owner == Phrases.NONE || named) {
      return null;
    }
    Attribution found = new Attribution(owner, noun, Rule.NOUN);
    return isObjectWithClause(phrase, noun) ? found : outermost(found, start);
  }

  /** "denied Smith's claim that": the noun is the object, and the words are those of Smith. */
  private boolean isObjectWithClause(int phrase, int noun) {
    int verb = clauses.firstUnit(phrase) - 1;
    return narrative.is(noun + 1, Word.THAT)
        && clauses.isVerb(verb, Lexicon.SPEECH)
        && !narrative.is(verb, Lexicon.ALWAYS_VERB);
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
      if (narrative.isSign(at, ",") && clauses.startsClause(at + 1)) {
        return at;
      }
    }
    return start;
  }

  /**
   * Whether nothing but "that", "with", a colon, a comma or the one told is between the cue and the
   * quotation.
   */
  boolean isRightBefore(int unit, int cue) {
    int told =
        cue >= 0 && narrative.is(cue, Lexicon.ADDRESSED) && narrative.isSign(unit - 1, ",:")
            ? clauses.phraseStartingAt(cue + 1)
            : Phrases.NONE;
    for (int at = told == Phrases.NONE ? cue + 1 : clauses.lastUnit(told) + 1; at < unit; at++) {
      if (!narrative.isSign(at, ",:")
          && !narrative.is(at, Word.THAT)
          && !(at == cue + 1 && narrative.is(at, Word.WITH))) {
        return false;
      }
    }
    return cue >= 0;
  }

  /**
   * Goes from a clause to the one that reports it: in "Smith said that Jones called it ...", the
   * words are on Smith's account.
   */
  private Attribution outermost(Attribution found, int start) {
    Attribution outer = found;
    for (int steps = 0; steps < 3; steps++) {
      Attribution next = reporting(outer, start);
      if (next == null) {
        return outer;
      }
      outer = next;
    }
    return outer;
  }

  /** The verb that has the clause of an attribution as its object, or null. */
  private @Nullable Attribution reporting(Attribution inner, int start) {
    if (isHeard(inner)) {
      return null;
    }
    Phrase subject = phrases.get(inner.phrase());
    int before = clauses.firstUnit(inner.phrase()) - 1;
    if (subject.isRelative()) {
      int antecedent = clauses.antecedent(clauses.firstUnit(inner.phrase()));
      before = antecedent == Phrases.NONE ? before : clauses.firstUnit(antecedent) - 1;
    }
    if (narrative.is(before, Word.WHAT) && subject.isPronoun()) {
      return mainVerbBefore(before, start, inner);
    }
    before = subject.isPronoun() ? beforeAdverbial(before, start) : before;
    boolean that = narrative.is(before, Word.THAT);
    int last = that ? before - 1 : before;
    for (int at = last; at >= Math.max(start, that ? last - 8 : last); at--) {
      if (narrative.isSign(at, ",;") || narrative.isQuote(at)) {
        return null;
      }
      boolean reports =
          that
              ? clauses.isVerb(at, Lexicon.SPEECH | Lexicon.THOUGHT)
              : clauses.isVerb(at, Lexicon.SPEECH) && !narrative.is(at, Lexicon.ADDRESSED);
      int reporter = reports && !(that && isAntecedent(at, last)) ? subjects.of(at) : Phrases.NONE;
      if (reporter != Phrases.NONE
          && reporter != inner.phrase()
          && clauses.canSpeak(reporter)
          && clauses.lastUnit(reporter) < at) {
        return new Attribution(reporter, at, inner.rule());
      }
    }
    return null;
  }

  /** "that" in "that over the last week he", where the adverbial ends at the unit; or the unit. */
  private int beforeAdverbial(int unit, int start) {
    for (int at = unit; at > Math.max(start, unit - LONGEST_ADVERBIAL); at--) {
      if (narrative.is(at, Word.THAT)) {
        return narrative.is(at + 1, Lexicon.PREPOSITION) ? at : unit;
      }
      if (narrative.isSign(at, ",;:—–") || narrative.isQuote(at) || clauses.isFiniteVerb(at)) {
        return unit;
      }
    }
    return unit;
  }

  /** Whether "that" is about the object of the verb: "Smith said the plan that Jones called". */
  private boolean isAntecedent(int verb, int last) {
    int phrase = clauses.phraseEndingAt(last);
    return phrase != Phrases.NONE
        && clauses.canSpeak(phrase)
        && !narrative.is(verb, Lexicon.ADDRESSED)
        && clauses.firstUnit(clauses.headOfChain(phrase, verb)) == verb + 1;
  }

  /** "recalled Jones saying", "heard Jones say": the words are those of Jones. */
  private boolean isHeard(Attribution inner) {
    int cue = inner.cue();
    int subject = inner.phrase();
    return cue > 0
        && clauses.lastUnit(subject) == cue - 1
        && narrative.is(clauses.firstUnit(subject) - 1, Word.HEARING)
        && narrative.is(cue, Lexicon.ING | Lexicon.BASE);
  }

  /** "Smith denounced what he called ...": the pronoun stands for the subject of the main verb. */
  private @Nullable Attribution mainVerbBefore(int unit, int start, Attribution inner) {
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      boolean verb = clauses.isVerb(at, Lexicon.VERB) || clauses.isUnknownVerb(at);
      if (verb && !subjects.isControlled(at)) {
        int subject = subjects.animate(at);
        if (subject != Phrases.NONE) {
          return new Attribution(subject, inner.cue(), inner.rule());
        }
      }
    }
    return null;
  }

  /**
   * A headline may go without a verb: "Smith ready for 'long fight'".
   *
   * @param start the start of the first sentence
   */
  @Nullable Attribution subjectOfHeadline(int start, int unit) {
    boolean headline =
        !narrative.isSign(narrative.sentenceEnd(0) - 1, ".")
            && narrative.isBreak(narrative.sentenceEnd(0));
    int phrase = clauses.phraseStartingAt(start);
    boolean named =
        phrase != Phrases.NONE && phrases.get(phrase).isName() && clauses.lastUnit(phrase) < unit;
    boolean active = firstPassive < 0 || firstPassive >= unit;
    return headline && named && active ? new Attribution(phrase, -1, Rule.HEADLINE) : null;
  }
}
