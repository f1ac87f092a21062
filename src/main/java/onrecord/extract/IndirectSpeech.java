package onrecord.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds reported speech without quotation marks: what a verb of speech or thought has as its
 * complement, what stands before ", Smith said", and what is according to somebody. Only the
 * outermost report of a sentence counts; what is reported inside it belongs to it.
 */
final class IndirectSpeech extends Step {
  /**
   * A reported stretch.
   *
   * @param first its first token
   * @param last its last token
   */
  record Report(int first, int last, Attribution attribution) {}

  private static final int REACH = 40;

  /** A report without a verb has at least so many words: "said nothing" reports nothing. */
  private static final int FEWEST_WORDS = 3;

  private final List<Report> reports = new ArrayList<>();
  private final BitSet quotingCues = new BitSet();

  /**
   * Prepares the search.
   *
   * @param attributions the attributions of quoted words, whose cues are taken
   */
  IndirectSpeech(Analysis analysis, Attribution[] attributions) {
    super(analysis);
    for (Attribution attribution : attributions) {
      if (attribution.cue() >= 0) {
        quotingCues.set(attribution.cue());
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
    int unit = start;
    while (unit < end) {
      Report report = reportAt(unit, start, end);
      if (report != null) {
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
    return source && hasVerb(first, end)
        ? report(first, end, new Attribution(phrase, -1, Rule.REPORTED_LABEL))
        : null;
  }

  private @Nullable Report reportAt(int unit, int start, int end) {
    int according = CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit);
    if (according > 0) {
      return accordingTo(unit, according, start, end);
    }
    if (!clauses.isVerb(unit, Lexicon.SPEECH | Lexicon.THOUGHT) || quotingCues.get(unit)) {
      return null;
    }
    int subject = subjects.animate(unit);
    if (subject == Phrases.NONE) {
      return null;
    }
    Report complement = complement(unit, subject, end);
    return complement != null ? complement : preceding(unit, subject, start);
  }

  // ---- after the verb ----

  private @Nullable Report complement(int verb, int subject, int end) {
    int first = startOfComplement(verb, subject, end);
    boolean that = narrative.is(first, Word.COMPLEMENTIZER);
    if (!that && narrative.is(verb, Lexicon.QUOTING)) {
      return null;
    }
    boolean adverbial =
        narrative.is(first, Lexicon.PREPOSITION)
            && !narrative.is(first, Word.TO)
            && (!narrative.is(verb, Lexicon.SPEECH) || !hasVerb(first, end));
    if (adverbial && !narrative.is(first, Word.TOPIC)) {
      return null;
    }
    if (first >= end || narrative.isQuote(first)) {
      return null;
    }
    int last = endOfComplement(first, subject, end);
    boolean refusal = narrative.is(first, Word.NOT) && narrative.is(first + 1, Word.TO);
    if (refusal || last - first < FEWEST_WORDS && !hasVerb(first, last)) {
      return null;
    }
    first = narrative.is(first, Word.THAT) ? first + 1 : first;
    Rule rule = narrative.is(verb, Lexicon.SPEECH) ? Rule.REPORTED : Rule.REPORTED_THOUGHT;
    return report(first, last, new Attribution(subject, verb, rule));
  }

  /** After the verb, and after the one told, the place and the day, the complement starts. */
  private int startOfComplement(int verb, int subject, int end) {
    int that = indexOfThat(verb, end);
    if (that >= 0) {
      return that;
    }
    int unit = verb + 1;
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == subject && phrase != Phrases.NONE) {
      unit = clauses.lastUnit(phrase) + 1;
      return narrative.isSign(unit, ":") ? unit + 1 : end;
    }
    while (unit < end && (narrative.is(unit, Lexicon.ADVERB) || isTime(unit))) {
      unit++;
    }
    if (narrative.is(verb, Lexicon.ADDRESSED)) {
      int told = clauses.phraseStartingAt(unit);
      int after = told == Phrases.NONE ? unit : clauses.lastUnit(told) + 1;
      boolean clause =
          clauses.phraseStartingAt(after) != Phrases.NONE || narrative.is(after, Word.TO);
      unit = clause ? after : unit;
    }
    return narrative.isSign(unit, ",.;—–") ? end : narrative.isSign(unit, ":") ? unit + 1 : unit;
  }

  private boolean isTime(int unit) {
    return narrative.is(unit, Lexicon.WEEKDAY | Lexicon.DAY)
        || narrative.is(unit, Word.ON) && narrative.is(unit + 1, Lexicon.WEEKDAY);
  }

  /** The unit of "that" where only adverbials and objects stand between it and the verb, or -1. */
  private int indexOfThat(int verb, int end) {
    for (int unit = verb + 1; unit < Math.min(end, verb + 16); unit++) {
      if (narrative.is(unit, Word.COMPLEMENTIZER)) {
        return unit;
      }
      if (narrative.isQuote(unit) || clauses.isVerbGroup(unit) || narrative.isSign(unit, ";:—–")) {
        return -1;
      }
    }
    return -1;
  }

  private int endOfComplement(int first, int subject, int end) {
    boolean subordinate =
        narrative.is(narrative.sentenceStart(narrative.sentenceOf(first)), Lexicon.SUBORDINATOR);
    for (int unit = first + 1; unit < end; unit++) {
      boolean comma = narrative.isSign(unit, ",—–");
      if (narrative.isSign(unit, ";")) {
        return unit;
      }
      if (comma
          && clauses.isVerb(unit + 1, Lexicon.SPEECH)
          && narrative.is(unit + 1, Lexicon.ING)) {
        return unit;
      }
      if (comma
          && (isClosingAttribution(unit + 1, end)
              || narrative.is(unit + 1, Word.BUT)
              || phrases.get(subject).isRelative()
              || subordinate && clauses.startsClause(unit + 1))) {
        return unit;
      }
      if (comma && narrative.is(unit + 1, Word.AND) && startsReport(unit + 2)) {
        return unit;
      }
      boolean coordinated = narrative.is(unit, Word.AND) || narrative.is(unit, Word.BUT);
      if (coordinated
          && clauses.isVerb(unit + 1, Lexicon.SPEECH)
          && subjects.of(unit + 1) == subject) {
        return narrative.isSign(unit - 1, ",") ? unit - 1 : unit;
      }
    }
    return end;
  }

  private boolean startsReport(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    int verb = phrase == Phrases.NONE ? unit : clauses.lastUnit(phrase) + 1;
    return clauses.isVerb(verb, Lexicon.SPEECH) && subjects.of(verb) == phrase;
  }

  /** Whether ", Smith said" or ", according to Smith" stands at the unit and ends the sentence. */
  private boolean isClosingAttribution(int unit, int end) {
    if (CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit) > 0) {
      return true;
    }
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == Phrases.NONE) {
      return false;
    }
    for (int verb = clauses.lastUnit(phrase) + 1; verb < Math.min(end, unit + 12); verb++) {
      if (clauses.isVerb(verb, Lexicon.SPEECH) && subjects.of(verb) == phrase) {
        return verb + 3 >= end;
      }
    }
    return false;
  }

  // ---- before the verb ----

  private @Nullable Report preceding(int verb, int subject, int start) {
    int opening = clauses.firstUnit(subject);
    boolean inverted = opening == verb + 1;
    int comma = inverted ? verb - 1 : opening - 1;
    if (!narrative.isSign(comma, ",—–") || comma <= start) {
      return null;
    }
    int first = start;
    while (first < comma
        && (narrative.is(first, Lexicon.CONJUNCTION) || narrative.isSign(first, ",—–-•"))) {
      first++;
    }
    boolean clause = clauses.phraseStartingAt(first) != Phrases.NONE && hasVerb(first, comma);
    boolean told =
        narrative.is(verb, Lexicon.SPEECH)
            && !narrative.is(verb, Lexicon.ADDRESSED | Lexicon.QUOTING);
    return !clause || !told || phrases.get(subject).isRelative()
        ? null
        : report(first, comma, new Attribution(subject, verb, Rule.REPORTED_BEFORE));
  }

  private boolean hasVerb(int from, int to) {
    for (int unit = from; unit < to; unit++) {
      if (clauses.isVerbGroup(unit)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Report accordingTo(int unit, int length, int start, int end) {
    int phrase = clauses.phraseStartingAt(unit + length);
    if (phrase == Phrases.NONE) {
      return null;
    }
    Attribution attribution = new Attribution(phrase, unit, Rule.REPORTED_ACCORDING_TO);
    if (unit > start + 3) {
      int last = narrative.isSign(unit - 1, ",—–") ? unit - 1 : unit;
      return report(start, last, attribution);
    }
    for (int comma = clauses.lastUnit(phrase) + 1; comma < Math.min(end, unit + REACH); comma++) {
      if (narrative.isSign(comma, ",") && clauses.startsClause(comma + 1)) {
        return report(comma + 1, end, attribution);
      }
    }
    return null;
  }

  /** A report without double quotation marks in it, or null. */
  private @Nullable Report report(int first, int end, Attribution attribution) {
    if (end <= first) {
      return null;
    }
    for (int unit = first; unit < end; unit++) {
      if (narrative.isBreak(unit)
          || tokens.shape(narrative.token(unit)) == Tokens.Shape.DOUBLE_MARK) {
        return null;
      }
    }
    return new Report(narrative.token(first), narrative.token(end - 1), attribution);
  }
}
