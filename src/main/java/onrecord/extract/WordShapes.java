package onrecord.extract;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import onrecord.extract.Tokens.Shape;

/**
 * Which capital letters of a text mean a name. A capital at the start of a sentence, or in a line
 * that writes most of its words with capitals, means one only if the word bears a capital elsewhere
 * too.
 */
final class WordShapes {
  /** Small words: they count neither for a headline nor for a name. */
  static final long SMALL = Lexicon.FUNCTION | Lexicon.DETERMINER | Lexicon.PRONOUN;

  private static final long GRAMMAR = SMALL | Lexicon.POSSESSIVE;
  static final long NAMES =
      Lexicon.GIVEN_NAME
          | Lexicon.PLACE
          | Lexicon.NATIONALITY
          | Lexicon.HONORIFIC
          | Lexicon.MONTH
          | Lexicon.WEEKDAY;
  static final long OPENERS =
      Lexicon.COMMON
          | Lexicon.ADVERB
          | Lexicon.GROUP
          | Lexicon.VERB
          | Lexicon.DOCUMENT
          | Lexicon.REMARK;

  private static final int MOST_OF_A_QUESTION = 40;

  private final Tokens tokens;
  private final HashSet lower;
  private final HashSet capital;

  /** What follows a given name or a title at the end of a name: "May" of "Cora May". */
  private final HashSet surnames;

  private final boolean[] headline;
  private final boolean[] nameWords;
  private final BitSet inQuotes;
  private final Nicknames nicknames;

  WordShapes(Tokens tokens, List<Quoted> quoted) {
    this.tokens = tokens;
    this.nicknames = new Nicknames(tokens, this);
    this.inQuotes = new BitSet(tokens.size());
    for (Quoted quote : quoted) {
      inQuotes.set(quote.open(), quote.end());
    }
    this.lower = new HashSet(tokens.size());
    this.capital = new HashSet(tokens.size());
    this.surnames = new HashSet(tokens.size());
    this.headline = new boolean[tokens.size()];
    findHeadlines();
    collect();
    this.nameWords = nameWords();
  }

  private void findHeadlines() {
    int start = 0;
    for (int token = 0; token <= tokens.size(); token++) {
      if (token == tokens.size() || tokens.isBreak(token)) {
        Arrays.fill(
            headline,
            start,
            token,
            isHeadline(start, token) || isHeadlineAroundQuotes(start, token));
        start = token + 1;
      }
    }
  }

  private boolean isHeadline(int from, int to) {
    if (tokens.isSign(to - 1, ':') || tokens.isAnySign(from, "—–―")) {
      // "Ada Quill, head of the Salt Museum:" brings in what follows, "– Ada Quill" what is before.
      return false;
    }
    if (tokens.is(from, Lexicon.GIVEN_NAME)
        && tokens.isCapital(from + 1)
        && tokens.isSign(from + 2, ',')
        && tokens.shape(from + 3) == Shape.LOWER) {
      // "Ada Quill, rector, Lorne College" signs what is before.
      return false;
    }
    int words = 0;
    int capitals = 0;
    boolean verb = false;
    for (int token = from; token < to; token++) {
      if (tokens.isWord(token) && !tokens.is(token, SMALL)) {
        words++;
        if (tokens.isCapital(token)) {
          capitals++;
          verb |=
              token > from
                  && tokens.is(token, Lexicon.VERB)
                  && tokens.is(token, Lexicon.THIRD)
                  && !tokens.is(token, Lexicon.NOUN_TOO | Lexicon.SOURCE);
        } else if (tokens.is(token, Lexicon.PAST | Lexicon.THIRD)) {
          // In a line set like a headline the verb has a capital too.
          return false;
        }
      }
    }
    boolean sentence = verb && capitals == words && words >= 3;
    return sentence && !tokens.isSign(to - 1, '.') || words >= 5 && capitals * 4 >= words * 3;
  }

  /** Whether all words of a line but the quoted ones have capitals, a verb among them. */
  private boolean isHeadlineAroundQuotes(int from, int to) {
    int quotedTo = inQuotes.nextSetBit(from);
    if (quotedTo < 0 || quotedTo >= to) {
      return false;
    }
    int words = 0;
    boolean verb = false;
    for (int token = from; token < to; token++) {
      if (!tokens.isWord(token) || inQuotes.get(token) || tokens.is(token, SMALL)) {
        continue;
      }
      if (!tokens.isCapital(token)) {
        return false;
      }
      words++;
      verb |=
          tokens.is(token, Lexicon.VERB)
              && tokens.is(token, Lexicon.PAST | Lexicon.THIRD)
              && !tokens.is(token, Lexicon.GIVEN_NAME);
    }
    return verb && words >= 4;
  }

  private void collect() {
    for (int token = 0; token < tokens.size(); token++) {
      if (headline[token] || !tokens.isWord(token)) {
        continue;
      }
      if (tokens.shape(token) == Shape.LOWER) {
        lower.add(tokens.hash(token));
      } else if (!startsSentence(token) && tokens.shape(token) == Shape.CAPITAL) {
        capital.add(tokens.hash(token));
      }
      if (isSurnameHere(token)) {
        surnames.add(tokens.hash(token));
      }
    }
  }

  private boolean isSurnameHere(int token) {
    long first = Lexicon.GIVEN_MALE | Lexicon.GIVEN_FEMALE | Lexicon.HONORIFIC;
    return tokens.shape(token) == Shape.CAPITAL
        && tokens.is(token - 1, first)
        && tokens.isCapital(token - 1)
        && !tokens.is(token - 1, Lexicon.PLACE | Lexicon.NATIONALITY)
        && !tokens.isCapital(token + 1)
        && tokens.shape(token + 1) != Shape.NUMBER;
  }

  /**
   * {@return whether the word is the surname of somebody in the text, and none of its other uses}
   */
  boolean isSurname(int token) {
    if (!surnames.contains(tokens.hash(token)) || !tokens.isCapital(token)) {
      return false;
    }
    boolean time = tokens.is(token, Lexicon.MONTH | Lexicon.WEEKDAY);
    int before = tokens.is(token - 1, Word.EARLY_OR_LATE) ? token - 2 : token - 1;
    return !time
        || tokens.shape(token + 1) != Shape.NUMBER
            && !tokens.is(before, Lexicon.PREPOSITION | Lexicon.DETERMINER)
            && before == token - 1;
  }

  /** Whether the token is the first word of a sentence, a quotation, or after a colon. */
  boolean startsSentence(int token) {
    int before = token - 1;
    while (tokens.shape(before) == Shape.SINGLE_MARK || tokens.shape(before) == Shape.DOUBLE_MARK) {
      before--;
    }
    if (tokens.isAnySign(before, "([")) {
      return false;
    }
    return tokens.isBreak(before)
        || tokens.isAnySign(before, ".!?:…•*~")
        || (before != token - 1 && !tokens.isWord(before));
  }

  /** {@return the nicknames inside names: Ada "Tiny" Quill} */
  Nicknames nicknames() {
    return nicknames;
  }

  boolean isHeadline(int token) {
    return headline[token];
  }

  /** {@return whether the word is written in lower case somewhere in the text} */
  boolean isLowerElsewhere(int token) {
    return lower.contains(tokens.hash(token));
  }

  /** {@return whether the word bears a capital inside a sentence somewhere in the text} */
  boolean isCapitalElsewhere(int token) {
    return capital.contains(tokens.hash(token));
  }

  private boolean[] nameWords() {
    boolean[] found = new boolean[tokens.size()];
    for (int token = 0; token < tokens.size(); token++) {
      found[token] = tokens.isCapital(token) && hasCapitalOfName(token);
    }
    return found;
  }

  /** {@return whether the token's capital makes it a part of a name} */
  boolean isNameWord(int token) {
    return token >= 0 && token < nameWords.length && nameWords[token];
  }

  private boolean hasCapitalOfName(int token) {
    if (headline[token]) {
      return (isCapitalElsewhere(token) || isPersonHere(token)) && !tokens.is(token, SMALL);
    }
    if (tokens.is(token, Lexicon.DETERMINER) && isNumberOfName(token)) {
      return true;
    }
    if (isStageDirection(token)) {
      return false;
    }
    boolean initial = tokens.length(token) == 2 && tokens.endsWith(token, '.');
    if (initial) {
      return true;
    }
    if (tokens.is(token, Lexicon.SPEECH)
        && tokens.is(token, Lexicon.PAST)
        && hasCapitalInside(token)) {
      // "Quill DMed her".
      return false;
    }
    if (isSurname(token)) {
      return !startsSentence(token) || !tokens.is(token, GRAMMAR) || !isSubject(token + 1);
    }
    if (tokens.is(token, GRAMMAR)) {
      return isNameLikeAVerb(token) || isAcronymOfLetters(token);
    }
    return !startsSentence(token) || isCapitalElsewhere(token) || isNameAtStart(token);
  }

  /** A given name and a surname in a line of capitals. */
  private boolean isPersonHere(int token) {
    return isGivenBefore(token, token + 1) || isGivenBefore(token - 1, token);
  }

  private boolean isGivenBefore(int given, int surname) {
    return tokens.is(given, Lexicon.GIVEN_MALE | Lexicon.GIVEN_FEMALE)
        && headline[given]
        && tokens.isCapital(given)
        && tokens.isCapital(surname)
        && !tokens.is(given, Lexicon.VERB | Lexicon.COMMON)
        && !tokens.is(surname, SMALL | Lexicon.VERB);
  }

  /** "Nine" in "Channel Nine", "One" in "the club One Valley". */
  private boolean isNumberOfName(int token) {
    boolean after =
        tokens.isCapital(token - 1)
            && !tokens.is(token - 1, GRAMMAR)
            && !isLowerElsewhere(token - 1);
    boolean before =
        tokens.shape(token - 1) == Shape.LOWER
            && tokens.shape(token + 1) == Shape.CAPITAL
            && !tokens.is(token, Lexicon.FUNCTION)
            && !tokens.is(token, Word.THE);
    return tokens.shape(token) == Shape.CAPITAL && !startsSentence(token) && (after || before);
  }

  /** "(CROSSTALK)" in a transcript: a long word in capitals, alone between brackets. */
  private boolean isStageDirection(int token) {
    return tokens.shape(token) == Shape.UPPER
        && tokens.length(token) > 6
        && tokens.isAnySign(token - 1, "([")
        && tokens.isAnySign(token + 1, ")]");
  }

  /** "IT", "US" and the like inside a sentence. */
  private boolean isAcronymOfLetters(int token) {
    return tokens.shape(token) == Shape.UPPER
        && tokens.length(token) > 1
        && tokens.length(token) < 5
        && !startsSentence(token)
        && tokens.shape(token - 1) != Shape.UPPER
        && tokens.shape(token + 1) != Shape.UPPER;
  }

  /** Whether the first word of a sentence, seen with a capital only here, is a name. */
  private boolean isNameAtStart(int token) {
    if (tokens.is(token, NAMES) && !tokens.is(token, Lexicon.COMMON)) {
      return true;
    }
    boolean field = tokens.is(token + 1, Word.OFFICE_FIELD) && tokens.isCapital(token + 2);
    if (field && tokens.is(token, Lexicon.ROLE) && tokens.is(token, Lexicon.TITLE | Lexicon.VERB)) {
      // "Head of Harbors Smith": "head" is a verb too.
      return true;
    }
    if (tokens.is(token, OPENERS)) {
      return false;
    }
    if (tokens.is(token, Lexicon.ROLE | Lexicon.BODY)) {
      // "Senator Smith" starts with a title; "Supporters of" does not start with a name.
      return tokens.isCapital(token + 1) || field;
    }
    return !isLowerElsewhere(token) && !endsLikeAnAdverb(token) && hasEvidence(token);
  }

  /**
   * Whether a word of no list that opens a sentence, and is seen nowhere else, is shown to be a
   * name by what is after it: another name, a verb of speech, an age or a description. A noun in
   * the plural may speak and is no name.
   */
  private boolean hasEvidence(int token) {
    int next = token + 1;
    if (tokens.shape(token) == Shape.UPPER || hasCapitalInside(token)) {
      return true;
    }
    if (tokens.isCapital(next)) {
      return !tokens.is(next, SMALL) || tokens.shape(next) == Shape.UPPER;
    }
    int surname = tokens.is(next + 1, Lexicon.PARTICLE) ? next + 2 : next + 1;
    if (tokens.is(next, Word.AND) && tokens.is(next + 1, Word.FIRM)) {
      return tokens.isCapital(next + 1);
    }
    if (tokens.is(next, Lexicon.PARTICLE) && tokens.shape(next) == Shape.LOWER) {
      // "Lucía de la Peña"
      return tokens.isCapital(surname);
    }
    boolean plural = tokens.endsWith(token, Ending.PLURAL) || tokens.endsWith(token, Ending.AGENTS);
    if (tokens.shape(next) == Shape.POSSESSIVE) {
      return !plural;
    }
    if (tokens.is(next, Lexicon.SPEECH) && tokens.is(next, Lexicon.PAST | Lexicon.THIRD)) {
      return !plural;
    }
    return !plural && isOfAPerson(next) || tokens.isSign(next, ',') && isDescription(next + 1);
  }

  /** Whether what comes next is told of people alone: "married", "was born", "himself". */
  private boolean isOfAPerson(int from) {
    int verb = from;
    while (verb < from + 3 && tokens.is(verb, Lexicon.AUXILIARY | Lexicon.ADVERB)) {
      verb++;
    }
    boolean passive = verb > from && tokens.is(verb, Word.PASSIVE_OF_PEOPLE);
    boolean himself =
        verb == from
            && tokens.is(from, Word.REFLEXIVE)
            && tokens.is(from, Lexicon.HE | Lexicon.SHE);
    return passive || himself || tokens.is(verb, Word.VERB_OF_PEOPLE);
  }

  /** {@return whether the word ends like the plural of one with one of the flags: "groups"} */
  boolean isPluralOf(int token, long anyOf) {
    String word = tokens.endsWith(token, Ending.PLURAL) ? tokens.string(token) : "";
    int end = word.length() - 1;
    String singular = word.endsWith("ies") ? word.substring(0, end - 2) + 'y' : word;
    return end > 2
        && (Lexicon.ENGLISH.flags(singular.equals(word) ? word.substring(0, end) : singular)
                & anyOf)
            != 0;
  }

  private boolean hasCapitalInside(int token) {
    for (int at = tokens.start(token) + 1; at < tokens.end(token); at++) {
      if (Character.isUpperCase(tokens.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an age, "who" or a noun for a person is after the comma of an apposition. */
  private boolean isDescription(int from) {
    if (tokens.shape(from) == Shape.NUMBER || tokens.is(from, Word.WHO)) {
      return tokens.shape(from) != Shape.NUMBER || tokens.isSign(from + 1, ',');
    }
    if (!tokens.is(from, Word.INDEFINITE) && !tokens.is(from, Word.THE)) {
      return false;
    }
    for (int at = from + 1; at < from + 8 && tokens.isWord(at); at++) {
      if (tokens.is(at, Lexicon.ROLE)) {
        return true;
      }
    }
    return false;
  }

  /** "Will" and "Per" before a surname or a verb of speech: Will Jones; Will wrote; Per Jones. */
  private boolean isNameLikeAVerb(int token) {
    int next = token + 1;
    boolean surname =
        tokens.shape(next) == Shape.CAPITAL
            && (!startsSentence(token) || isCapitalElsewhere(next))
            && !tokens.is(next, SMALL);
    boolean speaks =
        tokens.is(next, Lexicon.SPEECH)
            && tokens.is(next, Lexicon.PAST)
            && !tokens.is(next, Lexicon.BASE);
    return tokens.shape(token) == Shape.CAPITAL
        && (tokens.is(token, Lexicon.GIVEN_NAME)
                && tokens.is(token, Lexicon.AUXILIARY)
                && (surname && !isQuestion(token) || speaks)
            || tokens.is(token, Word.PER) && surname && !startsSentence(token));
  }

  /** Whether the word opens a question: "Will Jones stay?" */
  private boolean isQuestion(int token) {
    if (!startsSentence(token)) {
      return false;
    }
    int end = token + 1;
    while (end < token + MOST_OF_A_QUESTION
        && !tokens.isBreak(end)
        && !tokens.isAnySign(end, ".?!")) {
      end++;
    }
    return tokens.isSign(end, '?');
  }

  private boolean isSubject(int token) {
    return tokens.is(token, Lexicon.PRONOUN | Lexicon.DETERMINER | Lexicon.POSSESSIVE);
  }

  private boolean endsLikeAnAdverb(int token) {
    boolean beforeName = tokens.shape(token + 1) == Shape.CAPITAL;
    return tokens.length(token) > 4
        && tokens.endsWith(token, Ending.ADVERB)
        && (!beforeName || tokens.length(token) > 7 && isCapitalElsewhere(token + 1));
  }

  /** A set of hashes; two words of the same hash are taken as one, which harms little. */
  private static final class HashSet {
    private final int[] slots;

    HashSet(int most) {
      slots = new int[Math.max(16, Integer.highestOneBit(most) * 2)];
    }

    void add(int hash) {
      int value = scattered(hash);
      int slot = slot(value);
      slots[slot] = value;
    }

    boolean contains(int hash) {
      int value = scattered(hash);
      return slots[slot(value)] == value;
    }

    /** A value other than 0 for a hash, in whose lower bits are all of the hash. */
    private static int scattered(int hash) {
      return hash == 0 ? 1 : hash * 0x9E3779B9;
    }

    private int slot(int value) {
      int slot = (value ^ (value >>> 16)) & (slots.length - 1);
      while (slots[slot] != 0 && slots[slot] != value) {
        slot = (slot + 1) & (slots.length - 1);
      }
      return slot;
    }
  }
}
