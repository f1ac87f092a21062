package onrecord.extract;

import org.jspecify.annotations.Nullable;

/** Finds the attribution that is after quoted words in their sentence. */
final class CueAfter extends Step {
  private static final int REACH = 60;
  private static final int FARTHEST_VERB = 15;

  CueAfter(Analysis analysis) {
    super(analysis);
  }

  /**
   * {@return the attribution after the words, or null}
   *
   * @param q the quoted stretch
   * @param unit its unit
   * @param end the end of its sentence
   */
  @Nullable Attribution find(int q, int unit, int end) {
    Attribution close = close(quoted.get(q), unit, end);
    return close != null ? close : trailing(unit, end);
  }

  /** "...", said Smith; "...", Smith, a doctor, said; "...", according to Smith. */
  private @Nullable Attribution close(Quoted quote, int unit, int end) {
    int at = unit + 1;
    boolean apart = tokens.isAnySign(quote.last(), ",?!.…—–-");
    int dash = narrative.isBreak(at) ? at + 1 : at;
    if (narrative.isSign(dash, "—–-―~") && isSignature(dash + 1)) {
      return new Attribution(clauses.phraseStartingAt(dash + 1), -1, Rule.SIGNED);
    }
    if (narrative.isSign(at, ",—–-―")) {
      apart = true;
      at++;
    }
    if (narrative.is(at, Word.AS)) {
      apart = true;
      at++;
    }
    int according = apart ? accordingTo(at) : CuePhrases.ACCORDING_TO.lengthFrom(narrative, at);
    if (according > 0) {
      int phrase = clauses.phraseStartingAt(at + according);
      boolean source = phrase != Phrases.NONE && clauses.canSpeak(phrase);
      return source ? new Attribution(phrase, at, Rule.ACCORDING_TO) : null;
    }
    Attribution owner = ofOwner(at, apart);
    if (owner != null) {
      return owner;
    }
    while (narrative.is(at, Lexicon.ADVERB)) {
      at++;
    }
    int inverted = at < end ? clauses.saidBy(at) : Phrases.NONE;
    boolean whole = narrative.opensSentence(unit);
    if (inverted != Phrases.NONE && (whole || isSubjectAfter(inverted, at, apart))) {
      return new Attribution(inverted, at, Rule.INVERTED);
    }
    boolean opens =
        narrative.isSentenceStart(unit) && narrative.startsParagraph(narrative.sentenceOf(unit));
    boolean attached = apart || opens || narrative.isSign(unit + 1, ",");
    return attached ? ofSubject(quote, at, end, apart) : null;
  }

  /** "Smith" in ""..." came from Smith", ""..." in the words of Smith"; or null. */
  private @Nullable Attribution ofOwner(int at, boolean apart) {
    boolean predicate = apart && (clauses.isBe(at) || narrative.is(at, Word.COMING));
    Attribution owner = predicate ? ofPredicate(at) : inWordsOf(at);
    return owner != null ? owner : ofWordsThatAre(at);
  }

  /** The length of "according to" or of "per" before a source at the unit, or 0. */
  private int accordingTo(int unit) {
    int source = narrative.is(unit, Word.PER) ? clauses.phraseStartingAt(unit + 1) : Phrases.NONE;
    boolean per =
        source != Phrases.NONE
            && clauses.canSpeak(source)
            && (phrases.get(source).isName()
                || narrative.is(unit + 1, Lexicon.DETERMINER | Lexicon.POSSESSIVE)
                || phrases.get(source).owner() != Phrases.NONE);
    return per ? 1 : CuePhrases.ACCORDING_TO.lengthFrom(narrative, unit);
  }

  /** "Smith" in ""..." was how Smith put it", ""..." was all that Smith would say"; or null. */
  private @Nullable Attribution ofWordsThatAre(int be) {
    if (!clauses.isBe(be)
        || !narrative.is(be + 1, Word.HOW) && !narrative.is(be + 1, Word.OF_ALL)) {
      return null;
    }
    int end = narrative.sentenceEnd(narrative.sentenceOf(be));
    for (int verb = be + 2; verb < Math.min(end, be + FARTHEST_VERB); verb++) {
      int subject = clauses.isVerb(verb, Lexicon.SPEECH) ? subjects.animate(verb) : Phrases.NONE;
      if (subject != Phrases.NONE && clauses.firstUnit(subject) > be) {
        return new Attribution(subject, verb, Rule.CUE_AFTER);
      }
    }
    return null;
  }

  /** "Smith" in ""...," in the words of Smith"; or null. */
  private @Nullable Attribution inWordsOf(int at) {
    int wording = narrative.is(at, Word.IN) ? clauses.phraseStartingAt(at + 1) : Phrases.NONE;
    int owner = wording == Phrases.NONE ? Phrases.NONE : clauses.ownerInWordsOf(wording);
    return owner == Phrases.NONE
        ? null
        : new Attribution(owner, clauses.lastUnit(wording), Rule.ACCORDING_TO);
  }

  /**
   * "Smith" in ""...," was Smith's answer", ""...," was the verdict of Smith" and ""...," came the
   * reply from Smith"; or null.
   */
  private @Nullable Attribution ofPredicate(int be) {
    int noun = clauses.phraseStartingAt(be + 1);
    if (noun == Phrases.NONE || !narrative.is(clauses.lastUnit(noun), Lexicon.REMARK)) {
      return null;
    }
    int of = clauses.lastUnit(noun) + 1;
    int owner = phrases.get(noun).owner();
    boolean from = narrative.is(be, Word.COMING) && narrative.is(of, Word.FROM);
    if (owner == Phrases.NONE && (from || narrative.is(of, Word.OF))) {
      owner = clauses.phraseStartingAt(of + 1);
    }
    return owner == Phrases.NONE ? null : new Attribution(owner, of - 1, Rule.NOUN);
  }

  /**
   * Whether the phrase after a verb is its subject, and not the object of one whose subject the
   * quoted words are: the "regulars" said they would go, the "union" reflects a change. Asked of
   * words that do not open their sentence.
   *
   * @param apart whether a sign closes the quoted words
   */
  private boolean isSubjectAfter(int phrase, int verb, boolean apart) {
    if (!clauses.isAnimate(phrase) && !narrative.is(verb, Lexicon.ALWAYS_VERB)) {
      return false;
    }
    return apart
        || !phrases.get(phrase).isPronoun() && !clauses.isVerbGroup(clauses.lastUnit(phrase) + 1);
  }

  /** The attribution whose subject is at the unit. */
  private @Nullable Attribution ofSubject(Quoted quote, int at, int end, boolean apart) {
    int first = clauses.phraseStartingAt(at);
    if (first == Phrases.NONE || phrases.get(first).isRelative() || !clauses.canSpeak(first)) {
      return null;
    }
    int action = -1;
    for (int verb = clauses.lastUnit(first) + 1; verb < Math.min(end, at + REACH); verb++) {
      if (narrative.isQuote(verb) && verb > at + 25) {
        return null;
      }
      if (subjects.isPassive(verb) && clauses.isVerb(verb, Lexicon.SPEECH)) {
        int agent = subjects.of(verb);
        return agent == Phrases.NONE ? null : new Attribution(agent, verb, Rule.CUE_AFTER);
      }
      boolean phrase = CuePhrases.CUE_AFTER.lengthFrom(narrative, verb) > 0;
      if (phrase && subjects.of(verb) == first) {
        return new Attribution(first, verb, Rule.CUE_AFTER);
      }
      if (clauses.isVerb(verb, Lexicon.SPEECH | Lexicon.THOUGHT) && clauses.isFinite(verb)) {
        boolean infinitive = narrative.is(verb - 1, Word.TO) && !narrative.is(verb, Lexicon.SPEECH);
        if (isDescriptionOf(first, subjects.of(verb))) {
          return new Attribution(subjects.of(verb), verb, Rule.CUE_AFTER);
        }
        if (isVerbOf(verb, first) && !infinitive && !hasAnswer(verb)) {
          return new Attribution(first, verb, Rule.CUE_AFTER);
        }
      } else if (action < 0
          && clauses.isVerbGroup(verb)
          && subjects.of(verb) == first
          && !(clauses.isBe(verb) && subjects.isPassive(verb + 1))) {
        action = verb;
      }
    }
    boolean acts = action >= 0 && apart && tokens.isAnySign(quote.last(), ",?!");
    return acts ? new Attribution(first, action, Rule.ACTION_AFTER) : null;
  }

  /** Whether all that was said comes after the verb: "...", Smith said yes. */
  private boolean hasAnswer(int verb) {
    int after = verb + 2;
    return narrative.is(verb + 1, Word.ANSWER)
        && (narrative.isSign(after, ",.;!—–")
            || narrative.isBreak(after)
            || narrative.is(after, Lexicon.FUNCTION));
  }

  private boolean isVerbOf(int verb, int phrase) {
    int subject = subjects.of(verb);
    boolean loose = subject == Phrases.NONE || isRelativeOf(subject, phrase);
    return subject == phrase
        || narrative.is(verb, Lexicon.SPEECH) && isAfterOpenApposition(verb, phrase)
        || subject != Phrases.NONE && subject == clauses.jointWith(phrase)
        || isApposedTo(phrase, subject)
        || loose && narrative.is(verb, Lexicon.SPEECH);
  }

  /** Whether words of a description lead to a name: "former traffic planning head Ada Smith". */
  private boolean isDescriptionOf(int first, int subject) {
    if (subject == Phrases.NONE
        || subject <= first
        || !phrases.get(subject).isName()
        || !phrases.get(first).isNominal() && !phrases.get(first).isName()) {
      return false;
    }
    for (int unit = clauses.lastUnit(first) + 1; unit < clauses.firstUnit(subject); unit++) {
      boolean word =
          phrases.at(narrative.token(unit)) != Phrases.NONE
              || narrative.is(unit, Lexicon.ING | Lexicon.PARTICIPLE)
              || clauses.isUnknownVerb(unit)
              || clauses.isUnknownGerund(unit);
      if (!word || narrative.isQuote(unit)) {
        return false;
      }
    }
    return true;
  }

  /** "Smith, a tutor at the college said", "Smith, who runs it said": no second comma. */
  private boolean isAfterOpenApposition(int verb, int name) {
    int comma = clauses.lastUnit(name) + 1;
    if (!phrases.get(name).isName()
        || !narrative.isSign(comma, ",")
        || !clauses.isApposition(comma + 1)
        || clauses.isVerb(verb - 1, Lexicon.CONJUNCTION)) {
      return false;
    }
    for (int unit = comma + 1; unit < verb; unit++) {
      if (narrative.isSign(unit, ",;:—–") || narrative.isQuote(unit)) {
        return false;
      }
    }
    return true;
  }

  private boolean isRelativeOf(int subject, int phrase) {
    return phrases.get(subject).isRelative()
        && clauses.antecedent(clauses.firstUnit(subject)) == phrase;
  }

  /** Whether the one is the other's description, whose closing comma was left out. */
  private boolean isApposedTo(int phrase, int description) {
    return description != Phrases.NONE
        && phrases.get(description).isNominal()
        && narrative.isSign(clauses.lastUnit(phrase) + 1, ",")
        && clauses.firstUnit(description) == clauses.lastUnit(phrase) + 2;
  }

  /** Whether a name and perhaps a description end the paragraph, as under a motto. */
  private boolean isSignature(int unit) {
    int phrase = clauses.phraseStartingAt(unit);
    if (phrase == Phrases.NONE || !phrases.get(phrase).isName()) {
      return false;
    }
    int end = narrative.sentenceEnd(narrative.sentenceOf(unit));
    for (int at = clauses.lastUnit(phrase) + 1; at < end; at++) {
      boolean participle =
          narrative.isSign(at - 1, ",")
              && narrative.is(at, Lexicon.PARTICIPLE | Lexicon.ING | Lexicon.ROLE);
      boolean verb =
          clauses.isVerb(at, Lexicon.VERB | Lexicon.AUXILIARY)
              && !participle
              && !narrative.is(at - 1, Lexicon.PREPOSITION);
      if (verb || narrative.isQuote(at)) {
        return false;
      }
    }
    return end - unit < 25 && narrative.isBreak(end);
  }

  /** Whether the unit is quoted words that end with a comma. */
  private boolean isQuoteWithComma(int unit) {
    return narrative.isQuote(unit)
        && tokens.isSign(quoted.get(narrative.quotedAt(unit)).last(), ',');
  }

  /** An attribution further on in the sentence: "... the words ... of the plan, Smith said." */
  private @Nullable Attribution trailing(int unit, int end) {
    for (int comma = unit + 1; comma < Math.min(end - 1, unit + REACH); comma++) {
      if (!narrative.isSign(comma, ",—–") && !isQuoteWithComma(comma)) {
        continue;
      }
      int verb = comma + 1;
      int according = CuePhrases.ACCORDING_TO.lengthFrom(narrative, verb);
      if (according > 0) {
        int source = clauses.phraseStartingAt(verb + according);
        return source == Phrases.NONE ? null : new Attribution(source, verb, Rule.ACCORDING_TO);
      }
      int subject = narrative.is(verb, Lexicon.ADDRESSED) ? Phrases.NONE : clauses.saidBy(verb);
      if (subject == Phrases.NONE) {
        subject = clauses.phraseStartingAt(verb);
        verb =
            subject == Phrases.NONE || !clauses.canSpeak(subject)
                ? end
                : completeVerbOf(subject, end);
      }
      if (subject != Phrases.NONE && verb < end) {
        return new Attribution(subject, verb, Rule.TRAILING);
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
          && subjects.of(verb) == subject) {
        return isComplete(verb, end) ? verb : end;
      }
    }
    return end;
  }

  /** Whether nothing but an adverbial is after the verb, so that its object is what it follows. */
  private boolean isComplete(int verb, int end) {
    int next = verb + 1;
    int told =
        narrative.is(verb, Lexicon.ADDRESSED) ? clauses.phraseStartingAt(next) : Phrases.NONE;
    next = told == Phrases.NONE ? next : clauses.lastUnit(told) + 1;
    return next >= end - 1
        || narrative.isSign(next, ",.")
        || narrative.is(next, Lexicon.PREPOSITION | Lexicon.ADVERB | Lexicon.WEEKDAY)
        || clauses.isVerb(next, Lexicon.ING);
  }
}
