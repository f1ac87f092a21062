package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/** Learns from the descriptions beside the names of a text who and what their bearers are. */
final class Appositions extends Step {
  private final Names names;

  Appositions(Analysis analysis, Names names) {
    super(analysis);
    this.names = names;
  }

  /** Takes in what is beside a name: "Smith, the mayor", "the mayor, Smith", "Smith is mayor". */
  void describe() {
    for (int i = 0; i + 1 < phrases.size(); i++) {
      Phrase a = phrases.get(i);
      Phrase b = phrases.get(i + 1);
      if (a.quoted() != b.quoted() || b.first() != a.last() + 2) {
        continue;
      }
      int link = a.last() + 1;
      boolean apart = tokens.isAnySign(link, ",(") && !isSubjectAfterOpening(a, b);
      boolean predicate = tokens.is(link, Word.PREDICATE);
      int description = apart && a.isName() ? described(i + 1) : i + 1;
      b = phrases.get(description);
      if (apart && a.isName()) {
        learnAge(names.entityOf(i), phrases.get(i + 1));
      }
      if ((apart || predicate) && a.isName() && b.isNominal() && b.is(Lexicon.ROLE)) {
        takeIn(names.entityOf(i), b);
      } else if (apart && a.isName() && isDescription(a, description)) {
        addNoun(names.entityOf(i), b.last());
      } else if (apart
          && b.isName()
          && a.isNominal()
          && a.is(Lexicon.ROLE)
          && (a.owner() != Phrases.NONE || tokens.is(a.first(), Lexicon.DETERMINER))) {
        takeIn(names.entityOf(i + 1), a);
      }
    }
  }

  /** "a nurse" in "Smith, 44, a nurse" and "port" in "Ellenport, its port", after the name. */
  private int described(int index) {
    Phrase first = phrases.get(index);
    int next = index + 1;
    if (next == phrases.size()) {
      return index;
    }
    boolean owned = first.isPronoun() && phrases.get(next).owner() == index;
    boolean age = first.first() == first.last() && tokens.shape(first.first()) == Shape.NUMBER;
    boolean goesOn =
        age
            && tokens.isSign(first.last() + 1, ',')
            && phrases.get(next).first() == first.last() + 2
            && phrases.get(next).quoted() == first.quoted();
    return owned || goesOn ? next : index;
  }

  /** Takes in "23" of "Smith, 23," and "Smith (23)", who then is "the 23-year-old". */
  private void learnAge(int entity, Phrase phrase) {
    boolean age =
        phrase.first() == phrase.last()
            && tokens.shape(phrase.first()) == Tokens.Shape.NUMBER
            && tokens.isAnySign(phrase.last() + 1, ",.)");
    if (age && entity != Names.NOBODY && names.get(entity).isPerson()) {
      names.addNoun(entity, tokens.string(phrase.first()) + "-year-old");
    }
  }

  /** Whether the phrase closes with a comma and can say what a name is: "its insurer", "a port". */
  private boolean isDescription(Phrase name, int index) {
    Phrase phrase = phrases.get(index);
    return phrase.isNominal()
        && tokens.shape(phrase.last()) == Shape.LOWER
        && !tokens.is(phrase.last(), Lexicon.SOURCE | Lexicon.SPEECHLESS)
        && (phrase.owner() != Phrases.NONE || tokens.is(phrase.first(), Lexicon.DETERMINER))
        && !tokens.is(name.first() - 1, Lexicon.PREPOSITION)
        && tokens.isAnySign(clauses.lastToken(index) + 1, ",.");
  }

  private void addNoun(int entity, int token) {
    if (entity != Names.NOBODY) {
      names.addNoun(entity, names.bare(token));
    }
  }

  /** "In a talk with Smith, the mayor said": who speaks is another than Smith. */
  private boolean isSubjectAfterOpening(Phrase name, Phrase description) {
    int start = narrative.sentenceStart(narrative.sentenceOf(narrative.unitOf(name.first())));
    int verb = narrative.unitOf(description.last()) + 1;
    return name.isName()
        && tokens.isSign(name.last() + 1, ',')
        && narrative.unitOf(name.first()) != start
        && clauses.isVerb(verb, Lexicon.SPEECH)
        && clauses.isFinite(verb);
  }

  private void takeIn(int entity, Phrase description) {
    if (entity == Names.NOBODY || !names.get(entity).isPerson()) {
      return;
    }
    Entity m = names.get(entity);
    names.addRoles(m, description.first(), description.last() + 1);
    if (m.description.isEmpty()) {
      m.description = names.text(description.first(), description.last());
    }
    if (!m.male && !m.female) {
      m.male = description.is(Lexicon.MALE);
      m.female = description.is(Lexicon.FEMALE);
    }
  }
}
