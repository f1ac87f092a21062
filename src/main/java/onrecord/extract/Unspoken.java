package onrecord.extract;

import java.util.BitSet;

/** Tells quoted words that are nobody's speech: titles, names, nicknames, doubted words. */
final class Unspoken extends Step {
  private final BitSet titles = new BitSet();

  Unspoken(Analysis analysis) {
    super(analysis);
    for (int q = 0; q < quoted.size(); q++) {
      titles.set(q, isTitle(q));
    }
  }

  /** {@return whether the words can be somebody's speech} */
  boolean isSpoken(int q) {
    return !titles.get(q)
        && !isNamed(q)
        && !isNickname(q)
        && !isInscription(q)
        && !isInCompound(q)
        && !isStageDirection(q);
  }

  /** Whether the quoted words are written like the title of a work or a programme. */
  private boolean isTitle(int q) {
    Quoted quote = quoted.get(q);
    if (quote.last() - quote.first() > 9 || tokens.isAnySign(quote.last(), "!?")) {
      return false;
    }
    int capitals = 0;
    for (int token = quote.first(); token <= quote.last(); token++) {
      if (!tokens.isWord(token)) {
        continue;
      }
      boolean small = tokens.is(token, Lexicon.FUNCTION | Lexicon.DETERMINER | Lexicon.POSSESSIVE);
      if (tokens.isCapital(token)) {
        capitals++;
      } else if (!small || token == quote.first()) {
        return false;
      }
    }
    int unit = narrative.unitOf(quote.open());
    if (capitals >= 2 && isWorkBeside(unit)
        || capitals == 1 && narrative.is(unit - 1, Lexicon.WORK) && isWorkWithArticle(unit - 1)) {
      return true;
    }
    return capitals >= 2 && (isNaming(unit - 1) || q > 0 && goesOnList(unit) && titles.get(q - 1));
  }

  /** "...", a novel about eels; the painting, "...", was sold. */
  private boolean isWorkBeside(int unit) {
    int comma =
        narrative.isSign(unit + 1, ",") || isCommaInside(unit)
            ? narrative.isSign(unit + 1, ",") ? unit + 1 : unit
            : -1;
    if (comma >= 0 && narrative.is(comma + 1, Lexicon.DETERMINER | Lexicon.POSSESSIVE)) {
      int phrase = clauses.phraseStartingAt(comma + 1);
      if (phrase != Phrases.NONE && isWork(phrases.get(phrase))) {
        return true;
      }
    }
    int before = narrative.isSign(unit - 1, ",") ? clauses.phraseEndingAt(unit - 2) : Phrases.NONE;
    return before != Phrases.NONE && isWork(phrases.get(before));
  }

  /** "the film "Salt"", "a short film "Salt"". */
  private boolean isWorkWithArticle(int noun) {
    int work = clauses.phraseEndingAt(noun);
    return work != Phrases.NONE
        && isWork(phrases.get(work))
        && narrative.is(clauses.firstUnit(work), Lexicon.DETERMINER | Lexicon.POSSESSIVE);
  }

  private boolean isCommaInside(int unit) {
    return tokens.isSign(quoted.get(narrative.quotedAt(unit)).last(), ',');
  }

  private boolean isWork(Phrase phrase) {
    return phrase.isNominal() && tokens.is(phrase.last(), Lexicon.WORK);
  }

  /** Whether a few words are what a thing says that is after them: the "stop" button. */
  private boolean isInscription(int q) {
    Quoted quote = quoted.get(q);
    int next = quote.end();
    return quote.last() - quote.first() < 4
        && !tokens.isAnySign(quote.last(), ".,")
        && (tokens.is(next, Lexicon.INSCRIBED)
            || tokens.is(next + 1, Lexicon.INSCRIBED)
                && tokens.shape(next) == Tokens.Shape.LOWER
                && !tokens.is(next, Lexicon.FUNCTION | Lexicon.DETERMINER));
  }

  /** {@return whether the quoted words are one or two} */
  boolean isBrief(int q) {
    int words = 0;
    for (int token = quoted.get(q).first(); words < 3 && token <= quoted.get(q).last(); token++) {
      words += tokens.isWord(token) ? 1 : 0;
    }
    return words < 3;
  }

  /** Whether a hyphen joins the quoted words to the next: "sea"-blue paint. */
  private boolean isInCompound(int q) {
    int hyphen = quoted.get(q).end();
    return quoted.get(q).closed()
        && tokens.isAnySign(hyphen, "-\u2010\u2011")
        && tokens.start(hyphen) == tokens.end(hyphen - 1)
        && tokens.shape(hyphen + 1) == Tokens.Shape.LOWER
        && tokens.start(hyphen + 1) == tokens.end(hyphen);
  }

  /** Whether all of the quoted words are a remark in brackets, as in a transcript: "(Laughter.)" */
  private boolean isStageDirection(int q) {
    Quoted quote = quoted.get(q);
    return tokens.isAnySign(quote.first(), "([")
        && tokens.isAnySign(quote.last(), ")]")
        && quote.last() - quote.first() < 6;
  }

  /** Whether only "and" or a comma is between the quoted words and those before. */
  private boolean goesOnList(int unit) {
    int before = narrative.is(unit - 1, Lexicon.CONJUNCTION) ? unit - 2 : unit - 1;
    before = narrative.isSign(before, ",") ? before - 1 : before;
    return narrative.isQuote(before);
  }

  /** Whether the word before is one that a title follows: on "...", NBC's "...", the film "...". */
  private boolean isNaming(int unit) {
    boolean preposition =
        narrative.is(unit, Lexicon.PREPOSITION) && !narrative.is(unit, Lexicon.SUBORDINATOR);
    boolean action = clauses.isUnknownVerb(unit) || clauses.isVerb(unit, Lexicon.COMMON_VERB);
    return preposition
        || narrative.is(unit, Word.PERFORMING)
        || narrative.is(unit, Word.READING) && isReadBySomebody(unit)
        || action && !narrative.is(unit, Lexicon.SPEECH | Lexicon.THOUGHT)
        || narrative.is(unit, Lexicon.DETERMINER | Lexicon.POSSESSIVE | Lexicon.WORK | Lexicon.BODY)
        || tokens.shape(narrative.token(unit)) == Tokens.Shape.POSSESSIVE;
  }

  /** "Smith read "Salt and Bone" to the class", but "the sign read "No Dogs"". */
  private boolean isReadBySomebody(int verb) {
    int subject = subjects.of(verb);
    Phrase p = subject == Phrases.NONE ? null : phrases.get(subject);
    return p != null && (p.isName() || p.is(Lexicon.HE | Lexicon.SHE));
  }

  /** Whether the words are what a thing is called: an account called "...". */
  private boolean isNamed(int q) {
    int verb = narrative.unitOf(quoted.get(q).open()) - 1;
    if (CuePhrases.TITLE.lengthBefore(narrative, verb + 1) > 0) {
      return true;
    }
    if (!clauses.isVerb(verb, Lexicon.NAMING) || !narrative.is(verb, Lexicon.PARTICIPLE)) {
      return false;
    }
    int phrase = clauses.phraseEndingAt(verb - 1);
    return phrase != Phrases.NONE
        && phrases.get(phrase).isNominal()
        && !phrases.get(phrase).is(Lexicon.ROLE | Lexicon.GROUP)
        && narrative.is(clauses.firstUnit(phrase), Word.INDEFINITE);
  }

  /** Whether the words are inside a name: Edwin "Tiny" Smith. */
  private boolean isNickname(int q) {
    Quoted quote = quoted.get(q);
    int before = phrases.at(quote.open() - 1);
    int after = phrases.at(quote.end());
    return before != Phrases.NONE && before == after
        || quote.last() - quote.first() < 3
            && before != Phrases.NONE
            && after != Phrases.NONE
            && phrases.get(before).isName()
            && phrases.get(after).isName()
            && tokens.is(quote.open() - 1, Lexicon.GIVEN_NAME);
  }

  /** Whether a few quoted words are before a noun that they qualify: the "free" lunch. */
  boolean isAttributive(int q) {
    Quoted quote = quoted.get(q);
    int next = narrative.unitOf(quote.open()) + 1;
    return quote.last() - quote.first() < 4
        && !tokens.isAnySign(quote.last(), ",.!?")
        && clauses.phraseStartingAt(next) != Phrases.NONE
        && !narrative.is(
            next, Lexicon.DETERMINER | Lexicon.PRONOUN | Lexicon.POSSESSIVE | Lexicon.RELATIVE);
  }
}
