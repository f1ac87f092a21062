package onrecord.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.query.BoxToken.Operator;
import onrecord.query.LenientQuery.Note;
import onrecord.query.LenientQuery.Treatment;
import onrecord.query.TextPattern.Match;
import onrecord.syntax.QuotationMarks;

/**
 * Splits what was typed into a search box into tokens. A part that {@link QueryReader} accepts has
 * the meaning that it has there; any other part is words. Not thread-safe.
 */
final class BoxScanner {

  /** The maximum depth of brackets; further ones are ignored. */
  private static final int MAX_DEPTH = 10;

  private static final String SYNTAX = "/!:@()[]{}^~*?\\<>=&|\"";
  private static final Pattern FIELD = Pattern.compile("([a-zA-Z_.]+)(:|[<>]=?|=)\\s*");
  private static final Pattern SLOP = Pattern.compile("~[0-9]{1,5}");
  private static final Pattern ANY_OF = Pattern.compile("@[0-9]");
  private static final Pattern TRAILING = Pattern.compile("[?!,;:()\"\u201c-\u201f\u00ab\u00bb]+$");
  private static final Pattern ENCLOSING = Pattern.compile("[()\"\u201c-\u201f\u00ab\u00bb]");
  // Letters of scripts that are written with spaces between words.
  private static final String LETTERS =
      "\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}";
  private static final String WILD = "[" + LETTERS + "*?]+";
  private static final Pattern WORD_PATTERN =
      Pattern.compile(WILD + "(['\u2019]" + WILD + ")*|[" + LETTERS + "\\p{Nd}*?]+");
  private static final Pattern FUZZY = Pattern.compile("[" + LETTERS + "\\p{Nd}]+~[12]?");
  private static final Pattern REGEX = Pattern.compile("[" + LETTERS + "\\p{Nd}.*+?()|\\[\\]-]+");

  private final String text;
  private final boolean[] paired;
  private final int[] closings;
  private final List<BoxToken> tokens = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private int at;

  BoxScanner(String text) {
    this.text = text;
    this.paired = new boolean[text.length()];
    this.closings = new int[text.length()];
    pairBrackets();
  }

  /** {@return the tokens of the text} */
  List<BoxToken> scan() {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        next();
      }
    }
    return tokens;
  }

  /** {@return the notes on what has been scanned, to which more can be added} */
  List<Note> notes() {
    return notes;
  }

  /** Records what was done with a part of the text. */
  void note(int start, int end, Treatment treatment) {
    notes.add(Note.of(text, start, end, treatment));
  }

  /** {@return a part of the text as words; empty if it contains none} */
  Optional<Query> words(int start, int end) {
    String words = text.substring(start, end).strip();
    if (!WordText.hasWord(words)) {
      return Optional.empty();
    }
    return Optional.of(Query.words(words));
  }

  private void pairBrackets() {
    Deque<Integer> open = new ArrayDeque<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isMark(c)) {
        i = Math.max(i, closingMark(i));
      } else if (c == '(') {
        open.push(i);
      } else if (c == ')' && !open.isEmpty()) {
        int opening = open.pop();
        paired[i] = open.size() < MAX_DEPTH;
        paired[opening] = paired[i];
        closings[opening] = i;
      }
      i++;
    }
  }

  private static boolean isMark(char c) {
    return QuotationMarks.isMark(c);
  }

  /** {@return the position of the mark that ends a quotation; -1 if there is none} */
  private int closingMark(int opening) {
    return QuotationMarks.end(text, opening);
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '(' && paired[at]) {
      open();
    } else if (c == ')' && paired[at]) {
      tokens.add(new BoxToken.Closing(at++));
    } else if (isModifier(c)) {
      if (c != '+') {
        tokens.add(new BoxToken.Word(Operator.NOT, at, at + 1));
      }
      at++;
    } else if (isMark(c) && closingMark(at) > 0) {
      int end = endOf(SLOP, closingMark(at) + 1);
      atom(end, end);
    } else {
      int end = endOfField();
      if (end > at) {
        atom(end, end);
      } else {
        word();
      }
    }
  }

  /** {@return whether a sign precedes what it applies to} */
  private boolean isModifier(char c) {
    boolean isFirst =
        at == 0
            || Character.isWhitespace(text.charAt(at - 1))
            || text.charAt(at - 1) == '('
            || isMark(text.charAt(at - 1));
    return "-+!".indexOf(c) >= 0
        && isFirst
        && at + 1 < text.length()
        && !Character.isWhitespace(text.charAt(at + 1))
        && "-+!)".indexOf(text.charAt(at + 1)) < 0;
  }

  private void open() {
    int end = closings[at] + 1;
    Matcher anyOf = ANY_OF.matcher(text).region(end, text.length());
    if (anyOf.lookingAt()) {
      atom(anyOf.end(), anyOf.end());
    } else {
      tokens.add(new BoxToken.Opening(at++));
    }
  }

  private int endOf(Pattern suffix, int end) {
    Matcher found = suffix.matcher(text).region(end, text.length());
    return found.lookingAt() ? found.end() : end;
  }

  /** {@return the position after a known field and its value; -1 if there is none} */
  private int endOfField() {
    Matcher field = FIELD.matcher(text).region(at, text.length());
    if (!field.lookingAt()
        || field.end() == text.length()
        || QueryField.of(field.group(1).toLowerCase(Locale.ROOT)).isEmpty()) {
      return text.startsWith("*:*", at) ? at + 3 : -1;
    }
    int start = field.end();
    char c = text.charAt(start);
    if (c == '(' && paired[start]) {
      return endOf(ANY_OF, closings[start] + 1);
    }
    if (isMark(c) && closingMark(start) > 0) {
      return endOf(SLOP, closingMark(start) + 1);
    }
    if (c == '[' || c == '{') {
      int end = Math.max(text.indexOf(']', start), text.indexOf('}', start));
      return end < 0 ? endOfWord(start) : end + 1;
    }
    return endOfWord(start);
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && !endsWord(start, end)) {
      end++;
    }
    return end;
  }

  private boolean endsWord(int start, int end) {
    char c = text.charAt(end);
    return Character.isWhitespace(c)
        || (paired[end] && (c == ')' || end > start))
        || (end > start && isMark(c) && closingMark(end) > 0);
  }

  private void word() {
    int end = endOfWord(at);
    String word = text.substring(at, end);
    Optional<Operator> operator = operator(word);
    if (operator.isPresent()) {
      tokens.add(new BoxToken.Word(operator.get(), at, end));
      if (word.equals("or") || word.equals("and")) {
        note(at, end, Treatment.OPERATOR);
      }
      at = end;
      return;
    }
    Matcher trailing = TRAILING.matcher(word);
    int last = trailing.find() ? at + trailing.start() : end;
    if (last == at) {
      note(at, end, Treatment.IGNORED);
    } else if (ENCLOSING.matcher(text).region(last, end).find()) {
      note(last, end, Treatment.IGNORED);
    }
    atom(last, end);
  }

  private static Optional<Operator> operator(String word) {
    return switch (word) {
      case "AND", "and", "&&" -> Optional.of(Operator.AND);
      case "OR", "or", "||" -> Optional.of(Operator.OR);
      case "NOT" -> Optional.of(Operator.NOT);
      default -> Optional.empty();
    };
  }

  /**
   * Adds the query that a part of the text denotes.
   *
   * @param last the position after what denotes a query
   * @param end the position after the punctuation that follows it
   */
  private void atom(int last, int end) {
    String source = text.substring(at, last);
    Optional<Query> read = isSyntax(source) ? read(source) : Optional.empty();
    if (read.isEmpty() || isOfWords(read.get())) {
      boolean isPlain = source.chars().noneMatch(c -> SYNTAX.indexOf(c) >= 0);
      Optional<Query> words = read.isPresent() ? read : words(at, last);
      if (words.isEmpty() && last > at) {
        note(at, end, Treatment.IGNORED);
      } else if (!isPlain && read.isEmpty()) {
        note(at, last, Treatment.LITERAL);
      }
      read = words;
    }
    if (read.isPresent()) {
      tokens.add(new BoxToken.Atom(read.get(), at, last));
    }
    at = end;
  }

  /** {@return whether a part of the text may be more than a word with punctuation} */
  private static boolean isSyntax(String source) {
    char first = source.isEmpty() ? ' ' : source.charAt(0);
    if (isMark(first) || first == '(' || source.equals("*:*")) {
      return true;
    }
    if (FIELD.matcher(source).lookingAt()) {
      return true;
    }
    if (first == '/') {
      return source.indexOf('/', 1) == source.length() - 1;
    }
    return source.indexOf('*') >= 0 || source.indexOf('?') >= 0
        ? WORD_PATTERN.matcher(source).matches()
        : FUZZY.matcher(source).matches();
  }

  private static Optional<Query> read(String source) {
    try {
      return Optional.of(Query.parse(source)).filter(BoxScanner::isSearchable);
    } catch (QuerySyntaxException e) {
      return Optional.empty();
    }
  }

  /** {@return whether a pattern, if the query is one, can match words} */
  private static boolean isSearchable(Query query) {
    return !(query instanceof Query.Text text)
        || switch (text.pattern()) {
          case TextPattern.Wildcard p -> WORD_PATTERN.matcher(p.pattern()).matches();
          case TextPattern.Fuzzy p -> WORD_PATTERN.matcher(p.word()).matches();
          case TextPattern.Regex p -> REGEX.matcher(p.pattern()).matches();
          case TextPattern.Words p -> true;
          case TextPattern.Phrase p -> true;
          case TextPattern.Near p -> true;
          case TextPattern.Tokens p -> TokenParts.values(p.pattern()).allMatch(BoxScanner::isValue);
        };
  }

  /** {@return whether a word can be compared with a value} */
  private static boolean isValue(TokenTest.Compared compared) {
    return (compared.isWord() ? WORD_PATTERN : REGEX).matcher(compared.value()).matches();
  }

  /** {@return whether a query is for words of the quotation, wherever they are} */
  private static boolean isOfWords(Query query) {
    return query instanceof Query.Text text
        && text.target().equals(Target.QUOTE)
        && text.form() == Form.STEM
        && text.pattern() instanceof TextPattern.Words words
        && words.match() == Match.ALL;
  }
}
