package onrecord.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/**
 * Who is who in an article: follows the text and finds whom each pronoun and each description
 * stands for. The one meant is the one most present to a reader: named lately, as a subject, and of
 * the right gender, number and office.
 */
final class Coreference extends Step {
  /** What is left of an entity's presence after a sentence. */
  static final double FADING = 0.65;

  // How present a mention makes its entity, by its place in the sentence.
  private static final double AS_SUBJECT = 2.0;
  private static final double AS_OBJECT = 0.7;
  private static final double AS_OWNER = 0.6;
  private static final double IN_QUOTES = 0.3;

  /** How well an entity of unknown gender suits a pronoun. */
  private static final double OF_UNKNOWN_GENDER = 0.6;

  /** What a pronoun adds for the subject of its sentence or of the one before. */
  private static final double JUST_SUBJECT = 1.0;

  /** The least presence of one whom a description without a known office can stand for. */
  private static final double WELL_PRESENT = 0.3;

  private static final int NOBODY = Names.NOBODY;
  private static final int MOST_PRESENT = 24;
  private static final double ABSENT = 0.02;

  private final Names names;
  private final List<String> authors;
  private final int[] entityOf;
  private final int[] standsFor;
  private final Deque<Integer> present = new ArrayDeque<>();
  private int lastGroup = Phrases.NONE;
  private int lastBody = Phrases.NONE;
  private int lastSomebody = Phrases.NONE;
  private final Map<String, Integer> introductions = new HashMap<>();

  Coreference(Analysis analysis, Names names, List<String> authors) {
    super(analysis);
    this.names = names;
    this.authors = authors;
    this.entityOf = new int[phrases.size()];
    this.standsFor = new int[phrases.size()];
    Arrays.fill(standsFor, Phrases.NONE);
    voteOnGender();
    for (int i = 0; i < phrases.size(); i++) {
      entityOf[i] = entity(i, phrases.get(i));
      if (entityOf[i] != NOBODY) {
        notice(i);
      }
    }
  }

  /**
   * Learns whether a subject is a man or a woman from the first pronoun after it in the sentence,
   * where no other person stands between them.
   */
  private void voteOnGender() {
    for (int i = 0; i + 1 < phrases.size(); i++) {
      int entity = phrases.get(i).isName() ? names.entityOf(i) : NOBODY;
      if (entity == NOBODY || phrases.get(i).quoted() || !isSubject(i)) {
        continue;
      }
      Entity m = names.get(entity);
      if (m.isPerson() && !m.male && !m.female) {
        vote(m, i);
      }
    }
  }

  private void vote(Entity entity, int subject) {
    int sentence = sentenceOf(phrases.get(subject));
    for (int i = subject + 1; i < Math.min(phrases.size(), subject + 12); i++) {
      Phrase phrase = phrases.get(i);
      boolean other =
          phrase.isName() && names.entityOf(i) != NOBODY && names.get(names.entityOf(i)).isPerson();
      if (phrase.quoted() || other || sentenceOf(phrase) != sentence) {
        return;
      }
      if (phrase.isPronoun() && (isMan(phrase) || phrase.is(Lexicon.SHE))) {
        entity.male = isMan(phrase);
        entity.female = !entity.male;
        return;
      }
    }
  }

  private boolean isMan(Phrase pronoun) {
    return pronoun.is(Lexicon.HE) || tokens.is(pronoun.first(), Word.HIS);
  }

  private int entity(int index, Phrase phrase) {
    if (phrase.isName()) {
      return ofName(index, phrase);
    }
    if (phrase.quoted()) {
      return NOBODY;
    }
    return switch (phrase.kind()) {
      case PRONOUN -> ofPronoun(index, phrase);
      case RELATIVE -> sameAs(index, clauses.antecedent(narrative.unitOf(phrase.first())));
      default -> ofDescription(index, phrase);
    };
  }

  private int sameAs(int index, int other) {
    standsFor[index] = other;
    return other == Phrases.NONE || other >= index ? NOBODY : entityOf[other];
  }

  private int ofName(int index, Phrase phrase) {
    if (names.entityOf(index) != NOBODY) {
      return names.entityOf(index);
    }
    int sentence = sentenceOf(phrase);
    List<Integer> candidates = names.candidates(phrase);
    int chosen =
        best(candidates, m -> m.weight(sentence) + 0.05 * Math.min(20, m.mentions) + ABSENT);
    if (chosen != NOBODY) {
      names.learn(chosen, phrase);
    }
    return chosen;
  }

  private int best(Iterable<Integer> candidates, ToDoubleFunction<Entity> score) {
    int best = NOBODY;
    double most = ABSENT / 2;
    for (int candidate : candidates) {
      double value = score.applyAsDouble(names.get(candidate));
      if (value > most) {
        best = candidate;
        most = value;
      }
    }
    return best;
  }

  private int ofPronoun(int index, Phrase phrase) {
    int sentence = sentenceOf(phrase);
    boolean man = isMan(phrase);
    if (man || phrase.is(Lexicon.SHE)) {
      int entity =
          best(
              present,
              m ->
                  !m.isPerson() || (man ? m.female : m.male)
                      ? 0
                      : (m.weight(sentence) + (m.wasSubject(sentence) ? JUST_SUBJECT : 0))
                          * ((man ? m.male : m.female) ? 1 : OF_UNKNOWN_GENDER));
      return isOfSomebody(sentence, entity) ? sameAs(index, lastSomebody) : entity;
    }
    if (phrase.is(Lexicon.IT) || tokens.is(phrase.first(), Word.ITS)) {
      int body = best(present, m -> m.kind == Entity.Kind.ORGANIZATION ? m.weight(sentence) : 0);
      return lastBody == Phrases.NONE || sentence - sentenceOf(phrases.get(lastBody)) > 2
          ? body
          : sameAs(index, lastBody);
    }
    if (phrase.is(Lexicon.THEY) || tokens.is(phrase.first(), Word.THEIR)) {
      if (lastGroup != Phrases.NONE && sentence - sentenceOf(phrases.get(lastGroup)) < 4) {
        int entity = sameAs(index, lastGroup);
        // Two people who speak as one are nobody alone.
        return clauses.jointWith(lastGroup) == Phrases.NONE ? entity : NOBODY;
      }
      return best(present, m -> m.isPerson() ? 0 : m.weight(sentence));
    }
    return NOBODY;
  }

  /** Whether a person without a name, such as "an engineer", is nearer than the entity. */
  private boolean isOfSomebody(int sentence, int entity) {
    if (lastSomebody == Phrases.NONE) {
      return false;
    }
    int distance = sentence - sentenceOf(phrases.get(lastSomebody));
    double weight = AS_SUBJECT * Math.pow(FADING, distance);
    return distance < 4 && (entity == NOBODY || weight > names.get(entity).weight(sentence));
  }

  private int ofDescription(int index, Phrase phrase) {
    int named = apposed(index);
    if (named != Phrases.NONE) {
      return named < index ? entityOf[named] : names.entityOf(named);
    }
    int head = headOf(phrase);
    boolean definite = tokens.is(phrase.first(), Word.DEFINITE) || phrase.owner() != Phrases.NONE;
    int earlier = definite ? introduced(index, head) : remember(index, head);
    if (tokens.is(head, Lexicon.GROUP)) {
      lastGroup = isSubject(index) ? index : lastGroup;
      return sameAs(index, earlier);
    }
    if (tokens.is(head, Lexicon.BODY | Lexicon.DOCUMENT)) {
      lastBody = isSubject(index) ? index : lastBody;
      return earlier == Phrases.NONE && definite && phrase.owner() == Phrases.NONE
          ? ofBody(phrase)
          : sameAs(index, earlier);
    }
    if (!definite || !tokens.is(head, Lexicon.ROLE)) {
      boolean fresh = tokens.is(phrase.first(), Word.INDEFINITE);
      boolean somebody = fresh && tokens.is(head, Lexicon.ROLE) && subjects.isSubject(index);
      lastSomebody = somebody ? index : lastSomebody;
      return NOBODY;
    }
    int inOffice = ofOffice(phrase);
    if (inOffice == NOBODY && earlier != Phrases.NONE) {
      return sameAs(index, earlier);
    }
    boolean known = inOffice == NOBODY && isSubject(index) && isTelling(phrase);
    return known ? ofKnownPerson(phrase) : inOffice;
  }

  /** The noun that says what a description is of: "source" in "a source close". */
  private int headOf(Phrase phrase) {
    for (int token = phrase.last(); token > phrase.first(); token--) {
      if (tokens.is(token, Lexicon.SOURCE)) {
        return token;
      }
    }
    return phrase.last();
  }

  /** The one whose office the description names. */
  private int ofOffice(Phrase phrase) {
    String role = names.role(headOf(phrase));
    int sentence = sentenceOf(phrase);
    return best(
        present,
        m ->
            m.isPerson() && m.roles.contains(role) && !contradicts(phrase, m)
                ? m.weight(sentence) + ABSENT
                : 0);
  }

  /** The one most present, for a description of which the text gave no name. */
  private int ofKnownPerson(Phrase phrase) {
    int sentence = sentenceOf(phrase);
    return best(
        present,
        m ->
            m.isPerson() && !contradicts(phrase, m) && m.weight(sentence) > WELL_PRESENT
                ? m.weight(sentence)
                : 0);
  }

  /**
   * Whether a description says more of a person than a bare office: "the Ohio governor" is one whom
   * the reader knows by now, "the announcer" may be new.
   */
  private boolean isTelling(Phrase phrase) {
    if (phrase.owner() != Phrases.NONE) {
      return false;
    }
    for (int token = phrase.first() + 1; token < phrase.last(); token++) {
      if (tokens.isCapital(token)
          || tokens.is(token, Lexicon.NATIONALITY | Lexicon.TITLE)
          || tokens.shape(token) == Tokens.Shape.NUMBER) {
        return true;
      }
    }
    return false;
  }

  /** Keeps an indefinite description, "a source", for when "the source" comes up. */
  private int remember(int index, int head) {
    if (tokens.is(head, Lexicon.SOURCE)) {
      introductions.put(tokens.string(head), index);
    }
    return Phrases.NONE;
  }

  private int introduced(int index, int head) {
    int earlier = introductions.getOrDefault(tokens.string(head), Phrases.NONE);
    boolean near =
        earlier != Phrases.NONE
            && sentenceOf(phrases.get(index)) - sentenceOf(phrases.get(earlier)) < 12;
    return near ? earlier : Phrases.NONE;
  }

  /** "the company", "the newspaper": the body named last, best one of that very name. */
  private int ofBody(Phrase phrase) {
    int sentence = sentenceOf(phrase);
    String noun = tokens.string(phrase.last());
    int namesake =
        best(
            present,
            m ->
                m.kind == Entity.Kind.ORGANIZATION && m.parts.contains(noun)
                    ? m.weight(sentence) + ABSENT
                    : 0);
    if (namesake != NOBODY || !tokens.is(phrase.last(), Lexicon.BODY)) {
      return namesake;
    }
    return best(
        present,
        m ->
            m.kind == Entity.Kind.ORGANIZATION && m.weight(sentence) > WELL_PRESENT
                ? m.weight(sentence)
                : 0);
  }

  private static boolean contradicts(Phrase phrase, Entity entity) {
    return phrase.is(Lexicon.MALE) && entity.female || phrase.is(Lexicon.FEMALE) && entity.male;
  }

  /** The name in "his partner at the firm, John Smith, said", seen from the partner. */
  private int apposed(int index) {
    int last = index;
    while (last + 1 < phrases.size()
        && last - index < 3
        && phrases.get(last + 1).first() == phrases.get(last).last() + 2
        && tokens.is(phrases.get(last).last() + 1, Lexicon.PREPOSITION)) {
      last++;
    }
    int comma = phrases.get(last).last() + 1;
    int name = phrases.at(comma + 1);
    boolean apposed =
        tokens.isSign(comma, ',')
            && (phrases.get(index).is(Lexicon.ROLE) || phrases.get(index).owner() != Phrases.NONE)
            && name != Phrases.NONE
            && phrases.get(name).isName()
            && !phrases.get(name).possessive()
            && phrases.get(name).first() == comma + 1;
    if (!apposed) {
      return Phrases.NONE;
    }
    int after = narrative.unitOf(phrases.get(name).last()) + 1;
    return narrative.isSign(after, ",.") || clauses.isVerbGroup(after) ? name : Phrases.NONE;
  }

  private int sentenceOf(Phrase phrase) {
    return narrative.sentenceOf(narrative.unitOf(phrase.first()));
  }

  private void notice(int index) {
    int entity = entityOf[index];
    int sentence = sentenceOf(phrases.get(index));
    names.get(entity).notice(sentence, salience(index));
    if (isSubject(index) && !phrases.get(index).quoted()) {
      names.get(entity).noticeAsSubject(sentence);
      lastGroup = clauses.jointWith(index) == Phrases.NONE ? lastGroup : index;
    }
    present.remove(entity);
    present.addFirst(entity);
    if (present.size() > MOST_PRESENT) {
      present.removeLast();
    }
  }

  private double salience(int index) {
    Phrase phrase = phrases.get(index);
    if (phrase.quoted()) {
      return IN_QUOTES;
    }
    if (phrase.possessive()) {
      return AS_OWNER;
    }
    return isSubject(index) ? AS_SUBJECT : AS_OBJECT;
  }

  private boolean isSubject(int index) {
    return subjects.isSubject(index) || clauses.isVerbGroup(clauses.lastUnit(index) + 1);
  }

  /** {@return who the phrase stands for; where two speak as one, both} */
  Speaker speaker(int index) {
    int joint =
        phrases.get(index).isName() && !phrases.get(index).quoted()
            ? clauses.jointWith(index)
            : Phrases.NONE;
    if (joint == Phrases.NONE) {
      return single(index);
    }
    Speaker first = single(Math.min(index, joint));
    Speaker second = single(Math.max(index, joint));
    return first.equals(second)
        ? first
        : Speaker.of(first.name() + " and " + second.name(), first.type());
  }

  private Speaker single(int index) {
    Phrase phrase = phrases.get(index);
    int entity = entityOf[index];
    if (entity != NOBODY) {
      return speaker(names.get(entity));
    }
    int other = standsFor[index];
    if (other != Phrases.NONE && other != index && other < index) {
      return speaker(other);
    }
    if (phrase.is(Lexicon.I) && phrase.isPronoun() && authors.size() == 1) {
      return Speaker.of(authors.get(0), SpeakerType.PERSON);
    }
    return phrase.isPronoun() || phrase.isRelative()
        ? Speaker.UNKNOWN
        : Speaker.of(
            names.text(clauses.firstToken(index), clauses.lastToken(index)), SpeakerType.UNNAMED);
  }

  private static Speaker speaker(Entity entity) {
    SpeakerType type =
        switch (entity.kind) {
          case PERSON -> SpeakerType.PERSON;
          case ORGANIZATION -> SpeakerType.ORGANIZATION;
          case PEOPLE -> SpeakerType.UNNAMED;
        };
    Optional<String> description =
        entity.description.isEmpty() ? Optional.empty() : Optional.of(entity.description);
    return new Speaker(entity.name, type, description);
  }
}
