package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the score of a hit was computed: a number, what it is, and the numbers that it was computed
 * from. The descriptions are for people, and may change between versions. Immutable.
 *
 * @param value the number
 * @param description what the number is, in the words of the engine
 * @param parts the numbers that it was computed from
 */
public record Explanation(double value, String description, List<Explanation> parts) {
  /** Copies the list. */
  public Explanation {
    requireNonNull(description, "description");
    parts = List.copyOf(parts);
  }

  /** {@return the explanation as indented lines, one for each number} */
  @Override
  public String toString() {
    StringBuilder lines = new StringBuilder();
    append(lines, "");
    return lines.toString();
  }

  private void append(StringBuilder lines, String indent) {
    lines.append(indent).append((float) value).append(" = ").append(description).append('\n');
    parts.forEach(part -> part.append(lines, indent + "  "));
  }
}
