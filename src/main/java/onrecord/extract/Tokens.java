package onrecord.extract;

import java.util.Arrays;
import onrecord.model.Span;

/**
 * The tokens of a text in parallel arrays: words, numbers, punctuation, quotation marks and the
 * breaks between paragraphs. Immutable once made.
 */
final class Tokens {
  /** What a token looks like. */
  enum Shape {
    /** A word in lower case. */
    LOWER,
    /** A word with a capital first letter. */
    CAPITAL,
    /** A word of two or more letters, all of them capitals. */
    UPPER,
    /** Something that starts with a digit. */
    NUMBER,
    /** The ending 's, of a possessive or a contracted verb. */
    POSSESSIVE,
    /** A single sign of punctuation. */
    SIGN,
    /** A double quotation mark. */
    DOUBLE_MARK,
    /** A single quotation mark that is no apostrophe inside a word. */
    SINGLE_MARK,
    /** The end of a paragraph. */
    BREAK
  }

  private static final char NO_SIGN = 0;

  final String text;
  private final char[] chars;
  private int size;
  private int[] starts;
  private int[] ends;
  private long[] flags;
  private int[] hashes;
  private short[] numbers;
  private char[] signs;
  private Shape[] shapes;

  /**
   * Makes tokens, of which there are none yet.
   *
   * @param chars the characters of the text, which are not changed afterwards
   */
  Tokens(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
    int capacity = Math.max(16, text.length() / 4);
    starts = new int[capacity];
    ends = new int[capacity];
    flags = new long[capacity];
    hashes = new int[capacity];
    numbers = new short[capacity];
    signs = new char[capacity];
    shapes = new Shape[capacity];
  }

  /** Adds a token. */
  void add(int start, int end, Shape shape) {
    if (size == starts.length) {
      grow();
    }
    starts[size] = start;
    ends[size] = end;
    shapes[size] = shape;
    signs[size] = shape == Shape.SIGN ? chars[start] : NO_SIGN;
    size++;
  }

  /**
   * Sets what is known of the token that was added last, which is a word.
   *
   * @param hash a hash of the word that does not depend on its case
   * @param wordFlags the flags of the word
   * @param number the number that the lexicon gives to the word
   */
  void setWord(int hash, long wordFlags, int number) {
    hashes[size - 1] = hash;
    flags[size - 1] = wordFlags;
    numbers[size - 1] = (short) number;
  }

  private void grow() {
    int capacity = size * 2;
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    flags = Arrays.copyOf(flags, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    numbers = Arrays.copyOf(numbers, capacity);
    signs = Arrays.copyOf(signs, capacity);
    shapes = Arrays.copyOf(shapes, capacity);
  }

  /** {@return the character at an index of the text} */
  char charAt(int index) {
    return chars[index];
  }

  int size() {
    return size;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int length(int token) {
    return ends[token] - starts[token];
  }

  /** {@return the flags of the token's word; 0 outside the text} */
  long flags(int token) {
    return token >= 0 && token < size ? flags[token] : 0;
  }

  /** {@return whether the token's word has one of the flags} */
  boolean is(int token, long anyOf) {
    return (flags(token) & anyOf) != 0;
  }

  /** {@return the token's shape; BREAK outside the text} */
  Shape shape(int token) {
    return token >= 0 && token < size ? shapes[token] : Shape.BREAK;
  }

  boolean isWord(int token) {
    Shape shape = shape(token);
    return shape == Shape.LOWER || shape == Shape.CAPITAL || shape == Shape.UPPER;
  }

  /** {@return whether the token is a word that starts with a capital letter} */
  boolean isCapital(int token) {
    Shape shape = shape(token);
    return shape == Shape.CAPITAL || shape == Shape.UPPER;
  }

  boolean isBreak(int token) {
    return shape(token) == Shape.BREAK;
  }

  /** {@return whether the token is this sign of punctuation} */
  boolean isSign(int token, char sign) {
    return sign(token) == sign;
  }

  /** {@return whether the token is one of these signs of punctuation} */
  boolean isAnySign(int token, String anyOf) {
    char sign = sign(token);
    return sign != NO_SIGN && anyOf.indexOf(sign) >= 0;
  }

  private char sign(int token) {
    return token >= 0 && token < size ? signs[token] : NO_SIGN;
  }

  /** {@return whether the token is two apostrophes in a row that are not taken as a mark} */
  boolean isApostrophePair(int token) {
    return isAnySign(token, "'’‘`") && length(token) == 2;
  }

  /** {@return a hash of the token's word that does not depend on its case} */
  int hash(int token) {
    return hashes[token];
  }

  /** {@return the number that the lexicon gives to the token's word} */
  int number(int token) {
    return token >= 0 && token < size ? numbers[token] : Lexicon.NO_NUMBER;
  }

  /** {@return whether the token is this word, in whatever case} */
  boolean is(int token, Word word) {
    return word.has(number(token));
  }

  /** {@return whether the token has this ending, in lower case} */
  boolean endsWith(int token, Ending ending) {
    return endingLength(token, ending) > 0;
  }

  /** {@return the length of the ending that the token has, in lower case, or 0} */
  int endingLength(int token, Ending ending) {
    return ending.length(chars, starts[token], ends[token]);
  }

  /** {@return whether the token ends with this character} */
  boolean endsWith(int token, char last) {
    return chars[ends[token] - 1] == last;
  }

  /** {@return the stretch of the text from one token to another, both included} */
  Span span(int first, int last) {
    return new Span(starts[first], ends[last]);
  }

  String string(int token) {
    return text.substring(starts[token], ends[token]);
  }
}
