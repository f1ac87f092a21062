package onrecord.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A part of a query as it was written. Immutable. */
public sealed interface SyntaxNode {

  /** Something that is looked for in a field. */
  sealed interface Leaf extends SyntaxNode {
    /** {@return the field; empty if none was written} */
    Optional<String> field();

    /** {@return where it begins in the query, a string index} */
    int at();
  }

  /**
   * A word without quotation marks.
   *
   * @param field the field
   * @param text the word, without the backslashes before its characters
   * @param at where it begins
   */
  record Word(Optional<String> field, String text, int at) implements Leaf {}

  /**
   * A word with {@code *} or {@code ?} in it.
   *
   * @param field the field
   * @param pattern the word; a backslash stands before each {@code *}, {@code ?} and backslash that
   *     is meant as it is
   * @param at where it begins
   */
  record Pattern(Optional<String> field, String pattern, int at) implements Leaf {}

  /**
   * A word with {@code ~} behind it.
   *
   * @param field the field
   * @param text the word
   * @param edits what was written behind the {@code ~}; 2 if nothing was
   * @param at where it begins
   */
  record Fuzzy(Optional<String> field, String text, double edits, int at) implements Leaf {}

  /**
   * A regular expression between slashes.
   *
   * @param field the field
   * @param pattern the expression as written
   * @param at where it begins
   */
  record Regex(Optional<String> field, String pattern, int at) implements Leaf {}

  /**
   * A text between quotation marks.
   *
   * @param field the field
   * @param text the text, without the backslashes before its characters
   * @param slop what was written behind {@code ~}; empty if nothing was
   * @param at where the text begins, behind its quotation mark
   */
  record Quoted(Optional<String> field, String text, OptionalInt slop, int at) implements Leaf {}

  /**
   * A range, whose bounds are {@code *} where there is none.
   *
   * @param field the field
   * @param from the lower bound
   * @param to the upper bound
   * @param at where the lower bound begins
   */
  record Range(Optional<String> field, Bound from, Bound to, int at) implements Leaf {}

  /**
   * A bound of a range.
   *
   * @param text the bound as written
   * @param included whether it is part of the range
   * @param at where it begins
   */
  record Bound(String text, boolean included, int at) {}

  /** What stands in brackets. */
  record Group(SyntaxNode node) implements SyntaxNode {}

  /** What stands in brackets with {@code @} and a number behind them. */
  record AtLeast(SyntaxNode node, int count) implements SyntaxNode {}

  /** What has NOT or {@code -} before it. */
  record Not(SyntaxNode node) implements SyntaxNode {}

  /** Parts with AND between them. */
  record And(List<SyntaxNode> nodes) implements SyntaxNode {}

  /** Parts with OR between them. */
  record Or(List<SyntaxNode> nodes) implements SyntaxNode {}

  /** Parts with nothing between them. */
  record Row(List<SyntaxNode> nodes) implements SyntaxNode {}
}
