package onrecord.format;

import java.io.IOException;
import onrecord.query.Hit;

/** Writes hits as the elements of a JSON array, with one element per line. Not thread-safe. */
final class JsonDocument implements HitWriter {

  private final Appendable out;
  private final String end;
  private final Element element;
  private String separator = "\n";
  private boolean ended;

  /** Returns the element of a hit on one line. */
  @FunctionalInterface
  interface Element {
    String of(Hit hit) throws IOException;
  }

  /**
   * Creates a writer and writes the start of the document.
   *
   * @param start what precedes the first element
   * @param end what follows the last element
   */
  JsonDocument(Appendable out, String start, String end, Element element) throws IOException {
    this.out = out;
    this.end = end;
    this.element = element;
    out.append(start);
  }

  @Override
  public void write(Hit hit) throws IOException {
    String line = element.of(hit);
    out.append(separator + line);
    separator = ",\n";
  }

  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      out.append("\n" + end + "\n");
    }
  }
}
