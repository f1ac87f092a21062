package onrecord.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a description stands for, such as "the mayor" or "the company": whoever the text has
 * called so, or a fitting one who is present to a reader.
 */
final class Descriptions extends Step {
  /** The least presence of one whom a description without a known office can stand for. */
  private static final double WELL_PRESENT = 0.3;

  // How much the party, the people or the place of a description counts for and against somebody.
  private static final double SAME_LABEL = 2;
  private static final double OTHER_LABEL = 0.3;

  private static final int LONGEST_DESCRIPTION = 14;
  private static final int NOBODY = Names.NOBODY;
  private final Mentions mentions;
  private final Names names;
  private final Coordination coordination;

  /** The last indefinite description of each noun: "a source", for when "the source" comes up. */
  private final Map<String, Integer> introductions = new HashMap<>();

  Descriptions(Analysis analysis, Mentions mentions) {
    super(analysis);
    this.mentions = mentions;
    this.names = mentions.names;
    this.coordination = new Coordination(analysis);
  }

  /** {@return the entity that a description stands for, or nobody} */
  int ofDescription(int index, Phrase phrase) {
    int apposed = apposed(index);
    int named = apposed == Phrases.NONE ? namedBeforeVerb(index) : apposed;
    if (named != Phrases.NONE) {
      return named < index ? mentions.entityOf(named) : names.entityOf(named);
    }
    int described = tokens.is(phrase.last(), Lexicon.BODY) ? nameDescribed(index) : Phrases.NONE;
    if (described != Phrases.NONE) {
      names.addNoun(mentions.entityOf(described), tokens.string(phrase.last()));
      return mentions.entityOf(described);
    }
    int said = predicated(index, phrase);
    return said != Phrases.NONE ? mentions.entityOf(said) : ofNoun(index, phrase);
  }

  /** The one whom the noun of a description that names nobody stands for, or nobody. */
  private int ofNoun(int index, Phrase phrase) {
    int head = mentions.headOf(phrase);
    boolean definite = tokens.is(phrase.first(), Word.DEFINITE) || phrase.owner() != Phrases.NONE;
    int earlier = definite ? introduced(index, head) : remember(index, head);
    if (definite && isOfJoint(phrase)) {
      // Two people who speak as one are nobody alone.
      mentions.sameAs(index, mentions.lastGroup);
      return NOBODY;
    }
    if (tokens.is(head, Lexicon.GROUP) || isOfSeveral(index, head)) {
      boolean some = tokens.is(head, Lexicon.DETERMINER) && !tokens.is(head + 1, Word.OF);
      boolean somebody = mentions.isSubject(index) && !some;
      mentions.lastGroup = somebody ? index : mentions.lastGroup;
      return mentions.sameAs(index, earlier);
    }
    if (tokens.is(head, Lexicon.BODY | Lexicon.DOCUMENT)) {
      mentions.lastBody = mentions.isSubject(index) ? index : mentions.lastBody;
      boolean bare = phrase.owner() == Phrases.NONE && !hasOwnName(phrase);
      return earlier == Phrases.NONE && definite && bare
          ? ofBody(phrase)
          : mentions.sameAs(index, earlier);
    }
    int called =
        definite && names.isCalledByNouns() && mentions.isSubject(index)
            ? whoIsCalled(phrase, tokens.string(head))
            : NOBODY;
    boolean age = tokens.endsWith(head, Ending.AGE) && called == NOBODY;
    if (definite && (age || tokens.is(head, Lexicon.ROLE) || tokens.is(head, Word.TAKING_UP))) {
      return ofPerson(index, phrase, earlier);
    }
    boolean somebody = tokens.is(phrase.first(), Word.INDEFINITE) && subjects.isSubject(index);
    if (called == NOBODY && somebody) {
      mentions.noticeSomebody(index);
    }
    return called;
  }

  /** Whether a name that is no place's is before the noun: "the Daily News tabloid". */
  private boolean hasOwnName(Phrase phrase) {
    for (int token = phrase.first() + 1; token < phrase.last(); token++) {
      if (shapes.isNameWord(token) && !tokens.is(token, Lexicon.PLACE | Lexicon.NATIONALITY)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the description is of as many as were named last as one subject: "the two". */
  private boolean isOfJoint(Phrase phrase) {
    int pair = mentions.lastGroup;
    int number = Math.min(phrase.first() + 1, phrase.last());
    boolean two = tokens.is(number, Word.PAIR);
    boolean people =
        phrase.last() == number
            || phrase.last() == number + 1 && tokens.is(phrase.last(), Lexicon.GROUP);
    if (!two && !tokens.is(number, Word.TRIO)
        || !people
        || pair == Phrases.NONE
        || mentions.sentenceOf(phrase) - mentions.sentenceOf(phrases.get(pair)) > 3) {
      return false;
    }
    return coordination.jointWith(pair).size() == (two ? 2 : 3);
  }

  /** Whether a noun that is in no list is the plural of one for somebody: "rowers", "groups". */
  private boolean isOfSeveral(int index, int head) {
    boolean agents = tokens.endsWith(head, Ending.AGENTS);
    if (!agents && !tokens.endsWith(head, Ending.PLURAL)
        || tokens.is(head, Lexicon.SOURCE)
        || tokens.shape(head) != Tokens.Shape.LOWER
        || !mentions.isSubject(index)) {
      return false;
    }
    return agents || subjects.isSpeaking(index) || shapes.isPluralOf(head, Lexicon.BODY);
  }

  /** The one whom a noun for a person with an article stands for, or nobody. */
  private int ofPerson(int index, Phrase phrase, int earlier) {
    int inOffice = ofOffice(phrase);
    if (inOffice == NOBODY && earlier != Phrases.NONE) {
      return mentions.sameAs(index, earlier);
    }
    boolean known = inOffice == NOBODY && isLeading(index) && isTelling(phrase);
    int entity = known ? ofKnownPerson(phrase) : inOffice;
    if (entity == NOBODY && subjects.isSubject(index)) {
      mentions.noticeSomebody(index);
    }
    return entity;
  }

  private boolean isLeading(int index) {
    return mentions.isSubject(index) && !clauses.isObjectOfPreposition(index);
  }

  /** "Bright Fields" in "Bright Fields, a seed company in Ohio, ...", seen from the company. */
  private int nameDescribed(int index) {
    Phrase phrase = phrases.get(index);
    int name = phrases.at(phrase.first() - 2);
    boolean apposed =
        tokens.is(phrase.first(), Word.INDEFINITE)
            && tokens.isSign(phrase.first() - 1, ',')
            && name != Phrases.NONE
            && phrases.get(name).isName()
            && mentions.entityOf(name) != NOBODY
            && !clauses.isObjectOfPreposition(name)
            && tokens.isAnySign(clauses.lastToken(index) + 1, ",.");
    return apposed && !names.get(mentions.entityOf(name)).isSurelyPerson() ? name : Phrases.NONE;
  }

  /** "Smith" in "Smith is a doctor who says", seen from the doctor; or none. */
  private int predicated(int index, Phrase phrase) {
    int be = narrative.unitOf(phrase.first()) - 1;
    while (be > 0 && clauses.isVerb(be, Lexicon.ADVERB)) {
      be--;
    }
    if (be < 0 || !tokens.is(phrase.first(), Word.INDEFINITE) || !clauses.isVerb(be, Lexicon.BE)) {
      return Phrases.NONE;
    }
    int subject = subjects.of(be);
    return subject != Phrases.NONE
            && subject < index
            && mentions.entityOf(subject) != NOBODY
            && names.get(mentions.entityOf(subject)).isPerson()
        ? subject
        : Phrases.NONE;
  }

  /** The one whose office the description names. */
  private int ofOffice(Phrase phrase) {
    String role = names.role(mentions.headOf(phrase));
    int sentence = mentions.sentenceOf(phrase);
    return mentions.best(
        mentions.present,
        m ->
            m.isPerson() && m.roles.contains(role) && !contradicts(phrase, m)
                ? (m.weight(sentence) + Mentions.ABSENT) * suitability(phrase, m)
                : 0);
  }

  /** How well the party, the people and the place in a description suit one: 1 if it has none. */
  private double suitability(Phrase phrase, Entity m) {
    if (m.places.isEmpty() && m.peoples.isEmpty()) {
      return 1;
    }
    double suitability = 1;
    for (int token = phrase.first(); token <= phrase.last(); token++) {
      if (tokens.isCapital(token)) {
        String word = names.role(token);
        long flags = Lexicon.ENGLISH.flags(word);
        suitability *= (flags & Lexicon.PLACE) != 0 ? suitability(word, m.places) : 1;
        suitability *= (flags & Lexicon.NATIONALITY) != 0 ? suitability(word, m.peoples) : 1;
      }
    }
    return suitability;
  }

  private static double suitability(String word, Set<String> labels) {
    return labels.isEmpty() ? 1 : labels.contains(word) ? SAME_LABEL : OTHER_LABEL;
  }

  /**
   * Whom the text has called so beside the name: "the insurer" after "Smith Mutual, its insurer".
   */
  private int whoIsCalled(Phrase phrase, String noun) {
    int sentence = mentions.sentenceOf(phrase);
    return mentions.best(
        mentions.present,
        m ->
            m.nouns.contains(noun) && !contradicts(phrase, m)
                ? m.weight(sentence) + Mentions.ABSENT
                : 0);
  }

  /** The one most present, for a description of which the text gave no name. */
  private int ofKnownPerson(Phrase phrase) {
    int sentence = mentions.sentenceOf(phrase);
    int owning = phrase.owner() == Phrases.NONE ? NOBODY : mentions.entityOf(phrase.owner());
    @Nullable Entity owner = owning == NOBODY ? null : names.get(owning);
    return mentions.best(
        mentions.present,
        m ->
            m.isSurelyPerson()
                    && m != owner
                    && !contradicts(phrase, m)
                    && m.weight(sentence) > WELL_PRESENT
                ? Antecedents.presence(m, sentence) * suitability(phrase, m)
                : 0);
  }

  /**
   * Whether a description says more of a person than a bare office: "the Ohio governor" is one whom
   * the reader knows by now, "the announcer" may be new.
   */
  private boolean isTelling(Phrase phrase) {
    int head = mentions.headOf(phrase);
    boolean parent = tokens.is(head + 1, Word.OF) && tokens.is(head + 2, Word.SEVERAL);
    if (parent || tokens.is(head, Word.TAKING_UP) || tokens.endsWith(head, Ending.AGE)) {
      return true;
    }
    if (phrase.owner() != Phrases.NONE) {
      return tokens.is(phrase.first(), Word.FORMER);
    }
    for (int token = phrase.first() + 1; token < phrase.last(); token++) {
      if (shapes.isSurname(token) && !tokens.is(token, Lexicon.PLACE)) {
        // "the Smith supporter" is new to the reader, and not Smith.
        return false;
      }
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
    boolean somebody = tokens.is(head, Lexicon.SOURCE) || tokens.endsWith(head, Ending.AGE);
    if (somebody && !isBare(phrases.get(index), head)) {
      introductions.put(tokens.string(head), index);
    }
    return Phrases.NONE;
  }

  /** "mayor" in "was elected mayor", "Mayor ready for talks": a noun that brings in nobody. */
  private boolean isBare(Phrase phrase, int head) {
    boolean several = tokens.endsWith(head, Ending.PLURAL) || tokens.is(head, Lexicon.GROUP);
    boolean determined =
        tokens.is(phrase.first(), Lexicon.DETERMINER) || phrase.owner() != Phrases.NONE;
    return !determined && !several && tokens.shape(phrase.first()) != Tokens.Shape.NUMBER;
  }

  private int introduced(int index, int head) {
    int earlier = introductions.getOrDefault(tokens.string(head), Phrases.NONE);
    boolean near =
        earlier != Phrases.NONE
            && mentions.sentenceOf(phrases.get(index)) - mentions.sentenceOf(phrases.get(earlier))
                < 12;
    return near && ordinal(index).equals(ordinal(earlier)) ? earlier : Phrases.NONE;
  }

  /**
   * The word that distinguishes a description from another of its noun: "second" of "the second
   * ad".
   */
  private String ordinal(int index) {
    Phrase phrase = phrases.get(index);
    for (int token = phrase.first(); token < phrase.last(); token++) {
      if (tokens.is(token, Word.ORDINAL)) {
        return tokens.string(token).toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** "the company", "the newspaper": the body named last, best one of that very name. */
  private int ofBody(Phrase phrase) {
    int sentence = mentions.sentenceOf(phrase);
    String noun = tokens.string(phrase.last());
    int namesake =
        mentions.best(
            mentions.present,
            m ->
                m.kind == Entity.Kind.ORGANIZATION && m.parts.contains(noun)
                        || m.nouns.contains(noun) && !m.isSurelyPerson()
                    ? m.weight(sentence) + Mentions.ABSENT
                    : 0);
    if (namesake != NOBODY || !tokens.is(phrase.last(), Lexicon.BODY)) {
      return namesake;
    }
    Entity acting = subjectOfVerbBefore(phrase);
    boolean state = tokens.is(phrase.last(), Word.STATE);
    int body =
        mentions.best(
            mentions.present,
            m ->
                m != acting
                        && (state || !m.isPlace())
                        && Mentions.isBody(m, sentence)
                        && m.weight(sentence) > WELL_PRESENT
                    ? m.weight(sentence)
                    : 0);
    if (body != NOBODY) {
      names.get(body).becomeBody();
    }
    return body;
  }

  /** "Smith" in "Smith joined the club", who is another than the club; or null. */
  private @Nullable Entity subjectOfVerbBefore(Phrase object) {
    int verb = narrative.unitOf(object.first()) - 1;
    boolean acts = verb > 0 && (clauses.isVerb(verb, Lexicon.VERB) || clauses.isUnknownVerb(verb));
    int subject = acts ? subjects.of(verb) : Phrases.NONE;
    int entity = subject == Phrases.NONE ? NOBODY : mentions.entityOf(subject);
    return entity == NOBODY ? null : names.get(entity);
  }

  private static boolean contradicts(Phrase phrase, Entity entity) {
    return phrase.is(Lexicon.MALE) && entity.female || phrase.is(Lexicon.FEMALE) && entity.male;
  }

  /** "the umpire" in "said the umpire, Smith". */
  private boolean isAfterCue(int index) {
    return tokens.is(phrases.get(index).first(), Word.THE)
        && clauses.isVerb(clauses.firstUnit(index) - 1, Lexicon.SPEECH)
        && subjects.isSpeaking(index);
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
            && (phrases.get(index).is(Lexicon.ROLE)
                || phrases.get(index).owner() != Phrases.NONE
                || isAfterCue(index))
            && name != Phrases.NONE
            && phrases.get(name).isName()
            && !phrases.get(name).possessive()
            && !(last > index && tokens.is(phrases.get(name).last(), Lexicon.PLACE))
            && phrases.get(name).first() == comma + 1;
    if (!apposed) {
      return Phrases.NONE;
    }
    int after = narrative.unitOf(phrases.get(name).last()) + 1;
    return narrative.isSign(after, ",.") || clauses.isVerbGroup(after) ? name : Phrases.NONE;
  }

  /**
   * The name between a description and its verb: "one elder, Smith, said", "a cook for the crew
   * that won, Smith, said"; or none.
   */
  private int namedBeforeVerb(int index) {
    if (!subjects.isSubject(index) || phrases.get(index).quoted()) {
      return Phrases.NONE;
    }
    int first = clauses.lastUnit(index) + 1;
    for (int comma = first; comma < first + LONGEST_DESCRIPTION; comma++) {
      if (narrative.isQuote(comma) || narrative.isBreak(comma) || narrative.isSign(comma, ".;:")) {
        return Phrases.NONE;
      }
      if (narrative.isSign(comma, ",")) {
        int name = clauses.phraseStartingAt(comma + 1);
        boolean body = name != Phrases.NONE && isBodyOfField(name);
        boolean listed = name != Phrases.NONE && phrases.get(name).isNominal();
        if (listed || body && narrative.isSign(clauses.lastUnit(name) + 1, ",")) {
          // "the head of bridges, ferries and locks, Smith, said"; "a clerk, Ministry of Works,
          // Smith,"
          continue;
        }
        return isFullName(name) && isBeforeVerbOf(index, clauses.lastUnit(name) + 1)
            ? name
            : Phrases.NONE;
      }
    }
    return Phrases.NONE;
  }

  /** "Ministry of Works", "Lake Office". */
  private boolean isBodyOfField(int name) {
    Phrase p = phrases.get(name);
    return p.isName()
        && (tokens.is(p.nameLast(), Lexicon.ORGANIZATION)
            || tokens.is(p.nameFirst(), Lexicon.ORGANIZATION)
                && tokens.is(p.nameFirst() + 1, Word.OFFICE_LINK));
  }

  private boolean isFullName(int phrase) {
    return phrase != Phrases.NONE
        && phrases.get(phrase).isName()
        && !phrases.get(phrase).possessive()
        && phrases.get(phrase).first() < phrases.get(phrase).nameLast()
        && !tokens.is(phrases.get(phrase).last(), Lexicon.PLACE | Lexicon.ORGANIZATION);
  }

  /** Whether a comma at the unit and a verb after it follow, whose subject is the description. */
  private boolean isBeforeVerbOf(int index, int comma) {
    int verb = comma + 1;
    while (verb < comma + 4 && clauses.isInVerbGroup(verb) && !clauses.isVerb(verb, Lexicon.VERB)) {
      verb++;
    }
    return narrative.isSign(comma, ",")
        && (clauses.isVerb(verb, Lexicon.VERB) || clauses.isUnknownVerb(verb))
        && subjects.topic(verb) == index;
  }
}
