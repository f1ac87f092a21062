package onrecord.extract;

import onrecord.extract.Tokens.Shape;
import org.jspecify.annotations.Nullable;

/** Finds, for each quoted stretch, the phrase that mentions its speaker. */
final class Attributor extends Step {

  private static final Attribution NOBODY = new Attribution(Phrases.NONE, -1, Rule.NONE);
  private static final Attribution TITLE = new Attribution(Phrases.NONE, -1, Rule.TITLE);
  private static final Attribution DENIED = new Attribution(Phrases.NONE, -1, Rule.DENIED);
  private static final int REACH = 60;

  private final CueBefore cuesBefore;
  private final CueAfter cuesAfter;
  private final Unspoken unspoken;
  private final Layout layout;
  private final Interviews interviews;
  private final Denial denial;
  private final LookingBack lookingBack;
  private final Introductions introductions;
  private final @Nullable Attribution[] attributions;

  Attributor(Analysis analysis) {
    super(analysis);
    this.cuesBefore = new CueBefore(analysis);
    this.cuesAfter = new CueAfter(analysis);
    this.unspoken = new Unspoken(analysis);
    this.layout = new Layout(analysis, cuesBefore);
    this.interviews = new Interviews(analysis);
    this.denial = new Denial(analysis);
    this.lookingBack = new LookingBack(analysis);
    this.introductions = new Introductions(analysis);
    this.attributions = new @Nullable Attribution[quoted.size()];
  }

  /** {@return one attribution for each quoted stretch} */
  Attribution[] attribute() {
    for (int q = 0; q < quoted.size(); q++) {
      attributions[q] = inSentence(q);
    }
    attributeInterviews();
    for (int q = 0; q < quoted.size(); q++) {
      if (attributions[q] == null) {
        attributions[q] = fromContext(q);
      }
    }
    for (int q = 0; q < quoted.size(); q++) {
      if (attributions[q] == null && !quoted.get(q).single() && !unspoken.isAttributive(q)) {
        attributions[q] = ofClause(q);
      }
    }
    for (int q = quoted.size() - 1; q >= 0; q--) {
      if (attributions[q] == null) {
        attributions[q] = fromFollowing(q);
      }
    }
    for (int q = 1; q < quoted.size(); q++) {
      Attribution previous = attributions[q - 1];
      if (attributions[q] == null
          && previous != null
          && previous.phrase() != Phrases.NONE
          && quoted.get(q).continues()) {
        attributions[q] = carried(previous, Rule.CONTINUED);
      }
    }
    Attribution[] all = new Attribution[attributions.length];
    for (int q = 0; q < all.length; q++) {
      Attribution found = attributions[q];
      all[q] = found == null ? NOBODY : found;
    }
    return all;
  }

  /**
   * Gives the answers of an interview to the one who introduces it, and the questions to nobody.
   */
  private void attributeInterviews() {
    int first = 0;
    while (first < quoted.size()) {
      int end = interviews.end(first);
      int sentence = narrative.sentenceOf(narrative.unitOf(quoted.get(first).open()));
      int asked = end > first && sentence > 0 ? introducing(first, sentence) : Phrases.NONE;
      for (int q = first; q < end; q++) {
        boolean answer = (q - first) % 2 == 1 && asked != Phrases.NONE;
        attributions[q] = answer ? new Attribution(asked, -1, Rule.INTRODUCED) : NOBODY;
      }
      first = Math.max(end, first + 1);
    }
  }

  /**
   * "Smith" in "Smith: The pier opens" and "The pier opens. - Smith", all in the marks; or null.
   */
  private @Nullable Attribution inside(int q) {
    int speaker = layout.labelInside(q);
    if (speaker != Phrases.NONE) {
      return new Attribution(speaker, -1, Rule.LABEL);
    }
    int signature = layout.signatureInside(q);
    return signature == Phrases.NONE ? null : new Attribution(signature, -1, Rule.SIGNED);
  }

  private @Nullable Attribution inSentence(int q) {
    Attribution within = inside(q);
    if (within != null) {
      return within;
    }
    if (!unspoken.isSpoken(q)) {
      return TITLE;
    }
    int unit = narrative.unitOf(quoted.get(q).open());
    int sentence = narrative.sentenceOf(unit);
    int start = narrative.sentenceStart(sentence);
    Attribution parallel = withoutVerb(q, unit);
    if (parallel != null) {
      return parallel;
    }
    Attribution after = cuesAfter.find(q, unit, narrative.sentenceEnd(sentence));
    if (denial.isDenied(q) && !closes(after, q, unit)) {
      return DENIED;
    }
    Attribution before = cuesBefore.find(unit, start);
    if (before != null
        && (after == null || before.rule() != Rule.THOUGHT)
        && cuesBefore.isRightBefore(unit, before.cue())
        && (after == null || clauses.isAnimate(before.phrase()))
        && !closes(after, q, unit)) {
      return before;
    }
    if (after != null && prevails(after, before, q) && !isInOpeningClause(before, unit, start)) {
      return after;
    }
    if (before != null && before.rule() == Rule.THOUGHT && unspoken.isAttributive(q)) {
      return null;
    }
    return ofWholeSentence(before, unit, sentence);
  }

  /** The attribution by the sentence before the words, or else the one found; or null. */
  private @Nullable Attribution ofWholeSentence(
      @Nullable Attribution before, int unit, int sentence) {
    int told =
        before == null || before.rule() == Rule.THOUGHT ? introductions.before(unit) : Phrases.NONE;
    if (told != Phrases.NONE) {
      return new Attribution(told, -1, Rule.INTRODUCED);
    }
    if (sentence == 0 && (before == null || !clauses.isAnimate(before.phrase()))) {
      Attribution subject = cuesBefore.subjectOfHeadline(narrative.sentenceStart(sentence), unit);
      return subject != null ? subject : before;
    }
    return before;
  }

  /** "Jones" in "Smith called it, and Jones "..."": the verb of the words before; or null. */
  private @Nullable Attribution withoutVerb(int q, int unit) {
    Attribution before = q > 0 ? attributions[q - 1] : null;
    int previous = q > 0 ? narrative.unitOf(quoted.get(q - 1).open()) : -1;
    if (before == null
        || before.rule() != Rule.CUE_BEFORE
        || !cuesBefore.isRightBefore(previous, before.cue())) {
      return null;
    }
    int and = narrative.isSign(previous + 1, ",") ? previous + 2 : previous + 1;
    int subject = narrative.is(and, Word.AND) ? clauses.phraseStartingAt(and + 1) : Phrases.NONE;
    if (subject == Phrases.NONE || !clauses.canSpeak(subject) || !clauses.isAnimate(subject)) {
      return null;
    }
    for (int at = clauses.lastUnit(subject) + 1; at < unit; at++) {
      boolean described =
          narrative.isSign(at, ",") || phrases.at(narrative.token(at)) != Phrases.NONE;
      if (!described || narrative.isQuote(at)) {
        return null;
      }
    }
    return new Attribution(subject, before.cue(), Rule.CUE_BEFORE);
  }

  /**
   * Whether the words end with a comma before their attribution, and none leads to them: Nothing
   * Jones said "will help," Smith said.
   */
  private boolean closes(@Nullable Attribution after, int q, int unit) {
    if (after == null
        || !tokens.isSign(quoted.get(q).last(), ',')
        || narrative.isSign(unit - 1, ",:")
        || after.rule() != Rule.CUE_AFTER && after.rule() != Rule.INVERTED) {
      return false;
    }
    int end = Math.max(after.cue(), clauses.lastUnit(after.phrase())) + 1;
    return narrative.isSign(end, ".,") || narrative.isBreak(end);
  }

  /**
   * Whether the words are in a clause that opens the sentence, with their own speaker: After Smith
   * called it "a mess," Jones said he was shocked.
   */
  private boolean isInOpeningClause(@Nullable Attribution before, int unit, int start) {
    int opening = narrative.is(start, Lexicon.CONJUNCTION | Lexicon.ADVERB) ? start + 1 : start;
    return before != null
        && before.rule() == Rule.CUE_BEFORE
        && clauses.isAnimate(before.phrase())
        && narrative.is(opening, Lexicon.SUBORDINATOR)
        && !narrative.isSign(unit - 1, ",:—–-")
        && !isSubjectOfWords(unit);
  }

  /** Whether the words are the predicate of a main clause: "When it broke, he "kicked it"". */
  private boolean isSubjectOfWords(int unit) {
    int subject = clauses.phraseEndingAt(unit - 1);
    return subject != Phrases.NONE && narrative.isSign(clauses.firstUnit(subject) - 1, ",");
  }

  /** Whether an attribution after the words counts more than one before them. */
  private boolean prevails(Attribution after, @Nullable Attribution before, int q) {
    Quoted quote = quoted.get(q);
    if (before == null || narrative.opensSentence(narrative.unitOf(quote.open()))) {
      return true;
    }
    return switch (after.rule()) {
      case INVERTED, CUE_AFTER -> true;
      case TRAILING -> before.rule() != Rule.CUE_BEFORE || !clauses.isAnimate(before.phrase());
      case ACCORDING_TO -> tokens.isCapital(quote.first()) || before.rule() == Rule.THOUGHT;
      default -> false;
    };
  }

  /**
   * The subject of the clause the words are in, whatever its verb: words in quotation marks are
   * mostly somebody's, and mostly those of the subject of the sentence.
   */
  private @Nullable Attribution ofClause(int q) {
    boolean brief = unspoken.isBrief(q);
    int unit = narrative.unitOf(quoted.get(q).open());
    int sentence = narrative.sentenceOf(unit);
    int start = narrative.sentenceStart(sentence);
    for (int at = unit - 1; at >= Math.max(start, unit - REACH); at--) {
      if (isPassiveWithoutAgent(at)) {
        // "Smith was charged with ...": the words are of who charged.
        return null;
      }
      int found = ofAnyVerb(at);
      if (found != Phrases.NONE) {
        return isToldWithoutAgent(found) || brief && isDoubted(found, unit)
            ? null
            : new Attribution(found, at, Rule.CLAUSE);
      }
    }
    int end = brief ? unit : narrative.sentenceEnd(sentence);
    for (int at = unit + 1; at < Math.min(end, unit + REACH); at++) {
      if (isPassiveWithoutAgent(at)) {
        return null;
      }
      int found = ofAnyVerb(at);
      if (found != Phrases.NONE) {
        return new Attribution(found, at, Rule.CLAUSE);
      }
    }
    return null;
  }

  /**
   * Whether a word or two are the reporter's own doubt about a word rather than somebody's speech:
   * where what acts is a thing or has no name, or one word has an article of its own, as in "Smith
   * left the "meeting" early".
   */
  private boolean isDoubted(int subject, int unit) {
    Quoted quote = quoted.get(narrative.quotedAt(unit));
    boolean single =
        quote.first() == quote.last()
            || quote.last() == quote.first() + 1 && !tokens.isWord(quote.last());
    return phrases.get(subject).isNominal()
        || single
            && (narrative.is(unit - 1, Lexicon.DETERMINER | Lexicon.POSSESSIVE)
                || tokens.shape(narrative.token(unit - 1)) == Shape.POSSESSIVE);
  }

  private boolean isPassiveWithoutAgent(int unit) {
    int verb = afterAuxiliaries(unit);
    return subjects.isPassive(verb) && subjects.of(verb) == Phrases.NONE;
  }

  /** "told" in "was then told", seen from "was". */
  private int afterAuxiliaries(int unit) {
    int verb = unit;
    while (verb < unit + 3 && narrative.is(verb, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      verb++;
    }
    return verb;
  }

  /** "Smith had been told that she was": nobody says by whom. */
  private boolean isToldWithoutAgent(int subject) {
    int before = clauses.firstUnit(subject) - 1;
    int verb = narrative.is(before, Word.THAT) ? before - 1 : before;
    return verb > 0
        && clauses.isVerb(verb, Lexicon.SPEECH)
        && subjects.isPassive(verb)
        && subjects.of(verb) == Phrases.NONE;
  }

  private int ofAnyVerb(int unit) {
    boolean gerund = narrative.is(unit, Lexicon.ING) && narrative.is(unit - 1, Lexicon.PREPOSITION);
    int verb = afterAuxiliaries(unit);
    if (gerund || verb > unit && subjects.isPassive(verb)) {
      // "attacked Smith for taking "..."": the words are of who attacks.
      // "Jones was ordered by Smith": they are of who orders.
      return Phrases.NONE;
    }
    if (!clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) && !clauses.isUnknownVerb(unit)) {
      return Phrases.NONE;
    }
    int subject = subjects.of(unit);
    if (subject == Phrases.NONE || !clauses.canSpeak(subject)) {
      return Phrases.NONE;
    }
    Phrase p = phrases.get(subject);
    boolean somebody =
        p.isName() && !tokens.is(p.last(), Lexicon.PLACE)
            || p.is(Lexicon.HE | Lexicon.SHE | Lexicon.THEY)
            || p.isNominal() && p.is(Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT);
    return somebody ? subject : Phrases.NONE;
  }

  private @Nullable Attribution fromContext(int q) {
    Quoted quote = quoted.get(q);
    int unit = narrative.unitOf(quote.open());
    int sentence = narrative.sentenceOf(unit);
    Attribution previous = q > 0 ? attributions[q - 1] : null;
    if (quote.continues() && previous != null) {
      return carried(previous, Rule.CONTINUED);
    }
    boolean opens = narrative.opensSentence(unit) || leadsOn(unit, sentence);
    boolean sameParagraph = !narrative.startsParagraph(sentence);
    for (int at = q - 1; at >= Math.max(0, q - 3); at--) {
      Attribution from = attributions[at];
      if (from == null || from.phrase() == Phrases.NONE) {
        continue;
      }
      int sentenceBefore = narrative.sentenceOf(narrative.unitOf(quoted.get(at).open()));
      if (sentenceBefore == sentence || opens && sameParagraph && sentenceBefore == sentence - 1) {
        boolean answers = sentenceBefore < sentence && isAnswerTo(at, q);
        return carried(answers ? toTheOneAsked(from) : from, Rule.CARRIED_ON);
      }
      if (standsAlone(unit, sentence) && !quote.single() && sentenceBefore == sentence - 1) {
        return carried(from, Rule.PARAGRAPH);
      }
    }
    return null;
  }

  /** Whether the words are no question, and those before are one by somebody without a name. */
  private boolean isAnswerTo(int before, int q) {
    Attribution from = attributions[before];
    return from != null
        && narrative.is(from.cue(), Word.ASKING)
        && phrases.get(from.phrase()).isNominal()
        && tokens.is(phrases.get(from.phrase()).first(), Word.INDEFINITE)
        && interviews.isQuestion(before)
        && !interviews.isQuestion(q);
  }

  /** "Smith" in ""...?" a reporter asked Smith", given the reporter; or nobody. */
  private Attribution toTheOneAsked(Attribution question) {
    int asked = clauses.phraseStartingAt(question.cue() + 1);
    boolean named = asked != Phrases.NONE && phrases.get(asked).isName();
    return named ? new Attribution(asked, question.cue(), question.rule()) : NOBODY;
  }

  private static Attribution carried(Attribution from, Rule rule) {
    return new Attribution(from.phrase(), from.cue(), rule);
  }

  /** Whether the sentence is the quotation and nothing else. */
  private boolean standsAlone(int unit, int sentence) {
    return narrative.opensSentence(unit) && narrative.sentenceEnd(sentence) <= unit + 2;
  }

  private @Nullable Attribution fromFollowing(int q) {
    int unit = narrative.unitOf(quoted.get(q).open());
    int sentence = narrative.sentenceOf(unit);
    Attribution following = q + 1 < quoted.size() ? attributions[q + 1] : null;
    if (following != null && quoted.get(q + 1).continues()) {
      return carried(following, Rule.CONTINUED);
    }
    if (following != null && standsAlone(unit, sentence)) {
      int next = narrative.unitOf(quoted.get(q + 1).open());
      if (narrative.sentenceOf(next) == sentence + 1 && !narrative.startsParagraph(sentence + 1)) {
        return carried(following, Rule.CARRIED_BACK);
      }
    }
    Attribution back = standsAlone(unit, sentence) ? lookingBack.find(sentence + 1) : null;
    if (back != null) {
      return back;
    }
    Attribution labelled = layout.labelAbove(unit, sentence);
    if (labelled == null && standsAlone(unit, sentence)) {
      labelled = layout.signatureBelow(sentence);
    }
    if (labelled != null) {
      return labelled;
    }
    boolean alone = standsAlone(unit, sentence) || leadsOn(unit, sentence);
    int subject = sentence > 0 && alone ? introducing(q, sentence) : Phrases.NONE;
    return subject == Phrases.NONE ? null : new Attribution(subject, -1, Rule.INTRODUCED);
  }

  /**
   * Who introduces the words that are all of a sentence: the subject of the sentence before; or,
   * where that is a thing, who spoke before in the paragraph.
   */
  private int introducing(int q, int sentence) {
    int subject = subjectOfSentence(sentence - 1);
    boolean thing =
        subject == Phrases.NONE
            || phrases.get(subject).isRelative()
            || phrases.get(subject).isPronoun()
                && phrases.get(subject).is(Lexicon.IT | Lexicon.THEY);
    thing &= !quoted.get(q).single();
    for (int before = sentence; thing && before > 0 && before > sentence - 4; before--) {
      int speaking = speakerOfSentence(before - 1);
      if (speaking != Phrases.NONE) {
        return speaking;
      }
      if (narrative.startsParagraph(before - 1)) {
        break;
      }
    }
    return subject;
  }

  /** The subject of a verb of speech in the sentence, or the source it is according to; or none. */
  private int speakerOfSentence(int sentence) {
    int end = narrative.sentenceEnd(sentence);
    for (int unit = narrative.sentenceStart(sentence); unit < end; unit++) {
      int subject = clauses.isVerb(unit, Lexicon.SPEECH) ? subjects.animate(unit) : Phrases.NONE;
      if (subject != Phrases.NONE
          && subjects.isSpeaking(subject)
          && !phrases.get(subject).isRelative()) {
        return subject;
      }
      int according = CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit);
      if (according > 0) {
        return clauses.phraseStartingAt(unit + according);
      }
    }
    return Phrases.NONE;
  }

  /**
   * Whether nothing but a participle of speech or an adverb and a comma is before the words in
   * their sentence, and nothing after: Adding, "..."; Indeed, "...".
   */
  private boolean leadsOn(int unit, int sentence) {
    int start = narrative.sentenceStart(sentence);
    boolean single =
        unit == start + 2
            && narrative.isSign(start + 1, ",:")
            && narrative.sentenceEnd(sentence) <= unit + 2;
    int word = narrative.token(start);
    return single
        && (narrative.is(start, Lexicon.ADVERB)
            || clauses.isVerb(start, Lexicon.SPEECH) && narrative.is(start, Lexicon.ING)
            || tokens.endsWith(word, Ending.ADVERB));
  }

  private int subjectOfSentence(int sentence) {
    int end = narrative.sentenceEnd(sentence);
    int first = Phrases.NONE;
    for (int unit = narrative.sentenceStart(sentence); unit < end; unit++) {
      if (clauses.isVerb(unit, Lexicon.VERB | Lexicon.AUXILIARY) || clauses.isUnknownVerb(unit)) {
        int subject = subjects.animate(unit);
        if (subject != Phrases.NONE && subjects.isSpeaking(subject)) {
          return subject;
        }
        first = first == Phrases.NONE ? subject : first;
      }
    }
    return first;
  }
}
