package onrecord.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Somebody or something with a name, as far as the text read so far tells. */
final class Entity {
  /** What bears a name. */
  enum Kind {
    PERSON,
    ORGANIZATION,
    /** People named by what they share, such as "Canadians". */
    PEOPLE
  }

  final List<String> parts;
  final Kind kind;
  final Set<String> roles = new HashSet<>();
  String name;
  String description = "";
  boolean male;
  boolean female;
  int mentions;
  private double weight;
  private int subjectOf = -9;
  private int weighedAt;

  /**
   * Makes an entity.
   *
   * @param parts the words of the fullest name, in lower case
   * @param name the name as it is given out
   */
  Entity(List<String> parts, String name, Kind kind) {
    this.parts = parts;
    this.name = name;
    this.kind = kind;
  }

  boolean isPerson() {
    return kind == Kind.PERSON;
  }

  /** {@return whether the words start or end the full name} */
  boolean isCalled(List<String> words) {
    int n = words.size();
    return n <= parts.size()
        && (parts.subList(parts.size() - n, parts.size()).equals(words)
            || parts.subList(0, n).equals(words));
  }

  /** {@return how present the entity is to a reader of the sentence} */
  double weight(int sentence) {
    int distance = Math.max(0, sentence - weighedAt);
    return distance > 40 ? 0 : weight * Math.pow(Coreference.FADING, distance);
  }

  /** Takes in that the entity is the subject of the sentence, or of a clause of it. */
  void noticeAsSubject(int sentence) {
    subjectOf = sentence;
  }

  /** {@return whether the entity was the subject of the sentence or of the one before it} */
  boolean wasSubject(int sentence) {
    return sentence - subjectOf <= 1;
  }

  void notice(int sentence, double added) {
    weight = weight(sentence) + added;
    weighedAt = sentence;
  }
}
