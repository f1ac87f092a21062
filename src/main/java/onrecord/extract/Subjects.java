package onrecord.extract;

import java.util.Arrays;
import java.util.BitSet;
import onrecord.extract.Tokens.Shape;

/**
 * Finds the subject of each verb. It reads the sentence from the verb to the left as far as that
 * needs, a bounded number of units: over adverbs and auxiliaries, over what stands between commas
 * after a name, over relative clauses, and to the verb before where two share a subject.
 */
final class Subjects {
  private static final int NONE = Clauses.NONE;
  private static final int REACH = 70;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;
  private final int[] subjects;
  private final boolean[] isSubject;
  private final boolean[] isSpeaking;
  private final boolean[] isFirst;
  private final BitSet passives = new BitSet();

  Subjects(Tokens tokens, Narrative narrative, Phrases phrases, Clauses clauses) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = tokens;
    this.subjects = new int[narrative.units()];
    this.isSubject = new boolean[phrases.size()];
    this.isSpeaking = new boolean[phrases.size()];
    this.isFirst = new boolean[phrases.size()];
    Arrays.fill(subjects, NONE);
    find();
  }

  /** {@return the phrase that is the subject of the verb at the unit, or NONE} */
  int of(int verb) {
    return subjects[verb];
  }

  /** {@return the subject of the verb if it is of somebody who can speak, or NONE} */
  int animate(int verb) {
    int subject = subjects[verb];
    return subject != NONE && clauses.canSpeak(subject) && clauses.isAnimate(subject)
        ? subject
        : NONE;
  }

  /** {@return whether some verb has the phrase as its subject} */
  boolean isSubject(int phrase) {
    return isSubject[phrase];
  }

  /** {@return whether the phrase is the subject of a verb of speech in a finite form} */
  boolean isSpeaking(int phrase) {
    return isSpeaking[phrase];
  }

  /** {@return whether the verb is in the passive, so that its subject is who acts, if anybody} */
  boolean isPassive(int verb) {
    return passives.get(verb);
  }

  /** {@return whether the phrase is the first subject of its sentence} */
  boolean isFirst(int phrase) {
    return isFirst[phrase];
  }

  private void find() {
    int lastSentence = -1;
    // From left to right, so that a verb can take over the subject of one before it.
    for (int unit = 0; unit < subjects.length; unit++) {
      if (clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) || clauses.isUnknownVerb(unit)) {
        int subject = findSubject(unit);
        subjects[unit] = subject == NONE && !passives.get(unit) ? clauses.saidBy(unit) : subject;
        if (subjects[unit] != NONE) {
          isSubject[subjects[unit]] = true;
          isSpeaking[subjects[unit]] |=
              clauses.isVerb(unit, Lexicon.SPEECH)
                  && clauses.isFinite(unit)
                  && !narrative.is(unit, Lexicon.ADVERB);
          int sentence = narrative.sentenceOf(unit);
          isFirst[subjects[unit]] |= sentence != lastSentence;
          lastSentence = sentence;
        }
      }
    }
  }

  private int findSubject(int verb) {
    int start = narrative.sentenceStart(narrative.sentenceOf(verb));
    int unit = verb - 1;
    boolean infinitive = false;
    boolean passive = false;
    boolean auxiliary = false;
    boolean first = true;
    while (unit >= start && clauses.isInVerbGroup(unit)) {
      infinitive |= narrative.is(unit, Word.TO);
      passive |=
          first && clauses.isBe(unit) && narrative.is(verb, Lexicon.PAST | Lexicon.PARTICIPLE);
      first &= narrative.is(unit, Lexicon.ADVERB);
      auxiliary |= narrative.is(unit, Lexicon.AUXILIARY) || clauses.isContraction(unit);
      unit--;
    }
    passive |=
        narrative.is(verb, Lexicon.ADDRESSED)
            && narrative.is(verb, Lexicon.PARTICIPLE)
            && narrative.is(verb + 1, Word.AFTER_PARTICIPLE);
    // "Smith was quoted by a newspaper as saying": still it is Smith who spoke.
    if (passive && !narrative.is(verb, Word.QUOTED)) {
      passives.set(verb);
      return clauses.agent(verb);
    }
    if (unit < start) {
      return clauses.inverted(verb);
    }
    if (infinitive) {
      int phrase = clauses.phraseEndingAt(unit);
      boolean named = phrase != NONE && narrative.is(clauses.firstUnit(phrase) - 1, Word.FOR);
      return named ? phrase : ofVerbBefore(unit + 1, start);
    }
    if (narrative.is(verb, Lexicon.ING) && !auxiliary) {
      return ofParticiple(unit, start);
    }
    int restricted = ofRestricted(verb, start);
    return restricted != NONE ? restricted : subjectAt(unit, start, verb);
  }

  /**
   * The phrase that opens the sentence, in "a diary that holds the hopes of growers, millers and
   * others said": what "that" begins has one verb, and the verb at hand is the second.
   */
  private int ofRestricted(int verb, int start) {
    int opening = clauses.phraseStartingAt(start);
    if (opening == NONE || !clauses.isVerb(verb, Lexicon.SPEECH) || !clauses.isFinite(verb)) {
      return NONE;
    }
    int relative = clauses.lastUnit(opening) + 1;
    if (verb - relative > REACH || !narrative.is(relative, Lexicon.RELATIVE)) {
      return NONE;
    }
    int verbs = 0;
    boolean inVerb = false;
    for (int unit = relative + 1; unit < verb; unit++) {
      boolean isVerb =
          clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) && !narrative.is(unit, Lexicon.ING)
              || clauses.isUnknownVerb(unit);
      verbs += isVerb && !inVerb ? 1 : 0;
      inVerb = isVerb || inVerb && clauses.isInVerbGroup(unit);
      if (narrative.isQuote(unit)
          || narrative.is(unit, Lexicon.SUBORDINATOR)
          || narrative.isSign(unit, ";:—–")) {
        return NONE;
      }
    }
    return verbs == 1 && !clauses.isInVerbGroup(verb - 1) && clauses.canSpeak(opening)
        ? opening
        : NONE;
  }

  /** The subject in ", noted John Smith." at the end of a sentence, or NONE. */
  private int closing(int verb) {
    int subject = clauses.saidBy(verb);
    if (subject == NONE || phrases.get(subject).isPronoun()) {
      return NONE;
    }
    int end = clauses.lastUnit(subject) + 1;
    return narrative.isSign(end, ".")
            || narrative.isBreak(end)
            || narrative.isSign(end, ",") && clauses.isApposition(end + 1)
        ? subject
        : NONE;
  }

  /** The subject that ends at the unit, which stands right before the verb group. */
  private int subjectAt(int unit, int start, int verb) {
    int phrase = clauses.phraseEndingAt(unit);
    if (phrase != NONE) {
      return ofPhraseBefore(phrase, start, verb);
    }
    if (narrative.isSign(unit, ")]")) {
      int open = clauses.openingBefore(unit, Math.max(start, unit - REACH));
      return open > start ? subjectAt(open - 1, start, verb) : NONE;
    }
    if (narrative.isSign(unit, ",—–-")) {
      int after = narrative.is(verb, Lexicon.ADDRESSED) ? NONE : closing(verb);
      if (after != NONE) {
        return after;
      }
      int owner = ofApposition(unit, start);
      return owner != NONE ? owner : ofVerbBefore(unit, start);
    }
    if (narrative.is(unit, Lexicon.RELATIVE)) {
      return clauses.antecedent(unit);
    }
    if (narrative.is(unit, Lexicon.CONJUNCTION)) {
      return ofVerbBefore(unit, start);
    }
    if (narrative.isQuote(unit)) {
      return clauses.inverted(verb);
    }
    int token = narrative.token(unit);
    if (tokens.isWord(token) && !narrative.is(unit, Lexicon.FUNCTION)) {
      return ofVerbBefore(unit + 1, start);
    }
    return ofVerbBefore(unit, start);
  }

  /** The subject, where a phrase stands right before the verb: it could belong to a longer one. */
  private int ofPhraseBefore(int phrase, int start, int verb) {
    int head = clauses.headOfChain(withoutRegion(phrase), start);
    int before = clauses.firstUnit(head) - 1;
    boolean afterPreposition = before >= start && narrative.is(before, Lexicon.PREPOSITION);
    if (afterPreposition
        && !narrative.is(before, Word.THAN)
        && narrative.isSign(before - 1, ",—–")) {
      int owner = ofApposition(before - 1, start);
      if (owner != NONE) {
        return owner;
      }
    }
    int acting = actingBefore(before, start);
    if (acting != NONE) {
      return acting;
    }
    if (before > start
        && clauses.isVerb(before, Lexicon.VERB)
        && !narrative.is(before, Lexicon.SPEECH | Lexicon.THOUGHT)) {
      int relative = relativeBefore(before, start);
      if (relative != NONE) {
        return relative;
      }
    }
    if (!clauses.canSpeak(head)) {
      int other = before >= start ? clauses.phraseEndingAt(before) : NONE;
      return other != NONE && clauses.canSpeak(other) ? clauses.headOfChain(other, start) : NONE;
    }
    boolean stranded = afterPreposition && !narrative.is(before, Lexicon.SUBORDINATOR);
    if (stranded && before > start && verb - before < REACH) {
      int after = afterAdverbial(before, start, verb);
      return after != NONE ? after : head;
    }
    int named = clauses.nameBefore(head);
    if (named != NONE && clauses.firstUnit(named) == start) {
      // "Smith, a former agent has written": the second comma is missing.
      return named;
    }
    return firstOffice(head, before, start);
  }

  /** "Ellenport" in "Smith of Ellenport, Maine said". */
  private int withoutRegion(int phrase) {
    int comma = clauses.firstUnit(phrase) - 1;
    boolean place =
        phrases.get(phrase).isName()
            && tokens.is(phrases.get(phrase).last(), Lexicon.PLACE)
            && narrative.isSign(comma, ",");
    int town = place ? clauses.phraseEndingAt(comma - 1) : NONE;
    return town != NONE && phrases.get(town).isName() && clauses.isObjectOfPreposition(town)
        ? town
        : phrase;
  }

  /** "a man" in "a man walking two dogs said", where the participle stands at the unit. */
  private int actingBefore(int participle, int start) {
    boolean gerund =
        participle > start
            && !narrative.is(participle, Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.AUXILIARY)
            && (clauses.isVerb(participle, Lexicon.VERB) && narrative.is(participle, Lexicon.ING)
                || clauses.isUnknownGerund(participle));
    int acting = gerund ? clauses.phraseEndingAt(participle - 1) : NONE;
    return acting != NONE && clauses.canSpeak(acting) && clauses.isAnimate(acting)
        ? clauses.headOfChain(acting, start)
        : NONE;
  }

  /** "who in the past described": the phrase belongs to the adverbial, not to the verb. */
  private int afterAdverbial(int preposition, int start, int verb) {
    int participle = clauses.phraseEndingAt(preposition - 2);
    boolean postmodified =
        participle != NONE && clauses.canSpeak(participle) && endsLikeParticiple(preposition - 1);
    return postmodified
        ? clauses.headOfChain(participle, start)
        : subjectAt(preposition - 1, start, verb);
  }

  /** "the former mayor and current senator": one person, named by the first office. */
  private int firstOffice(int head, int before, int start) {
    Phrase p = phrases.get(head);
    boolean second =
        narrative.is(before, Word.AND)
            && p.isNominal()
            && p.is(Lexicon.ROLE)
            && p.owner() == Phrases.NONE
            && !tokens.is(p.first(), Lexicon.DETERMINER);
    int office = second ? clauses.phraseEndingAt(before - 1) : NONE;
    return office == NONE ? head : clauses.headOfChain(office, start);
  }

  private boolean endsLikeParticiple(int unit) {
    int token = narrative.token(unit);
    return tokens.shape(token) == Shape.LOWER
        && tokens.length(token) > 4
        && (tokens.endsWith(token, Ending.GERUND) || tokens.endsWith(token, Ending.PAST));
  }

  /** The antecedent of "who" or "that", where the verb stands in its clause. */
  private int relativeBefore(int verb, int start) {
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

  /** The phrase before "X, a doctor, said" or "X, who was there, said": the comma is the last. */
  private int ofApposition(int comma, int start) {
    int stop = Math.max(start, comma - REACH);
    for (int unit = comma - 1; unit > stop; unit--) {
      if (!narrative.isSign(unit, ",—–-(")) {
        continue;
      }
      int phrase = clauses.phraseEndingAt(unit - 1);
      if (phrase == NONE && narrative.isSign(unit - 1, ")")) {
        phrase = clauses.phraseEndingAt(clauses.openingBefore(unit - 1, stop) - 1);
      }
      if (phrase == NONE || !clauses.isApposition(unit + 1)) {
        continue;
      }
      int head = clauses.headOfChain(phrase, start);
      if (!clauses.canSpeak(head)) {
        continue;
      }
      int named = clauses.nameBefore(head);
      if (named != NONE) {
        return named;
      }
      int before = clauses.firstUnit(head) - 1;
      if (before >= start && narrative.is(before, Lexicon.PREPOSITION)) {
        continue;
      }
      return head;
    }
    return NONE;
  }

  /** The subject of the nearest verb before the unit. */
  private int ofVerbBefore(int unit, int start) {
    int stop = Math.max(start, unit - REACH);
    int lifeless = NONE;
    for (int at = unit - 1; at >= stop; at--) {
      if (passives.get(at)) {
        // "Smith was joined by Jones and said": the subject is that of "was".
        continue;
      }
      if (clauses.isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY) && !narrative.is(at, Lexicon.ING)
          || clauses.isUnknownVerb(at)) {
        int subject = subjects[at];
        boolean relative =
            subject != NONE && (phrases.get(subject).isRelative() || isInRelative(subject, at));
        if (subject != NONE && clauses.isAnimate(subject) && !relative) {
          return subject;
        }
        lifeless = lifeless == NONE ? subject : lifeless;
      }
    }
    return lifeless;
  }

  /** Whether a subject and its verb are in a clause about a noun: "the barrels that Smith had". */
  private boolean isInRelative(int subject, int verb) {
    int before = clauses.firstUnit(subject) - 1;
    return clauses.lastUnit(subject) < verb
        && narrative.is(before, Lexicon.RELATIVE)
        && clauses.phraseEndingAt(before - 1) != NONE
        && !clauses.isVerb(before - 1, Lexicon.VERB);
  }

  /** The subject of the first verb of the sentence that has one and stands in no opening clause. */
  private int ofMainVerb(int unit, int start) {
    boolean opening = narrative.is(start, Lexicon.SUBORDINATOR | Lexicon.PREPOSITION);
    for (int at = Math.max(start, unit - REACH); at < unit; at++) {
      opening &= !narrative.isSign(at, ",");
      int subject = subjects[at];
      boolean main = !opening && subject != NONE && clauses.isAnimate(subject);
      if (main && !phrases.get(subject).isRelative() && !narrative.is(at, Lexicon.ING)) {
        return subject;
      }
    }
    return NONE;
  }

  private int ofParticiple(int unit, int start) {
    int accused = accusedBefore(unit, start);
    if (accused != NONE) {
      return accused;
    }
    int near = clauses.phraseEndingAt(unit);
    if (near != NONE
        && narrative.is(clauses.firstUnit(clauses.headOfChain(near, start)) - 1, Word.WITH)) {
      // "with the clerk of court calling it"
      near = clauses.headOfChain(near, start);
    }
    if (near != NONE && clauses.canSpeak(near) && isActing(near)) {
      return near;
    }
    if (narrative.isSign(unit, ",")) {
      int closing = ofClosingAttribution(unit - 1);
      if (closing != NONE) {
        return closing;
      }
      int phrase = clauses.phraseEndingAt(unit - 1);
      if (phrase != NONE && clauses.firstUnit(phrase) == start) {
        return phrase;
      }
    }
    int subject = narrative.isSign(unit, ",") ? ofMainVerb(unit, start) : NONE;
    if (subject == NONE) {
      subject = ofVerbBefore(unit + 1, start);
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

  /** "Smith" in "..., Smith said, adding", where "said" stands at the unit; or NONE. */
  private int ofClosingAttribution(int verb) {
    int subject = clauses.isVerb(verb, Lexicon.SPEECH) ? subjects[verb] : NONE;
    int opening = subject == NONE ? 0 : clauses.firstUnit(subject) - 1;
    boolean closing =
        subject != NONE && (narrative.isSign(opening, ",—–") || narrative.isQuote(opening));
    return closing ? subject : NONE;
  }

  /** "Jones" in "Smith accused Jones of saying", where the preposition stands at the unit. */
  private int accusedBefore(int preposition, int start) {
    boolean of = narrative.is(preposition, Word.OF) || narrative.is(preposition, Word.FOR);
    int object = of ? clauses.phraseEndingAt(preposition - 1) : NONE;
    if (object == NONE || !clauses.canSpeak(object) || !clauses.isAnimate(object)) {
      return NONE;
    }
    int verb = clauses.firstUnit(object) - 1;
    return verb > start && clauses.isVerb(verb, Lexicon.VERB) && !clauses.isBe(verb)
        ? object
        : NONE;
  }

  /** Whether the phrase right before a participle is its subject: "with Smith saying". */
  private boolean isActing(int phrase) {
    Phrase p = phrases.get(phrase);
    int before = clauses.firstUnit(phrase) - 1;
    if (narrative.is(before, Word.WITH)) {
      return true;
    }
    boolean animate =
        !p.is(Lexicon.DOCUMENT | Lexicon.REMARK)
            && (p.isName() || p.is(Lexicon.ROLE | Lexicon.GROUP));
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
