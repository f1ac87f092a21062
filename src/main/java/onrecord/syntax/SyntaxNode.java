package onrecord.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A node of the syntax tree of a query, as it was written. Immutable. */
public sealed interface SyntaxNode {

  /** A node that is searched for in a field. */
  sealed interface Leaf extends SyntaxNode {
    /** {@return the field; empty if none was given} */
    Optional<String> field();

    /** {@return the position in the query where this node begins, a string index} */
    int at();
  }

  /**
   * A word without quotation marks.
   *
   * @param field the field; empty if none was given
   * @param text the word, with its escapes resolved
   * @param at the position where it begins
   */
  record Word(Optional<String> field, String text, int at) implements Leaf {}

  /**
   * A word that contains {@code *} or {@code ?} as a wildcard.
   *
   * @param field the field; empty if none was given
   * @param pattern the word; each literal {@code *}, {@code ?} and backslash is preceded by a
   *     backslash
   * @param at the position where it begins
   */
  record Pattern(Optional<String> field, String pattern, int at) implements Leaf {}

  /**
   * A word followed by {@code ~}.
   *
   * @param field the field; empty if none was given
   * @param text the word
   * @param edits the number after the {@code ~}; 2 if there is none
   * @param at the position where it begins
   */
  record Fuzzy(Optional<String> field, String text, double edits, int at) implements Leaf {}

  /**
   * A regular expression between slashes.
   *
   * @param field the field; empty if none was given
   * @param pattern the expression as written
   * @param at the position where it begins
   */
  record Regex(Optional<String> field, String pattern, int at) implements Leaf {}

  /**
   * A text in quotation marks.
   *
   * @param field the field; empty if none was given
   * @param text the text, with its escapes resolved
   * @param pattern the text, in which a backslash precedes each {@code *} that was escaped
   * @param slop the number after {@code ~}; empty if there is none
   * @param at the position where the text begins, after its quotation mark
   */
  record Quoted(Optional<String> field, String text, String pattern, OptionalInt slop, int at)
      implements Leaf {}

  /**
   * A range; an open bound is {@code *}.
   *
   * @param field the field; empty if none was given
   * @param from the lower bound
   * @param to the upper bound
   * @param at the position where the lower bound begins
   */
  record Range(Optional<String> field, Bound from, Bound to, int at) implements Leaf {}

  /**
   * A bound of a range.
   *
   * @param text the bound as written
   * @param included whether the range includes it
   * @param at the position where it begins
   */
  record Bound(String text, boolean included, int at) {}

  /** A node in brackets. */
  record Group(SyntaxNode node) implements SyntaxNode {}

  /** A node in brackets, followed by {@code @} and a number. */
  record AtLeast(SyntaxNode node, int count) implements SyntaxNode {}

  /** A node preceded by NOT or {@code -}. */
  record Not(SyntaxNode node) implements SyntaxNode {}

  /** Nodes joined by AND. */
  record And(List<SyntaxNode> nodes) implements SyntaxNode {}

  /** Nodes joined by OR. */
  record Or(List<SyntaxNode> nodes) implements SyntaxNode {}

  /** Nodes without an operator between them. */
  record Sequence(List<SyntaxNode> nodes) implements SyntaxNode {}
}
