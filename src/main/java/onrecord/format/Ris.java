package onrecord.format;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.model.Article;
import onrecord.model.Published;

/** Writes articles as RIS. */
final class Ris {

  private static final String LINE_END = "\r\n";

  /** What would end a line, or is not text. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu/MM/dd/", Locale.ROOT);

  private Ris() {}

  static HitWriter writer(Appendable out, ArticleTexts articles) {
    return new ArticleEntries(articles, article -> out.append(entry(article)));
  }

  private static String entry(Article article) {
    StringBuilder entry = new StringBuilder();
    line(entry, "TY", "NEWS");
    line(entry, "ID", article.id());
    article.authors().forEach(author -> line(entry, "AU", author));
    line(entry, "TI", article.title());
    line(entry, "T2", article.outlet());
    line(entry, "SE", article.section());
    line(entry, "PY", article.published().map(date -> DAY.format(date.day()).substring(0, 4)));
    line(entry, "DA", article.published().map(Published::day).map(DAY::format));
    line(entry, "UR", article.url());
    line(entry, "LA", article.language());
    article.tags().forEach(tag -> line(entry, "KW", tag));
    return entry.append("ER  - ").append(LINE_END).append(LINE_END).toString();
  }

  private static void line(StringBuilder entry, String tag, Optional<String> value) {
    value.ifPresent(text -> line(entry, tag, text));
  }

  private static void line(StringBuilder entry, String tag, String value) {
    String text = BREAKS.matcher(value).replaceAll(" ").strip();
    if (!text.isEmpty()) {
      entry.append(tag).append("  - ").append(text).append(LINE_END);
    }
  }
}
