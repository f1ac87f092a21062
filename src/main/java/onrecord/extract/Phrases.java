package onrecord.extract;

import java.util.ArrayList;
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
  private final List<Phrase> phrases = new ArrayList<>();
  private final int[] phraseAt;
  private final boolean[] inQuotes;

  Phrases(Tokens tokens, List<Quoted> quoted, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
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
    return phrases.size();
  }

  Phrase get(int phrase) {
    return phrases.get(phrase);
  }

  /** {@return the index of the phrase a token lies in, or {@link #NONE}} */
  int at(int token) {
    return token >= 0 && token < phraseAt.length ? phraseAt[token] : NONE;
  }

  /** Reads the phrase that starts at a token, if there is one; returns the token to go on with. */
  private int read(int token) {
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
      noun |= !isModifier(end) && !(determined && isParticiple(end));
      end += 1 + joined(end);
    }
    if (end > content) {
      return add(phrase(token, content, end - 1));
    }
    // "this", "all", "some" may stand alone.
    return content == token ? token + 1 : add(noun(Kind.NOMINAL, token, content - 1, content - 1));
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

  private boolean isParticiple(int token) {
    return tokens.shape(token) == Shape.LOWER
        && (tokens.is(token, Lexicon.PAST | Lexicon.PARTICIPLE) || endsWith(token, Ending.PAST));
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
      return !started || !noun || shapes.isNameWord(token - 1) || canStandBeforeName(token - 1);
    }
    if ((flags & (Lexicon.FUNCTION | Lexicon.POSSESSIVE | Lexicon.PRONOUN)) != 0) {
      return false;
    }
    if ((flags & Lexicon.DETERMINER) != 0) {
      return !started && !determined;
    }
    if ((flags & Lexicon.ADVERB) != 0 && (flags & (Lexicon.ROLE | Lexicon.GROUP)) == 0) {
      return determined && !noun && isNominal(token + 1, true, false, true);
    }
    if ((flags & Lexicon.VERB) != 0) {
      return !isVerb(token, noun, determined);
    }
    boolean verbal =
        endsWith(token, Ending.PAST)
            ? noun || !determined
            : endsWith(token, Ending.GERUND) && !determined;
    if (verbal) {
      return (flags & (Lexicon.ROLE | Lexicon.GROUP | Lexicon.DOCUMENT)) != 0;
    }
    return !endsWith(token, Ending.ADVERB)
        || (flags & (Lexicon.ROLE | Lexicon.BODY | Lexicon.GROUP | Lexicon.NOUN_TOO)) != 0;
  }

  /** Whether a noun in lower case can describe the name after it: "spokesman John Smith". */
  private boolean canStandBeforeName(int token) {
    long describing =
        Lexicon.ROLE
            | Lexicon.TITLE
            | Lexicon.BODY
            | Lexicon.GROUP
            | Lexicon.NATIONALITY
            | Lexicon.PARTICLE
            | Lexicon.PREPOSITION
            | Lexicon.DETERMINER
            | Lexicon.WORK
            | Lexicon.DOCUMENT;
    return !tokens.isWord(token)
        || tokens.is(token, describing)
        || tokens.shape(token) == Shape.NUMBER;
  }

  private boolean endsWith(int token, Ending ending) {
    int length = tokens.endingLength(token, ending);
    return length > 0 && tokens.length(token) > length + 2;
  }

  /** Whether a word of the lists of verbs is one here: it could be a noun or an adjective. */
  private boolean isVerb(int token, boolean noun, boolean determined) {
    long flags = tokens.flags(token);
    if (tokens.is(token, Lexicon.ALWAYS_VERB)) {
      return true;
    }
    boolean nounToo = (flags & NOUN) != 0;
    if (!noun && !determined && (isAfterSubject(token) || nounToo && hasObject(token))) {
      return true;
    }
    if ((flags & (Lexicon.THIRD | Lexicon.BASE)) != 0
        && tokens.is(token + 1, Lexicon.AUXILIARY | Lexicon.PAST)) {
      return false;
    }
    if ((flags & (Lexicon.ING | Lexicon.PAST | Lexicon.PARTICIPLE)) != 0) {
      return !determined || noun;
    }
    if (noun) {
      return isPresentAfterNoun(token, nounToo);
    }
    // "project director": a verb in its base form does not stand alone without a subject.
    boolean bare = (flags & (Lexicon.THIRD | Lexicon.SPEECH | Lexicon.THOUGHT)) == 0;
    return !determined && !nounToo && !bare;
  }

  /** Whether a form of the present agrees with the noun before it: "the suit reads". */
  private boolean isPresentAfterNoun(int token, boolean nounToo) {
    boolean named = shapes.isNameWord(token - 1);
    int next = token + 1;
    boolean ends =
        tokens.isAnySign(next, ",.;)")
            || tokens.is(next, Lexicon.CONJUNCTION)
            || tokens.is(next, Word.AFTER_NOUN);
    if (nounToo && !named && ends) {
      return false;
    }
    boolean pluralBefore =
        tokens.is(token - 1, Lexicon.GROUP) || endsWith(token - 1, Ending.PLURAL);
    return tokens.is(token, Lexicon.THIRD) ? !pluralBefore || named : pluralBefore;
  }

  /** Whether the words before can only be followed by a verb: "he", "who", "to", "would". */
  private boolean isAfterSubject(int token) {
    int before = tokens.is(token - 1, Lexicon.ADVERB) ? token - 2 : token - 1;
    return tokens.is(before, Lexicon.AUXILIARY | Lexicon.RELATIVE)
        || tokens.is(before, Lexicon.PRONOUN) && !tokens.is(before, Lexicon.POSSESSIVE)
        || tokens.is(before, Word.TO);
  }

  /** Whether what could be the object of a verb comes next. */
  private boolean hasObject(int token) {
    int next = token + 1;
    return tokens.is(next, Lexicon.DETERMINER | Lexicon.POSSESSIVE | Lexicon.PRONOUN)
        || tokens.shape(next) == Shape.DOUBLE_MARK
        || shapes.isNameWord(next)
            && tokens.shape(token) == Shape.LOWER
            && (tokens.is(token, Lexicon.THIRD) || tokens.is(token - 1, Lexicon.CONJUNCTION));
  }

  /**
   * {@return how many small words ("of", "van der", "&amp;") join the name that ends here to the
   * next word of it}
   */
  private int joined(int token) {
    if (!shapes.isNameWord(token)) {
      return 0;
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
      return tokens.is(token, Lexicon.GROUP) && tokens.is(small + 1, Lexicon.ORGANIZATION);
    }
    if (isParticle(small)) {
      return true;
    }
    boolean link = tokens.is(small, Word.NAME_LINK);
    if (!link || tokens.is(small + 1, Lexicon.WEEKDAY | Lexicon.MONTH)) {
      return false;
    }
    long headed = Lexicon.ORGANIZATION | Lexicon.BODY;
    if (tokens.is(small, Word.OF)) {
      headed |= Lexicon.TITLE | Lexicon.ROLE;
    }
    return tokens.is(token, headed);
  }

  private Phrase phrase(int first, int content, int last) {
    int nameFirst = last;
    while (nameFirst >= content && isInName(nameFirst, last)) {
      nameFirst--;
    }
    nameFirst++;
    if (nameFirst <= last) {
      int afterTitle = afterTitle(nameFirst, last);
      if (afterTitle <= last && !isTimeWord(afterTitle, last)) {
        return noun(Kind.NAME, first, afterTitle, last);
      }
    }
    return noun(Kind.NOMINAL, first, last, last);
  }

  private boolean isInName(int token, int last) {
    if (shapes.isNameWord(token)) {
      return true;
    }
    if (isParticle(token) && token < last && (isParticle(token + 1) || isParticle(token - 1))) {
      return shapes.isNameWord(isParticle(token + 1) ? token - 1 : token + 1);
    }
    boolean inside = token < last && shapes.isNameWord(token + 1) && shapes.isNameWord(token - 1);
    boolean small =
        tokens.shape(token) == Shape.LOWER
            && tokens.is(token, Lexicon.PARTICLE | Lexicon.PREPOSITION);
    return inside && (small || !tokens.isWord(token));
  }

  private boolean isTimeWord(int first, int last) {
    boolean month =
        tokens.is(first, Lexicon.MONTH)
            && (tokens.length(first) > 3 || tokens.shape(first + 1) == Shape.NUMBER);
    return first == last && (month || tokens.is(first, Lexicon.WEEKDAY)) && !isGiven(first);
  }

  /** {@return the first token of the name after the titles before it; after the end if none} */
  private int afterTitle(int first, int last) {
    int after = first;
    for (int token = first; token <= last; token++) {
      boolean office =
          tokens.is(token, Lexicon.TITLE | Lexicon.HONORIFIC)
              || token == first && tokens.is(token, Lexicon.ROLE) && shapes.startsSentence(token);
      if (tokens.isCapital(token) && office && !isGivenNameHere(token, last)) {
        int next = token + 1;
        if (tokens.is(next, Word.OFFICE_LINK)) {
          next += 2;
        }
        if (next <= last && !tokens.is(next, Lexicon.SUFFIX)) {
          after = next;
        } else if (after == first && !isGiven(after)) {
          return last + 1;
        }
      }
    }
    for (int token = after + 1; token < last; token++) {
      boolean headed =
          tokens.is(token - 1, Lexicon.ORGANIZATION) && !tokens.is(last, Lexicon.ORGANIZATION);
      if (headed && isGiven(token)) {
        after = token;
      }
    }
    boolean described = after == first && first + 1 < last && isGiven(first + 1) && !isGiven(first);
    if (described && shapes.startsSentence(first) && !shapes.isCapitalElsewhere(first)) {
      after = first + 1;
    }
    while (after < last
        && tokens.is(after, Lexicon.NATIONALITY)
        && !isGiven(after)
        && !tokens.is(last, Lexicon.ORGANIZATION)) {
      after++;
    }
    return after;
  }

  private boolean isGivenNameHere(int token, int last) {
    return token < last
        && isGiven(token)
        && tokens.is(token, Lexicon.TITLE)
        && !tokens.is(token, Lexicon.HONORIFIC);
  }

  private boolean isGiven(int token) {
    return tokens.is(token, Lexicon.GIVEN_NAME);
  }

  private Phrase noun(Kind kind, int first, int nameFirst, int last) {
    return new Phrase(
        first,
        last,
        kind,
        nameFirst,
        last,
        flags(first, last),
        ownerOf(first),
        tokens.shape(last + 1) == Shape.POSSESSIVE || isPluralPossessive(last),
        inQuotes[first]);
  }

  private boolean isPluralPossessive(int last) {
    return tokens.shape(last + 1) == Shape.SINGLE_MARK
        && !inQuotes[last + 1]
        && tokens.endsWith(last, Ending.PLURAL)
        && tokens.isWord(last + 2);
  }

  private int ownerOf(int first) {
    if (phrases.isEmpty()) {
      return NONE;
    }
    Phrase before = phrases.get(phrases.size() - 1);
    int mark = before.isPronoun() ? 1 : 2;
    return before.possessive() && before.last() == first - mark ? phrases.size() - 1 : NONE;
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
    Arrays.fill(phraseAt, phrase.first(), phrase.last() + 1, phrases.size());
    phrases.add(phrase);
    return phrase.last() + 1;
  }
}
