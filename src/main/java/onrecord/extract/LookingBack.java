package onrecord.extract;

import org.jspecify.annotations.Nullable;

/** Finds the sentence after words that stand alone which looks back at them and names who spoke. */
final class LookingBack extends Step {

  LookingBack(Analysis analysis) {
    super(analysis);
  }

  /**
   * {@return the attribution by the sentence, or null: "That was how Smith put it.", "Those were
   * the words of Smith.", "So said Smith.", "With that, Smith left."}
   */
  @Nullable Attribution find(int sentence) {
    int start = sentence < narrative.sentences() ? narrative.sentenceStart(sentence) : -1;
    if (start < 0) {
      return null;
    }
    if (narrative.is(start, Word.CLOSING) && narrative.is(start + 1, Word.LOOKING_BACK)) {
      return leaving(start);
    }
    if (narrative.is(start, Word.SO)) {
      int speaker = clauses.saidBy(start + 1);
      return speaker == Phrases.NONE
          ? null
          : new Attribution(speaker, start + 1, Rule.CARRIED_BACK);
    }
    if (!narrative.is(start, Word.LOOKING_BACK) || !clauses.isBe(start + 1)) {
      return null;
    }
    return narrative.is(start + 2, Word.HOW) ? put(start, sentence) : wordsOf(start + 2);
  }

  /** "With that, Smith left." */
  private @Nullable Attribution leaving(int start) {
    int comma = narrative.isSign(start + 2, ",") ? start + 2 : start + 3;
    int leaving =
        clauses.startsFiniteClause(comma + 1) ? clauses.phraseStartingAt(comma + 1) : Phrases.NONE;
    boolean somebody =
        leaving != Phrases.NONE && narrative.isSign(comma, ",") && clauses.isAnimate(leaving);
    return somebody ? new Attribution(leaving, -1, Rule.CARRIED_BACK) : null;
  }

  /** "That was how Smith put it." */
  private @Nullable Attribution put(int start, int sentence) {
    for (int verb = start + 3; verb < narrative.sentenceEnd(sentence); verb++) {
      int subject = clauses.isVerb(verb, Lexicon.SPEECH) ? subjects.animate(verb) : Phrases.NONE;
      if (subject != Phrases.NONE) {
        return new Attribution(subject, verb, Rule.CARRIED_BACK);
      }
    }
    return null;
  }

  /** "the words of Smith", "a message from Smith" and "Smith's words", which start at the unit. */
  private @Nullable Attribution wordsOf(int unit) {
    int words = clauses.phraseStartingAt(unit);
    int noun = words == Phrases.NONE ? -1 : clauses.lastUnit(words);
    if (noun < 0 || !narrative.is(noun, Lexicon.REMARK) && !narrative.is(noun, Word.WORDING)) {
      return null;
    }
    int owner = phrases.get(words).owner();
    boolean linked = narrative.is(noun + 1, Word.OF) || narrative.is(noun + 1, Word.FROM);
    if (owner == Phrases.NONE && linked) {
      owner = clauses.phraseStartingAt(noun + 2);
    }
    boolean somebody = owner != Phrases.NONE && clauses.canSpeak(owner) && clauses.isAnimate(owner);
    return somebody ? new Attribution(owner, noun, Rule.CARRIED_BACK) : null;
  }
}
