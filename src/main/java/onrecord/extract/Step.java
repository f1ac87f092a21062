package onrecord.extract;

import java.util.List;

/** A step of the extraction that reads the {@link Analysis} of a text. */
abstract class Step {
  final Tokens tokens;
  final List<Quoted> quoted;
  final WordShapes shapes;
  final Narrative narrative;
  final Phrases phrases;
  final Clauses clauses;
  final Subjects subjects;

  Step(Analysis analysis) {
    this.tokens = analysis.tokens();
    this.quoted = analysis.quoted();
    this.shapes = analysis.shapes();
    this.narrative = analysis.narrative();
    this.phrases = analysis.phrases();
    this.clauses = analysis.clauses();
    this.subjects = analysis.subjects();
  }
}
