package onrecord.extract;

/**
 * Finds interviews whose questions and answers are paragraphs in quotation marks by turns, without
 * anything that says whose they are.
 */
final class Interviews extends Step {
  /** A question, its answer and another question. */
  private static final int FEWEST = 3;

  Interviews(Analysis analysis) {
    super(analysis);
  }

  /**
   * {@return the stretch after the last of an interview that begins with a stretch, or the stretch
   * itself where none begins}
   */
  int end(int first) {
    int q = first;
    while (q < quoted.size()
        && isParagraph(q)
        && isQuestion(q) == ((q - first) % 2 == 0)
        && (q == first || sentence(q) == sentence(q - 1) + 1)) {
      q++;
    }
    return q - first < FEWEST ? first : q;
  }

  /** {@return whether the words end as a question does} */
  boolean isQuestion(int q) {
    return tokens.isSign(quoted.get(q).last(), '?');
  }

  private int sentence(int q) {
    return narrative.sentenceOf(narrative.unitOf(quoted.get(q).open()));
  }

  /** Whether a paragraph is the words and nothing else. */
  private boolean isParagraph(int q) {
    Quoted quote = quoted.get(q);
    int unit = narrative.unitOf(quote.open());
    int sentence = narrative.sentenceOf(unit);
    int next = sentence + 1;
    return !quote.single()
        && quote.closed()
        && !quote.continues()
        && narrative.startsParagraph(sentence)
        && narrative.opensSentence(unit)
        && narrative.sentenceEnd(sentence) == unit + 1
        && (next == narrative.sentences() || narrative.startsParagraph(next));
  }
}
