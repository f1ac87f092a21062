package onrecord.extract;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onrecord.model.Speaker;
import onrecord.model.SpeakerType;

/**
 * Who is who in an article: follows the text and finds whom each name, {@linkplain Pronouns
 * pronoun} and {@linkplain Descriptions description} stands for.
 */
final class Coreference extends Step {
  private static final int NOBODY = Names.NOBODY;

  private final Names names;
  private final List<String> authors;
  private final Mentions mentions;
  private final Pronouns pronouns;
  private final Descriptions descriptions;
  private final Coordination coordination;

  Coreference(Analysis analysis, Names names, List<String> authors) {
    super(analysis);
    this.names = names;
    this.authors = authors;
    this.mentions = new Mentions(analysis, names);
    this.pronouns = new Pronouns(analysis, mentions);
    this.descriptions = new Descriptions(analysis, mentions);
    this.coordination = new Coordination(analysis);
    voteOnGender();
    for (int i = 0; i < phrases.size(); i++) {
      mentions.set(i, entity(i, phrases.get(i)));
    }
  }

  /**
   * Learns whether a subject is a man or a woman from the first pronoun after it in the sentence,
   * where no other person is between them.
   */
  private void voteOnGender() {
    Map<Integer, Integer> balances = new HashMap<>();
    for (int i = 0; i + 1 < phrases.size(); i++) {
      int entity = phrases.get(i).isName() ? names.entityOf(i) : NOBODY;
      boolean person = entity != NOBODY && names.get(entity).isPerson();
      if (person && !phrases.get(i).quoted() && mentions.isSubject(i)) {
        balances.merge(entity, vote(i), Integer::sum);
      }
    }
    balances.forEach((entity, balance) -> names.get(entity).vote(balance));
  }

  /** {@return 1 if the first pronoun after a subject is masculine, -1 if feminine, 0 if none} */
  private int vote(int subject) {
    int sentence = mentions.sentenceOf(phrases.get(subject));
    Entity named = names.get(names.entityOf(subject));
    boolean alone = subjects.isFirst(subject) && !named.male && !named.female;
    for (int i = subject + 1; i < Math.min(phrases.size(), subject + 12); i++) {
      Phrase phrase = phrases.get(i);
      boolean other =
          phrase.isName() && names.entityOf(i) != NOBODY && names.get(names.entityOf(i)).isPerson();
      boolean goesOn =
          mentions.sentenceOf(phrase) == sentence || alone && opensNext(phrase, sentence);
      if (phrase.quoted() || other || !goesOn) {
        return 0;
      }
      alone &= !phrase.isNominal() || !phrase.is(Lexicon.ROLE);
      if (phrase.isPronoun() && (pronouns.isMan(phrase) || phrase.is(Lexicon.SHE))) {
        return isOfAnother(phrase, subject) ? 0 : pronouns.isMan(phrase) ? 1 : -1;
      }
    }
    return 0;
  }

  /** "Smith sings. His wife": a pronoun with which the next sentence begins. */
  private boolean opensNext(Phrase phrase, int sentence) {
    int unit = narrative.unitOf(phrase.first());
    return phrase.isPronoun()
        && mentions.sentenceOf(phrase) == sentence + 1
        && narrative.sentenceStart(sentence + 1) == unit
        && !narrative.startsParagraph(sentence + 1);
  }

  /** "Smith drove him home", "Smith is her husband": the pronoun is of another. */
  private boolean isOfAnother(Phrase pronoun, int subject) {
    int verb = narrative.unitOf(pronoun.first()) - 1;
    boolean object = tokens.is(pronoun.first(), Lexicon.OBJECT) && !pronoun.possessive();
    return verb >= 0
        && subjects.of(verb) == subject
        && (object && clauses.isVerbGroup(verb) || clauses.isBe(verb) && pronoun.possessive());
  }

  private int entity(int index, Phrase phrase) {
    if (phrase.isName()) {
      return ofName(index, phrase);
    }
    if (phrase.quoted()) {
      return NOBODY;
    }
    return switch (phrase.kind()) {
      case PRONOUN -> pronouns.ofPronoun(index, phrase);
      case RELATIVE -> ofRelative(index, clauses.antecedent(narrative.unitOf(phrase.first())));
      default -> descriptions.ofDescription(index, phrase);
    };
  }

  private int ofRelative(int index, int antecedent) {
    if (antecedent != Phrases.NONE
        && antecedent < index
        && mentions.entityOf(antecedent) == NOBODY) {
      mentions.noticeSomebody(antecedent);
    }
    return mentions.sameAs(index, antecedent);
  }

  private int ofName(int index, Phrase phrase) {
    if (names.entityOf(index) != NOBODY) {
      return names.entityOf(index);
    }
    int sentence = mentions.sentenceOf(phrase);
    List<Integer> candidates = names.candidates(index);
    int chosen =
        mentions.best(
            candidates,
            m -> m.weight(sentence) + 0.05 * Math.min(20, m.mentions) + Mentions.ABSENT);
    if (chosen != NOBODY) {
      names.learn(chosen, phrase);
    }
    return chosen;
  }

  /** {@return who the phrase stands for; where several speak as one, all of them} */
  Speaker speaker(int index) {
    List<Integer> joint = coordination.jointWith(index);
    if (joint.size() == 1) {
      return single(index);
    }
    List<Speaker> speakers = joint.stream().map(this::single).distinct().toList();
    int last = speakers.size() - 1;
    if (last == 0) {
      return speakers.getFirst();
    }
    String all = speakers.stream().limit(last).map(Speaker::name).collect(joining(", "));
    return Speaker.of(all + " and " + speakers.get(last).name(), speakers.getFirst().type());
  }

  /** {@return how near the second best came to the one that a pronoun stands for: from 0 to 1} */
  double rivalry(int index) {
    return mentions.rivalry(index);
  }

  private Speaker single(int index) {
    Phrase phrase = phrases.get(index);
    int entity = mentions.entityOf(index);
    if (entity != NOBODY) {
      return speaker(names.get(entity));
    }
    int other = mentions.standsFor(index);
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
