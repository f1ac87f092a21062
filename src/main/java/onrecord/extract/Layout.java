package onrecord.extract;

import onrecord.extract.Tokens.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Finds who said words by the lines around them: a label before or above them, a signature in or
 * below them.
 */
final class Layout extends Step {
  private static final int SIGNATURE = 20;
  private final CueBefore cuesBefore;

  Layout(Analysis analysis, CueBefore cuesBefore) {
    super(analysis);
    this.cuesBefore = cuesBefore;
  }

  /** The name on a line of its own, perhaps with a description, with which the words end. */
  int signatureInside(int q) {
    Quoted quote = quoted.get(q);
    int first = quote.last();
    while (first > Math.max(quote.first(), quote.last() - SIGNATURE) && !startsLine(first)) {
      boolean verb =
          phrases.at(first) == Phrases.NONE && tokens.is(first, Lexicon.VERB | Lexicon.AUXILIARY);
      if (verb || tokens.isAnySign(first, "!?;:")) {
        return Phrases.NONE;
      }
      first--;
    }
    int phrase = phrases.at(first);
    return startsLine(first)
            && first > quote.first()
            && phrase != Phrases.NONE
            && phrases.get(phrase).isName()
            && phrases.get(phrase).first() == first
            && phrases.get(phrase).nameFirst() < phrases.get(phrase).nameLast()
        ? phrase
        : Phrases.NONE;
  }

  private boolean startsLine(int token) {
    return tokens.isBreak(token - 1)
        || tokens.text.substring(tokens.end(token - 1), tokens.start(token)).indexOf('\n') >= 0;
  }

  /** The name in capitals before a colon with which the quoted words start, as in a transcript. */
  int labelInside(int q) {
    Quoted quote = quoted.get(q);
    int phrase = phrases.at(quote.first());
    if (phrase == Phrases.NONE
        || !phrases.get(phrase).isName()
        || phrases.get(phrase).first() != quote.first()) {
      return Phrases.NONE;
    }
    boolean label =
        tokens.shape(phrases.get(phrase).last()) == Shape.UPPER
            && tokens.isSign(phrases.get(phrase).last() + 1, ':');
    return label ? phrase : Phrases.NONE;
  }

  /**
   * "From Smith, chair of the union:" as a paragraph of its own, in a letter without the colon; or
   * null.
   */
  @Nullable Attribution labelAbove(int unit, int sentence) {
    if (sentence == 0 || !narrative.isSentenceStart(unit)) {
      return null;
    }
    int start = narrative.sentenceStart(sentence - 1);
    int end = narrative.sentenceEnd(sentence - 1);
    boolean colon = narrative.isSign(end - 1, ":");
    boolean from =
        narrative.is(start, Word.FROM)
            && narrative.startsParagraph(sentence - 1)
            && narrative.startsParagraph(sentence);
    if (!colon && !from) {
      return null;
    }
    int last = colon || narrative.isSign(end - 1, ".") ? end - 1 : end;
    int label = cuesBefore.labelBefore(start, last);
    return label == Phrases.NONE ? null : new Attribution(label, -1, Rule.LABEL);
  }

  /**
   * The name on the line below words that are a paragraph, perhaps with a description: "Ada Smith,
   * chair of the union" or, of another, "Ada Smith on her brother"; or null.
   */
  @Nullable Attribution signatureBelow(int sentence) {
    int below = sentence + 1;
    if (below < narrative.sentences() && narrative.isSign(narrative.sentenceStart(below), "(")) {
      return inBrackets(below);
    }
    if (below >= narrative.sentences()
        || !narrative.startsParagraph(sentence)
        || !narrative.startsParagraph(below)) {
      return null;
    }
    int start = narrative.sentenceStart(below);
    int end = narrative.sentenceEnd(below);
    int name = clauses.phraseStartingAt(start);
    if (name == Phrases.NONE || !isFullName(name) || end - start > SIGNATURE) {
      return null;
    }
    int after = clauses.lastUnit(name) + 1;
    boolean described =
        after == end || narrative.isSign(after, ",(") || narrative.is(after, Word.ON);
    boolean line = narrative.isBreak(end) || end == narrative.units();
    return described && line && isWithoutVerb(after, end)
        ? new Attribution(name, -1, Rule.SIGNED)
        : null;
  }

  /** "(Ada Smith, The Daily News)", where that is all of a sentence after the words; or null. */
  private @Nullable Attribution inBrackets(int sentence) {
    int open = narrative.sentenceStart(sentence);
    int close = narrative.sentenceEnd(sentence) - 1;
    int name = clauses.phraseStartingAt(open + 1);
    boolean person =
        name != Phrases.NONE
            && isFullName(name)
            && close - open < SIGNATURE
            && narrative.isSign(close, ")");
    if (!person) {
      return null;
    }
    int after = clauses.lastUnit(name) + 1;
    boolean described = narrative.isSign(after, ",");
    boolean given = tokens.is(phrases.get(name).nameFirst(), Lexicon.GIVEN_NAME);
    return (described || given && after == close) && isWithoutVerb(after, close)
        ? new Attribution(name, -1, Rule.SIGNED)
        : null;
  }

  private boolean isFullName(int phrase) {
    Phrase p = phrases.get(phrase);
    return p.isName()
        && !p.possessive()
        && p.nameFirst() < p.nameLast()
        && p.nameLast() - p.nameFirst() < 4
        && !tokens.is(p.nameLast(), Lexicon.ORGANIZATION | Lexicon.PLACE)
        && !shapes.isHeadline(p.nameFirst());
  }

  private boolean isWithoutVerb(int from, int end) {
    for (int unit = from; unit < end; unit++) {
      boolean verb =
          clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY)
              && !narrative.is(unit - 1, Lexicon.PREPOSITION);
      if (verb || narrative.isQuote(unit) || narrative.isSign(unit, ".!?:;")) {
        return false;
      }
    }
    return true;
  }
}
