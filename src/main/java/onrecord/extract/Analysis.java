package onrecord.extract;

import java.util.List;

/**
 * The grammar of one text, as the steps that look for quotations and speakers read it. Immutable
 * once made.
 *
 * @param tokens the tokens of the text
 * @param quoted the stretches between quotation marks, in the order of the text
 * @param shapes which capital letters mean a name
 * @param narrative the reporter's own words, cut into sentences
 * @param phrases the noun phrases
 * @param clauses the grammar around verbs and phrases
 * @param subjects the subject of each verb
 */
record Analysis(
    Tokens tokens,
    List<Quoted> quoted,
    WordShapes shapes,
    Narrative narrative,
    Phrases phrases,
    Clauses clauses,
    Subjects subjects) {

  /** Analyses a text, given as its tokens. */
  static Analysis of(Tokens tokens) {
    return of(tokens, QuotationMarks.pair(tokens));
  }

  /**
   * Analyses a text.
   *
   * @param quoted its stretches between quotation marks
   */
  static Analysis of(Tokens tokens, List<Quoted> quoted) {
    WordShapes shapes = new WordShapes(tokens, quoted);
    Narrative narrative = new Narrative(tokens, quoted);
    Phrases phrases = new Phrases(tokens, quoted, shapes);
    Clauses clauses = new Clauses(tokens, narrative, phrases);
    Subjects subjects = new Subjects(tokens, narrative, phrases, clauses);
    return new Analysis(tokens, quoted, shapes, narrative, phrases, clauses, subjects);
  }
}
