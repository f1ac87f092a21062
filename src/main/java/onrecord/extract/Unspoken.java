package onrecord.extract;

import java.util.List;

/** Tells quoted words that are nobody's speech: titles, names, nicknames, doubted words. */
final class Unspoken {

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;
  private final List<Quoted> quoted;

  Unspoken(Narrative narrative, Phrases phrases, Clauses clauses) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = narrative.tokens;
    this.quoted = narrative.quoted;
  }

  /** {@return whether the words can be somebody's speech} */
  boolean isSpoken(int q) {
    return !isTitle(q) && !isNamed(q) && !isNickname(q);
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
    boolean cued = clauses.isVerb(unit - 1, Lexicon.SPEECH) || narrative.isSign(unit - 1, ":,");
    return capitals >= 2 && !cued && unit > narrative.sentenceStart(narrative.sentenceOf(unit));
  }

  /** Whether the words are what a thing is called: an account called "...". */
  private boolean isNamed(int q) {
    int verb = narrative.unitOf(quoted.get(q).open()) - 1;
    if (!clauses.isVerb(verb, Lexicon.NAMING) || !narrative.is(verb, Lexicon.PARTICIPLE)) {
      return false;
    }
    int phrase = clauses.phraseEndingAt(verb - 1);
    return phrase != Phrases.NONE
        && phrases.get(phrase).isNominal()
        && !phrases.get(phrase).is(Lexicon.ROLE | Lexicon.GROUP)
        && (narrative.isText(clauses.firstUnit(phrase), "a")
            || narrative.isText(clauses.firstUnit(phrase), "an"));
  }

  /** Whether the words stand inside a name: Edwin "Tiny" Smith. */
  private boolean isNickname(int q) {
    Quoted quote = quoted.get(q);
    int before = phrases.at(quote.open() - 1);
    int behind = phrases.at(quote.end());
    return quote.last() - quote.first() < 3
        && before != Phrases.NONE
        && behind != Phrases.NONE
        && phrases.get(before).isName()
        && phrases.get(behind).isName()
        && tokens.is(quote.open() - 1, Lexicon.GIVEN | Lexicon.GIVEN_FEMALE | Lexicon.GIVEN_MALE);
  }

  /** Whether a few quoted words stand before a noun that they qualify: the "free" lunch. */
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
