package onrecord.extract;

import org.jspecify.annotations.Nullable;

/**
 * Finds whom a pronoun stands for: the one most present to a reader, who spoke or acted last, of
 * the right gender and number; nobody if nothing speaks for anybody.
 */
final class Pronouns extends Step {
  private static final int NOBODY = Names.NOBODY;
  private static final int OPENING = 12;
  private static final int CLAUSE = 30;

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
      int owner = joinedOwner(index, phrase);
      if (owner != NOBODY) {
        return owner;
      }
      Mentions.Choice choice = choose(index, phrase);
      mentions.setRivalry(index, choice.rivalry());
      int entity = choice.entity();
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

  /** The best of those present; of two who talk, the one who did not speak right before. */
  private Mentions.Choice choose(int index, Phrase pronoun) {
    Antecedents all = antecedents(index, pronoun, null);
    int answered = answered(pronoun);
    if (answered != NOBODY) {
      Antecedents others = antecedents(index, pronoun, names.get(answered));
      Mentions.Choice reply = mentions.choose(mentions.present, others::fit);
      if (reply.entity() != NOBODY) {
        return reply;
      }
    }
    return mentions.choose(mentions.present, all::fit);
  }

  /**
   * Who spoke in the sentence before, where words open the sentence of the pronoun and it replies:
   * "...?" Smith asked. "...," he replied.
   */
  private int answered(Phrase pronoun) {
    int unit = narrative.unitOf(pronoun.first());
    int sentence = narrative.sentenceOf(unit);
    int start = narrative.sentenceStart(sentence);
    boolean reply =
        sentence > 0
            && narrative.is(unit + 1, Word.REPLYING)
            && !narrative.is(unit + 2, Lexicon.SUBORDINATOR)
            && narrative.isQuote(start)
            && narrative.isQuote(narrative.sentenceStart(sentence - 1));
    int speaker = reply ? mentions.lastSpeaker : NOBODY;
    return speaker != NOBODY && names.get(speaker).silentFor(sentence) == 1 ? speaker : NOBODY;
  }

  /** "Smith" in "Smith and his wife", seen from "his"; or nobody. */
  private int joinedOwner(int index, Phrase pronoun) {
    int before = phrases.at(pronoun.first() - 2);
    boolean joined =
        isPossessive(index, pronoun)
            && tokens.is(pronoun.first() - 1, Word.AND)
            && before != Phrases.NONE
            && phrases.get(before).isName()
            && !phrases.get(before).quoted();
    int entity = joined ? mentions.entityOf(before) : NOBODY;
    boolean person = entity != NOBODY && names.get(entity).isPerson();
    return person && suits(pronoun, names.get(entity)) ? entity : NOBODY;
  }

  private Antecedents antecedents(int index, Phrase phrase, @Nullable Entity other) {
    boolean possessive = isPossessive(index, phrase);
    Antecedents.Place place =
        possessive
            ? Antecedents.Place.OWNER
            : mentions.isSubject(index) ? Antecedents.Place.SUBJECT : Antecedents.Place.OBJECT;
    return new Antecedents(
        mentions,
        new Antecedents.Pronoun(index, mentions.sentenceOf(phrase), isMan(phrase), place),
        clauseSubject(phrase),
        other == null ? boundBy(index, phrase, possessive) : other);
  }

  /** The subject of the verb before the pronoun, in its sentence; or null. */
  private @Nullable Entity clauseSubject(Phrase pronoun) {
    int unit = narrative.unitOf(pronoun.first());
    int start = narrative.sentenceStart(narrative.sentenceOf(unit));
    for (int at = unit - 1; at >= Math.max(start, unit - CLAUSE); at--) {
      boolean verb =
          clauses.isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY) || clauses.isUnknownVerb(at);
      int topic = verb ? subjects.topic(at) : Phrases.NONE;
      if (topic != Phrases.NONE && phrases.get(topic).first() < pronoun.first()) {
        int entity = mentions.entityOf(topic);
        return entity == NOBODY ? null : names.get(entity);
      }
    }
    return null;
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
    if (possessive) {
      return null;
    }
    if (!tokens.is(pronoun.first(), Lexicon.OBJECT)) {
      return objectOfVerbAfter(narrative.unitOf(pronoun.first()));
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

  /** "Smith" in "he told Smith": another than he. */
  private @Nullable Entity objectOfVerbAfter(int pronoun) {
    int verb = pronoun + 1;
    while (verb < pronoun + 4 && clauses.isInVerbGroup(verb)) {
      verb++;
    }
    if (!clauses.isVerb(verb, Lexicon.VERB) && !clauses.isUnknownVerb(verb)) {
      return null;
    }
    int object = clauses.phraseStartingAt(verb + 1);
    boolean person =
        object != Phrases.NONE
            && phrases.get(object).isName()
            && names.entityOf(object) != NOBODY
            && !narrative.is(verb, Lexicon.BE);
    return person ? names.get(names.entityOf(object)) : null;
  }

  /**
   * The name after the opening of a sentence that contains the pronoun: "In her speech, Smith
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
      if ((narrative.isSign(at, ",") || narrative.endsWithComma(at)) && at > unit) {
        int name = clauses.phraseStartingAt(at + 1);
        if (narrative.isQuote(at + 1)) {
          return Phrases.NONE;
        }
        boolean person =
            name != Phrases.NONE
                && phrases.get(name).isName()
                && names.entityOf(name) != NOBODY
                && names.get(names.entityOf(name)).isPerson()
                && (subjects.isSubject(name) || isDescribedAfter(name));
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

  /** Whether an apposition or a relative clause is after the name. */
  private boolean isDescribedAfter(int name) {
    int comma = clauses.lastUnit(name) + 1;
    return narrative.isSign(comma, ",")
        && narrative.is(comma + 1, Lexicon.RELATIVE | Lexicon.DETERMINER);
  }

  private boolean suits(Phrase pronoun, Entity person) {
    return !(isMan(pronoun) ? person.female : person.male);
  }

  /** Whether the pronoun is right after a phrase and emphasizes it. */
  private boolean isEmphatic(int index, Phrase phrase) {
    return index > 0
        && tokens.is(phrase.first(), Word.REFLEXIVE)
        && phrases.get(index - 1).last() == phrase.first() - 1
        && !phrases.get(index - 1).isPronoun();
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
            ? Mentions.AS_SPEAKER + Antecedents.JUST_SPOKE
            : Mentions.AS_FIRST_SUBJECT;
    boolean justSpoke =
        distance == 1
            && subjects.isSpeaking(mentions.lastSomebody)
            && subjects.isFirst(mentions.lastSomebody)
            && subjects.isSpeaking(phrases.at(pronoun.first()));
    double weight =
        (said + Antecedents.SUBJECT_BEFORE) * Math.pow(Mentions.FADING, distance)
            + (justSpoke ? Antecedents.NEW_BEFORE : 0);
    return distance < 4
        && (entity == NOBODY || weight > Antecedents.presence(names.get(entity), sentence));
  }

  /** {@return whether a pronoun is masculine} */
  boolean isMan(Phrase pronoun) {
    return pronoun.is(Lexicon.HE) || tokens.is(pronoun.first(), Word.HIS);
  }
}
