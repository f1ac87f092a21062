package onrecord.extract;

/** The agreement in number of a verb with the subject after it: "say the growers", "says Smith". */
final class Agreement {
  private final Tokens tokens;
  private final Narrative narrative;
  private final Phrases phrases;

  Agreement(Tokens tokens, Narrative narrative, Phrases phrases) {
    this.tokens = tokens;
    this.narrative = narrative;
    this.phrases = phrases;
  }

  /**
   * {@return whether a verb can have a phrase after it as its subject: a verb of speech or thought
   * in its base form needs several, or "they"; "remembers the clerks" has them as its object}
   */
  boolean isPossible(int verb, int subject) {
    boolean base =
        narrative.is(verb, Lexicon.SPEECH | Lexicon.THOUGHT)
            && narrative.is(verb, Lexicon.BASE)
            && !narrative.is(verb, Lexicon.PAST);
    boolean third = narrative.is(verb, Lexicon.THIRD) && !narrative.is(verb, Lexicon.PAST);
    return base ? isSeveral(subject) : !third || !isPluralNoun(subject);
  }

  private boolean isPluralNoun(int subject) {
    Phrase p = phrases.get(subject);
    boolean plural =
        tokens.endsWith(p.last(), Ending.AGENTS)
            || tokens.is(p.last(), Lexicon.GROUP) && tokens.endsWith(p.last(), Ending.PLURAL);
    return p.isNominal() && plural;
  }

  private boolean isSeveral(int subject) {
    Phrase p = phrases.get(subject);
    return p.is(Lexicon.GROUP)
        || p.isPronoun() && p.is(Lexicon.THEY | Lexicon.WE | Lexicon.I | Lexicon.YOU)
        || p.isNominal() && tokens.endsWith(p.last(), Ending.PLURAL)
        || tokens.is(p.first(), Word.SEVERAL)
        || narrative.is(narrative.unitOf(p.last()) + 1, Word.AND);
  }
}
