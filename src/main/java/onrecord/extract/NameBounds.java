package onrecord.extract;

import onrecord.extract.Tokens.Shape;

/**
 * Finds where a name begins in a run of words with capitals: after the titles and offices before
 * it, whose words are open-ended ("Tour Coordinator Ada Quill", "Minister of Inland Fisheries Ada
 * Quill"), and where it ends before the degrees and honors after it.
 */
final class NameBounds {
  private static final long NOUNS =
      Lexicon.NOUN_TOO | Lexicon.ROLE | Lexicon.TITLE | Lexicon.BODY | Lexicon.PLACE;

  private static final long PERSON_OR_BODY =
      Lexicon.ROLE
          | Lexicon.TITLE
          | Lexicon.BODY
          | Lexicon.PLACE
          | Lexicon.NATIONALITY
          | Lexicon.ORGANIZATION;

  private static final int LONGEST_QUALIFIER = 5;

  /** How long a name may be that ends like a word for a person: "Alexander", "Bryant". */
  private static final int LONGEST_NAME = 9;

  private final Tokens tokens;
  private final WordShapes shapes;
  private final OfficeFields offices;

  NameBounds(Tokens tokens, WordShapes shapes) {
    this.tokens = tokens;
    this.shapes = shapes;
    this.offices = new OfficeFields(tokens, shapes);
  }

  /**
   * {@return whether a small word is inside a name, or an office before one: "Adviser on Tides Ada
   * Quill", "the Grain and Feed Association"}
   */
  boolean joinsName(int small) {
    return offices.joins(small) || tokens.is(small, Word.AND) && joinsBody(small);
  }

  /** "the Grain and Feed Association", "the Department of Roads and Bridges", given "and". */
  private boolean joinsBody(int and) {
    if (tokens.is(and + 1, Word.FIRM) && tokens.isCapital(and + 1)) {
      // "Kemp and Sons"
      return tokens.shape(and - 1) == Shape.CAPITAL;
    }
    long apart = PERSON_OR_BODY | Lexicon.HONORIFIC | Lexicon.GIVEN_NAME;
    if (tokens.shape(and - 1) != Shape.CAPITAL
        || !shapes.isNameWord(and + 1)
        || tokens.shape(and + 1) != Shape.CAPITAL
        || tokens.is(and - 1, apart)
        || tokens.is(and + 1, apart)
        || shapes.isSurname(and + 1)) {
      return false;
    }
    int last = and + 1;
    while (last < and + LONGEST_QUALIFIER && shapes.isNameWord(last + 1)) {
      last++;
    }
    boolean headed =
        tokens.is(and - 2, Word.OFFICE_LINK) && tokens.is(and - 3, Lexicon.ORGANIZATION);
    boolean whole = tokens.is(and - 2, Word.THE) && isBody(last);
    return headed ? last == and + 1 : whole && last > and + 1;
  }

  /**
   * {@return the last token of a name without the degrees and honors after it ("MP", "PhD") and
   * without the day on which something happened: "told Quill Thursday"}
   */
  int endOfName(int first, int last) {
    int end = last;
    while (end > first && (isPostNominal(end) || isDayAfter(first, end))) {
      end--;
    }
    return end;
  }

  /** Whether the name of a weekday is not a surname: that of "Joe Friday" is. */
  private boolean isDayAfter(int first, int last) {
    boolean surname = last == first + 1 && isGiven(first) || shapes.isSurname(last);
    return tokens.is(last, Lexicon.WEEKDAY) && !surname;
  }

  private boolean isPostNominal(int token) {
    return tokens.is(token, Lexicon.POST_NOMINAL)
        && (tokens.shape(token) == Shape.UPPER || tokens.string(token).indexOf('h') > 0);
  }

  /** {@return whether an office and its field start before a title: "Speaker of the House Rep."} */
  boolean isOfficeOfThe(int token) {
    boolean to = tokens.is(token + 1, Word.TO);
    if (!tokens.is(token, Lexicon.TITLE | Lexicon.ROLE)
        || !tokens.is(token + 1, Word.OF) && !to
        || !tokens.is(token + 2, Word.THE)) {
      return false;
    }
    for (int at = token + 3; at < token + 7 && shapes.isNameWord(at); at++) {
      boolean person = at > token + 3 && tokens.is(at, Lexicon.HONORIFIC | Lexicon.GIVEN_NAME);
      if (person && shapes.isNameWord(at + 1)) {
        return true;
      }
      if (to && offices.hasFieldOfSomebody(at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether an office in lower case, its field and a known surname start: "secretary of
   * State Quill"}
   */
  boolean isOfficeOfField(int token) {
    return tokens.is(token, Lexicon.TITLE | Lexicon.ROLE)
        && tokens.is(token + 1, Word.OF)
        && shapes.isNameWord(token + 2)
        && !tokens.is(token + 2, Lexicon.PLACE | Lexicon.GIVEN_NAME | Lexicon.TITLE)
        && shapes.isNameWord(token + 3)
        && !tokens.is(token + 3, Lexicon.PLACE | Lexicon.ORGANIZATION)
        && shapes.isSurname(token + 3)
        && !shapes.isNameWord(token + 4);
  }

  /** {@return whether the words are a day or a month and no name} */
  boolean isTime(int first, int last) {
    boolean month =
        tokens.is(first, Lexicon.MONTH)
            && (tokens.length(first) > 3 || tokens.shape(first + 1) == Shape.NUMBER);
    return first == last
        && (month && !isGiven(first) || tokens.is(first, Lexicon.WEEKDAY))
        && !shapes.isSurname(first)
        && !tokens.is(first - 1, Lexicon.HONORIFIC);
  }

  /** {@return the first token of the name after the titles before it; after the end if none} */
  int afterTitle(int first, int last) {
    int after = afterAnyTitle(first, last);
    // Nobody's name begins with the nickname in it: Ada “Duchess” Quill.
    return shapes.nicknames().isInside(after) ? first : after;
  }

  private int afterAnyTitle(int first, int last) {
    int opening = Math.max(afterDate(first, last), afterOpening(first, last));
    int after = afterOffices(opening, last);
    if (after > last) {
      return after;
    }
    for (int token = after + 1; token < last; token++) {
      boolean headed =
          tokens.is(token - 1, Lexicon.ORGANIZATION) && !tokens.is(last, Lexicon.ORGANIZATION);
      if (headed && isGiven(token)) {
        after = token;
      }
    }
    after = afterUnknownOffice(after, last);
    boolean described = after == first && first + 1 < last && isGiven(first + 1) && !isGiven(first);
    described &= !tokens.isSign(last - 1, '&') && !isBody(last);
    described &= !tokens.is(first + 1, Lexicon.PARTICLE);
    if (described && shapes.startsSentence(first) && !shapes.isCapitalElsewhere(first)) {
      after = first + 1;
    }
    while (after < last
        && tokens.is(after, Lexicon.NATIONALITY)
        && !isGiven(after)
        && !isBody(last)
        && !isBodyWithArticle(after, last)
        && (after + 1 == last || isGiven(after + 1) || tokens.is(after + 1, Lexicon.NATIONALITY))) {
      after++;
    }
    return after;
  }

  /** Where the name begins after a date: "In May 2013 Ada Quill left". */
  private int afterDate(int first, int last) {
    boolean date =
        tokens.is(first, Lexicon.MONTH)
            && first + 2 <= last
            && tokens.shape(first + 1) == Shape.NUMBER;
    return date ? first + 2 : first;
  }

  /**
   * Where the name begins after a word with a capital that is none of its own: "Korean-born Monte
   * Quill", "Republicans Quill", "Telling Ada Quill" in a headline, "secretary of State Quill".
   */
  private int afterOpening(int first, int last) {
    int after = first;
    for (int token = first; token < last; token++) {
      after = tokens.endsWith(token, Ending.COMPOUND) ? token + 1 : after;
    }
    boolean alone = after == last - 1 && shapes.isSurname(last);
    boolean field =
        tokens.is(after - 1, Word.OF) && tokens.is(after - 2, Lexicon.TITLE | Lexicon.ROLE);
    boolean people = tokens.is(after, Lexicon.GROUP) && tokens.endsWith(after, Ending.PLURAL);
    boolean verb = tokens.is(after, Lexicon.BASE | Lexicon.ING) && !tokens.is(after, NOUNS);
    boolean ownWord = isGiven(after) || isBody(last) || tokens.is(last, Lexicon.PLACE);
    boolean opening =
        alone && (field || people || verb) || after < last && verb && isGiven(after + 1);
    return opening && !ownWord ? after + 1 : after;
  }

  private int afterOffices(int first, int last) {
    int after = first;
    for (int token = first; token <= last; token++) {
      boolean office =
          tokens.isCapital(token)
              && isOffice(token, first, last)
              && !isNameHere(token, last)
              && !shapes.nicknames().isInside(token);
      if (office) {
        int next = token + 1;
        if (tokens.is(next, Word.OFFICE_FIELD)) {
          next = offices.afterField(next, last);
        }
        if (next <= last && !tokens.is(next, Lexicon.SUFFIX)) {
          after = Math.max(after, next);
        } else if (after == first && !isGiven(after)) {
          return last + 1;
        }
      }
    }
    return after;
  }

  /** "the American Legion": no article comes before the name of a person. */
  private boolean isBodyWithArticle(int first, int last) {
    return tokens.is(first - 1, Word.THE) && first + 1 == last && !shapes.isSurname(last);
  }

  private boolean isOffice(int token, int first, int last) {
    if (tokens.is(token, Lexicon.TITLE | Lexicon.HONORIFIC)) {
      return !isBody(last) || !tokens.is(token, Lexicon.NATIONALITY);
    }
    boolean seat = token == first && isPostNominal(token) && isGiven(token + 1);
    if (seat && token + 1 < last || offices.hasFieldOfPerson(token, last)) {
      // "MP Ada Quill"
      return true;
    }
    boolean person = token + 1 < last && isGiven(token + 1) && !isBody(last);
    if (token == first && isPluralTitle(token, last)) {
      return true;
    }
    boolean given = isGiven(token) && token + 1 == last;
    return !given
            && tokens.is(token, Lexicon.ROLE)
            && token == first
            && shapes.startsSentence(token)
        || person && (tokens.is(token, Lexicon.ROLE | Lexicon.GROUP) || offices.isOffice(token));
  }

  /** "Sergeants" in "Sergeants Ada Quill and Ivo Wren", "Sergeants Quill and Wren". */
  private boolean isPluralTitle(int token, int last) {
    boolean person = token < last && !tokens.is(last, Lexicon.ORGANIZATION | Lexicon.PLACE);
    boolean several = tokens.is(last + 1, Word.AND) && shapes.isNameWord(last + 2);
    return person
        && (token + 1 < last && shapes.isPluralOf(token, Lexicon.TITLE)
            || several && shapes.isPluralOf(token, Lexicon.HONORIFIC));
  }

  /** "Tour Coordinator Ada Quill": what ends like a word for a person before a given name. */
  private int afterUnknownOffice(int first, int last) {
    for (int token = first + 1; token < last; token++) {
      if (isGiven(token - 1) && !tokens.is(token - 1, Lexicon.ROLE)) {
        return first;
      }
      boolean office =
          tokens.endsWith(token - 1, Ending.AGENT)
              || tokens.endsWith(token - 1, Ending.AGENTS)
              || shapes.isPluralOf(token - 1, Lexicon.TITLE | Lexicon.ROLE)
              || tokens.is(token - 1, Lexicon.ROLE | Lexicon.GROUP);
      boolean known = isGiven(token);
      boolean role = tokens.is(token - 1, Lexicon.ROLE) || tokens.length(token - 1) > LONGEST_NAME;
      boolean second = token == last - 1 && tokens.isCapital(token);
      boolean name = known || role && second && offices.canBeGiven(token);
      if (name && office && !isBody(last) && !tokens.is(last, Lexicon.PLACE)) {
        return token;
      }
    }
    return first;
  }

  private boolean isBody(int last) {
    return tokens.is(last, Lexicon.ORGANIZATION);
  }

  private boolean isNameHere(int token, int last) {
    boolean given =
        token < last
            && isGiven(token)
            && tokens.is(token, Lexicon.TITLE)
            && !tokens.is(token, Lexicon.HONORIFIC);
    return given || token == last && shapes.isSurname(token);
  }

  /** {@return whether a word qualifies an office rather than being a verb: "project director"} */
  boolean isNounBeforeOffice(int token) {
    return tokens.is(token, Lexicon.BASE)
        && !tokens.is(token, Lexicon.PAST)
        && tokens.shape(token + 1) == Shape.LOWER
        && tokens.is(token + 1, Lexicon.ROLE)
        && !tokens.endsWith(token + 1, Ending.PLURAL)
        && !tokens.is(token - 1, Lexicon.CONJUNCTION);
  }

  /** {@return whether a name here qualifies a noun: "Lake" in "a senior Lake Ferries adviser"} */
  boolean isBeforeNounOfPerson(int token) {
    int noun = token + 1;
    while (noun < token + LONGEST_QUALIFIER && shapes.isNameWord(noun)) {
      noun++;
    }
    return tokens.shape(noun) == Shape.LOWER
        && tokens.is(noun, Lexicon.ROLE | Lexicon.GROUP)
        && !tokens.is(noun, Lexicon.VERB);
  }

  /** {@return whether a name of several words for a body starts here: "Lake Ferries College"} */
  boolean isBodyOfSeveral(int token) {
    int last = token;
    while (last < token + LONGEST_QUALIFIER && shapes.isNameWord(last + 1)) {
      last++;
    }
    return last > token && isBody(last) && !tokens.endsWith(token - 1, Ending.PLURAL);
  }

  /** {@return whether a noun in lower case can describe the name after it: "spokesman Smith"} */
  boolean canStandBefore(int token) {
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

  /** {@return whether the word is an adjective that can describe the name after it: "tearful"} */
  boolean isQuality(int token) {
    return tokens.shape(token) == Shape.LOWER
        && (tokens.is(token, Word.MOOD) || tokens.endsWith(token, Ending.QUALITY))
        && tokens.shape(token + 1) == Shape.CAPITAL;
  }

  /** {@return whether a given name comes after the word, in the same run of words of names} */
  boolean isGivenNameAfter(int token) {
    for (int at = token + 1; at < token + 6 && shapes.isNameWord(at); at++) {
      if (isGiven(at) && shapes.isNameWord(at + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGiven(int token) {
    return tokens.is(token, Lexicon.GIVEN_NAME) && tokens.isCapital(token);
  }
}
