package onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.escape.Escaper;
import com.google.common.escape.Escapers;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onrecord.model.Article;
import onrecord.model.Published;

/** Writes articles as BibTeX. Not thread-safe. */
final class BibTex {

  /** What has no meaning in TeX but that of a blank, or none at all. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");

  /**
   * Characters that have a meaning in TeX. BibTeX counts braces also after a backslash, so that
   * those of the text must not remain braces.
   */
  private static final Escaper TEX =
      Escapers.builder()
          .addEscape('\\', "\\textbackslash{}")
          .addEscape('{', "\\textbraceleft{}")
          .addEscape('}', "\\textbraceright{}")
          .addEscape('~', "\\textasciitilde{}")
          .addEscape('^', "\\textasciicircum{}")
          .addEscape('#', "\\#")
          .addEscape('$', "\\$")
          .addEscape('%', "\\%")
          .addEscape('&', "\\&")
          .addEscape('_', "\\_")
          .build();

  /** A name that BibTeX would take for several, or divide in another way than it is printed. */
  private static final Pattern SEVERAL =
      Pattern.compile(".*(,|\\b(and|others)\\b).*", Pattern.CASE_INSENSITIVE);

  private static final Pattern NOT_IN_ADDRESS = Pattern.compile("[\\s\\p{Cc}\\p{Z}{}\\\\]");
  private static final Pattern NOT_IN_KEY = Pattern.compile("[^A-Za-z0-9.:/_-]");

  private final Appendable out;
  private final Set<String> keys = new HashSet<>();

  private BibTex(Appendable out) {
    this.out = out;
  }

  static HitWriter writer(Appendable out, ArticleTexts articles) {
    return new ArticleEntries(articles, new BibTex(out)::write);
  }

  private void write(Article article) throws IOException {
    StringBuilder entry = new StringBuilder();
    entry
        .append(article.outlet().isPresent() ? "@article{" : "@misc{")
        .append(key(article.id()))
        .append(",\n");
    field(entry, "author", authors(article.authors()));
    field(entry, "title", text(article.title()).map(title -> "{" + title + "}"));
    field(entry, "journal", article.outlet().flatMap(BibTex::text));
    Optional<LocalDate> day = article.published().map(Published::day);
    field(entry, "date", day.map(LocalDate::toString));
    field(entry, "year", day.map(date -> String.format(Locale.ROOT, "%04d", date.getYear())));
    day.map(BibTex::month)
        .ifPresent(month -> entry.append("  month = ").append(month).append(",\n"));
    field(entry, "url", article.url().map(url -> encoded(NOT_IN_ADDRESS, '%', url)));
    field(entry, "language", article.language().flatMap(BibTex::text));
    field(entry, "keywords", keywords(article.tags()));
    out.append(entry.append("}\n\n"));
  }

  private static void field(StringBuilder entry, String name, Optional<String> value) {
    value.ifPresent(
        text -> entry.append("  ").append(name).append(" = {").append(text).append("},\n"));
  }

  /** {@return a text on one line, in which TeX reads every character as itself} */
  private static Optional<String> text(String value) {
    String line = BREAKS.matcher(value).replaceAll(" ").strip();
    return line.isEmpty() ? Optional.empty() : Optional.of(TEX.escape(line));
  }

  private static Optional<String> authors(List<String> names) {
    return joined(names, SEVERAL, " and ");
  }

  private static Optional<String> keywords(List<String> tags) {
    return joined(tags, Pattern.compile(".*,.*"), ", ");
  }

  /** {@return a list, in which the elements that match a pattern are enclosed in braces} */
  private static Optional<String> joined(
      List<String> elements, Pattern enclosed, String separator) {
    String list =
        elements.stream()
            .flatMap(element -> text(element).stream())
            .map(text -> enclosed.matcher(text).matches() ? "{" + text + "}" : text)
            .collect(Collectors.joining(separator));
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  /** {@return the abbreviation of a month that every style of BibTeX defines} */
  private static String month(LocalDate day) {
    return day.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /** {@return a key that no other entry has, ignoring case as BibTeX does} */
  private String key(String id) {
    String key = encoded(NOT_IN_KEY, '+', id);
    String unique = key;
    for (int i = 2; !keys.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = key + "+" + i;
    }
    return unique;
  }

  /** {@return a text whose matches are written as the hexadecimal digits of their bytes} */
  private static String encoded(Pattern characters, char mark, String text) {
    return characters
        .matcher(text)
        .replaceAll(match -> {
          StringBuilder bytes = new StringBuilder();
          for (byte b : match.group().getBytes(UTF_8)) {
            bytes.append(mark).append(String.format(Locale.ROOT, "%02X", b));
          }
          return bytes.toString();
        });
  }
}
