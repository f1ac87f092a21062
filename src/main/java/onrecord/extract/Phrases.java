package onrecord.extract;

import java.util.Arrays;
import java.util.List;
import onrecord.extract.Phrase.Kind;
import onrecord.extract.Tokens.Shape;

/** Finds the noun phrases of a text from left to right, without a full grammar. */
final class Phrases {
  static final int NONE = -1;
  private static final int LONGEST = 25;
  private static final long NOUN = Lexicon.SOURCE | Lexicon.REMARK | Lexicon.NOUN_TOO;

  private final Tokens tokens;
  private final WordShapes shapes;
  private final NameBounds bounds;
  private final VerbContext verbs;
  private Phrase[] phrases = new Phrase[64];
  private int size;
  private final int[] phraseAt;
  private final boolean[] inQuotes;

  /** Where the phrase that is being read starts. */
  private int start;

  Phrases(Tokens tokens, List<Quoted> quoted, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.bounds = new NameBounds(tokens, shapes);
    this.verbs = new VerbContext(tokens, shapes);
    this.phraseAt = new int[tokens.size()];
    Arrays.fill(phraseAt, NONE);
    this.inQuotes = new boolean[tokens.size()];
    for (Quoted quote : quoted) {
      Arrays.fill(inQuotes, quote.open(), quote.end(), true);
    }
    int token = 0;
    while (token < tokens.size()) {
      token = read(token);
    }
  }

  int size() {
    return size;
  }

  Phrase get(int phrase) {
    return phrases[phrase];
  }

  /** {@return the index of the phrase a token lies in, or {@link #NONE}} */
  int at(int token) {
    return token >= 0 && token < phraseAt.length ? phraseAt[token] : NONE;
  }

  /** Reads the phrase that starts at a token, if there is one; returns the token to go on with. */
  private int read(int token) {
    start = token;
    if (!tokens.isWord(token) && tokens.shape(token) != Shape.NUMBER) {
      return token + 1;
    }
    if (!shapes.isNameWord(token)) {
      if (isPossessiveUse(token)) {
        return add(pronoun(token, Kind.PRONOUN, true));
      }
      if (tokens.is(token, Lexicon.PRONOUN)) {
        return add(pronoun(token, Kind.PRONOUN, false));
      }
      if (tokens.is(token, Word.RELATIVE_PRONOUN)) {
        return add(pronoun(token, Kind.RELATIVE, false));
      }
      if (tokens.is(token, Lexicon.POSSESSIVE)) {
        return add(pronoun(token, Kind.PRONOUN, true));
      }
    }
    int content = afterDeterminers(token);
    int end = content;
    boolean noun = false;
    boolean determined = content > token || ownerOf(token) != NONE;
    while (end - token < LONGEST && isNominal(end, end > content, noun, determined)) {
      noun |= !isModifier(end) && !(determined && (isParticiple(end) || isAdverb(end)));
      end += 1 + joined(end);
    }
    if (end > content) {
      return add(phrase(token, content, end - 1));
    }
    // "this", "all", "some" may stand alone.
    return content == token ? token + 1 : add(nominal(token, content - 1));
  }

  private int afterDeterminers(int token) {
    if (!tokens.is(token, Lexicon.DETERMINER) || shapes.isNameWord(token)) {
      return token;
    }
    boolean two =
        tokens.is(token + 1, Lexicon.DETERMINER) && tokens.shape(token + 1) == Shape.LOWER;
    return two ? token + 2 : token + 1;
  }

  private Phrase pronoun(int token, Kind kind, boolean possessive) {
    return new Phrase(
        token, token, kind, token, token, tokens.flags(token), NONE, possessive, inQuotes[token]);
  }

  /** "her" before a noun is a possessive, not a pronoun. */
  private boolean isPossessiveUse(int token) {
    return tokens.is(token, Lexicon.POSSESSIVE)
        && (tokens.isWord(token + 1) || tokens.shape(token + 1) == Shape.NUMBER)
        && !tokens.is(token + 1, Lexicon.FUNCTION | Lexicon.DETERMINER | Lexicon.ADVERB);
  }

  private boolean isAdverb(int token) {
    return tokens.shape(token) == Shape.LOWER
        && tokens.endsWith(token, Ending.ADVERB)
        && !tokens.is(token, Lexicon.NOUN_TOO | Lexicon.SOURCE);
  }

  private boolean isParticiple(int token) {
    return tokens.shape(token) == Shape.LOWER
        && (tokens.is(token, Lexicon.PAST | Lexicon.PARTICIPLE)
            || endsWith(token, Ending.PAST)
            || shapes.isNameWord(token + 1) && endsWith(token, Ending.GERUND));
  }

  private boolean isModifier(int token) {
    boolean adjective =
        tokens.shape(token) == Shape.LOWER
            && tokens.is(token, Lexicon.TITLE)
            && !tokens.is(token, Lexicon.ROLE);
    return adjective
        || tokens.shape(token) == Shape.NUMBER
        || tokens.is(token, Lexicon.NATIONALITY | Lexicon.DETERMINER);
  }

  /** Whether a token goes on with the phrase read so far. */
  private boolean isNominal(int token, boolean started, boolean noun, boolean determined) {
    Shape shape = tokens.shape(token);
    if (shape == Shape.NUMBER) {
      return true;
    }
    if (!tokens.isWord(token)) {
      return false;
    }
    long flags = tokens.flags(token);
    if (shapes.isNameWord(token)) {
      return !started || !noun || goesOnWithName(token, determined);
    }
    if ((flags & (Lexicon.FUNCTION | Lexicon.POSSESSIVE | Lexicon.PRONOUN)) != 0) {
      return false;
    }
    if ((flags & Lexicon.DETERMINER) != 0) {
      return !started && !determined;
    }
    boolean adverb = (flags & Lexicon.ADVERB) != 0 && (flags & (Lexicon.ROLE | Lexicon.GROUP)) == 0;
    if (!adverb) {
      if ((flags & Lexicon.VERB) != 0) {
        return !isVerb(token, noun, determined);
      }
      if (started && shapes.isNameWord(token - 1) && verbs.isUnlistedPresent(token)) {
        return false;
      }
      if (isVerbal(token, noun, determined)) {
        return (flags & (Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT)) != 0;
      }
      if (!endsWith(token, Ending.ADVERB)
          || (flags & (Lexicon.ROLE | Lexicon.BODY | Lexicon.GROUP | Lexicon.NOUN_TOO)) != 0) {
        return true;
      }
    }
    return determined && !noun && isNominal(token + 1, true, false, true);
  }

  /** Whether a word in no list ends like a participle in the place of one. */
  private boolean isVerbal(int token, boolean noun, boolean determined) {
    return endsWith(token, Ending.PAST)
        ? noun || !determined
        : endsWith(token, Ending.GERUND) && !determined && !tokens.is(token, Lexicon.SPEECHLESS);
  }

  /** Whether a name of a person starts here, after a noun that can be a description of it. */
  private boolean isPersonDescribed(int token) {
    return tokens.is(token, Lexicon.GIVEN_NAME)
        && tokens.isCapital(token + 1)
        && tokens.shape(token - 1) == Shape.LOWER
        && !endsWith(token - 1, Ending.PLURAL)
        && tokens.endsWith(token - 1, Ending.AGENT);
  }

  /** Whether a phrase that has a noun goes on with a word of a name. */
  private boolean goesOnWithName(int token, boolean determined) {
    boolean acronym = determined && tokens.shape(token) == Shape.UPPER;
    return acronym && tokens.shape(token + 1) == Shape.LOWER
        || shapes.isNameWord(token - 1)
        || tokens.is(token - 1, Word.AND)
        || bounds.canStandBefore(token - 1)
        || isPersonDescribed(token)
        || determined && bounds.isQuality(token - 1)
        || determined && (bounds.isBeforeNounOfPerson(token) || bounds.isBodyOfSeveral(token));
  }

  private boolean endsWith(int token, Ending ending) {
    int length = tokens.endingLength(token, ending);
    return length > 0 && tokens.length(token) > length + 2;
  }

  /** Whether a word of the lists of verbs is one here: it could be a noun or an adjective. */
  private boolean isVerb(int token, boolean noun, boolean determined) {
    long flags = tokens.flags(token);
    if (tokens.is(token, Lexicon.ALWAYS_VERB) || isPredicateOfSome(token, noun)) {
      return true;
    }
    boolean nounToo = (flags & NOUN) != 0;
    boolean opens = !noun && !determined;
    boolean subjectless = tokens.is(token - 2, Word.ACCORDING) || !verbs.isAfterSubject(token);
    if (opens && subjectless && bounds.isNounBeforeOffice(token)) {
      return false;
    }
    if (opens
        && (verbs.isAfterSubject(token)
            || nounToo && (verbs.hasObject(token) || isLeftOut(token)))) {
      return true;
    }
    boolean afterName = (noun || isAfterName(token)) && !nounToo && shapes.isNameWord(token - 1);
    if ((flags & (Lexicon.THIRD | Lexicon.BASE)) != 0
        && tokens.is(token + 1, Lexicon.AUXILIARY | Lexicon.PAST)
        && !(afterName && (flags & Lexicon.THIRD) != 0)) {
      return false;
    }
    if ((flags & (Lexicon.ING | Lexicon.PAST | Lexicon.PARTICIPLE)) != 0) {
      return !determined || noun;
    }
    boolean present = (flags & (Lexicon.THIRD | Lexicon.BASE)) != 0;
    if (noun || present && !determined && isAfterName(token)) {
      return isPresentAfterNoun(token, nounToo);
    }
    // "project director": a verb in its base form does not stand alone without a subject.
    boolean bare = (flags & (Lexicon.THIRD | Lexicon.SPEECH | Lexicon.THOUGHT)) == 0;
    return !determined && !nounToo && !bare;
  }

  private boolean isAfterName(int token) {
    int before = at(token - 1);
    return before != NONE && phrases[before].isName();
  }

  /** Whether a form of the present agrees with the noun before it: "the suit reads". */
  private boolean isPresentAfterNoun(int token, boolean nounToo) {
    boolean named = shapes.isNameWord(token - 1);
    int first = isAfterName(token) ? phrases[at(token - 1)].first() : start;
    boolean heard =
        tokens.is(first - 1, Word.HEARING)
            && (named || tokens.is(token, Lexicon.BASE) && verbs.hasObject(token));
    if (!heard && disagrees(token, nounToo)) {
      return false;
    }
    int next = token + 1;
    boolean ends =
        tokens.isAnySign(next, ",.;)") && !isAfterQuotedWords(token)
            || tokens.is(next, Lexicon.CONJUNCTION)
            || tokens.is(next, Word.AFTER_NOUN);
    boolean role = tokens.is(token, Lexicon.ROLE) && tokens.is(start, Lexicon.DETERMINER);
    if (nounToo && (role || !named) && ends) {
      return false;
    }
    boolean pluralBefore =
        tokens.is(token - 1, Lexicon.GROUP)
            || endsWith(token - 1, Ending.PLURAL)
            || named && tokens.is(beforeOwner() - 1, Word.AND);
    return tokens.is(token, Lexicon.THIRD) ? !pluralBefore || named : pluralBefore || heard;
  }

  /** "states" in ""...," the order states,": a cue after words that a comma closes. */
  private boolean isAfterQuotedWords(int token) {
    int mark = beforeOwner() - 1;
    return tokens.is(token, Lexicon.SPEECH)
        && tokens.is(token, Lexicon.THIRD)
        && tokens.shape(mark) == Shape.DOUBLE_MARK
        && tokens.isSign(mark - 1, ',');
  }

  /** The first token of the phrase that is being read, or of what owns it. */
  private int beforeOwner() {
    int owner = ownerOf(start);
    return owner == NONE ? start : phrases[owner].first();
  }

  /**
   * Whether the word cannot be the verb of the phrase that is being read: "two Quill emails", "a
   * press release", "its up-to-date claims".
   */
  private boolean disagrees(int token, boolean nounToo) {
    boolean third = tokens.is(token, Lexicon.THIRD);
    boolean plural = tokens.shape(start) == Shape.NUMBER || tokens.is(start, Word.SEVERAL);
    return third && plural
        || !third && tokens.is(start, Word.INDEFINITE)
        || third && nounToo && tokens.endsWith(token - 1, Ending.MODIFIER);
  }

  /**
   * "accused" in "some accused him": a verb of speech or thought after a word that stands alone.
   */
  private boolean isPredicateOfSome(int token, boolean noun) {
    int next = token + 1;
    boolean some =
        tokens.is(token - 1, Lexicon.GROUP)
            || tokens.is(token - 2, Word.THE) && tokens.is(token - 1, Word.PAIR);
    return !noun
        && some
        && tokens.is(token - 1, Lexicon.DETERMINER)
        && tokens.is(token, Lexicon.SPEECH | Lexicon.THOUGHT)
        && (tokens.is(
                next,
                Lexicon.DETERMINER
                    | Lexicon.POSSESSIVE
                    | Lexicon.PRONOUN
                    | Lexicon.RELATIVE
                    | Lexicon.PREPOSITION)
            || tokens.is(next, Word.TO)
            || tokens.isAnySign(next, ",.")
            || shapes.isNameWord(next));
  }

  /**
   * Whether a phrase that owns nothing ended before the word, so that it was found to be a verb.
   */
  private boolean isLeftOut(int token) {
    int before = token > 0 ? phraseAt[token - 1] : NONE;
    return before != NONE
        && tokens.is(token, Lexicon.THIRD | Lexicon.BASE)
        && !phrases[before].possessive()
        && !phrases[before].isPronoun();
  }

  /**
   * {@return how many small words ("of", "van der", "&amp;") join the name that ends here to the
   * next word of it}
   */
  private int joined(int token) {
    if (!shapes.isNameWord(token)) {
      return bounds.isOfficeOfField(token) ? 1 : 0;
    }
    int nickname = shapes.nicknames().end(token + 1);
    if (nickname > 0) {
      return nickname - token;
    }
    if (bounds.isOfficeOfThe(token)) {
      return 2;
    }
    boolean two = isParticle(token + 1) && isParticle(token + 2) && shapes.isNameWord(token + 3);
    return two ? 2 : joinsOn(token) ? 1 : 0;
  }

  private boolean isParticle(int token) {
    return tokens.shape(token) == Shape.LOWER && tokens.is(token, Lexicon.PARTICLE);
  }

  /** Whether the name that ends here goes on after a single small word. */
  private boolean joinsOn(int token) {
    int small = token + 1;
    if (!tokens.isCapital(small + 1) || !shapes.isNameWord(small + 1)) {
      return false;
    }
    if (tokens.isSign(small, '&')) {
      return true;
    }
    if (tokens.shape(small) == Shape.SINGLE_MARK || tokens.shape(small) == Shape.POSSESSIVE) {
      // "Dockers' Union", "Women's League": the body's name, not what the people own.
      boolean people =
          tokens.is(token, Lexicon.GROUP)
              || endsWith(token, Ending.AGENTS)
              || tokens.is(small + 1, Word.MEMBERSHIP) && isPluralPossessive(token);
      return people && tokens.is(small + 1, Lexicon.ORGANIZATION);
    }
    if (isParticle(small) || bounds.joinsName(small)) {
      return true;
    }
    boolean link = tokens.is(small, Word.NAME_LINK);
    if (!link || tokens.is(small + 1, Lexicon.WEEKDAY | Lexicon.MONTH)) {
      return false;
    }
    boolean office = tokens.is(small, Word.OF) || bounds.isGivenNameAfter(small + 1);
    long headed =
        office && !shapes.isSurname(token)
            ? Lexicon.ORGANIZATION | Lexicon.BODY | Lexicon.TITLE | Lexicon.ROLE
            : Lexicon.ORGANIZATION | Lexicon.BODY;
    return tokens.is(token, headed);
  }

  private Phrase phrase(int first, int content, int last) {
    int nameFirst = last;
    while (nameFirst >= content && isInName(nameFirst, last)) {
      nameFirst--;
    }
    nameFirst++;
    if (nameFirst <= last) {
      int end = bounds.endOfName(nameFirst, last);
      int afterTitle = bounds.afterTitle(nameFirst, end);
      if (afterTitle <= end && !bounds.isTime(afterTitle, end)) {
        return noun(Kind.NAME, new Range(first, last), new Range(afterTitle, end));
      }
    }
    return nominal(first, last);
  }

  private boolean isInName(int token, int last) {
    if (shapes.isNameWord(token)) {
      return true;
    }
    if (isParticle(token) && token < last && (isParticle(token + 1) || isParticle(token - 1))) {
      return isParticle(token + 1)
          ? shapes.isNameWord(token - 1) || shapes.isNameWord(token + 2)
          : shapes.isNameWord(token + 1);
    }
    if (token < last
        && (shapes.nicknames().isInside(token)
            || bounds.isOfficeOfThe(token - 1)
            || bounds.isOfficeOfThe(token - 2))) {
      return true;
    }
    boolean inside = token < last && shapes.isNameWord(token + 1) && shapes.isNameWord(token - 1);
    boolean small =
        tokens.shape(token) == Shape.LOWER
            && (tokens.is(token, Lexicon.PARTICLE | Lexicon.PREPOSITION)
                || tokens.is(token, Word.AND));
    return inside && (small || !tokens.isWord(token));
  }

  /** Tokens from one to another, both included. */
  private record Range(int first, int last) {}

  private Phrase nominal(int first, int last) {
    return noun(Kind.NOMINAL, new Range(first, last), new Range(last, last));
  }

  private Phrase noun(Kind kind, Range words, Range head) {
    int last = words.last();
    return new Phrase(
        words.first(),
        last,
        kind,
        head.first(),
        head.last(),
        flags(words.first(), last),
        ownerOf(words.first()),
        tokens.shape(last + 1) == Shape.POSSESSIVE || isPluralPossessive(last),
        inQuotes[words.first()]);
  }

  private boolean isPluralPossessive(int last) {
    return tokens.shape(last + 1) == Shape.SINGLE_MARK
        && !inQuotes[last + 1]
        && tokens.endsWith(last, Ending.PLURAL)
        && tokens.isWord(last + 2);
  }

  private int ownerOf(int first) {
    if (size == 0) {
      return NONE;
    }
    Phrase before = phrases[size - 1];
    int mark = before.isPronoun() ? 1 : 2;
    return before.possessive() && before.last() == first - mark ? size - 1 : NONE;
  }

  private long flags(int first, int last) {
    long flags = 0;
    for (int token = first; token <= last; token++) {
      flags |= tokens.flags(token);
    }
    return flags;
  }

  /** Adds a phrase; returns the token after it. */
  private int add(Phrase phrase) {
    Arrays.fill(phraseAt, phrase.first(), phrase.last() + 1, size);
    phrases = size == phrases.length ? Arrays.copyOf(phrases, size * 2) : phrases;
    phrases[size++] = phrase;
    return phrase.last() + 1;
  }
}
