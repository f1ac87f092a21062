package onrecord.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.query.BoxToken.Operator;
import onrecord.query.LenientQuery.Note;
import onrecord.query.LenientQuery.Treatment;
import onrecord.query.TextPattern.Match;

/**
 * Reads what was typed into a search box. As in the query syntax, AND takes precedence over OR, and
 * OR over mere adjacency; an operator that lacks an operand is ignored. Not thread-safe.
 */
final class BoxReader {

  private final BoxScanner scanner;
  private final List<BoxToken> tokens;
  private int at;

  private BoxReader(String text) {
    this.scanner = new BoxScanner(text);
    this.tokens = scanner.scan();
  }

  /** {@return the query that a text denotes, with notes} */
  static LenientQuery read(String text) {
    String read = text.substring(0, Math.min(text.length(), LenientQuery.MAX_LENGTH));
    List<Note> notes = new ArrayList<>();
    Query query = read(read, notes);
    if (text.length() > read.length()) {
      notes.add(Note.of(text, read.length(), text.length(), Treatment.IGNORED));
    }
    notes.sort(Comparator.comparing(Note::place));
    return new LenientQuery(query, notes);
  }

  private static Query read(String text, List<Note> notes) {
    if (text.isBlank()) {
      return Query.all();
    }
    try {
      BoxReader reader = new BoxReader(text);
      Optional<Query> query = reader.sequence();
      if (query.isPresent() || !WordText.hasWord(text)) {
        notes.addAll(reader.scanner.notes());
        // A text without a word finds nothing.
        return query.orElseGet(() -> Query.all().not());
      }
    } catch (SearchLimitException e) {
      // The parts are nested too deeply: the text as a whole is words.
    }
    notes.add(Note.of(text, 0, text.length(), Treatment.LITERAL));
    return Query.words(text);
  }

  /** {@return adjacent queries up to a closing bracket or the end} */
  private Optional<Query> sequence() {
    List<Query> parts = new ArrayList<>();
    while (at < tokens.size() && !(tokens.get(at) instanceof BoxToken.Closing)) {
      either().ifPresent(part -> add(parts, part));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Query.allOf(parts));
  }

  /** Adds a query, joining adjacent words of one field as the query syntax does. */
  private static void add(List<Query> parts, Query part) {
    if (!parts.isEmpty()
        && parts.getLast() instanceof Query.Text before
        && part instanceof Query.Text next
        && before.target().equals(next.target())
        && !next.target().isName()
        && before.form() == next.form()
        && before.pattern() instanceof TextPattern.Words words
        && words.match() == Match.ALL
        && next.pattern() instanceof TextPattern.Words more
        && more.match() == Match.ALL) {
      TextPattern.Words all = new TextPattern.Words(words.text() + " " + more.text(), Match.ALL);
      parts.set(parts.size() - 1, new Query.Text(before.target(), before.form(), all));
    } else {
      parts.add(part);
    }
  }

  private Optional<Query> either() {
    List<Query> parts = new ArrayList<>();
    both().ifPresent(parts::add);
    while (isOperator(Operator.OR)) {
      BoxToken or = tokens.get(at++);
      Optional<Query> next = startsOperand() ? both() : Optional.empty();
      if (parts.isEmpty() || next.isEmpty()) {
        ignore(or);
      }
      next.ifPresent(parts::add);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Query.anyOf(parts));
  }

  private Optional<Query> both() {
    List<Query> parts = new ArrayList<>();
    unary().ifPresent(parts::add);
    while (isOperator(Operator.AND)) {
      BoxToken and = tokens.get(at++);
      Optional<Query> next = startsOperand() ? unary() : Optional.empty();
      if (parts.isEmpty() || next.isEmpty()) {
        ignore(and);
      }
      next.ifPresent(parts::add);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Query.allOf(parts));
  }

  private Optional<Query> unary() {
    boolean isNegated = false;
    while (isOperator(Operator.NOT)) {
      BoxToken not = tokens.get(at++);
      if (startsOperand()) {
        isNegated = !isNegated;
      } else {
        ignore(not);
      }
    }
    Optional<Query> operand = startsOperand() ? operand() : Optional.empty();
    return isNegated ? operand.map(Query::not) : operand;
  }

  private Optional<Query> operand() {
    BoxToken token = tokens.get(at++);
    if (token instanceof BoxToken.Atom atom) {
      return Optional.of(atom.query());
    }
    Optional<Query> group = sequence();
    if (at < tokens.size()) {
      at++;
    }
    return group;
  }

  private boolean isOperator(Operator operator) {
    return at < tokens.size()
        && tokens.get(at) instanceof BoxToken.Word word
        && word.operator() == operator;
  }

  private boolean startsOperand() {
    return at < tokens.size()
        && (tokens.get(at) instanceof BoxToken.Atom
            || tokens.get(at) instanceof BoxToken.Opening
            || isOperator(Operator.NOT));
  }

  private void ignore(BoxToken token) {
    scanner.note(token.start(), token.end(), Treatment.IGNORED);
  }
}
