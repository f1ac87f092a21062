package onrecord.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.MinShouldMatchNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.util.automaton.RegExp;

/** Parses queries into a syntax tree. Not thread-safe. */
public final class SyntaxParser {

  // Represents the absence of a field; it cannot be written in a query without a backslash.
  private static final String NO_FIELD = " ";

  // Parsing a longer one might overflow the stack of a thread.
  private static final int MAX_REGEX = 1_000;

  private static final Pattern NOT_AN_INTEGER =
      Pattern.compile("(?<=[~@])([0-9]{10,}|[0-9]*\\.[0-9]+)");

  private final PlainSyntax plain;
  private final String query;
  private int regexFrom;

  private SyntaxParser(PlainSyntax plain) {
    this.plain = plain;
    this.query = plain.text();
  }

  /**
   * {@return the syntax tree of a query}
   *
   * @throws SyntaxException if the query cannot be parsed
   */
  public static SyntaxNode parse(String query) throws SyntaxException {
    SyntaxGuard.checkLength(query);
    PlainSyntax plain = PlainSyntax.of(query);
    String straight = plain.text();
    SyntaxGuard.check(straight);
    try {
      return new SyntaxParser(plain).read(new StandardSyntaxParser().parse(straight, NO_FIELD));
    } catch (QueryNodeParseException e) {
      SyntaxException error = SyntaxGuard.explain(plain, e);
      error.initCause(e);
      throw error;
    } catch (NumberFormatException e) {
      // Lucene's parser converts the number after ~ or @ without checking it.
      Matcher number = NOT_AN_INTEGER.matcher(straight);
      SyntaxException error =
          new SyntaxException(
              "a whole number of up to nine digits was expected after ~ or @",
              number.find() ? number.start() : 0);
      error.initCause(e);
      throw error;
    }
  }

  /**
   * Checks that a text is a regular expression. The caller limits its length.
   *
   * @throws IllegalArgumentException if it is not
   */
  public static void requireRegex(String pattern) {
    new RegExp(pattern, RegExp.NONE);
  }

  private SyntaxNode read(QueryNode node) throws SyntaxException {
    return switch (node) {
      case QuotedFieldQueryNode n ->
          new SyntaxNode.Quoted(field(n), text(n), pattern(n), OptionalInt.empty(), n.getBegin());
      case FuzzyQueryNode n ->
          new SyntaxNode.Fuzzy(field(n), text(n), n.getSimilarity(), n.getBegin());
      case FieldQueryNode n -> word(n);
      case SlopQueryNode n -> slop(n);
      case RegexpQueryNode n -> regex(n);
      case TermRangeQueryNode n -> range(n);
      case MinShouldMatchNode n ->
          new SyntaxNode.AtLeast(read(n.groupQueryNode.getChild()), n.minShouldMatch);
      case GroupQueryNode n -> new SyntaxNode.Group(read(n.getChild()));
      case ModifierQueryNode n ->
          n.getModifier() == ModifierQueryNode.Modifier.MOD_NOT
              ? new SyntaxNode.Not(read(n.getChild()))
              : read(n.getChild());
      case AndQueryNode n -> new SyntaxNode.And(readAll(n));
      case OrQueryNode n -> new SyntaxNode.Or(readAll(n));
      case BooleanQueryNode n -> {
        List<SyntaxNode> parts = readAll(n);
        yield parts.size() == 1 ? parts.get(0) : new SyntaxNode.Sequence(parts);
      }
      case BoostQueryNode n ->
          throw new SyntaxException(
              "a word cannot be given a weight with ^; to search for ^, put a backslash before it",
              Math.max(0, SyntaxGuard.indexOutsideQuotes(query, '^')));
      default ->
          throw new SyntaxException(
              "this syntax is not supported; words near one another are written near:\"one two\"~3",
              Math.max(0, query.indexOf("fn:")));
    };
  }

  private List<SyntaxNode> readAll(QueryNode node) throws SyntaxException {
    List<SyntaxNode> parts = new ArrayList<>();
    for (QueryNode child : node.getChildren()) {
      parts.add(read(child));
    }
    return parts;
  }

  private SyntaxNode slop(SlopQueryNode node) throws SyntaxException {
    if (read(node.getChild()) instanceof SyntaxNode.Quoted quoted) {
      return new SyntaxNode.Quoted(
          quoted.field(),
          quoted.text(),
          quoted.pattern(),
          OptionalInt.of(node.getValue()),
          quoted.at());
    }
    throw new SyntaxException("a text in quotation marks was expected before ~ and a number", 0);
  }

  private Optional<String> field(FieldQueryNode node) {
    return field(node.getFieldAsString());
  }

  private Optional<String> field(String name) {
    return name.equals(NO_FIELD) ? Optional.empty() : Optional.of(plain.restore(name));
  }

  /** {@return the text of a node in the characters of the original query} */
  private String text(FieldQueryNode node) {
    return plain.restore(node.getTextAsString());
  }

  private String pattern(FieldQueryNode node) {
    CharSequence text = node.getText();
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      pattern.append(c == '*' && UnescapedCharSequence.wasEscaped(text, i) ? "\\" : "").append(c);
    }
    return plain.restore(pattern.toString());
  }

  private SyntaxNode word(FieldQueryNode node) {
    CharSequence text = node.getText();
    StringBuilder pattern = new StringBuilder();
    boolean isPattern = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wild = (c == '*' || c == '?') && !UnescapedCharSequence.wasEscaped(text, i);
      isPattern |= wild;
      pattern.append(!wild && (c == '*' || c == '?' || c == '\\') ? "\\" : "").append(c);
    }
    return isPattern
        ? new SyntaxNode.Pattern(field(node), plain.restore(pattern.toString()), node.getBegin())
        : new SyntaxNode.Word(field(node), text(node), node.getBegin());
  }

  private SyntaxNode regex(RegexpQueryNode node) throws SyntaxException {
    String pattern = node.getText().toString();
    // The parser does not report the position of an expression, but visits them in order.
    int at = query.indexOf("/" + pattern + "/", regexFrom) + 1;
    regexFrom = at + pattern.length() + 1;
    if (pattern.length() > MAX_REGEX) {
      throw new SyntaxException(
          "a regular expression of at most " + MAX_REGEX + " characters was expected", at);
    }
    try {
      requireRegex(pattern);
    } catch (IllegalArgumentException e) {
      throw new SyntaxException("a regular expression was expected: " + e.getMessage(), at);
    }
    return new SyntaxNode.Regex(field(node.getFieldAsString()), pattern, at);
  }

  private SyntaxNode range(TermRangeQueryNode node) {
    FieldQueryNode from = node.getLowerBound();
    FieldQueryNode to = node.getUpperBound();
    return new SyntaxNode.Range(
        field(from),
        new SyntaxNode.Bound(text(from), node.isLowerInclusive(), from.getBegin()),
        new SyntaxNode.Bound(text(to), node.isUpperInclusive(), to.getBegin()),
        from.getBegin());
  }
}
