package onrecord.extract;

/** Finds the subject of a verb before what is between commas: "Smith, a doctor, said". */
final class SubjectAppositions {
  private static final int NONE = Clauses.NONE;
  private static final int REACH = 70;

  private final Tokens tokens;
  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;

  SubjectAppositions(Tokens tokens, Narrative narrative, Phrases phrases, Clauses clauses) {
    this.tokens = tokens;
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
  }

  /** "Smith" in "Smith, of Ellenport said" at the start of a sentence, given "of"; or NONE. */
  int ofHome(int of, int start) {
    int name = clauses.phraseEndingAt(of - 2);
    boolean opens = name != NONE && phrases.get(name).isName() && clauses.firstUnit(name) == start;
    return opens && (narrative.is(of, Word.OF) || narrative.is(of, Word.FROM)) ? name : NONE;
  }

  /** "Ellenport" in "Smith of Ellenport, Maine said". */
  int withoutRegion(int phrase) {
    int comma = clauses.firstUnit(phrase) - 1;
    boolean place =
        phrases.get(phrase).isName()
            && tokens.is(phrases.get(phrase).last(), Lexicon.PLACE)
            && narrative.isSign(comma, ",");
    int town = place ? clauses.phraseEndingAt(comma - 1) : NONE;
    return town != NONE && phrases.get(town).isName() && clauses.isObjectOfPreposition(town)
        ? town
        : phrase;
  }

  /** The phrase before "X, a doctor, said" or "X, who was there, said": the comma is the last. */
  int subject(int comma, int start) {
    int stop = Math.max(start, comma - REACH);
    for (int unit = comma - 1; unit > stop; unit--) {
      if (!narrative.isSign(unit, ",—–-(")) {
        continue;
      }
      int phrase = clauses.phraseEndingAt(unit - 1);
      if (phrase == NONE && narrative.isSign(unit - 1, ")")) {
        phrase = clauses.phraseEndingAt(clauses.openingBefore(unit - 1, stop) - 1);
      }
      if (phrase == NONE || !clauses.isApposition(unit + 1) || startsClauseOfPronoun(unit + 1)) {
        continue;
      }
      int head = clauses.headOfChain(withoutRegion(phrase), start);
      if (!clauses.canSpeak(head)) {
        continue;
      }
      int described = clauses.nameBefore(head);
      if (described != NONE) {
        return described;
      }
      int before = clauses.firstUnit(head) - 1;
      if (before >= start && narrative.is(before, Lexicon.PREPOSITION)) {
        continue;
      }
      int office = officeBefore(head, start);
      int person = office == NONE ? NONE : clauses.phraseStartingAt(unit + 1);
      boolean named =
          person != NONE && phrases.get(person).isName() && clauses.lastUnit(person) == comma - 1;
      return named ? person : office == NONE ? head : office;
    }
    return NONE;
  }

  /** "The secretary" in "The secretary, Ministry of Works, Smith, said", given the ministry. */
  private int officeBefore(int body, int start) {
    Phrase p = phrases.get(body);
    int comma = clauses.firstUnit(body) - 1;
    boolean between =
        p.isName()
            && (tokens.is(p.nameFirst(), Lexicon.ORGANIZATION)
                || tokens.is(p.nameLast(), Lexicon.ORGANIZATION))
            && comma > start
            && narrative.isSign(comma, ",");
    int office = between ? clauses.phraseEndingAt(comma - 1) : NONE;
    return office != NONE
            && clauses.firstUnit(office) == start
            && tokens.is(phrases.get(office).last(), Lexicon.ROLE)
        ? office
        : NONE;
  }

  /** Whether a pronoun and its verb are here: no apposition, but a clause of its own. */
  private boolean startsClauseOfPronoun(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    return phrase != NONE && phrases.get(phrase).isPronoun() && clauses.startsClause(unit);
  }
}
