package onrecord.extract;

import java.util.Optional;
import onrecord.model.Article;
import onrecord.model.PartialDate;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;

/**
 * Writes a quotation in the form of the golden files: where the numbers count the article's
 * paragraphs from 1,
 *
 * <pre>
 * 3 DIRECT Ada Lovelace (PERSON)
 *   | The words of the first run,
 *   | and of the second.
 *   mention 3 she
 *   cue 3 said
 *   said on Sunday = 2024-03-10
 * </pre>
 */
final class GoldenForm {
  private GoldenForm() {}

  static String of(Article article, Quotation q) {
    String text = article.text();
    StringBuilder form = new StringBuilder();
    form.append(paragraph(text, q.runs().get(0).start()))
        .append(' ')
        .append(q.kind())
        .append(' ')
        .append(q.speaker().name())
        .append(" (")
        .append(q.speaker().type())
        .append(")\n");
    q.runs().forEach(run -> form.append("  | ").append(run.in(text)).append('\n'));
    q.mention().ifPresent(span -> form.append("  mention ").append(at(text, span)));
    q.cue().ifPresent(span -> form.append("  cue ").append(at(text, span)));
    q.said().ifPresent(said -> form.append("  said ").append(of(text, said)));
    return form.toString().stripTrailing();
  }

  private static String at(String text, Span span) {
    return paragraph(text, span.start()) + " " + span.in(text) + "\n";
  }

  private static String of(String text, Said said) {
    Optional<String> date = said.date().map(PartialDate::toString);
    return said.expression().in(text) + date.map(d -> " = " + d).orElse("") + "\n";
  }

  private static long paragraph(String text, int index) {
    return 1
        + text.substring(0, index).lines().filter(line -> !line.isBlank()).count()
        - (startsInsideALine(text, index) ? 1 : 0);
  }

  private static boolean startsInsideALine(String text, int index) {
    int lineStart = text.lastIndexOf('\n', index - 1) + 1;
    return !text.substring(lineStart, index).isBlank();
  }
}
