package onrecord.extract;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.extract.Entity.Kind;
import onrecord.extract.Tokens.Shape;

/**
 * The names of an article: brings the forms of each together under the fullest one. "Smith" is the
 * "John Smith" of the article; where there are two, who is meant is left to the reader of the
 * context.
 */
final class Names extends Step {
  static final int NOBODY = -1;
  private static final int MOST_OF_A_NAME = 40;
  private static final int FAR_MORE = 2;
  private static final long LABEL =
      Lexicon.ROLE | Lexicon.TITLE | Lexicon.NATIONALITY | Lexicon.PLACE;
  private static final long PERSON_WORD = Lexicon.HONORIFIC | Lexicon.GIVEN_NAME;

  private final List<Entity> entities = new ArrayList<>();
  private final Map<String, List<Integer>> byPart = new HashMap<>();
  private final int[] entityOf;
  private final WrittenNames written;
  private boolean calledByNouns;

  /** The words of each name, as they are compared; none of a phrase that is no name. */
  private final List<List<String>> parts = new ArrayList<>();

  /** How often each word stands alone as a name. */
  private final Supplier<Map<String, Integer>> alone = Suppliers.memoize(this::countWordsAlone);

  /** The words that stand alone, without an article, for who does something. */
  private final Supplier<Set<String>> acting = Suppliers.memoize(this::wordsActingAlone);

  Names(Analysis analysis) {
    super(analysis);
    this.written = new WrittenNames(tokens, shapes);
    this.entityOf = new int[phrases.size()];
    Arrays.fill(entityOf, NOBODY);
    for (int i = 0; i < phrases.size(); i++) {
      parts.add(phrases.get(i).isName() ? written.parts(phrases.get(i)) : List.of());
    }
    enterLongNames();
    new Acronyms(analysis).explained().forEach(this::enterAcronym);
    partBodiesFromPeople();
    // "Mr. Smith" first: he may be another than the "Jane Smith" of the article.
    enterShortNames(Lexicon.MALE | Lexicon.FEMALE);
    enterShortNames(-1);
    new Appositions(analysis, this).describe();
  }

  private void enterAcronym(int acronym, int name) {
    int entity = entityOf[name];
    if (entity != NOBODY) {
      String word = bare(phrases.get(acronym).last());
      entities.get(entity).becomeBody();
      entities.get(entity).acronyms.add(word);
      byPart.computeIfAbsent(word, w -> new ArrayList<>()).add(entity);
    }
  }

  /** "the Daily Post Smith" is not a person of that name, but Smith after a newspaper. */
  private void partBodiesFromPeople() {
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      int last = phrase.nameLast();
      boolean mixed =
          phrase.isName()
              && last > phrase.nameFirst()
              && tokens.is(last - 1, Lexicon.ORGANIZATION)
              && !tokens.is(last, Lexicon.ORGANIZATION);
      if (mixed) {
        entityOf[i] = personCalled(bare(last), entityOf[i]);
      }
    }
  }

  private int personCalled(String surname, int otherwise) {
    for (int entity : byPart.getOrDefault(surname, List.of())) {
      Entity m = entities.get(entity);
      boolean person = m.isPerson() && entity != otherwise && m.parts.size() > 1;
      if (person && m.parts.get(m.parts.size() - 1).equals(surname)) {
        return entity;
      }
    }
    return otherwise;
  }

  /** Takes in a noun beside a name: "port" of "Ellenport, its port". */
  void addNoun(int entity, String noun) {
    entities.get(entity).nouns.add(noun);
    calledByNouns = true;
  }

  /** {@return whether any name has a noun beside it} */
  boolean isCalledByNouns() {
    return calledByNouns;
  }

  Entity get(int entity) {
    return entities.get(entity);
  }

  /** {@return the entity a name is certain to mean, or {@link #NOBODY}} */
  int entityOf(int phrase) {
    return entityOf[phrase];
  }

  private void enterLongNames() {
    Map<String, Integer> byKey = new HashMap<>();
    Set<List<String>> surnames = surnamesOfSeveralWords();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      boolean bySurname = tokens.is(phrase.nameFirst(), Lexicon.PARTICLE);
      if (!phrase.isName() || phrase.nameFirst() == phrase.nameLast() || bySurname) {
        continue;
      }
      List<String> parts = this.parts.get(i);
      boolean surname = surnames.contains(parts) && !tokens.is(phrase.nameFirst(), PERSON_WORD);
      if (parts.size() < 2 || surname) {
        continue;
      }
      Kind kind = kind(phrase);
      String key =
          kind == Kind.PERSON
              ? parts.get(0) + " " + parts.get(parts.size() - 1)
              : String.join(" ", parts);
      entityOf[i] = byKey.computeIfAbsent(key, k -> enter(parts, phrase, kind));
      learn(entityOf[i], phrase);
    }
  }

  /** "Ó Briain" of "Seán Ó Briain": two words or more that end a longer name of a person. */
  private Set<List<String>> surnamesOfSeveralWords() {
    Set<List<String>> surnames = new HashSet<>();
    for (int i = 0; i < phrases.size(); i++) {
      List<String> parts = this.parts.get(i);
      int first = phrases.get(i).nameFirst();
      boolean given =
          tokens.is(first, Lexicon.GIVEN_NAME) || tokens.is(first + 1, Lexicon.PARTICLE);
      if (given && parts.size() > 2 && kind(phrases.get(i)) == Kind.PERSON) {
        for (int from = 1; from < parts.size() - 1; from++) {
          surnames.add(List.copyOf(parts.subList(from, parts.size())));
        }
      }
    }
    return surnames;
  }

  private void enterShortNames(long flags) {
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (phrase.isName() && entityOf[i] == NOBODY && (flags == -1 || phrase.is(flags))) {
        List<Integer> candidates = candidates(i);
        if (candidates.isEmpty() || isNamesake(candidates, phrase)) {
          entityOf[i] = enter(parts.get(i), phrase, kind(phrase));
          learn(entityOf[i], phrase);
        } else if (candidates.size() == 1) {
          entityOf[i] = candidates.getFirst();
          learn(entityOf[i], phrase);
        }
      }
    }
  }

  /**
   * Whether a word stands alone for somebody, far more often than the only body whose name begins
   * with it is named: the body is called after Smith, as "Smith University" is.
   */
  private boolean isNamesake(List<Integer> candidates, Phrase phrase) {
    Entity body = entities.get(candidates.getFirst());
    boolean calledAfter =
        candidates.size() == 1
            && body.kind == Kind.ORGANIZATION
            && phrase.nameFirst() == phrase.nameLast()
            && body.parts.size() > 1
            && body.parts.getFirst().equals(bare(phrase.nameLast()))
            && kind(phrase) == Kind.PERSON;
    return calledAfter
        && alone.get().getOrDefault(bare(phrase.nameLast()), 0) > FAR_MORE * body.mentions;
  }

  private Map<String, Integer> countWordsAlone() {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (phrase.isName() && phrase.nameFirst() == phrase.nameLast()) {
        counts.merge(bare(phrase.nameLast()), 1, Integer::sum);
      }
    }
    return counts;
  }

  private int enter(List<String> parts, Phrase phrase, Kind kind) {
    int entity = entities.size();
    Entity added = new Entity(parts, written.display(phrase), kind);
    added.place = tokens.is(phrase.nameLast(), Lexicon.PLACE) && kind == Kind.ORGANIZATION;
    entities.add(added);
    for (String part : new HashSet<>(parts)) {
      List<Integer> sharing = byPart.computeIfAbsent(part, p -> new ArrayList<>());
      if (sharing.size() < MOST_OF_A_NAME) {
        sharing.add(entity);
      }
    }
    return entity;
  }

  private Kind kind(Phrase phrase) {
    int first = phrase.nameFirst();
    int last = phrase.nameLast();
    if (isPersonCalledLikeABody(first, last)) {
      return Kind.PERSON;
    }
    if (tokens.is(last, Lexicon.GROUP) || tokens.is(last, Lexicon.NATIONALITY) && first == last) {
      return Kind.PEOPLE;
    }
    if (hasAmpersand(first, last) || isFirm(first, last)) {
      return Kind.ORGANIZATION;
    }
    if (phrase.is(Lexicon.HONORIFIC)
        || first < last
            && tokens.is(first, PERSON_WORD)
            && !tokens.is(last, Lexicon.ORGANIZATION)
            && !(tokens.is(last, Lexicon.PLACE) && tokens.is(first, Lexicon.PLACE))) {
      return Kind.PERSON;
    }
    for (int token = first; token <= last; token++) {
      if (tokens.is(token, Lexicon.ORGANIZATION) || tokens.is(token, Word.OFFICE_LINK)) {
        return Kind.ORGANIZATION;
      }
    }
    boolean body =
        first < last
            && !phrase.is(Lexicon.TITLE)
            && phrase.first() == first - 1
            && tokens.is(phrase.first(), Word.THE);
    boolean acronym =
        first == last
            && tokens.shape(first) == Shape.UPPER
            && tokens.length(first) < 7
            && !shapes.isHeadline(first)
            && !tokens.isSign(first + 1, ':');
    return acronym || body || isPlaceOfDateline(first, last) || tokens.is(last, Lexicon.PLACE)
        ? Kind.ORGANIZATION
        : Kind.PERSON;
  }

  /** "Rosa Church", who is called "Church" where she does something; "Grace Church" is not. */
  private boolean isPersonCalledLikeABody(int first, int last) {
    boolean given = first == last || first + 1 == last && tokens.is(first, Lexicon.GIVEN_NAME);
    return given
        && tokens.is(last, Lexicon.ORGANIZATION)
        && shapes.isSurname(last)
        && acting.get().contains(bare(last));
  }

  private Set<String> wordsActingAlone() {
    Set<String> words = new HashSet<>();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      if (phrase.isName() && phrase.first() == phrase.last() && subjects.isSubject(i)) {
        words.add(bare(phrase.last()));
      }
    }
    return words;
  }

  /** "Kemp and Sons", "Kemp and Sons Ltd". */
  private boolean isFirm(int first, int last) {
    for (int token = first + 2; token <= last; token++) {
      if (tokens.is(token, Word.FIRM) && tokens.is(token - 1, Word.AND)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAmpersand(int first, int last) {
    for (int token = first; token <= last; token++) {
      if (tokens.isSign(token, '&')) {
        return true;
      }
    }
    return false;
  }

  /** "PORT ELLEN, Maine --": the place of a report, in capitals at the start of a paragraph. */
  private boolean isPlaceOfDateline(int first, int last) {
    return tokens.isBreak(first - 1)
        && tokens.shape(first) == Shape.UPPER
        && tokens.shape(last) == Shape.UPPER
        && tokens.isAnySign(last + 1, ",—–-(");
  }

  /** {@return the entities that a name can mean, in the order of the text} */
  List<Integer> candidates(int index) {
    Phrase phrase = phrases.get(index);
    List<String> parts = this.parts.get(index);
    List<Integer> found = new ArrayList<>();
    for (int entity : byPart.getOrDefault(parts.get(parts.size() - 1), List.of())) {
      Entity m = entities.get(entity);
      boolean people = m.kind == Kind.PEOPLE && m.parts.size() != parts.size();
      if (m.isCalled(parts) && !people && !contradicts(phrase, m)) {
        found.add(entity);
      }
    }
    if (found.isEmpty() && parts.size() == 1) {
      for (int entity : byPart.getOrDefault(parts.getFirst(), List.of())) {
        if (entities.get(entity).isCalledByFirstSurname(parts.getFirst())) {
          found.add(entity);
        }
      }
    }
    return found.size() < 2 || parts.size() > 1 ? found : withoutNamesakes(found);
  }

  /** Leaves out the bodies that are called after a person, where the text has the person. */
  private List<Integer> withoutNamesakes(List<Integer> found) {
    List<Integer> others = new ArrayList<>();
    boolean person = false;
    for (int entity : found) {
      person |= entities.get(entity).isPerson();
      if (entities.get(entity).kind != Kind.ORGANIZATION) {
        others.add(entity);
      }
    }
    return person ? others : found;
  }

  private static boolean contradicts(Phrase phrase, Entity entity) {
    boolean man = phrase.is(Lexicon.MALE);
    boolean woman = phrase.is(Lexicon.FEMALE);
    return man != woman && (man ? entity.female && !entity.male : entity.male && !entity.female);
  }

  /** Takes in what a mention of an entity shows of it. */
  void learn(int index, Phrase phrase) {
    Entity entity = entities.get(index);
    entity.mentions++;
    entity.located += isWhere(phrase) ? 1 : 0;
    addBodyNouns(entity, phrase);
    if (!entity.isPerson()) {
      return;
    }
    learnGender(entity, phrase);
    entity.surelyPerson |=
        phrase.is(Lexicon.HONORIFIC) || tokens.is(phrase.nameFirst(), PERSON_WORD);
    if (phrase.nameFirst() > phrase.first() && isBodyNoun(phrase.nameFirst() - 1)) {
      entity.becomeBody();
    }
    addRoles(entity, phrase.first(), phrase.nameFirst());
    addLabelAfter(entity, phrase);
    boolean full =
        entity.parts.size() == 1
            || phrase.nameFirst() < phrase.nameLast()
                && bare(phrase.nameFirst()).equals(entity.parts.getFirst());
    if (full && !tokens.is(phrase.nameFirst(), Lexicon.PARTICLE)) {
      entity.useForm(written.display(phrase));
    }
  }

  /** "in Ellenport", "to Ellenport, Maine", "the abbot of Ellenport said": where something is. */
  private boolean isWhere(Phrase name) {
    int before = name.nameFirst() - 1;
    boolean home =
        name.nameFirst() == name.nameLast()
            && (tokens.is(before, Word.OF) || tokens.is(before, Word.FROM))
            && clauses.isVerbGroup(narrative.unitOf(name.last()) + 1);
    return home
        || tokens.is(before, Word.LOCATIVE)
        || tokens.isSign(name.last() + 1, ',')
            && tokens.isCapital(name.last() + 2)
            && tokens.is(name.last() + 2, Lexicon.PLACE);
  }

  /** A title shows most; a surname, which may be somebody's given name as well, shows nothing. */
  private void learnGender(Entity entity, Phrase phrase) {
    boolean ownGivenName = phrase.nameFirst() < phrase.nameLast() || entity.parts.size() == 1;
    if (phrase.is(Lexicon.MALE) != phrase.is(Lexicon.FEMALE)) {
      entity.male = phrase.is(Lexicon.MALE);
      entity.female = phrase.is(Lexicon.FEMALE);
      entity.titled = true;
    } else if (!entity.male && !entity.female && ownGivenName) {
      entity.male = tokens.is(phrase.nameFirst(), Lexicon.GIVEN_MALE);
      entity.female = tokens.is(phrase.nameFirst(), Lexicon.GIVEN_FEMALE);
    }
  }

  /** "newspaper" of "the newspaper Evening Lamp". */
  private boolean isBodyNoun(int token) {
    return tokens.is(token, Lexicon.BODY)
        && !tokens.is(token, Lexicon.ROLE | Lexicon.TITLE)
        && tokens.shape(token) == Shape.LOWER;
  }

  private void addBodyNouns(Entity entity, Phrase phrase) {
    for (int token = phrase.first(); token < phrase.nameFirst(); token++) {
      if (tokens.is(token, Lexicon.BODY)) {
        entity.nouns.add(bare(token));
      }
    }
  }

  /** Takes in the offices among the tokens from one to before another. */
  void addRoles(Entity entity, int from, int to) {
    for (int token = from; token < to; token++) {
      if (tokens.is(token, LABEL)) {
        String bare = bare(token);
        String word = Offices.ENGLISH.of(bare);
        if (tokens.is(token, Lexicon.ROLE | Lexicon.TITLE)) {
          entity.roles.add(word);
        }
        if (tokens.is(token, Lexicon.NATIONALITY | Lexicon.PLACE) || !word.equals(bare)) {
          addLabel(entity, word);
        }
      }
    }
  }

  /** Takes in a party, a people or a place: Senator Ada Quill "of Ohio", "(D-Ohio)". */
  private static void addLabel(Entity entity, String word) {
    long flags = Lexicon.ENGLISH.flags(word);
    if ((flags & Lexicon.NATIONALITY) != 0) {
      entity.peoples.add(word);
    } else if ((flags & Lexicon.PLACE) != 0) {
      entity.places.add(word);
    }
  }

  /** "(R-Ohio)", ", D-Maine," and "of Ohio" after the name of a lawmaker. */
  private void addLabelAfter(Entity entity, Phrase phrase) {
    int link = phrase.last() + 1;
    if (tokens.is(link, Word.OF) && tokens.is(link + 1, Lexicon.PLACE)) {
      addLabel(entity, role(link + 1));
    } else if (tokens.isAnySign(link, ",(") && isPartyMark(link + 1)) {
      String mark = bare(link + 1);
      addLabel(entity, Offices.ENGLISH.of(mark.substring(0, 1)));
      addLabel(entity, Offices.ENGLISH.of(mark.substring(2)));
    }
  }

  private boolean isPartyMark(int token) {
    return tokens.isWord(token)
        && tokens.length(token) > 3
        && tokens.charAt(tokens.start(token) + 1) == '-';
  }

  /** {@return what stands for all words of an office: "senator" for "Sen."} */
  String role(int token) {
    return Offices.ENGLISH.of(bare(token));
  }

  /** {@return the word as names are compared by it} */
  String bare(int token) {
    return written.bare(token);
  }

  /** {@return the words of the tokens on one line} */
  String text(int first, int last) {
    return written.text(first, last);
  }
}
