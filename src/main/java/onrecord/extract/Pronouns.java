package onrecord.extract;

import org.jspecify.annotations.Nullable;

/**
 * Finds whom a pronoun stands for: the one most present to a reader, who spoke or acted last, of
 * the right gender and number; nobody if nothing speaks for anybody.
 */
final class Pronouns extends Step {
  /** How well an entity of unknown gender suits a pronoun. */
  private static final double OF_UNKNOWN_GENDER = 0.6;

  // What a pronoun adds for a subject of its sentence or the one before.
  private static final double SUBJECT_HERE = 2;
  private static final double SUBJECT_BEFORE = 0.5;

  /** What a possessive adds for a subject before it in its sentence. */
  private static final double OWN_SUBJECT = 0.5;

  /** What a pronoun adds for who spoke last, in its sentence or one of the two before. */
  private static final double JUST_SPOKE = 1.0;

  private static final double SPOKE_FADING = 0.8;

  /** The least presence of one whom a pronoun can stand for. */
  private static final double LEAST_PRESENCE = 0.02;

  private static final int NOBODY = Names.NOBODY;
  private static final int OPENING = 12;

  private final Mentions mentions;
  private final Names names;

  Pronouns(Analysis analysis, Mentions mentions) {
    super(analysis);
    this.mentions = mentions;
    this.names = mentions.names;
  }

  /** {@return the entity that a pronoun stands for, or nobody} */
  int ofPronoun(int index, Phrase phrase) {
    int sentence = mentions.sentenceOf(phrase);
    if (isEmphatic(index, phrase)) {
      // "Smith himself said": still Smith.
      return mentions.sameAs(index, index - 1);
    }
    boolean man = isMan(phrase);
    if (man || phrase.is(Lexicon.SHE)) {
      int ahead = afterOpening(phrase);
      if (ahead != Phrases.NONE) {
        return names.entityOf(ahead);
      }
      boolean possessive = isPossessive(index, phrase);
      Entity bound = boundBy(index, phrase, possessive);
      int entity =
          mentions.best(
              mentions.present,
              m ->
                  !m.isPerson() || (man ? m.female : m.male) || !m.isIntroduced() || m == bound
                      ? 0
                      : (presence(m, sentence, possessive) - LEAST_PRESENCE)
                          * ((man ? m.male : m.female) ? 1 : OF_UNKNOWN_GENDER));
      return isOfSomebody(phrase, entity) ? mentions.sameAs(index, mentions.lastSomebody) : entity;
    }
    if (phrase.is(Lexicon.IT) || tokens.is(phrase.first(), Word.ITS)) {
      return ofBody(index, sentence);
    }
    if (phrase.is(Lexicon.THEY) || tokens.is(phrase.first(), Word.THEIR)) {
      if (mentions.lastGroup != Phrases.NONE
          && sentence - mentions.sentenceOf(phrases.get(mentions.lastGroup)) < 4) {
        int entity = mentions.sameAs(index, mentions.lastGroup);
        // Two people who speak as one are nobody alone.
        return clauses.jointWith(mentions.lastGroup) == Phrases.NONE ? entity : NOBODY;
      }
      return mentions.best(
          mentions.present,
          m -> m.isPerson() || m.isPlace() && m.silentFor(sentence) > 2 ? 0 : m.weight(sentence));
    }
    return NOBODY;
  }

  private int ofBody(int index, int sentence) {
    int last = mentions.lastBody;
    if (last != Phrases.NONE && sentence - mentions.sentenceOf(phrases.get(last)) <= 2) {
      return mentions.sameAs(index, last);
    }
    return mentions.best(
        mentions.present, m -> Mentions.isBody(m, sentence) ? m.weight(sentence) : 0);
  }

  private boolean isPossessive(int index, Phrase pronoun) {
    return tokens.is(pronoun.first(), Lexicon.POSSESSIVE)
        && (pronoun.possessive()
            || index + 1 < phrases.size() && phrases.get(index + 1).owner() == index);
  }

  /**
   * The subject of the clause in which a pronoun is an object: in "Smith called him", he is another
   * than Smith.
   */
  private @Nullable Entity boundBy(int index, Phrase pronoun, boolean possessive) {
    int verb = narrative.unitOf(pronoun.first()) - 1;
    if (possessive || !tokens.is(pronoun.first(), Lexicon.OBJECT)) {
      return null;
    }
    if (verb > 0
        && narrative.is(verb, Lexicon.PREPOSITION)
        && !clauses.isVerb(verb, Lexicon.VERB)) {
      verb--;
    }
    int subject =
        clauses.isVerb(verb, Lexicon.VERB) || clauses.isUnknownVerb(verb)
            ? subjects.of(verb)
            : Phrases.NONE;
    boolean other =
        subject != Phrases.NONE && subject < index && mentions.entityOf(subject) != NOBODY;
    return other ? names.get(mentions.entityOf(subject)) : null;
  }

  /**
   * The name after the opening of a sentence in which the pronoun stands: "In her speech, Smith
   * said", "When he was young, Smith moved"; or none.
   */
  private int afterOpening(Phrase pronoun) {
    int unit = narrative.unitOf(pronoun.first());
    int start = narrative.sentenceStart(narrative.sentenceOf(unit));
    boolean opening =
        unit - start < OPENING
            && (narrative.is(start, Lexicon.PREPOSITION | Lexicon.SUBORDINATOR)
                || narrative.is(start, Lexicon.ING));
    if (!opening) {
      return Phrases.NONE;
    }
    int end = Math.min(narrative.sentenceEnd(narrative.sentenceOf(unit)), start + 25);
    for (int at = start + 1; at < end; at++) {
      if (narrative.isQuote(at)) {
        return Phrases.NONE;
      }
      if (narrative.isSign(at, ",") && at > unit) {
        int name = clauses.phraseStartingAt(at + 1);
        boolean person =
            name != Phrases.NONE
                && phrases.get(name).isName()
                && names.entityOf(name) != NOBODY
                && names.get(names.entityOf(name)).isPerson()
                && subjects.isSubject(name);
        return person && suits(pronoun, names.get(names.entityOf(name))) ? name : Phrases.NONE;
      }
      int named = phrases.at(narrative.token(at));
      if (at < unit
          && named != Phrases.NONE
          && phrases.get(named).isName()
          && mentions.entityOf(named) != NOBODY
          && names.get(mentions.entityOf(named)).isPerson()) {
        return Phrases.NONE;
      }
    }
    return Phrases.NONE;
  }

  private boolean suits(Phrase pronoun, Entity person) {
    return !(isMan(pronoun) ? person.female : person.male);
  }

  /** Whether the pronoun stands right after a phrase and emphasizes it. */
  private boolean isEmphatic(int index, Phrase phrase) {
    return index > 0
        && tokens.is(phrase.first(), Word.REFLEXIVE)
        && phrases.get(index - 1).last() == phrase.first() - 1
        && !phrases.get(index - 1).isPronoun();
  }

  /** How present an entity is for a pronoun. */
  private static double presence(Entity m, int sentence, boolean possessive) {
    int subject = m.sinceSubject(sentence);
    double presence = m.weight(sentence);
    presence += subject == 0 ? SUBJECT_HERE : subject == 1 ? SUBJECT_BEFORE : 0;
    presence += possessive && subject == 0 ? OWN_SUBJECT : 0;
    int silent = m.silentFor(sentence);
    return presence + (silent < 3 ? JUST_SPOKE * Math.pow(SPOKE_FADING, silent) : 0);
  }

  /** Whether a person without a name, such as "an engineer", is nearer than the entity. */
  private boolean isOfSomebody(Phrase pronoun, int entity) {
    int sentence = mentions.sentenceOf(pronoun);
    if (mentions.lastSomebody == Phrases.NONE
        || phrases.get(mentions.lastSomebody).is(isMan(pronoun) ? Lexicon.FEMALE : Lexicon.MALE)) {
      return false;
    }
    int distance = sentence - mentions.sentenceOf(phrases.get(mentions.lastSomebody));
    double said =
        subjects.isSpeaking(mentions.lastSomebody)
            ? Mentions.AS_SPEAKER + JUST_SPOKE
            : Mentions.AS_FIRST_SUBJECT;
    double weight = (said + SUBJECT_BEFORE) * Math.pow(Mentions.FADING, distance);
    return distance < 4
        && (entity == NOBODY || weight > presence(names.get(entity), sentence, false));
  }

  /** {@return whether a pronoun is masculine} */
  boolean isMan(Phrase pronoun) {
    return pronoun.is(Lexicon.HE) || tokens.is(pronoun.first(), Word.HIS);
  }
}
