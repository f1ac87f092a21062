package onrecord.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Span;

/** The stored form of spans: {@code 17-42}, several separated by spaces. */
final class Spans {

  private Spans() {}

  static String write(List<Span> spans) {
    return spans.stream().map(Spans::write).collect(Collectors.joining(" "));
  }

  static String write(Span span) {
    return span.start() + "-" + span.end();
  }

  static List<Span> readAll(String text) {
    return Stream.of(text.split(" ")).map(Spans::read).toList();
  }

  static Span read(String text) {
    int dash = text.indexOf('-');
    return new Span(
        Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }
}
