package onrecord.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds reported speech without quotation marks: what a verb of speech or thought has as its
 * complement, what is before ", Smith said", and what is according to somebody. Only the outermost
 * report of a sentence counts; what is reported inside it belongs to it.
 */
final class IndirectSpeech extends Step {
  /**
   * A reported stretch.
   *
   * @param stretches where it is: in one piece, or in two around the clause that names the speaker
   */
  record Report(List<Stretch> stretches, Attribution attribution) {
    int first() {
      return stretches.getFirst().first();
    }

    int last() {
      return stretches.getLast().last();
    }
  }

  /**
   * A stretch of tokens.
   *
   * @param first the first token
   * @param last the last token
   */
  record Stretch(int first, int last) {}

  private static final int REACH = 40;

  /**
   * A report has at most so many units, so that the time is linear in a text without full stops.
   */
  private static final int LONGEST = 400;

  private final List<Report> reports = new ArrayList<>();
  private final BitSet quotingCues = new BitSet();
  private final CommentClause comments;
  private final Complement complements;

  /**
   * Prepares the search.
   *
   * @param attributions the attributions of the quoted stretches; where the cue is in the sentence
   *     of the stretch, it reports nothing else
   */
  IndirectSpeech(Analysis analysis, Attribution[] attributions) {
    super(analysis);
    this.comments = new CommentClause(analysis);
    this.complements = new Complement(analysis);
    for (int q = 0; q < attributions.length; q++) {
      int cue = attributions[q].cue();
      int unit = narrative.unitOf(quoted.get(q).open());
      if (cue >= 0 && narrative.sentenceOf(cue) == narrative.sentenceOf(unit)) {
        quotingCues.set(cue);
      }
    }
  }

  /** {@return the reported stretches in the order of the text, none of which overlap} */
  List<Report> find() {
    for (int sentence = 0; sentence < narrative.sentences(); sentence++) {
      int start = narrative.sentenceStart(sentence);
      readSentence(start, endOfWords(start, narrative.sentenceEnd(sentence)));
    }
    return reports;
  }

  /** The end of a sentence without its punctuation. */
  private int endOfWords(int start, int sentenceEnd) {
    int end = sentenceEnd;
    while (end > start && (narrative.isSign(end - 1, ".!?…:;,") || narrative.isBreak(end - 1))) {
      end--;
    }
    return end;
  }

  private void readSentence(int start, int end) {
    if (hasApostrophePair(start, end)) {
      return;
    }
    Report labelled = labelled(start, end);
    if (labelled != null) {
      reports.add(labelled);
      return;
    }
    CommentClause.Comment comment = comments.find(start, end);
    if (comment != null) {
      Report around = around(comment, start, end);
      if (around != null) {
        reports.add(around);
        readReports(Math.max(comment.end(), narrative.unitOf(around.last()) + 1), end);
        return;
      }
    }
    readReports(start, end);
  }

  private void readReports(int from, int end) {
    int start = from;
    int unit = start;
    Report before = null;
    while (unit < end) {
      Report report = reportAt(unit, start, end, before);
      if (report != null) {
        before = report;
        reports.add(report);
        unit = Math.max(unit + 1, narrative.unitOf(report.last()) + 1);
        start = unit;
      } else {
        unit++;
      }
    }
  }

  /** Whether there are marks in the sentence that are not taken as marks. */
  private boolean hasApostrophePair(int start, int end) {
    for (int unit = start; unit < end; unit++) {
      if (tokens.isApostrophePair(narrative.token(unit))) {
        return true;
      }
    }
    return false;
  }

  /** "Smith: Taxes will rise", as in a headline or a transcript. */
  private @Nullable Report labelled(int start, int end) {
    int phrase = clauses.phraseStartingAt(start);
    if (phrase == Phrases.NONE || !narrative.isSign(clauses.lastUnit(phrase) + 1, ":")) {
      return null;
    }
    Phrase p = phrases.get(phrase);
    boolean source =
        p.isName() && tokens.length(p.last()) > 1
            || p.is(Lexicon.ROLE | Lexicon.BODY | Lexicon.GROUP)
                && !tokens.is(p.last(), Word.NO_LABEL);
    int first = clauses.lastUnit(phrase) + 2;
    return source && clauses.hasVerb(first, end)
        ? report(first, end, new Attribution(phrase, -1, Rule.REPORTED_LABEL))
        : null;
  }

  private @Nullable Report reportAt(int unit, int start, int end, @Nullable Report before) {
    int according = CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit);
    if (according > 0) {
      return accordingTo(unit, according, start, end);
    }
    if (!clauses.isVerb(unit, Lexicon.SPEECH | Lexicon.THOUGHT | Lexicon.TOPICAL)
        || quotingCues.get(unit)
        || isNoun(unit)) {
      return null;
    }
    int subject = before == null ? subjects.of(unit) : subjectAfter(before, unit);
    if (subject == Phrases.NONE) {
      return null;
    }
    Complement.Words words = complements.find(unit, subject, Math.min(end, unit + LONGEST));
    if (words == null || !isSource(subject, unit, words)) {
      return null;
    }
    Rule rule = narrative.is(unit, Lexicon.SPEECH) ? Rule.REPORTED : Rule.REPORTED_THOUGHT;
    return report(words.first(), words.end(), new Attribution(subject, unit, rule));
  }

  /**
   * The subject of a verb: in "Smith said the ice held and added that" that of the report before,
   * and nobody in it.
   */
  private int subjectAfter(Report before, int verb) {
    int subject = subjects.of(verb);
    int link = narrative.is(verb - 1, Lexicon.ADVERB) ? verb - 2 : verb - 1;
    boolean joined =
        subject != Phrases.NONE
            && (narrative.is(link, Word.AND) || narrative.is(link, Word.BUT))
            && link - narrative.unitOf(before.last()) <= 2
            && phrases.get(subject).first() >= before.first()
            && phrases.get(subject).last() <= before.last();
    return joined ? before.attribution().phrase() : subject;
  }

  /** Whether a word that could be a verb is the object of a preposition: "in protest of". */
  private boolean isNoun(int unit) {
    return narrative.is(unit, Lexicon.BASE | Lexicon.THIRD)
        && narrative.is(unit - 1, Lexicon.PREPOSITION)
        && !narrative.is(unit - 1, Word.TO);
  }

  /**
   * Whether the subject can be who reports: what is no person reports in a clause. A subject taken
   * over from another report has reported before.
   */
  private boolean isSource(int subject, int verb, Complement.Words words) {
    if (subjects.of(verb) != subject
        || subjects.animate(verb) == subject
        || narrative.is(verb, Lexicon.ALWAYS_VERB)) {
      return true;
    }
    return narrative.is(words.first() - 1, Word.COMPLEMENTIZER)
        || narrative.is(verb, Lexicon.SPEECH) && clauses.startsClause(words.first());
  }

  /** What a comment interrupts or follows. */
  private @Nullable Report around(CommentClause.Comment comment, int start, int end) {
    Attribution attribution = comment.attribution();
    if (quotingCues.get(attribution.cue())) {
      return null;
    }
    if (comment.comma() < start) {
      // "As Smith said, the ice will hold."
      int from = comment.end() + 1;
      return clauses.hasVerb(from, end) ? report(from, end, attribution) : null;
    }
    int first = startOfWords(start, comment.comma());
    int next = comment.end() + 1;
    boolean goesOn =
        next < end
            && isSameSign(comment.comma(), comment.end())
            && !narrative.is(comment.comma() + 1, Word.AS)
            && !clauses.isVerb(next, Lexicon.ING)
            && !narrative.is(next, Word.BUT);
    if (goesOn) {
      first = startOfSplitClause(first, comment.comma());
    }
    boolean spoken = hasClause(first, comment.comma()) || goesOn && clauses.hasVerb(next, end);
    if (!spoken) {
      return afterOpening(comment, first, end);
    }
    Stretch before = stretch(first, comment.comma());
    if (before == null || !goesOn) {
      return before == null ? null : new Report(List.of(before), attribution);
    }
    Stretch after = stretch(next, end);
    return after == null ? null : new Report(List.of(before, after), attribution);
  }

  /** "In May, according to Smith, the ice broke": the adverbial and the clause. */
  private @Nullable Report afterOpening(CommentClause.Comment comment, int first, int end) {
    if (comment.attribution().rule() != Rule.REPORTED_ACCORDING_TO) {
      return null;
    }
    int comma = commaBeforeClause(clauses.lastUnit(comment.attribution().phrase()) + 1, end);
    Stretch before = comma < 0 ? null : stretch(first, comment.comma());
    Stretch after = comma < 0 ? null : stretch(comma + 1, end);
    return before == null || after == null
        ? null
        : new Report(List.of(before, after), comment.attribution());
  }

  /**
   * After the last dash or ", and" if only a phrase comes between it and the comment: "The ice
   * held, and the fair, Smith said, was safe".
   */
  private int startOfSplitClause(int start, int comma) {
    for (int unit = comma - 1; unit > start && !clauses.isFiniteVerb(unit); unit--) {
      if (narrative.isSign(unit, "—–-;:")) {
        return unit + 1;
      }
      boolean link = narrative.is(unit + 1, Word.AND) || narrative.is(unit + 1, Word.BUT);
      if (narrative.isSign(unit, ",") && link) {
        return unit + 2;
      }
    }
    return start;
  }

  private boolean isSameSign(int unit, int other) {
    return narrative.isSign(unit, ",") && narrative.isSign(other, ",")
        || narrative.isSign(unit, "—–") && narrative.isSign(other, "—–");
  }

  /** Without the conjunction and the dashes that open it. */
  private int startOfWords(int start, int end) {
    int first = start;
    while (first < end
        && (narrative.is(first, Lexicon.CONJUNCTION) || narrative.isSign(first, ",—–-•"))) {
      first++;
    }
    return first;
  }

  /** Whether there is a finite verb, and a second one where the words start with a subordinator. */
  private boolean hasClause(int from, int to) {
    boolean subordinate =
        narrative.is(from, Lexicon.SUBORDINATOR) && clauses.startsClause(from + 1);
    int missing = subordinate ? 2 : 1;
    boolean inVerb = false;
    for (int unit = from; unit < to && missing > 0; unit++) {
      int subject = subjects.of(unit);
      boolean finite =
          clauses.isFiniteVerb(unit)
              && !narrative.is(unit, Lexicon.ADVERB)
              && (subject == Phrases.NONE || !phrases.get(subject).isRelative());
      missing -= finite && !inVerb ? 1 : 0;
      inVerb = finite;
    }
    return missing <= 0;
  }

  private @Nullable Report accordingTo(int unit, int length, int start, int end) {
    int phrase = clauses.sourceAt(unit + length);
    if (phrase == Phrases.NONE) {
      return null;
    }
    Attribution attribution = new Attribution(phrase, unit, Rule.REPORTED_ACCORDING_TO);
    if (unit > start + 3 && unit - start < LONGEST) {
      int last = narrative.isSign(unit - 1, ",—–") ? unit - 1 : unit;
      return report(start, last, attribution);
    }
    int comma = commaBeforeClause(clauses.lastUnit(phrase) + 1, end);
    if (comma >= 0) {
      return report(comma + 1, end, attribution);
    }
    return null;
  }

  /**
   * The comma after an opening adverbial: the first one that a subject and its verb follow, or else
   * the first one after which a verb comes before the next; -1 if there is none.
   */
  private int commaBeforeClause(int from, int end) {
    int farthest = Math.min(end, from + REACH);
    int candidate = -1;
    int comma = -1;
    for (int unit = from; unit < farthest; unit++) {
      if (narrative.isSign(unit, ",")) {
        boolean aside = narrative.is(unit + 1, Lexicon.RELATIVE | Lexicon.CONJUNCTION);
        if (!aside && clauses.startsFiniteClause(unit + 1)) {
          return unit;
        }
        comma = aside ? -1 : unit;
      }
      boolean verb = comma >= 0 && candidate < 0 && clauses.isFiniteVerb(unit);
      candidate = verb ? comma : candidate;
    }
    return candidate;
  }

  private @Nullable Report report(int first, int end, Attribution attribution) {
    Stretch stretch = stretch(first, end);
    return stretch == null ? null : new Report(List.of(stretch), attribution);
  }

  /** The tokens from a unit to another, without double quotation marks among them; or null. */
  private @Nullable Stretch stretch(int first, int end) {
    if (end <= first) {
      return null;
    }
    for (int unit = first; unit < end; unit++) {
      if (narrative.isBreak(unit)
          || tokens.shape(narrative.token(unit)) == Tokens.Shape.DOUBLE_MARK) {
        return null;
      }
    }
    return new Stretch(narrative.token(first), narrative.token(end - 1));
  }
}
