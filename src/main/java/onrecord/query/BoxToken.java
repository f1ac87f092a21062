package onrecord.query;

/** A part of a text that was typed into a search box. Immutable. */
sealed interface BoxToken {

  /** {@return the position where it begins} */
  int start();

  /** {@return the position after its end} */
  int end();

  /**
   * An opening bracket.
   *
   * @param start its position
   */
  record Opening(int start) implements BoxToken {
    @Override
    public int end() {
      return start + 1;
    }
  }

  /**
   * A closing bracket.
   *
   * @param start its position
   */
  record Closing(int start) implements BoxToken {
    @Override
    public int end() {
      return start + 1;
    }
  }

  /** The operators. */
  enum Operator {
    AND,
    OR,
    NOT
  }

  /**
   * An operator.
   *
   * @param operator the operator
   * @param start its position
   * @param end the position after it
   */
  record Word(Operator operator, int start, int end) implements BoxToken {}

  /**
   * A query that does not consist of others.
   *
   * @param query the query
   * @param start the position where it begins
   * @param end the position after it
   */
  record Atom(Query query, int start, int end) implements BoxToken {}
}
