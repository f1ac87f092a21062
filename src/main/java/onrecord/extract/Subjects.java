package onrecord.extract;

import java.util.Arrays;
import java.util.BitSet;
import onrecord.extract.Tokens.Shape;

/**
 * Finds the subject of each verb. It reads the sentence from the verb to the left as far as that
 * needs, a bounded number of units: over adverbs and auxiliaries, over what is between commas after
 * a name, over relative clauses, and to the verb before where two share a subject.
 */
final class Subjects {
  private static final int NONE = Clauses.NONE;
  private static final int REACH = 70;

  /** Nouns for people. */
  static final long PEOPLE = Lexicon.ROLE | Lexicon.GROUP;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;
  private final int[] subjects;
  private final boolean[] isSubject;
  private final boolean[] isSpeaking;
  private final boolean[] isFirst;
  private final RelativeClauses relatives;
  private final Participles participles;
  private final Infinitives infinitives;
  private final SubjectAppositions appositions;
  private final int[] topics;
  private final BitSet passives = new BitSet();

  /** Infinitives whose subject is the object of another verb: "asked Smith to go". */
  private final BitSet controlled = new BitSet();

  Subjects(Tokens tokens, Narrative narrative, Phrases phrases, Clauses clauses) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = tokens;
    this.subjects = new int[narrative.units()];
    this.isSubject = new boolean[phrases.size()];
    this.isSpeaking = new boolean[phrases.size()];
    this.isFirst = new boolean[phrases.size()];
    this.topics = new int[narrative.units()];
    this.relatives = new RelativeClauses(narrative, clauses);
    this.infinitives = new Infinitives(narrative, clauses);
    this.appositions = new SubjectAppositions(tokens, narrative, phrases, clauses);
    this.participles = new Participles(narrative, phrases, clauses, this);
    Arrays.fill(subjects, NONE);
    Arrays.fill(topics, NONE);
    find();
  }

  /** {@return the phrase that is the subject of the verb at the unit, or NONE} */
  int of(int verb) {
    return subjects[verb];
  }

  /** {@return the subject of the verb, also where it is in the passive; or NONE} */
  int topic(int verb) {
    return topics[verb];
  }

  /** {@return whether the subject and its verb are in a clause about a noun} */
  boolean isInRelative(int subject, int verb) {
    return relatives.isInRelative(subject, verb);
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

  /** {@return whether the verb is an infinitive whose subject is the object of another verb} */
  boolean isControlled(int verb) {
    return controlled.get(verb);
  }

  /** {@return whether the verb is in the passive, so that its subject is who acts, if anybody} */
  boolean isPassive(int verb) {
    return passives.get(verb);
  }

  /** {@return the first verb of the text in the passive; -1 if there is none} */
  int firstPassive() {
    return passives.nextSetBit(0);
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
        int subject = emphasized(findSubject(unit), unit);
        subjects[unit] = subject == NONE && !passives.get(unit) ? clauses.saidBy(unit) : subject;
        int topic = passives.get(unit) ? topics[unit] : subjects[unit];
        topics[unit] = topic;
        if (topic != NONE) {
          isSubject[topic] = true;
          int sentence = narrative.sentenceOf(unit);
          isFirst[topic] |= sentence != lastSentence;
          lastSentence = sentence;
        }
        if (subjects[unit] != NONE) {
          isSpeaking[subjects[unit]] |=
              clauses.isVerb(unit, Lexicon.SPEECH)
                  && (clauses.isFinite(unit) || participles.isAdded(unit))
                  && !narrative.is(unit, Lexicon.ADVERB);
        }
      }
    }
  }

  /** "Smith" of "Smith himself said" and "Smith hurt himself by saying", given "himself". */
  private int emphasized(int subject, int verb) {
    if (subject == NONE || !tokens.is(phrases.get(subject).first(), Word.REFLEXIVE)) {
      return subject;
    }
    int before = clauses.firstUnit(subject) - 1;
    int named = clauses.phraseEndingAt(before);
    return named != NONE && clauses.canSpeak(named)
        ? named
        : ofVerbBefore(before + 1, narrative.sentenceStart(narrative.sentenceOf(verb)));
  }

  private int findSubject(int verb) {
    int start = narrative.sentenceStart(narrative.sentenceOf(verb));
    int unit = verb - 1;
    boolean infinitive = false;
    boolean passive = false;
    boolean auxiliary = false;
    boolean having = false;
    boolean first = true;
    while (unit >= start && clauses.isInVerbGroup(unit)) {
      infinitive |= narrative.is(unit, Word.TO);
      passive |= first && clauses.isBe(unit) && isParticiple(verb);
      first &= narrative.is(unit, Lexicon.ADVERB);
      boolean helps = narrative.is(unit, Lexicon.AUXILIARY);
      auxiliary |= helps || clauses.isContraction(unit);
      having |= helps && narrative.is(unit, Word.HAVING);
      unit--;
    }
    passive |= narrative.is(unit, Word.GETTING) && first && isParticiple(verb);
    passive |= isReducedPassive(verb, auxiliary);
    // "Smith was quoted by a newspaper as saying": still it is Smith who spoke.
    if (passive && !narrative.is(verb, Word.QUOTED)) {
      passives.set(verb);
      topics[verb] = unit < start ? NONE : subjectAt(unit, start, verb);
      return clauses.agent(verb);
    }
    if (unit < start) {
      return clauses.inverted(verb);
    }
    if (infinitive) {
      return ofInfinitive(verb, unit, start);
    }
    if (narrative.is(verb, Lexicon.ING) && !auxiliary || having && !passive) {
      return participles.of(unit, start);
    }
    boolean closed = narrative.isSign(unit, ",") && !narrative.is(verb, Lexicon.ADDRESSED);
    int restricted = closed ? closing(verb) : NONE;
    restricted = restricted == NONE ? relatives.mainSubject(verb, start) : restricted;
    return restricted != NONE ? restricted : subjectAt(unit, start, verb);
  }

  /** Whether a verb after a form of "be" is a participle: "was sentenced for" is one of no list. */
  private boolean isParticiple(int verb) {
    return narrative.is(verb, Lexicon.PAST | Lexicon.PARTICIPLE)
        || clauses.isUnknownVerb(verb)
            && (narrative.is(verb + 1, Word.FOR) || narrative.is(verb + 1, Word.BY));
  }

  /** "accused of", "praised by", "an offer seen by the staff as": a passive without its "was". */
  private boolean isReducedPassive(int verb, boolean auxiliary) {
    if (!narrative.is(verb, Lexicon.PARTICIPLE)
        || !narrative.is(verb, Lexicon.SPEECH | Lexicon.THOUGHT)
        || !narrative.is(verb + 1, Lexicon.PREPOSITION)) {
      return false;
    }
    if (narrative.is(verb, Lexicon.ADDRESSED) && narrative.is(verb + 1, Word.AFTER_PARTICIPLE)) {
      return true;
    }
    int agent = !auxiliary && narrative.is(verb + 1, Word.BY) ? clauses.agent(verb) : NONE;
    return agent != NONE && clauses.isAnimate(agent);
  }

  private int ofInfinitive(int verb, int unit, int start) {
    int phrase = infinitives.subject(unit, start);
    if (phrase == NONE) {
      return ofVerbBefore(unit + 1, start);
    }
    controlled.set(verb);
    return phrase;
  }

  /** The subject in ", noted John Smith." at the end of a sentence, or NONE. */
  private int closing(int verb) {
    int subject = clauses.saidBy(verb);
    if (subject == NONE || phrases.get(subject).isPronoun() || !clauses.isAnimate(subject)) {
      return NONE;
    }
    int end = clauses.lastUnit(subject) + 1;
    int place = narrative.is(end, Word.OF) ? clauses.phraseStartingAt(end + 1) : NONE;
    if (place != NONE && narrative.is(verb, Lexicon.ALWAYS_VERB)) {
      // "said Smith of the road office."
      end = clauses.lastUnit(place) + 1;
    }
    return narrative.isSign(end, ".")
            || narrative.isBreak(end)
            || narrative.isSign(end, ",")
                && (narrative.isQuote(end + 1) || clauses.isApposition(end + 1))
        ? subject
        : NONE;
  }

  /** The subject that ends at the unit, which is right before the verb group. */
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
      int owner = appositions.subject(unit, start);
      return owner != NONE ? owner : ofVerbBefore(unit, start);
    }
    if (narrative.is(unit, Lexicon.RELATIVE)) {
      return clauses.antecedent(unit);
    }
    if (narrative.is(unit, Lexicon.CONJUNCTION)) {
      return ofVerbBefore(unit, start);
    }
    if (narrative.isQuote(unit)) {
      // "Smith, who wrote "Salt," thanked Jones": a quotation may end an apposition.
      boolean closes = narrative.endsWithComma(unit) && narrative.is(verb, Lexicon.ADDRESSED);
      int owner = closes ? appositions.subject(unit, start) : NONE;
      return owner != NONE ? owner : clauses.inverted(verb);
    }
    int token = narrative.token(unit);
    if (tokens.isWord(token) && !narrative.is(unit, Lexicon.FUNCTION)) {
      return ofVerbBefore(unit + 1, start);
    }
    return ofVerbBefore(unit, start);
  }

  /** The subject, where a phrase is right before the verb: it could belong to a longer one. */
  private int ofPhraseBefore(int phrase, int start, int verb) {
    int head = clauses.headOfChain(appositions.withoutRegion(phrase), start);
    int before = clauses.firstUnit(head) - 1;
    boolean afterPreposition = before >= start && narrative.is(before, Lexicon.PREPOSITION);
    boolean aside = narrative.isSign(before - 1, ",—–") && !narrative.is(before, Word.THAN);
    if (afterPreposition && aside) {
      int owner = appositions.subject(before - 1, start);
      owner = owner == NONE ? appositions.ofHome(before, start) : owner;
      if (owner != NONE) {
        return owner;
      }
    }
    int whole = ofListInChain(head, start);
    int acting = whole != NONE ? whole : actingBefore(before, start);
    if (acting != NONE) {
      return acting;
    }
    if (before > start
        && (clauses.isVerb(before, Lexicon.VERB) || clauses.isUnknownVerb(before))
        && !narrative.is(before, Lexicon.SPEECH | Lexicon.THOUGHT)) {
      int relative = relatives.antecedentBefore(before, start);
      if (relative != NONE) {
        return relative;
      }
    }
    if (!clauses.canSpeak(head)) {
      return ofPhraseBeforeTime(before, start, verb);
    }
    boolean stranded = afterPreposition && !narrative.is(before, Lexicon.SUBORDINATOR);
    if (stranded && before > start && verb - before < REACH) {
      int after = afterAdverbial(before, start, verb);
      return after != NONE ? after : head;
    }
    int office = firstOffice(head, before, start);
    int named = clauses.nameBefore(office);
    // "Smith, a former agent has written": the second comma is missing.
    return named != NONE && clauses.firstUnit(named) == start && !isComment(verb) ? named : office;
  }

  /**
   * "A report" in "A report on the north and the west said" and "A survey of nurses, cooks and
   * drivers said", given the last of the list; or NONE.
   */
  private int ofListInChain(int last, int start) {
    int and = clauses.firstUnit(last) - 1;
    int first = and > start && narrative.is(and, Word.AND) ? clauses.phraseEndingAt(and - 1) : NONE;
    boolean several = false;
    while (first != NONE && narrative.isSign(clauses.firstUnit(first) - 1, ",")) {
      several = true;
      first = clauses.phraseEndingAt(clauses.firstUnit(first) - 2);
    }
    if (first == NONE || !clauses.isObjectOfPreposition(first)) {
      return NONE;
    }
    int whole = clauses.headOfChain(first, start);
    boolean thing = phrases.get(last).isNominal() && !clauses.isAnimate(last);
    boolean listed =
        several
            && narrative.is(clauses.firstUnit(first) - 1, Word.OF)
            && clauses.firstUnit(whole) == start;
    return (thing || listed) && clauses.canSpeak(whole) && clauses.isAnimate(whole) ? whole : NONE;
  }

  /** "Smith" in "Smith later Thursday told", where the words up to the unit precede the day. */
  private int ofPhraseBeforeTime(int unit, int start, int verb) {
    // "Smith later Thursday told": the adverb belongs to the day.
    int last = narrative.is(unit, Lexicon.ADVERB) ? unit - 1 : unit;
    int time = narrative.is(unit, Word.EARLY_OR_LATE) ? unit - 1 : unit;
    if (time > start + 1 && narrative.is(time, Word.DATE_PREPOSITION)) {
      return afterAdverbial(time, start, verb);
    }
    int other = last >= start ? clauses.phraseEndingAt(last) : NONE;
    return other != NONE && clauses.canSpeak(other) ? clauses.headOfChain(other, start) : NONE;
  }

  /**
   * "an aide said" in "Smith, an aide said, "is late."": the words go on with the verb of Smith.
   */
  private boolean isComment(int verb) {
    int quote = verb + 2;
    boolean said = narrative.isSign(verb + 1, ",") && narrative.isQuote(quote);
    int word = said ? narrative.token(quote) + 1 : 0;
    return said
        && tokens.shape(word) == Shape.LOWER
        && tokens.is(word, Lexicon.AUXILIARY | Lexicon.VERB)
        && tokens.is(word, Lexicon.AUXILIARY | Lexicon.PAST | Lexicon.THIRD);
  }

  /**
   * "a man" in "a man walking two dogs said" and "a man claiming to own two dogs said", where the
   * verb before the dogs is at the unit.
   */
  private int actingBefore(int verb, int start) {
    boolean infinitive = narrative.is(verb, Lexicon.BASE) && narrative.is(verb - 1, Word.TO);
    int participle = infinitive ? verb - 2 : verb;
    boolean gerund =
        participle > start
            && !narrative.is(participle, Lexicon.AUXILIARY)
            && (clauses.isVerb(participle, Lexicon.VERB) && narrative.is(participle, Lexicon.ING)
                || clauses.isUnknownGerund(participle));
    int acting = gerund ? clauses.phraseEndingAt(participle - 1) : NONE;
    return acting != NONE
            && clauses.canSpeak(acting)
            && (clauses.isAnimate(acting) || clauses.firstUnit(acting) == start)
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

  /** The dash before what a dash closes, or the dash itself. */
  private int openingDash(int dash, int stop) {
    for (int at = dash - 1; at >= stop; at--) {
      if (narrative.isSign(at, "—–-")) {
        return at;
      }
      if (narrative.isQuote(at)) {
        return dash;
      }
    }
    return dash;
  }

  /** The subject of the nearest verb before the unit. */
  int ofVerbBefore(int unit, int start) {
    int stop = Math.max(start, unit - REACH);
    int lifeless = NONE;
    for (int at = unit - 1; at >= stop; at--) {
      if (controlled.get(at)) {
        continue;
      }
      if (narrative.isSign(at, "—–-")) {
        at = openingDash(at, stop);
      }
      if (passives.get(at)) {
        // "Smith was joined by Jones and said": the subject is that of "was".
        continue;
      }
      if (clauses.isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY)
              && (!narrative.is(at, Lexicon.ING) || participles.isOfWith(subjects[at]))
          || clauses.isUnknownVerb(at)) {
        int subject = subjects[at];
        boolean relative =
            subject != NONE
                && (phrases.get(subject).isRelative() || relatives.isInRelative(subject, at));
        if (subject != NONE && clauses.isAnimate(subject) && !relative && !isDocument(subject)) {
          return subject;
        }
        lifeless = lifeless == NONE ? subject : lifeless;
      }
    }
    return lifeless;
  }

  /** Whether the phrase is of a thing that is read, which may but need not speak. */
  private boolean isDocument(int phrase) {
    Phrase p = phrases.get(phrase);
    return p.isNominal() && p.is(Lexicon.DOCUMENT) && !p.is(PEOPLE | Lexicon.BODY);
  }
}
