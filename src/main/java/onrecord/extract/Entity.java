package onrecord.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Somebody or something with a name, as far as the text has been read. */
final class Entity {
  /** What bears a name. */
  enum Kind {
    PERSON,
    ORGANIZATION,
    /** People named by what they share, such as "Canadians". */
    PEOPLE
  }

  /** What is left of a presence after each number of sentences. */
  private static final double[] FADED =
      IntStream.rangeClosed(0, 40).mapToDouble(n -> Math.pow(Mentions.FADING, n)).toArray();

  final List<String> parts;
  Kind kind;
  final Set<String> roles = new HashSet<>();

  /** Parties and peoples beside its name: "republican" of "the Republican Ada Quill". */
  final Set<String> peoples = new HashSet<>();

  /** Places beside its name: "ohio" of "Ohio Senator Ada Quill" and of "Ada Quill (D-Ohio)". */
  final Set<String> places = new HashSet<>();

  /** Nouns beside its name that are in no list of offices: "group" of "the group Clear Tides". */
  final Set<String> nouns = new HashSet<>();

  /** What it is called for short: "ht" after "the Harbour Trust (HT)". */
  final Set<String> acronyms = new HashSet<>();

  String name;
  String description = "";
  boolean male;
  boolean female;

  /** Whether a title or a description shows that it is a man or a woman. */
  boolean titled;

  /** Whether its name begins with a given name or bears a title. */
  boolean surelyPerson;

  boolean place;
  int mentions;

  /** How many of its mentions follow a preposition of place: "in Ellenport". */
  int located;

  private final Map<String, Integer> forms = new HashMap<>();
  private double weight;
  private int subjectOf = -99;
  private int speakerOf = -99;
  private boolean introduced;
  private int introducedIn = -99;
  private int weighedAt;

  private int lastMention = -1;
  private int firstSubjectOf = -99;

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

  /** Takes in a full form of the name: the one that is used most is given out, or the longest. */
  void useForm(String form) {
    int uses = forms.merge(form, 1, Integer::sum);
    int most = forms.getOrDefault(name, 0);
    if (uses > most || uses == most && form.length() > name.length()) {
      name = form;
    }
  }

  /** {@return whether a given name, a title or a pronoun shows that it is a person} */
  boolean isSurelyPerson() {
    return isPerson() && (male || female || titled || surelyPerson || !roles.isEmpty());
  }

  /** {@return whether the text names it only as where something is} */
  boolean isOnlyWhere() {
    return !isSurelyPerson() && located > 0 && located == mentions;
  }

  /** Takes in that it is called a company or the like: a name that shows no person is a body's. */
  void becomeBody() {
    kind = isSurelyPerson() ? kind : Kind.ORGANIZATION;
  }

  /** {@return whether its name is that of a place} */
  boolean isPlace() {
    return place;
  }

  /** {@return whether the words start or end the full name} */
  boolean isCalled(List<String> words) {
    int n = words.size();
    return n == 1 && acronyms.contains(words.getFirst())
        || n <= parts.size()
            && (parts.subList(parts.size() - n, parts.size()).equals(words)
                || parts.subList(0, n).equals(words));
  }

  /**
   * {@return whether the word is the first of what can be two surnames: "Ruiz" of "Ruiz Ortega"}
   */
  boolean isCalledByFirstSurname(String word) {
    int n = parts.size();
    return isPerson()
        && n > 2
        && parts.get(n - 2).equals(word)
        && (Lexicon.ENGLISH.flags(parts.get(n - 1)) & ~Lexicon.GIVEN_NAME) == 0
        && !parts.get(n - 1).endsWith("ly");
  }

  /**
   * Takes in the pronouns that stand for it as the text shows. They outrank what is known of the
   * name: a single one casts doubt on it, two overrule it.
   *
   * @param balance how many more of them are masculine than feminine
   */
  void vote(int balance) {
    if (titled || balance == 0) {
      return;
    }
    boolean contradicted = balance > 0 ? female && !male : male && !female;
    boolean decided = !contradicted || Math.abs(balance) > 1;
    male = decided && balance > 0;
    female = decided && balance < 0;
  }

  /** {@return how present the entity is to a reader of the sentence} */
  double weight(int sentence) {
    int distance = Math.max(0, sentence - weighedAt);
    return distance < FADED.length ? weight * FADED[distance] : 0;
  }

  /** Takes in that the entity is the subject of the sentence, or of a clause of it. */
  void noticeAsSubject(int sentence) {
    subjectOf = sentence;
  }

  /** {@return the number of sentences since the entity was the subject of a clause} */
  int sinceSubject(int sentence) {
    return sentence - subjectOf;
  }

  /** Takes in that the entity is the first subject of the sentence. */
  void noticeAsFirstSubject(int sentence) {
    firstSubjectOf = sentence;
  }

  /** {@return whether the entity was the first subject of the sentence before this one} */
  boolean wasFirstSubjectBefore(int sentence) {
    return firstSubjectOf == sentence - 1;
  }

  /** {@return the phrase that mentioned it last outside quotation marks, or -1} */
  int lastMention() {
    return lastMention;
  }

  /** Takes in that the entity says something in the sentence. */
  void noticeAsSpeaker(int sentence) {
    speakerOf = sentence;
  }

  /** {@return the number of sentences since the entity said something; many if it never did} */
  int silentFor(int sentence) {
    return sentence - speakerOf;
  }

  /** {@return whether the entity was named outside quotation marks so far} */
  boolean isIntroduced() {
    return introduced;
  }

  /** Takes in a mention: presence saturates, so that the one named most does not win for ever. */
  void notice(int sentence, double added) {
    weight = Math.min(Mentions.MOST_PRESENCE, weight(sentence) + added);
    weighedAt = sentence;
  }

  /**
   * {@return whether the sentence before this one named it first, as its first subject or as who
   * speaks}
   */
  boolean wasNewSubjectBefore(int sentence) {
    return introducedIn == sentence - 1
        && (firstSubjectOf == sentence - 1 || speakerOf == sentence - 1);
  }

  /** Takes in a mention outside quotation marks, by a phrase of a sentence. */
  void introduce(int phrase, int sentence) {
    introducedIn = introduced ? introducedIn : sentence;
    introduced = true;
    lastMention = phrase;
  }
}
