package onrecord.extract;

import java.util.List;
import onrecord.extract.Tokens.Shape;
import org.jspecify.annotations.Nullable;

/** Finds, for each quoted stretch, the phrase that mentions its speaker. */
final class Attributor {
  private static final int REACH = 60;

  private final Narrative narrative;
  private final Phrases phrases;
  private final Clauses clauses;
  private final Tokens tokens;
  private final List<Quoted> quoted;
  private final @Nullable Finding[] findings;

  Attributor(Narrative narrative, Phrases phrases, Clauses clauses) {
    this.narrative = narrative;
    this.phrases = phrases;
    this.clauses = clauses;
    this.tokens = narrative.tokens;
    this.quoted = narrative.quoted;
    this.findings = new @Nullable Finding[quoted.size()];
  }

  /** {@return one finding for each quoted stretch} */
  Finding[] attribute() {
    for (int q = 0; q < quoted.size(); q++) {
      findings[q] = inSentence(q);
    }
    for (int q = 0; q < quoted.size(); q++) {
      if (findings[q] == null) {
        findings[q] = fromContext(q);
      }
    }
    for (int q = quoted.size() - 1; q >= 0; q--) {
      if (findings[q] == null) {
        findings[q] = fromBehind(q);
      }
    }
    Finding[] all = new Finding[findings.length];
    for (int q = 0; q < all.length; q++) {
      Finding found = findings[q];
      all[q] = found == null ? new Finding(Phrases.NONE, -1, Rule.NONE) : found;
    }
    return all;
  }

  // ---- within the sentence ----

  private @Nullable Finding inSentence(int q) {
    int speaker = labelInside(q);
    if (speaker != Phrases.NONE) {
      return new Finding(speaker, -1, Rule.LABEL);
    }
    if (isTitle(q)) {
      return new Finding(Phrases.NONE, -1, Rule.TITLE);
    }
    int unit = narrative.unitOf(quoted.get(q).open());
    int sentence = narrative.sentenceOf(unit);
    int start = narrative.sentenceStart(sentence);
    int end = narrative.sentenceEnd(sentence);
    Finding behind = behind(q, unit, end);
    if (behind == null) {
      behind = trailing(unit, end);
    }
    Finding before = before(unit, start);
    boolean opens = opensSentence(unit, start);
    if (before != null && isRightBefore(unit, before.cue())) {
      return before;
    }
    if (behind != null
        && behind.rule() == Rule.ACCORDING_TO
        && tokens.isCapital(quoted.get(q).first())) {
      return behind;
    }
    if (behind != null
        && (opens
            || before == null
            || behind.rule() != Rule.ACCORDING_TO && before.rule() != Rule.CUE_BEFORE
            || behind.rule() == Rule.INVERTED
            || behind.rule() == Rule.CUE_BEHIND)) {
      return behind;
    }
    if (sentence == 0 && (before == null || !clauses.isAnimate(before.phrase()))) {
      Finding subject = subjectOfHeadline(start, unit);
      return subject != null ? subject : before;
    }
    return before;
  }

  /** A headline may go without a verb: "Smith ready for 'long fight'". */
  private @Nullable Finding subjectOfHeadline(int start, int unit) {
    boolean headline =
        !narrative.isSign(narrative.sentenceEnd(0) - 1, ".")
            && narrative.isBreak(narrative.sentenceEnd(0));
    int phrase = clauses.phraseStartingAt(start);
    boolean named =
        phrase != Phrases.NONE && phrases.get(phrase).isName() && clauses.lastUnit(phrase) < unit;
    return headline && named ? new Finding(phrase, -1, Rule.HEADLINE) : null;
  }

  /** The name in capitals before a colon with which the quoted words start, as in a transcript. */
  private int labelInside(int q) {
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

  private boolean opensSentence(int unit, int start) {
    for (int at = start; at < unit; at++) {
      if (!narrative.isSign(at, "—–-*•~") && !narrative.is(at, Lexicon.CONJUNCTION)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but "that", a colon or a comma stands between the cue and the quotation. */
  private boolean isRightBefore(int unit, int cue) {
    for (int at = cue + 1; at < unit; at++) {
      if (!narrative.isSign(at, ",:") && !narrative.isText(at, "that")) {
        return false;
      }
    }
    return cue >= 0;
  }

  /** An attribution behind the quotation: "...", said Smith; "...", Smith, a doctor, said. */
  private @Nullable Finding behind(int q, int unit, int end) {
    Quoted quote = quoted.get(q);
    int at = unit + 1;
    boolean apart = tokens.isAnySign(quote.last(), ",?!.…—–-");
    if (narrative.isSign(at, "—–-―~") && isSignature(at + 1)) {
      return new Finding(clauses.phraseStartingAt(at + 1), -1, Rule.SIGNED);
    }
    if (narrative.isSign(at, ",—–-―")) {
      apart = true;
      at++;
    }
    if (narrative.isText(at, "as")) {
      at++;
      apart = true;
    }
    if (narrative.isText(at, "according") && narrative.isText(at + 1, "to")) {
      int phrase = clauses.phraseStartingAt(at + 2);
      return phrase == Phrases.NONE ? null : new Finding(phrase, at, Rule.ACCORDING_TO);
    }
    while (narrative.is(at, Lexicon.ADVERB)) {
      at++;
    }
    if (clauses.isVerb(at, Lexicon.SPEECH) && narrative.is(at, Lexicon.PAST | Lexicon.THIRD)) {
      int phrase = clauses.inverted(at);
      if (phrase != Phrases.NONE) {
        return new Finding(phrase, at, Rule.INVERTED);
      }
    }
    int first = clauses.phraseStartingAt(at);
    if (first == Phrases.NONE || !clauses.canSpeak(first)) {
      return null;
    }
    if (!apart && !narrative.isSign(unit + 1, ",") && !opensClause(unit)) {
      return null;
    }
    int weak = -1;
    for (int verb = clauses.lastUnit(first) + 1; verb < Math.min(end, at + REACH); verb++) {
      if (narrative.isQuote(verb) && verb > at + 25) {
        return null;
      }
      if (clauses.isVerb(verb, Lexicon.SPEECH | Lexicon.THOUGHT) && clauses.isFinite(verb)) {
        int subject = clauses.subject(verb);
        if (subject == first || chains(first, subject, verb)) {
          return new Finding(subject == first ? first : subject, verb, Rule.CUE_BEHIND);
        }
        if (narrative.is(verb, Lexicon.SPEECH)
            && (subject == Phrases.NONE || isRelativeOf(subject, first))) {
          return new Finding(first, verb, Rule.CUE_BEHIND);
        }
      } else if (weak < 0 && apart && clauses.isVerbGroup(verb) && clauses.subject(verb) == first) {
        weak = verb;
      }
    }
    return weak < 0 || !tokens.isAnySign(quote.last(), ",?!")
        ? null
        : new Finding(first, weak, Rule.ACTION_BEHIND);
  }

  private boolean isRelativeOf(int subject, int phrase) {
    return phrases.get(subject).isRelative()
        && clauses.antecedent(clauses.firstUnit(subject)) == phrase;
  }

  /** Whether a name and perhaps a description end the paragraph, as under a motto. */
  private boolean isSignature(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == Phrases.NONE || !phrases.get(phrase).isName()) {
      return false;
    }
    int end = narrative.sentenceEnd(narrative.sentenceOf(unit));
    for (int at = clauses.lastUnit(phrase) + 1; at < end; at++) {
      if (clauses.isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY) || narrative.isQuote(at)) {
        return false;
      }
    }
    return end - unit < 25 && narrative.isBreak(end);
  }

  /** An attribution further behind in the sentence: "... the words ... of the plan, Smith said." */
  private @Nullable Finding trailing(int unit, int end) {
    for (int comma = unit + 1; comma < Math.min(end - 1, unit + REACH); comma++) {
      if (!narrative.isSign(comma, ",—–")) {
        continue;
      }
      int verb = comma + 1;
      int subject = Phrases.NONE;
      if (clauses.isVerb(verb, Lexicon.SPEECH)
          && narrative.is(verb, Lexicon.PAST | Lexicon.THIRD)
          && !narrative.is(verb, Lexicon.ADDRESSED)) {
        subject = clauses.inverted(verb);
      } else {
        subject = clauses.phraseStartingAt(comma + 1);
        verb =
            subject == Phrases.NONE || !clauses.canSpeak(subject)
                ? end
                : completeVerbOf(subject, end);
      }
      if (subject != Phrases.NONE && verb < end) {
        return new Finding(subject, verb, Rule.TRAILING);
      }
    }
    return null;
  }

  /** The verb of speech that ends the clause of the subject; the end if there is none. */
  private int completeVerbOf(int subject, int end) {
    for (int verb = clauses.lastUnit(subject) + 1;
        verb < Math.min(end, clauses.lastUnit(subject) + 30);
        verb++) {
      if (clauses.isVerb(verb, Lexicon.SPEECH)
          && clauses.isFinite(verb)
          && clauses.subject(verb) == subject) {
        return isComplete(verb, end) ? verb : end;
      }
    }
    return end;
  }

  /**
   * Whether nothing but an adverbial stands behind the verb, so that its object is what it follows.
   */
  private boolean isComplete(int verb, int end) {
    int next = verb + 1;
    return next >= end - 1
        || narrative.isSign(next, ",.")
        || narrative.is(next, Lexicon.PREPOSITION | Lexicon.ADVERB)
        || narrative.is(next, Lexicon.WEEKDAY)
        || clauses.isVerb(next, Lexicon.ING);
  }

  private boolean opensClause(int unit) {
    return narrative.startsParagraph(narrative.sentenceOf(unit))
        && unit == narrative.sentenceStart(narrative.sentenceOf(unit));
  }

  /** Whether the subject found is a part of the phrase that starts the attribution. */
  private boolean chains(int first, int subject, int verb) {
    return subject != Phrases.NONE
        && subject > first
        && subject - first <= 1
        && clauses.lastUnit(subject) < verb
        && phrases.get(subject).owner() == first;
  }

  /**
   * The verb before the quotation in its sentence that reports it: the nearest verb of speech, or
   * else the nearest verb of thought.
   */
  private @Nullable Finding before(int unit, int start) {
    Finding thought = null;
    Finding lifeless = null;
    Finding subordinate = null;
    boolean colon =
        narrative.isSign(unit - 1, ":")
            || narrative.isSign(unit - 1, ",") && tokens.isCapital(narrative.token(unit) + 1);
    if (narrative.isSign(unit - 1, ":") && isLabel(start, unit - 1)) {
      return new Finding(clauses.phraseEndingAt(unit - 2), -1, Rule.LABEL);
    }
    int opening = endOfOpeningClause(start, unit);
    int stop = Math.max(start, unit - REACH);
    for (int at = unit - 1; at >= stop; at--) {
      Finding found = null;
      if (narrative.isText(at, "to") && narrative.isText(at - 1, "according")) {
        int phrase = clauses.phraseStartingAt(at + 1);
        found = phrase == Phrases.NONE ? null : new Finding(phrase, at - 1, Rule.ACCORDING_TO);
      } else if (clauses.isVerb(at, Lexicon.SPEECH)) {
        found = at < opening ? null : ofVerb(at, unit, start, Rule.CUE_BEFORE);
      } else if (thought == null
          && clauses.isVerb(at, Lexicon.THOUGHT | (colon ? Lexicon.COMMON_VERB : 0))) {
        thought = at < opening ? null : ofVerb(at, unit, start, Rule.THOUGHT);
        if (thought != null && !clauses.isAnimate(thought.phrase())) {
          lifeless = lifeless == null ? thought : lifeless;
          thought = null;
        }
      } else if (narrative.is(at, Lexicon.REMARK) && unit - at < 12) {
        found = ofNoun(at, start);
      }
      if (found != null && clauses.isAnimate(found.phrase())) {
        if (!clauses.isSubordinate(at)) {
          return found;
        }
        subordinate = subordinate == null ? found : subordinate;
      } else {
        lifeless = lifeless == null ? found : lifeless;
      }
    }
    if (subordinate != null || thought != null) {
      return subordinate != null ? subordinate : thought;
    }
    return lifeless;
  }

  /** Whether the words before a colon are a name alone, as in a transcript. */
  private boolean isLabel(int start, int colon) {
    int phrase = clauses.phraseEndingAt(colon - 1);
    if (phrase == Phrases.NONE || !phrases.get(phrase).isName()) {
      return false;
    }
    for (int at = start; at < colon; at++) {
      if (narrative.isQuote(at) || clauses.isVerbGroup(at)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Finding ofVerb(int verb, int unit, int start, Rule rule) {
    int subject = clauses.subject(verb);
    if (subject == Phrases.NONE
        || !clauses.canSpeak(subject)
        || clauses.lastUnit(subject) >= unit && !narrative.is(verb, Lexicon.ING)) {
      return null;
    }
    return outermost(new Finding(subject, verb, rule), start);
  }

  private @Nullable Finding ofNoun(int noun, int start) {
    int phrase = clauses.phraseEndingAt(noun);
    int owner = phrase == Phrases.NONE ? Phrases.NONE : phrases.get(phrase).owner();
    return owner == Phrases.NONE ? null : outermost(new Finding(owner, noun, Rule.NOUN), start);
  }

  /**
   * Where "When Smith said no," ends at the start of a sentence; the start if it has no such
   * clause.
   */
  private int endOfOpeningClause(int start, int unit) {
    if (!narrative.is(start, Lexicon.SUBORDINATOR)) {
      return start;
    }
    for (int at = start + 1; at < Math.min(unit, start + REACH); at++) {
      if (narrative.isSign(at, ",")) {
        int phrase = clauses.phraseStartingAt(at + 1);
        if (phrase != Phrases.NONE && clauses.isVerbGroup(clauses.lastUnit(phrase) + 1)) {
          return at;
        }
      }
    }
    return start;
  }

  /**
   * Goes from a clause to the one that reports it: in "Smith said that Jones called it ...", the
   * words are on Smith's account.
   */
  private Finding outermost(Finding found, int start) {
    Finding outer = found;
    for (int steps = 0; steps < 3; steps++) {
      int before = clauses.firstUnit(outer.phrase()) - 1;
      if (phrases.get(outer.phrase()).isRelative()) {
        int antecedent = clauses.antecedent(clauses.firstUnit(outer.phrase()));
        before = antecedent == Phrases.NONE ? before : clauses.firstUnit(antecedent) - 1;
      }
      if (narrative.isText(before, "what") && phrases.get(outer.phrase()).isPronoun()) {
        Finding main = mainVerbBefore(before, start, outer);
        return main == null ? outer : main;
      }
      if (narrative.isText(before, "that")) {
        before--;
      }
      Finding next = null;
      for (int at = before; at >= Math.max(start, before - 8) && next == null; at--) {
        if (narrative.isSign(at, ",;") || narrative.isQuote(at)) {
          break;
        }
        boolean that = narrative.isText(before + 1, "that");
        boolean reports =
            clauses.isVerb(at, Lexicon.SPEECH) && !narrative.is(at, Lexicon.ADDRESSED);
        if (at == before && reports
            || that && clauses.isVerb(at, Lexicon.SPEECH | Lexicon.THOUGHT)) {
          int subject = clauses.subject(at);
          if (subject != Phrases.NONE
              && subject != outer.phrase()
              && clauses.canSpeak(subject)
              && clauses.lastUnit(subject) < at) {
            next = new Finding(subject, at, outer.rule());
          }
        }
      }
      if (next == null) {
        return outer;
      }
      outer = next;
    }
    return outer;
  }

  /** "Smith denounced what he called ...": the pronoun stands for the subject of the main verb. */
  private @Nullable Finding mainVerbBefore(int unit, int start, Finding inner) {
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      if (clauses.isVerb(at, Lexicon.VERB) || clauses.isUnknownVerb(at)) {
        int subject = clauses.subject(at);
        if (subject != Phrases.NONE && clauses.canSpeak(subject) && clauses.isAnimate(subject)) {
          return new Finding(subject, inner.cue(), inner.rule());
        }
      }
    }
    return null;
  }

  // ---- from the sentences around ----

  private @Nullable Finding fromContext(int q) {
    Quoted quote = quoted.get(q);
    int unit = narrative.unitOf(quote.open());
    int sentence = narrative.sentenceOf(unit);
    Finding previous = q > 0 ? findings[q - 1] : null;
    if (quote.continues() && previous != null) {
      return carried(previous, Rule.CONTINUED);
    }
    boolean opens = opensSentence(unit, narrative.sentenceStart(sentence));
    boolean sameParagraph = !narrative.startsParagraph(sentence);
    for (int at = q - 1; at >= Math.max(0, q - 3); at--) {
      Finding from = findings[at];
      if (from == null || from.phrase() == Phrases.NONE) {
        continue;
      }
      int sentenceBefore = narrative.sentenceOf(narrative.unitOf(quoted.get(at).open()));
      if (sentenceBefore == sentence || opens && sameParagraph && sentenceBefore == sentence - 1) {
        return carried(from, Rule.CARRIED_ON);
      }
      if (standsAlone(unit, sentence) && !quote.single() && sentenceBefore == sentence - 1) {
        return carried(from, Rule.PARAGRAPH);
      }
    }
    return null;
  }

  private static Finding carried(Finding from, Rule rule) {
    return new Finding(from.phrase(), from.cue(), rule);
  }

  /** Whether the sentence is the quotation and nothing else. */
  private boolean standsAlone(int unit, int sentence) {
    return opensSentence(unit, narrative.sentenceStart(sentence))
        && narrative.sentenceEnd(sentence) <= unit + 2;
  }

  private @Nullable Finding fromBehind(int q) {
    int unit = narrative.unitOf(quoted.get(q).open());
    int sentence = narrative.sentenceOf(unit);
    Finding following = q + 1 < quoted.size() ? findings[q + 1] : null;
    if (following != null && standsAlone(unit, sentence)) {
      int next = narrative.unitOf(quoted.get(q + 1).open());
      if (narrative.sentenceOf(next) == sentence + 1 && !narrative.startsParagraph(sentence + 1)) {
        return carried(following, Rule.CARRIED_BACK);
      }
    }
    if (sentence > 0 && standsAlone(unit, sentence)) {
      int subject = subjectOfSentence(sentence - 1);
      if (subject != Phrases.NONE) {
        return new Finding(subject, -1, Rule.INTRODUCED);
      }
    }
    return null;
  }

  private int subjectOfSentence(int sentence) {
    int end = narrative.sentenceEnd(sentence);
    for (int unit = narrative.sentenceStart(sentence); unit < end; unit++) {
      if (clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY)) {
        int subject = clauses.subject(unit);
        if (subject != Phrases.NONE && clauses.canSpeak(subject)) {
          return subject;
        }
      }
    }
    return Phrases.NONE;
  }
}
