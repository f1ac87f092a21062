package onrecord.report;

import static onrecord.report.Figures.count;

import java.util.List;
import onrecord.query.Keywords;

/** Draws the words that distinguish quotations. */
final class KeywordsChart {

  private KeywordsChart() {}

  static Chart of(Keywords keywords) {
    Numbers numbers =
        new Numbers(
            List.of("Word", "Log-likelihood G\u00b2", "Count", "Count in the others"),
            keywords.keywords().stream().map(KeywordsChart::row).toList());
    String compared =
        count(keywords.quotations(), "quotation")
            + " with "
            + count(keywords.words(), "word")
            + " compared with "
            + count(keywords.others())
            + " with "
            + count(keywords.otherWords());
    if (keywords.keywords().isEmpty()) {
      String nothing = "No word distinguishes these quotations from the others";
      return Chart.ofNothing(nothing, compared + ".", numbers);
    }
    Keywords.Keyword first = keywords.keywords().get(0);
    int more = keywords.found() - keywords.keywords().size();
    return new Chart(
        "Most distinctive word: "
            + first.word()
            + ", "
            + count(first.count(), "time")
            + " here and "
            + count(first.otherCount())
            + " in the others",
        "Bars show the log-likelihood ratio of each word; in brackets, its count here and in the"
            + " others: "
            + compared
            + "."
            + (more > 0 ? " Not shown: " + count(more, "less distinctive word") + "." : ""),
        numbers,
        new Bars(keywords.keywords().stream().map(KeywordsChart::bar).toList()));
  }

  private static Bars.Bar bar(Keywords.Keyword word) {
    return new Bars.Bar(
        word.word(),
        word.g2(),
        Figures.decimal(word.g2())
            + " ("
            + count(word.count())
            + " : "
            + count(word.otherCount())
            + ")",
        Bars.Fill.KNOWN);
  }

  private static List<String> row(Keywords.Keyword word) {
    return List.of(
        word.word(), Figures.decimal(word.g2()), count(word.count()), count(word.otherCount()));
  }
}
