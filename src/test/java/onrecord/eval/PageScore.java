package onrecord.eval;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.html.PageArticle;

/** Counts how well articles were read from pages. Not thread-safe. */
final class PageScore {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

  private int pages;
  private double precision;
  private double recall;
  private double f;
  private int paragraphs;
  private int verbatim;
  private int contained;
  private int days;
  private int titles;
  private int authors;
  private final List<String> missed = new ArrayList<>();
  private final List<String> surplus = new ArrayList<>();

  /** Adds a page. */
  void add(GoldPage gold, PageArticle found) {
    pages++;
    List<String> wanted =
        Stream.concat(gold.paragraphs().stream(), gold.headings().stream())
            .map(PageScore::normal)
            .toList();
    Set<String> summary =
        gold.summary().stream().map(PageScore::normal).collect(Collectors.toSet());
    List<String> got =
        found.paragraphs().stream()
            .map(PageScore::normal)
            .filter(p -> !summary.contains(p) || wanted.contains(p))
            .toList();
    addTokens(tokens(wanted), tokens(got));
    Set<String> set = new HashSet<>(got);
    String whole = String.join(" ", got);
    for (String paragraph : gold.paragraphs()) {
      String p = normal(paragraph);
      paragraphs++;
      verbatim += set.contains(p) ? 1 : 0;
      contained += whole.contains(p) ? 1 : 0;
      if (!set.contains(p)) {
        missed.add(paragraph);
      }
    }
    got.stream().filter(p -> !wanted.contains(p)).forEach(surplus::add);
    days += found.published().stream().limit(1).anyMatch(d -> d.startsWith(gold.day())) ? 1 : 0;
    titles += normal(found.title().orElse("")).equals(normal(gold.title())) ? 1 : 0;
    authors += found.authors().equals(gold.authors()) ? 1 : 0;
    if (!normal(found.title().orElse("")).equals(normal(gold.title()))) {
      missed.add("TITLE " + gold.title() + " / " + found.title());
    }
    if (!found.authors().equals(gold.authors())) {
      missed.add("AUTHORS " + gold.authors() + " / " + found.authors());
    }
    if (found.published().stream().limit(1).noneMatch(d -> d.startsWith(gold.day()))) {
      missed.add("DAY " + gold.day() + " / " + found.published());
    }
  }

  private void addTokens(Map<String, Integer> wanted, Map<String, Integer> got) {
    double common = 0;
    for (Map.Entry<String, Integer> token : wanted.entrySet()) {
      common += Math.min(token.getValue(), got.getOrDefault(token.getKey(), 0));
    }
    double p = common / Math.max(1, sum(got));
    double r = common / Math.max(1, sum(wanted));
    precision += p;
    recall += r;
    f += p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> tokens(List<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (String text : texts) {
      TOKEN
          .matcher(text.toLowerCase(Locale.ROOT))
          .results()
          .forEach(token -> counts.merge(token.group(), 1, Integer::sum));
    }
    return counts;
  }

  private static String normal(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** Prints what was missed and what was surplus. */
  void print(PrintStream out) {
    missed.forEach(p -> out.println("  - " + p));
    surplus.forEach(p -> out.println("  + " + p));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d pages, tokens P %.3f R %.3f F %.3f, paragraphs %d of %d verbatim (%.1f %%; within the"
            + " text %.1f %%), days %d, titles %d, authors %d",
        pages,
        precision / pages,
        recall / pages,
        f / pages,
        verbatim,
        paragraphs,
        100.0 * verbatim / Math.max(1, paragraphs),
        100.0 * contained / Math.max(1, paragraphs),
        days,
        titles,
        authors);
  }
}
