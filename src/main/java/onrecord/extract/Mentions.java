package onrecord.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * Whom the phrases read so far mention, and who is present to a reader: those named lately. Read
 * and filled from left to right by {@link Coreference}.
 */
final class Mentions extends Step {
  /** What is left of an entity's presence after a sentence. */
  static final double FADING = 0.55;

  /** The most that mentions add up to. */
  static final double MOST_PRESENCE = 2.5;

  /** What is more than no presence at all. */
  static final double ABSENT = 0.02;

  // How present a mention makes its entity, by its place in the sentence.
  static final double AS_SPEAKER = 1.5;
  static final double AS_FIRST_SUBJECT = 1.65;
  private static final double AS_SUBJECT = 1.84;
  private static final double AS_OBJECT = 0.9;
  private static final double AS_OWNER = 0.6;
  private static final double IN_QUOTES = 0.3;

  private static final int NOBODY = Names.NOBODY;
  private static final int MOST_PRESENT = 24;

  final Names names;
  final Deque<Integer> present = new ArrayDeque<>();

  /** The last phrase for several people, for a body, and for a person without a name. */
  int lastGroup = Phrases.NONE;

  int lastBody = Phrases.NONE;
  int lastSomebody = Phrases.NONE;

  /** Who spoke last, if that was somebody with a name. */
  int lastSpeaker = NOBODY;

  /** Who was asked last, and in which sentence. */
  private int asked = NOBODY;

  private int askedAt = -99;
  private final int[] entityOf;
  private final int[] standsFor;
  private final double[] rivalries;

  Mentions(Analysis analysis, Names names) {
    super(analysis);
    this.names = names;
    this.entityOf = new int[phrases.size()];
    this.standsFor = new int[phrases.size()];
    this.rivalries = new double[phrases.size()];
    Arrays.fill(entityOf, NOBODY);
    Arrays.fill(standsFor, Phrases.NONE);
  }

  /** {@return the entity that a phrase read so far mentions, or {@link Names#NOBODY}} */
  int entityOf(int phrase) {
    return entityOf[phrase];
  }

  /** {@return the earlier phrase that a phrase stands for, or {@link Phrases#NONE}} */
  int standsFor(int phrase) {
    return standsFor[phrase];
  }

  /** Takes in whom a phrase mentions. */
  void set(int phrase, int entity) {
    entityOf[phrase] = entity;
    if (subjects.isSpeaking(phrase) && !phrases.get(phrase).quoted()) {
      lastSpeaker = entity;
    }
    if (entity != NOBODY) {
      notice(phrase);
    }
  }

  /** Takes in that a phrase stands for an earlier one; returns the entity of that one. */
  int sameAs(int index, int other) {
    standsFor[index] = other;
    return other == Phrases.NONE || other >= index ? NOBODY : entityOf[other];
  }

  /** Takes in how near the second best came to the one that a pronoun stands for: from 0 to 1. */
  void setRivalry(int phrase, double rivalry) {
    rivalries[phrase] = rivalry;
  }

  /** {@return how near the second best came to the one that a pronoun stands for: from 0 to 1} */
  double rivalry(int phrase) {
    return rivalries[phrase];
  }

  /** {@return the entity with the highest score, or nobody if none is more than absent} */
  int best(Iterable<Integer> candidates, ToDoubleFunction<Entity> score) {
    return choose(candidates, score).entity();
  }

  /**
   * An entity that was chosen.
   *
   * @param entity the one with the highest score, or nobody if none is more than absent
   * @param rivalry the share of its score that the second best has, from 0 to 1
   */
  record Choice(int entity, double rivalry) {}

  /** {@return the entity with the highest score, and how near the second best comes} */
  Choice choose(Iterable<Integer> candidates, ToDoubleFunction<Entity> score) {
    int best = NOBODY;
    double most = ABSENT / 2;
    double second = 0;
    for (int candidate : candidates) {
      double value = score.applyAsDouble(names.get(candidate));
      if (value > most) {
        second = best == NOBODY ? second : most;
        best = candidate;
        most = value;
      } else {
        second = Math.max(second, value);
      }
    }
    return new Choice(best, best == NOBODY ? 0 : second / most);
  }

  private void notice(int index) {
    int entity = entityOf[index];
    int sentence = sentenceOf(phrases.get(index));
    names.get(entity).notice(sentence, salience(index));
    if (!phrases.get(index).quoted()) {
      names.get(entity).introduce(index, sentence);
    }
    if (isAsked(index)) {
      asked = entity;
      askedAt = sentence;
    }
    if (subjects.isSpeaking(index) && !phrases.get(index).quoted()) {
      asked = sentence > askedAt ? NOBODY : asked;
      names.get(entity).noticeAsSpeaker(sentence);
    }
    if (isSubject(index) && !phrases.get(index).quoted()) {
      names.get(entity).noticeAsSubject(sentence);
      if (subjects.isFirst(index) && !clauses.isObjectOfPreposition(index)) {
        names.get(entity).noticeAsFirstSubject(sentence);
      }
      lastGroup = clauses.jointWith(index) == Phrases.NONE ? lastGroup : index;
    }
    present.remove(entity);
    present.addFirst(entity);
    if (present.size() > MOST_PRESENT) {
      present.removeLast();
    }
  }

  /** Whether the phrase is of the one asked: "Smith" in "Jones asked Smith". */
  private boolean isAsked(int index) {
    int verb = clauses.firstUnit(index) - 1;
    return !phrases.get(index).quoted()
        && narrative.is(verb, Word.ASKING)
        && clauses.isVerb(verb, Lexicon.VERB)
        && !narrative.is(clauses.lastUnit(index) + 1, Word.TO)
        && !narrative.is(clauses.lastUnit(index) + 1, Word.FOR);
  }

  /**
   * {@return whether the phrase speaks, and the entity was asked in one of the two sentences before
   * and nobody spoke since}
   */
  boolean isToAnswer(Entity entity, int index) {
    int sentence = sentenceOf(phrases.get(index));
    return asked != NOBODY
        && names.get(asked) == entity
        && sentence > askedAt
        && sentence - askedAt < 3
        && subjects.isSpeaking(index);
  }

  private double salience(int index) {
    Phrase phrase = phrases.get(index);
    if (phrase.quoted()) {
      return IN_QUOTES;
    }
    if (phrase.possessive()) {
      return AS_OWNER;
    }
    if (subjects.isSpeaking(index)) {
      return AS_SPEAKER;
    }
    if (subjects.isFirst(index)) {
      return AS_FIRST_SUBJECT;
    }
    return isSubject(index) ? AS_SUBJECT : AS_OBJECT;
  }

  /** {@return whether some verb has the phrase as its subject} */
  boolean isSubject(int index) {
    return subjects.isSubject(index)
        || clauses.isVerbGroup(clauses.lastUnit(index) + 1)
            && !clauses.isObjectOfPreposition(index);
  }

  /** {@return whether the phrase speaks, and nobody was asked in the sentence before} */
  boolean isSpeakingUnasked(int index) {
    return subjects.isSpeaking(index)
        && (asked == NOBODY || askedAt < sentenceOf(phrases.get(index)) - 1);
  }

  /** {@return the sentence of a phrase} */
  int sentenceOf(Phrase phrase) {
    return narrative.sentenceOf(narrative.unitOf(phrase.first()));
  }

  /** Keeps a person without a name, "an engineer", for a pronoun to stand for. */
  void noticeSomebody(int index) {
    Phrase phrase = phrases.get(index);
    boolean person =
        phrase.isNominal()
            && !phrase.quoted()
            && (tokens.is(headOf(phrase), Lexicon.ROLE)
                || tokens.endsWith(headOf(phrase), Ending.AGENT))
            && !tokens.is(headOf(phrase), Lexicon.BODY | Lexicon.DOCUMENT | Lexicon.REMARK);
    if (person) {
      lastSomebody = index;
    }
  }

  /** The noun that says what a description is of: "source" in "a source close". */
  int headOf(Phrase phrase) {
    for (int token = phrase.last(); token > phrase.first(); token--) {
      if (tokens.is(token, Lexicon.SOURCE)) {
        return token;
      }
    }
    return phrase.last();
  }

  /** Whether the entity can be "it": a body, but a place only if it spoke just now. */
  static boolean isBody(Entity m, int sentence) {
    boolean body = m.kind == Entity.Kind.ORGANIZATION || m.isPerson() && !m.isSurelyPerson();
    return body
        && (m.kind == Entity.Kind.ORGANIZATION || m.sinceSubject(sentence) < 3)
        && m.isIntroduced()
        && (!m.isPlace() || m.silentFor(sentence) < 3);
  }
}
